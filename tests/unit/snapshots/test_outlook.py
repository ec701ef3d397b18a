"""An outlook as it is kept in a store: whole, or not there."""

from datetime import datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from bounden.snapshots.outlook import Outlook, keep, kept

OWNERS = [
    {"force": "W", "occurrence_id": "o", "person_id": None},
    {"force": "W", "occurrence_id": None, "person_id": "p"},
]


@pytest.fixture
def outlook(tmp_path):
    unsettled = tmp_path / "unsettled.parquet"
    pq.write_table(pa.Table.from_pylist(OWNERS), unsettled)
    return Outlook(until=datetime(2026, 3, 15), since=datetime(2026, 2, 22), software="s", unsettled=unsettled)


@pytest.fixture
def store(tmp_path):
    place = tmp_path / "store"
    place.mkdir()
    return place


def test_it_comes_back_as_it_was(outlook, store):
    keep(outlook, store, "id")
    found = kept(store, "id")
    assert (found.until, found.since, found.software) == (outlook.until, outlook.since, outlook.software)
    assert pq.read_table(found.unsettled).to_pylist() == OWNERS


def test_a_store_keeps_that_of_one_snapshot(outlook, store):
    keep(outlook, store, "before")
    pq.write_table(pa.Table.from_pylist(OWNERS), outlook.unsettled)
    keep(outlook, store, "id")
    assert kept(store, "before") is None
    assert kept(store, "id")


def test_none_is_kept(store):
    assert kept(store, "id") is None


@pytest.mark.parametrize("name", ["id.json", "id.parquet"])
def test_one_that_is_damaged_is_none(outlook, store, name):
    keep(outlook, store, "id")
    place = store / "outlook" / name
    whole = place.read_bytes()
    for cut in (2, len(whole) // 2, len(whole)):
        place.write_bytes(whole[:-cut])
        assert kept(store, "id") is None
    for at in range(0, len(whole), 7):
        place.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert kept(store, "id") is None, at
    place.unlink()
    assert kept(store, "id") is None
    place.write_bytes(b"[]")
    assert kept(store, "id") is None
