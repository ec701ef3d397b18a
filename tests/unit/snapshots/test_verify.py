"""Whether a snapshot is whole and consistent."""

from dataclasses import replace
from datetime import datetime

import pytest

from bounden.ingest.table_files import arrow_of, write_table
from bounden.obligations.identity import obligation_key
from bounden.obligations.obligation import Obligation
from bounden.obligations.span import Span
from bounden.records import TABLES, Occurrence
from bounden.snapshots import manifest as manifests
from bounden.snapshots import obligation_table
from bounden.snapshots.verify import NotVerified, faults, verify

REPORTED = datetime(2023, 3, 6, 18)
AS_OF = datetime(2023, 3, 8)


def owed(standard="MC-06", occurrence_id="episode", **more):
    key = obligation_key(
        standard=standard, stage="", force="Wexshire", source="rms", occurrence_id=occurrence_id, person_id=None,
        trigger_id=None,
    )  # fmt: skip
    facts = {
        "key": key, "standard": standard, "stage": "", "force": "Wexshire", "source": "rms", "unit": None,
        "occurrence_id": occurrence_id, "person_id": None, "trigger_id": None, "as_of": AS_OF, "trigger_known": True,
        "triggered": Span.exactly(REPORTED), "due": Span.exactly(datetime(2023, 3, 6, 22)), "at_act": False,
        "known": True,
    }  # fmt: skip
    return Obligation(**{**facts, **more})


LATE = owed(discharged=Span.exactly(datetime(2023, 3, 7)))
MISSED = owed("MC-07")
WITHDRAWN = owed("MC-08", withdrawn=Span.exactly(datetime(2023, 3, 6, 20)))
COUNTS = {"met": 0, "late": 1, "missed": 1, "pending": 0, "excused": 0, "cannot_tell": 0, "withdrawn": 1}


@pytest.fixture
def snapshot(tmp_path):
    """Writes a snapshot of these obligations about one occurrence, and says what its manifest says."""

    def write(*obligations, counts=COUNTS, occurrences=1):
        records = tmp_path / "records"
        records.mkdir(exist_ok=True)
        episode = Occurrence(
            force="Wexshire", source="rms", occurrence_id="episode", kind="missing", reported_at=REPORTED
        )
        for name, table in TABLES.items():
            write_table(table, arrow_of(table, [episode] if name == "occurrences" else []), records)
        obligation_table.write(tmp_path / "obligations.parquet", obligations)
        manifests.write(tmp_path, {"account": {"rows": {"occurrences": occurrences}}, "outcomes": counts})
        return tmp_path

    return write


def test_a_whole_snapshot_has_no_fault(snapshot):
    verify(snapshot(LATE, MISSED, WITHDRAWN))


def test_every_fault_is_told_at_once(snapshot):
    lost = replace(MISSED, key="not a key", occurrence_id="elsewhere")
    with pytest.raises(NotVerified) as refused:
        verify(snapshot(LATE, LATE, lost, WITHDRAWN, occurrences=2))
    assert refused.value.faults == (
        "records/occurrences.parquet holds 1 rows, but 2 were accepted",
        "obligations.parquet: 1 keys that stand more than once",
        "obligations.parquet: 1 rows without a key of 32 hex digits",
        "obligations.parquet: 1 rows about an occurrence that is not in the records",
        f"obligations.parquet holds { ({**COUNTS, 'late': 2}) }, but the manifest says {COUNTS}",
    )


def test_counts_that_are_not_those_of_the_manifest_are_a_fault(snapshot):
    assert "but the manifest says" in faults(snapshot(LATE, MISSED))[0]


@pytest.mark.parametrize("file", ["obligations.parquet", "records/people.parquet"])
def test_a_file_that_changed_is_named(snapshot, file):
    place = snapshot(LATE, MISSED, WITHDRAWN) / file
    content = bytearray(place.read_bytes())
    content[len(content) // 2] ^= 1
    place.write_bytes(content)
    assert faults(place.parents[file.count("/")]) == [f"{file} was changed after it was built"]


def test_a_file_that_is_gone_and_one_that_came_are_named(snapshot):
    place = snapshot(LATE, MISSED, WITHDRAWN)
    (place / "records" / "flags.parquet").rename(place / "records" / "flag.parquet")
    assert faults(place) == ["records/flags.parquet is missing", "records/flag.parquet is not in the manifest"]


def test_a_manifest_that_was_edited_is_found(snapshot):
    place = snapshot(LATE, MISSED, WITHDRAWN)
    text = (place / "manifest.json").read_text()
    (place / "manifest.json").write_text(text.replace('"missed": 1', '"missed": 0').replace('"met": 0', '"met": 1'))
    assert faults(place) == ["manifest.json was changed after it was built"]
