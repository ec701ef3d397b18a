"""Case files: the contract's example, its expansion, and everything that is refused."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
import yaml

from bounden.ingest import Refused, case_files

PUBLISHED = Path(__file__).parents[3] / "demonstration" / "published-cases"

EXAMPLE = """\
case: example-01
force: Wexshire Police
summary: >
  What happened, in plain words.
source: {publication: Report, published: 2023-11, url: "https://example.org/report"}
starts_at: 2023-03-06T18:00        # t0
as_of: +30d
coverage: partial
people:
  - {id: girl, age: 13, flags: [child_protection_plan, trigger_plan]}
occurrences:
  - id: episode
    kind: missing
    reported_at: +0h
    involved: [{person: girl, role: missing_person}]
    actions:
      - {kind: reported, at: +0h, by_role: carer}
      - {kind: risk_graded, at: +3h, value: medium}
      - {kind: home_searched, at: +15h, at_latest: unknown}   # not before 15 hours
      - {kind: phone_called, done: false}
verdict: criticised
expect:
  - {standard: MC-06, outcome: late}
"""


@pytest.fixture
def read(tmp_path):
    def read_text(text, name="case.yaml"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return case_files.read([path])[0]

    return read_text


def reasons(read, text):
    with pytest.raises(Refused) as refused:
        read(text)
    return refused.value.refusals


def test_the_example_of_the_contract(read):
    case = read(EXAMPLE)
    records = case.records()
    (girl,) = records.people
    assert (girl.person_id, girl.age_years, girl.age_on) == ("example-01/girl", 13, date(2023, 3, 6))
    assert (girl.source, girl.source_ref, girl.force) == ("case-file", "https://example.org/report", "Wexshire Police")
    assert [(f.kind, f.person_id, f.from_at, f.to_at) for f in records.flags] == [
        ("child_protection_plan", "example-01/girl", None, None),
        ("trigger_plan", "example-01/girl", None, None),
    ]
    (episode,) = records.occurrences
    assert (episode.occurrence_id, episode.kind) == ("example-01/episode", "missing")
    assert episode.reported_at == datetime(2023, 3, 6, 18)
    # Thirty days are elapsed time: the clocks went forward in between, and local time would be 19:00.
    assert episode.judged_at == datetime(2023, 4, 5, 18) == case.as_of
    assert [(a.action_id, a.kind, a.happened_at, a.latest_unknown, a.done, a.value) for a in records.actions] == [
        ("example-01/episode/1", "reported", datetime(2023, 3, 6, 18), False, True, None),
        ("example-01/episode/2", "risk_graded", datetime(2023, 3, 6, 21), False, True, "medium"),
        ("example-01/episode/3", "home_searched", datetime(2023, 3, 7, 9), True, True, None),
        ("example-01/episode/4", "phone_called", None, False, False, None),
    ]
    assert {c.kind for c in records.coverage} == {"reported", "risk_graded", "home_searched", "phone_called"}
    assert all((c.from_at, c.to_at, c.supplied) == (None, None, True) for c in records.coverage)
    assert [(e.standard, e.outcome, e.line) for e in case.expects] == [("MC-06", "late", 23)]
    assert case.verdict == "criticised"


def test_all_published_cases_are_read():
    paths = sorted(PUBLISHED.glob("*.yaml"))
    cases = case_files.read(paths)
    assert len(cases) == 54
    assert sum(len(case.expects) for case in cases) == 99
    written = [line for path in paths for line in path.read_text("utf-8").splitlines() if "- {kind: " in line]
    assert sum(len(case.records().actions) for case in cases) == len(written) > 200


def case_with(people="[]", actions="[]", extra="", occurrence="reported_at: +0h"):
    return f"""\
case: c
force: F
starts_at: 2023-03-06T18:00
coverage: partial
people: {people}
places: [{{id: house, kind: home}}]
occurrences:
  - id: o
    kind: incident
    {occurrence}
    actions: {actions}
{extra}
"""


def test_an_instant_has_a_latest_reading(read):
    text = case_with(
        actions="[{kind: child_seen, at: +1h, at_latest: +3h}, {kind: child_seen, at: 2023-03-07},"
        " {kind: child_seen, at: 2023-03-07, at_latest: unknown}, {kind: child_seen, at: +1h, at_latest: +1h},"
        " {kind: child_seen, at: 2023-10-29T01:30}]"
    )
    found = [(a.happened_at, a.happened_at_latest, a.latest_unknown) for a in read(text).records().actions]
    assert found == [
        (datetime(2023, 3, 6, 19), datetime(2023, 3, 6, 21), False),
        (datetime(2023, 3, 7), datetime(2023, 3, 7, 23, 59, 59), False),
        (datetime(2023, 3, 7), None, True),
        (datetime(2023, 3, 6, 19), None, False),
        (datetime(2023, 10, 29, 0, 30), datetime(2023, 10, 29, 1, 30), False),
    ]


def test_scalars_stay_text(read):
    case = read(case_with(people="[{id: no, family_name: Null, sex: 1e3}]", extra="summary: 2023-03-06\ntopic: yes"))
    (person,) = case.records().people
    assert (person.person_id, person.sex) == ("c/no", "1e3")
    assert (case.summary, case.topic) == ("2023-03-06", "yes")


def test_rows_with_periods(read):
    case = read(
        case_with(
            people="[{id: a, date_of_birth: 1980-01-02, died_on: 2023-03-09}, {id: b, adult: true, flags:"
            " [{kind: firearms, from_at: -30d, to_at: 2023-04-01, recorded_at: +1h}]}]",
            extra="relationships: [{person: a, other_person: b, kind: partner, from_at: 2020-01-01}]\n"
            "residences: [{person: b, place: house, to_at: +10d}]",
            occurrence="place: house",
        )
    ).records()
    assert [(p.date_of_birth, p.died_on, p.adult) for p in case.people] == [
        (date(1980, 1, 2), date(2023, 3, 9), None),
        (None, None, True),
    ]
    (flag,) = case.flags
    assert (flag.from_at, flag.recorded_at) == (datetime(2023, 2, 4, 18), datetime(2023, 3, 6, 19))
    assert (flag.to_at, flag.to_at_latest) == (datetime(2023, 3, 31, 23), datetime(2023, 4, 1, 22, 59, 59))
    assert [(r.person_id, r.other_person_id, r.from_at) for r in case.relationships] == [
        ("c/a", "c/b", datetime(2020, 1, 1))
    ]
    assert [(r.place_id, r.to_at) for r in case.residences] == [("c/house", datetime(2023, 3, 16, 18))]
    assert case.occurrences[0].place_id == "c/house"
    assert case.occurrences[0].reported_at is None


def test_a_row_written_twice_is_held_once(read):
    records = read(case_with(people="[{id: a, flags: [firearms, firearms]}]")).records()
    assert len(records.flags) == 1


@pytest.mark.parametrize(
    ("text", "line", "column", "reason"),
    [
        (EXAMPLE + "sumary: x\n", 24, "case file", "unknown key sumary"),
        (EXAMPLE.replace("by_role: carer", "by_rool: carer"), 17, "actions", "unknown key by_rool"),
        (EXAMPLE.replace("by_role: carer", "by_role: carer, at: +1h"), 17, "at", "twice"),
        (EXAMPLE + "verdict: good\n", 24, "verdict", "twice"),
        (EXAMPLE.replace("kind: missing\n", "kind: missed\n"), 13, "kind", "did you mean missing"),
        (EXAMPLE.replace("kind: reported", "kind: report"), 17, "kind", "did you mean reported"),
        (EXAMPLE.replace("value: medium", "value: middling"), 18, "value", "not a known word"),
        (EXAMPLE.replace("role: missing_person", "role: child"), 15, "role", "not a known word"),
        (EXAMPLE.replace("trigger_plan]", "trigger]"), 10, "flags", "not a known word"),
        (EXAMPLE.replace("person: girl", "person: boy"), 15, "person", "no person of this case"),
        (EXAMPLE.replace("at: +3h", "at: +3x"), 18, "at", "an offset is"),
        (EXAMPLE.replace("at: +3h", "at: 2023-02-29"), 18, "at", "no calendar"),
        (EXAMPLE.replace("at: +3h", "at: 2023-03-26T01:30"), 18, "at", "does not exist"),
        (EXAMPLE.replace("at: +3h", "at: +3h, at_latest: +2h"), 18, "at_latest", "lies before at"),
        (EXAMPLE.replace("at: +3h", "at_latest: +2h"), 18, "at_latest", "needs at"),
        (EXAMPLE.replace("done: false", "done: no"), 20, "done", "true or false"),
        (EXAMPLE.replace("age: 13", "age: 13.5"), 10, "age", "whole years"),
        (EXAMPLE.replace("age: 13", "age: 121"), 10, "age", "whole years"),
        (EXAMPLE.replace("age: 13", "age: 13, date_of_birth: 2010-01-01"), 10, "age", "date_of_birth"),
        (EXAMPLE.replace("age: 13", "age: 13, adult: true"), 10, "adult", "contradicts"),
        (EXAMPLE.replace("age: 13", "date_of_birth: 2010-13-01"), 10, "date_of_birth", "must be a date"),
        (EXAMPLE.replace("coverage: partial", "coverage: some"), 8, "coverage", "complete, partial"),
        (EXAMPLE.replace("verdict: criticised", "verdict: bad"), 21, "verdict", "not a known word"),
        (EXAMPLE.replace("outcome: late", "outcome: tardy"), 23, "outcome", "not a known word"),
        (EXAMPLE.replace("outcome: late", "outcome: late, occurrence: x"), 23, "occurrence", "no occurrence"),
        (EXAMPLE.replace("MC-06", "MC6"), 23, "standard", "id of a standard"),
        (EXAMPLE.replace("starts_at: 2023-03-06T18:00", "topic: x"), 1, "starts_at", "is missing"),
        (EXAMPLE.replace("case: example-01", "case: a/b"), 1, "case", "an id is made of"),
        (EXAMPLE.replace("case: example-01\n", ""), 1, "case", "is missing"),
        (EXAMPLE.replace("id: girl, ", ""), 10, "id", "is missing"),
        (EXAMPLE.replace("people:\n", "people:\n  - {id: girl}\n"), 11, "id", "same id"),
        (EXAMPLE.replace("people:\n  - {", "people:\n  {"), 9, "people", "must be a list"),
        (EXAMPLE.replace("reported_at: +0h", "reported_at: [a]"), 14, "reported_at", "single value"),
        (EXAMPLE.replace("{person: girl, role: missing_person}", "girl"), 15, "involved", "must be a mapping"),
        (EXAMPLE.replace("id: girl", "id: &g girl"), 10, "", "anchors"),
        (EXAMPLE.replace("id: girl", "id: !!python/name:os.system girl"), 10, "", "tags"),
        (EXAMPLE.replace("partial", "[" * 40 + "]" * 40), 8, "", "nested too deeply"),
        (EXAMPLE + "---\ncase: second\n", 24, "", "not readable YAML"),
        (EXAMPLE.replace("age: 13,", "age: 13"), 10, "", "not readable YAML"),
        (EXAMPLE.replace("plan]}", "plan}"), 10, "", "not readable YAML"),
        (EXAMPLE.replace("plain", "pl\x07in"), 4, "", "control character"),
        (EXAMPLE.replace("plain", "pläin").encode("cp1252"), 4, "", "not UTF-8"),
        (EXAMPLE.encode("utf-16"), 0, "", "UTF-16"),
        (b"", 0, "", "empty"),
        (b"# nothing\n", 0, "", "empty"),
        (b"- a\n", 1, "case file", "must be a mapping"),
        (b"x" * 1_000_001, 0, "", "at most"),
    ],
)
def test_what_is_refused(read, text, line, column, reason):
    found = reasons(read, text)
    assert any((r.line, r.column) == (line, column) and reason in r.reason for r in found), found


def test_all_reasons_at_once_and_no_values(read):
    text = EXAMPLE.replace("age: 13", "age: Sarah").replace("kind: missing\n", "kind: Sarah\n").replace("+3h", "Sarah")
    found = reasons(read, text)
    assert [(r.line, r.column) for r in found] == [(10, "age"), (13, "kind"), (18, "at")]
    assert not any("Sarah" in str(r) for r in found)


def test_every_file_is_heard(tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(EXAMPLE.replace("age: 13", "age: x"))
    (tmp_path / "three.yaml").write_text(EXAMPLE)
    with pytest.raises(Refused) as refused:
        case_files.read(sorted(tmp_path.iterdir()))
    assert [r.file for r in refused.value.refusals] == ["one.yaml", "two.yaml"]


def test_a_case_stands_in_one_file(tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(EXAMPLE)
    with pytest.raises(Refused, match=r"two\.yaml: case: the same case stands in one\.yaml"):
        case_files.read(sorted(tmp_path.iterdir()))


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(Refused, match="cannot be read"):
        case_files.read([tmp_path / "absent.yaml"])


def test_mappings_lists_and_text_are_read_as_their_file(read):
    page = yaml.load(EXAMPLE, Loader=yaml.BaseLoader)
    assert case_files.of_mapping("case.yaml", {**page, "expect": []}) == replace(read(EXAMPLE), expects=())


def test_mappings_are_read_as_strictly_as_a_file():
    page = yaml.load(EXAMPLE, Loader=yaml.BaseLoader)
    page["occurrences"][0]["actions"][0]["kind"] = "noticed"
    with pytest.raises(Refused) as refused:
        case_files.of_mapping("case.yaml", {**page, "colour": "red"})
    assert [(each.file, each.column) for each in refused.value.refusals] == [
        ("case.yaml", "case file"),
        ("case.yaml", "kind"),
    ]


def test_what_is_no_text_is_no_page():
    with pytest.raises(TypeError, match="not int"):
        case_files.of_mapping("case.yaml", {"case": 1})
