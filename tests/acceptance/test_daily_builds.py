"""One day's delivery into a force's snapshot equals the full rebuild, and says what it took to make it."""

import random
import shutil
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from bounden.obligations.rules import LocalNumber
from bounden.records import TABLES
from bounden.simulation import AS_OF, simulate
from bounden.snapshots.build import build
from bounden.snapshots.outcomes import outcomes_at
from bounden.snapshots.read import open_current
from bounden.snapshots.verify import verify
from bounden.standards import parameters

SCALE = 0.001
SEED = 3
DAY = timedelta(days=1)
AHEAD = 14 * DAY
_UNTIL = "CASE WHEN {0} <= $at THEN {0} END AS {0}"


def silent(*_):
    pass


def as_it_stood(force: Path, instant: datetime, into: Path) -> Path:
    """The delivery with what had been recorded by an instant, and coverage that reaches it."""
    into.mkdir(parents=True)
    ended = ", ".join(_UNTIL.format(name) for name in ("to_at", "to_at_latest"))
    closed = ", ".join(_UNTIL.format(name) for name in ("closed_at", "closed_at_latest"))
    reported = """SELECT "force", occurrence_id FROM occurrences WHERE reported_at <= $at"""
    queries = {
        "occurrences": f"SELECT * REPLACE ({closed}) FROM occurrences WHERE reported_at <= $at",
        "involvements": f'FROM involvements WHERE ("force", occurrence_id) IN ({reported})',
        "actions": f"""FROM actions WHERE ("force", occurrence_id) IN ({reported})
            AND coalesce(recorded_at, happened_at) <= $at""",
        "flags": f"SELECT * REPLACE ({ended}) FROM flags WHERE coalesce(from_at <= $at, true)",
        "residences": f"SELECT * REPLACE ({ended}) FROM residences WHERE coalesce(from_at <= $at, true)",
        "coverage": """SELECT * REPLACE (coalesce(to_at, $at) AS to_at) FROM coverage
            WHERE coalesce(from_at <= $at, true)""",
    }
    with duckdb.connect(":memory:") as connection:
        for table in TABLES:
            connection.execute(f"CREATE VIEW {table} AS FROM read_parquet('{force / table}.parquet')")
        for table in TABLES:
            query = queries.get(table, f"FROM {table}")
            values = {"at": instant} if "$at" in query else {}
            connection.execute(f"COPY ({query}) TO '{into / table}.parquet' (FORMAT parquet)", values)
    return into


def built(delivery, store, as_of, *, engine="reference", ahead=AHEAD, **more):
    said = []
    options = {"engine": engine, "ahead": ahead, "progress": silent, "tell": said.append}
    return build(delivery, store, as_of=as_of, **options | more), "".join(said)


def files(directory):
    return {p.relative_to(directory): p.read_bytes() for p in directory.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def days(tmp_path_factory):
    """The deliveries of three days, the last being that of the force as it was simulated."""
    place = tmp_path_factory.mktemp("force")
    simulate(place / "whole", scale=SCALE, seed=SEED, progress=silent)
    return [(at, as_it_stood(place / "whole", at, place / f"{at:%d}")) for at in (AS_OF - n * DAY for n in (2, 1, 0))]


@pytest.fixture(scope="module")
def first(days, tmp_path_factory):
    """A store that publishes the first day, and looked ahead."""
    store = tmp_path_factory.mktemp("store")
    built(days[0][1], store, days[0][0])
    return store


@pytest.fixture
def store(first, tmp_path):
    shutil.copytree(first, tmp_path / "store")
    return tmp_path / "store"


def test_day_after_day_equals_the_full_rebuild(days, store, tmp_path):
    for as_of, delivery in days[1:]:
        snapshot, said = built(delivery, store, as_of)
        assert said.startswith("Judged "), said
        assert "the rest stands since the snapshot of" in said
    full, said = built(delivery, tmp_path / "full", as_of, ahead=timedelta(0))
    assert said == ""
    assert snapshot.id == full.id
    assert files(snapshot.directory) == files(full.directory)


def test_so_it_does_after_days_without_a_delivery(days, store, tmp_path):
    as_of, delivery = days[-1]
    snapshot, said = built(delivery, store, as_of)
    assert "anew" in said
    assert files(snapshot.directory) == files(built(delivery, tmp_path / "full", as_of)[0].directory)


def test_what_would_not_come_to_the_same_is_judged_in_full(days, store, monkeypatch):
    as_of, delivery = days[1]

    def reason(at=as_of, **more):
        """Why all is judged, in a build that is thrown away."""
        place = store.with_name("thrown-away")
        shutil.copytree(store, place)
        said = built(delivery, place, at, ahead=timedelta(0), **more)[1]
        shutil.rmtree(place)
        return said

    assert reason(full=True) == "Judged everything: as asked."
    two_hours = parameters().by_name["mc_authority"].value
    own = LocalNumber(force="Wexshire Police", name="mc_search", value=two_hours, reference="Policy 4.2")
    assert "was judged by another local number" in reason(local=(own,))
    assert "looked ahead to 2026-04-12T10:00:00Z" in reason(at=as_of + 20 * DAY)
    assert "is of a later instant" in reason(at=as_of - 2 * DAY)
    monkeypatch.setattr("bounden.snapshots.renewal._software", lambda: "another")
    assert "another version of the software" in reason()


def test_a_snapshot_that_was_changed_is_not_gone_on_from(days, store):
    place = open_current(store).directory / "obligations.parquet"
    content = bytearray(place.read_bytes())
    content[len(content) // 2] ^= 1
    place.write_bytes(content)
    assert "was changed after it was built" in built(days[1][1], store, days[1][0], ahead=timedelta(0))[1]


def test_without_looking_ahead_again_the_next_build_is_full(days, store):
    assert "anew" in built(days[1][1], store, days[1][0], ahead=timedelta(0))[1]
    assert built(days[2][1], store, days[2][0], ahead=timedelta(0))[1] == ""


def test_a_past_day_is_seen_again_from_the_records_of_a_snapshot(first, tmp_path):
    published = open_current(first)
    past = published.as_of - 30 * DAY
    again, _ = built(published.directory / "records", tmp_path / "replay", past, ahead=timedelta(0))
    assert again.as_of == past
    assert outcomes_at(again, progress=silent).equals(outcomes_at(published, past, progress=silent))
    assert sum(again.manifest["outcomes"].values()) < sum(published.manifest["outcomes"].values())


def test_killed_at_any_moment_the_published_snapshot_stands(days, store):
    published, moments, killed = open_current(store), random.Random(4), 0
    before = files(published.directory)
    as_of, delivery = days[1]
    command = [sys.executable, "-m", "bounden", "build", delivery, "--out", store, "--ahead", "14"]
    command += ["--engine", "reference", "--as-of"]
    for number in range(6):
        at = as_of + timedelta(seconds=number)
        run = subprocess.Popen([*command, f"{at.isoformat()}Z"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moments.uniform(0.5, 4))
        run.send_signal(signal.SIGKILL)
        killed += run.wait() == -signal.SIGKILL
        verify(open_current(store).directory)
        assert files(published.directory) == before
    assert killed
    ended = subprocess.run([*command, f"{(as_of + DAY / 2).isoformat()}Z"], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    full, _ = built(delivery, store.with_name("full"), as_of + DAY / 2)
    assert open_current(store).id == full.id
