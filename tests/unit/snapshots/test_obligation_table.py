"""The table `obligations`."""

from datetime import datetime

import pyarrow.parquet as pq

from bounden.obligations.obligation import Obligation
from bounden.obligations.span import Span
from bounden.snapshots import obligation_table

CONTRACT = (
    "obligation_key standard stage standard_version force unit occurrence_id person_id trigger_id triggered_at "
    "triggered_at_latest due_at due_at_latest discharged_at discharged_at_latest withdrawn_at withdrawn_at_latest "
    "excused_at excused_by denied_until evidence_id known missing"
)
DUE = Span(datetime(2023, 3, 6, 22), datetime(2023, 3, 6, 23))
ONE = Obligation(
    key="0" * 32, standard="MC-06", stage="", force="Wexshire", source="rms", unit="north", occurrence_id="episode",
    person_id="girl", trigger_id="episode", as_of=datetime(2023, 3, 8), trigger_known=True,
    triggered=Span.exactly(datetime(2023, 3, 6, 18)), due=DUE, at_act=False, known=False, missing="home_searched",
)  # fmt: skip


def test_it_has_the_columns_of_the_contract_and_the_outcome():
    assert set(CONTRACT.split()) < set(obligation_table.SCHEMA.names)
    assert obligation_table.as_row(ONE)["outcome"] == "cannot_tell"


def test_what_is_written_is_read_back(tmp_path):
    obligation_table.write(tmp_path / "one.parquet", [ONE])
    (read,) = pq.read_table(tmp_path / "one.parquet").to_pylist()
    assert read == obligation_table.as_row(ONE)
    assert (read["due_at"], read["due_at_latest"]) == (DUE.earliest, DUE.latest)
    assert read["triggered_at"] == read["triggered_at_latest"]
    assert read["discharged_at"] is None
    assert read["standard_version"]


def test_the_same_obligations_give_the_same_bytes(tmp_path):
    for name in ("one", "again"):
        obligation_table.write(tmp_path / name, [ONE] * 3)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "again").read_bytes()


def test_no_obligation_is_a_table_all_the_same(tmp_path):
    obligation_table.write(tmp_path / "none", [])
    assert pq.read_table(tmp_path / "none").schema.names == obligation_table.SCHEMA.names
