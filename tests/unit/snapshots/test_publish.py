"""A place to build in, and one atomic swap."""

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from bounden.snapshots import publish as publishing
from bounden.snapshots.publish import CURRENT, StoreBusy, building, publish


@pytest.fixture(autouse=True)
def whole(monkeypatch):
    """Content of these tests is no real snapshot: whether one is whole is asked of a file in it."""
    monkeypatch.setattr(publishing, "faults", lambda place: [] if (place / "whole").exists() else ["damaged"])


def published(store, snapshot_id, text="whole"):
    with building(store) as content:
        (content / "whole").write_text(text)
        (content / "records").mkdir()
        (content / "records" / "people.parquet").write_bytes(b"rows")
        return publish(content, store, snapshot_id)


def test_what_is_published_is_what_current_names(tmp_path):
    place = published(tmp_path / "store", "0" * 16)
    assert (tmp_path / "store" / CURRENT).read_text() == "0" * 16 + "\n"
    assert (place / "records" / "people.parquet").read_bytes() == b"rows"


def test_the_next_one_takes_its_place_and_the_last_one_stays(tmp_path):
    published(tmp_path, "one")
    published(tmp_path, "two")
    assert (tmp_path / CURRENT).read_text() == "two\n"
    assert (tmp_path / "one" / "whole").exists()
    assert not list(tmp_path.glob(".building-*"))


def test_the_same_content_again_leaves_what_stands(tmp_path):
    place = published(tmp_path, "one")
    before = place.stat().st_ino
    assert published(tmp_path, "one").stat().st_ino == before


def test_damaged_content_is_put_in_place_anew(tmp_path):
    place = published(tmp_path, "one")
    (place / "whole").unlink()
    published(tmp_path, "one")
    assert (place / "whole").exists()


def test_a_build_that_fails_leaves_nothing_and_publishes_nothing(tmp_path):
    published(tmp_path, "one")

    def build_half():
        with building(tmp_path) as content:
            (content / "half").write_text("")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        build_half()
    assert (tmp_path / CURRENT).read_text() == "one\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", CURRENT, "one"]


def test_only_one_build_is_at_work_in_a_store(tmp_path):
    with building(tmp_path), pytest.raises(StoreBusy, match="wait until it has ended"), building(tmp_path):
        pytest.fail("two builds at once")


def test_the_store_is_open_to_its_owner_only(tmp_path):
    published(tmp_path / "store", "one")
    assert (tmp_path / "store").stat().st_mode & 0o077 == 0


STEPS = ["os.fsync", "pathlib.Path.rename", "pathlib.Path.replace", "pathlib.Path.write_text"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("nth", range(1, 6))
def test_killed_at_any_step_readers_keep_a_whole_snapshot(tmp_path, step, nth):
    """A child process kills itself before the n-th call of a step that publishing is made of."""
    published(tmp_path, "one")
    script = f"""
        import os, pathlib, signal
        from pathlib import Path
        from bounden.snapshots import publish as publishing
        publishing.faults = lambda place: []
        real, left = {step}, [{nth}]
        def kills(*args, **kwargs):
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*args, **kwargs)
        {step} = kills
        store = Path({str(tmp_path)!r})
        with publishing.building(store) as content:
            (content / "whole").open("w").close()
            publishing.publish(content, store, "two")
    """
    ended = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], check=False, cwd=Path.cwd())
    assert ended.returncode in (0, -signal.SIGKILL)
    named = (tmp_path / CURRENT).read_text().strip()
    assert named == "two" or ended.returncode == -signal.SIGKILL
    assert (tmp_path / named / "whole").exists()
    published(tmp_path, "three")
    assert not list(tmp_path.glob(".building-*"))
