"""The manifest names what it lists."""

import json
from datetime import datetime

import pytest

from bounden.snapshots import manifest as manifests


@pytest.fixture
def content(tmp_path):
    (tmp_path / "records").mkdir()
    (tmp_path / "obligations.parquet").write_bytes(b"obligations")
    (tmp_path / "records" / "people.parquet").write_bytes(b"people")
    return tmp_path


def test_every_file_is_hashed_by_its_path_and_the_manifest_itself_is_not(content):
    written = manifests.write(content, {"as_of": "2023-03-06T18:00:00Z"})
    assert list(written["files"]) == ["obligations.parquet", "records/people.parquet"]
    assert written["files"]["records/people.parquet"] == {
        "sha256": "c9022680f888674e2b2274758755bfa07dea729b68d71cde5c521ed70ef261bf",
        "bytes": 6,
    }
    assert manifests.read(content) == written


def test_the_name_follows_from_the_content(content):
    one = manifests.write(content, {"as_of": "2023-03-06T18:00:00Z"})
    again = manifests.write(content, {"as_of": "2023-03-06T18:00:00Z"})
    later = manifests.write(content, {"as_of": "2023-03-07T18:00:00Z"})
    (content / "records" / "people.parquet").write_bytes(b"peoplf")
    other = manifests.write(content, {"as_of": "2023-03-06T18:00:00Z"})
    assert one == again
    assert len({one["snapshot"], later["snapshot"], other["snapshot"]}) == 3


def test_the_name_is_checked_by_computing_it_again(content):
    written = manifests.write(content, {"as_of": "2023-03-06T18:00:00Z"})
    assert manifests.snapshot_id(written) == written["snapshot"]
    assert manifests.snapshot_id({**written, "as_of": "x"}) != written["snapshot"]


@pytest.mark.parametrize(("text", "words"), [("{", "damaged"), ("[]", "format"), (json.dumps({"format": 0}), "format")])
def test_what_is_no_manifest_is_refused(content, text, words):
    (content / "manifest.json").write_text(text)
    with pytest.raises(manifests.ManifestUnreadable, match=words):
        manifests.read(content)


def test_no_manifest_is_refused(content):
    with pytest.raises(manifests.ManifestUnreadable, match="it is no snapshot"):
        manifests.read(content)


def test_an_instant_is_written_in_whole_seconds_of_utc():
    assert manifests.instant(datetime(2023, 3, 6, 18)) == "2023-03-06T18:00:00Z"
