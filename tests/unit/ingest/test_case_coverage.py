"""What a case file says of its own completeness."""

from datetime import datetime

import pytest

from bounden.ingest import Refused, case_files

CASE = """\
case: {case}
force: F
starts_at: 2023-03-06T18:00
{coverage}
people: [{{id: a, age: 4}}, {{id: b, age: 9}}]
occurrences:
  - id: o
    kind: incident
    reported_at: +0h
    actions: {actions}
  - id: p
    kind: incident
"""


@pytest.fixture
def coverage(tmp_path):
    def rows(coverage="coverage: partial", actions="[]", case="c"):
        path = tmp_path / f"{case}.yaml"
        path.write_text(CASE.format(coverage=coverage, actions=actions, case=case))
        return case_files.read([path])[0].records().coverage

    return rows


def test_complete_is_one_row(coverage):
    (row,) = coverage("coverage: complete", "[{kind: child_seen, at: +1h}]")
    assert (row.table, row.kind, row.supplied, row.from_at, row.to_at) == ("actions", "*", True, None, None)
    assert (row.occurrence_id, row.person_id) == (None, None)


def test_partial_is_a_row_for_each_occurrence_kind_and_person(coverage):
    rows = coverage(
        actions="[{kind: child_seen, person: a, at: +1h}, {kind: child_seen, person: a, at: +2h},"
        " {kind: child_seen, person: b, done: false}, {kind: crime_recorded, done: false}]"
    )
    assert [(r.occurrence_id, r.kind, r.person_id, r.to_at) for r in rows] == [
        ("c/o", "child_seen", "c/a", None),
        ("c/o", "child_seen", "c/b", None),
        ("c/o", "crime_recorded", None, None),
    ]


DENIED = "{kind: child_seen, person: a, done: false, at: +4h}"
END = datetime(2023, 3, 6, 22)


@pytest.mark.parametrize(
    ("actions", "ends"),
    [
        (f"[{DENIED}]", [END]),
        # The last of several denials is the one that counts, and one without an instant bounds nothing.
        (f"[{{kind: child_seen, person: a, done: false, at: +1h}}, {DENIED}]", [END]),
        (f"[{DENIED}, {{kind: child_seen, person: a, done: false}}]", [None]),
        # A done row beside it keeps the kind known throughout: of that person, not of another.
        (f"[{DENIED}, {{kind: child_seen, person: a, at: +9h}}]", [None]),
        (f"[{DENIED}, {{kind: child_seen, person: b, at: +9h}}]", [END, None]),
        # A denial for a day whose hour is not known reaches no further than its start.
        ("[{kind: child_seen, person: a, done: false, at: 2023-03-07}]", [datetime(2023, 3, 7)]),
    ],
)
def test_a_denial_with_an_instant_is_known_up_to_it(coverage, actions, ends):
    assert [row.to_at for row in coverage(actions=actions)] == ends


def test_rows_written_out(coverage):
    rows = coverage(
        "coverage:\n"
        "  - {table: actions, kind: child_seen, supplied: false, from_at: 2023-03-01, to_at: 2023-03-06}\n"
        "  - {table: flags, kind: '*', supplied: true, person: a}\n"
        "  - {table: actions, kind: reported, supplied: true, occurrence: p}"
    )
    assert [(r.table, r.kind, r.supplied, r.from_at, r.to_at, r.occurrence_id, r.person_id) for r in rows] == [
        ("actions", "child_seen", False, datetime(2023, 3, 1), datetime(2023, 3, 6, 23, 59, 59), None, None),
        ("flags", "*", True, None, None, None, "c/a"),
        ("actions", "reported", True, None, None, "c/p", None),
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("{table: action, kind: '*', supplied: true}", "did you mean actions"),
        ("{table: actions, kind: firearms, supplied: true}", "not a known word"),
        ("{table: actions, kind: '*'}", "supplied: is missing"),
        ("{table: actions, kind: '*', supplied: true, person: x}", "no person of this case"),
        ("{table: actions, kind: '*', supplied: true, from_at: +2d, to_at: +1d}", "lies before from_at"),
    ],
)
def test_rows_written_out_are_checked(coverage, row, reason):
    with pytest.raises(Refused, match=reason.replace("*", r"\*")):
        coverage(f"coverage: [{row}]")


def test_without_coverage_nothing_is_stated(coverage):
    assert coverage("topic: x", "[{kind: child_seen, at: +1h}]") == ()


def test_a_complete_case_does_not_vouch_for_another(tmp_path):
    for name, mode in (("whole", "complete"), ("part", "partial")):
        (tmp_path / f"{name}.yaml").write_text(CASE.format(coverage=f"coverage: {mode}", actions="[]", case=name))
    cases = case_files.read(sorted(tmp_path.iterdir()))
    rows = case_files.together(cases).coverage
    assert [(row.kind, row.occurrence_id) for row in rows] == [("*", "whole/o"), ("*", "whole/p")]
