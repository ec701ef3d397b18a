"""A worked example as a line of time, in words."""

import pytest
import yaml

from bounden.ingest import case_files
from bounden.obligations.evaluator import evaluate
from bounden.obligations.judging.casefile import Book
from bounden.reports.handbook.timeline import nothing_owed, timeline
from bounden.reports.handbook.worked import worked
from bounden.standards import parameters, standard

CASE = """
case: one
force: Wexshire Police
starts_at: {starts_at}
as_of: {as_of}
coverage: {coverage}
people: [{{id: girl, age: 13}}]
occurrences:
  - id: episode
    kind: missing
    {reported}
    involved: [{{person: girl, role: missing_person}}]
    actions: [{actions}]
"""


def file_of(
    actions="", *, starts_at="2026-03-04T10:00", as_of="+90d", coverage="complete", reported="reported_at: +0h"
):
    text = CASE.format(starts_at=starts_at, as_of=as_of, coverage=coverage, reported=reported, actions=actions)
    records = case_files.of_mapping("one.yaml", yaml.load(text, Loader=yaml.BaseLoader)).records()
    (occurrence,) = records.occurrences
    file = Book(records).file(occurrence.force, occurrence.occurrence_id, occurrence.judged_at)
    return file, evaluate(records, [standard("MC-06")], parameters(), occurrence.judged_at)


def line_of(actions="", **case):
    file, (owed,) = file_of(actions, **case)
    return timeline(owed, file).line


def test_says_what_happened_when_it_was_due_and_what_follows():
    assert line_of("{kind: home_searched, at: +4h1s}") == (
        "the report Wed 4 Mar 2026 10:00 ── due 14:00 ── the home searched 14:00:01 → late"
    )


def test_what_is_done_at_the_limit_stands_before_it():
    assert line_of("{kind: home_searched, at: +4h}").endswith("the home searched 14:00 ── due 14:00 → met")


def test_names_the_day_where_it_changes_and_the_year_where_that_does():
    assert line_of("{kind: home_searched, at: +24h}", starts_at="2026-12-30T22:00") == (
        "the report Wed 30 Dec 2026 22:00 ── due Thu 31 Dec 02:00 ── the home searched 22:00 → late"
    )
    assert "due Fri 1 Jan 2027 02:00" in line_of(starts_at="2026-12-31T22:00")


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("{kind: home_searched, at: +3h, at_latest: +5h}", "the home searched between 13:00 and 15:00"),
        ("{kind: home_searched, at: +3h, at_latest: unknown}", "the home searched after 13:00"),
        ("{kind: home_searched, at: 2026-03-05}", "the home searched on Thu 5 Mar, at an hour not on record"),
        ("{kind: home_searched, done: false}", "not done: the home searched →"),
        ("{kind: home_searched, at: +5h, done: false}", "not done: the home searched up to 15:00"),
        ("{kind: risk_graded, at: +1h, value: high, by_rank: sergeant}", "the risk graded (high) by sergeant 11:00"),
        (
            "{kind: rationale_recorded, at: +1h, value: MC-06, by_rank: constable}",
            "a reason written down (for MC-06) by",
        ),
    ],
)
def test_says_as_much_as_is_known(action, words):
    assert words in line_of(action)


def test_the_hour_that_the_clocks_repeat_is_told_by_its_name():
    line = line_of("{kind: home_searched, at: 2026-10-25T01:30}", starts_at="2026-10-24T21:30")
    assert "between Sun 25 Oct 01:30 BST and 01:30 GMT" in line


def test_says_when_it_was_judged_only_while_the_limit_is_open():
    assert line_of(as_of="+3h").endswith("judged 13:00 ── due 14:00 → pending")
    assert "judged" not in line_of()


def test_says_what_is_missing_where_it_cannot_be_told():
    assert line_of(coverage="partial").endswith(
        "→ cannot tell: the feed of “the home searched” is not stated to be complete (actions/home_searched)"
    )
    assert line_of(reported="closed_at: +9d").startswith("the report, at a time not on record ── ")


def test_several_alike_are_counted():
    file, (owed,) = file_of()
    assert timeline(owed, file, of="girl", more=2).line.startswith("girl: the report ")
    assert timeline(owed, file, more=2).line.endswith("→ missed (and 2 more alike)")


def test_where_nothing_is_owed_it_still_says_what_happened():
    file, _ = file_of("{kind: found, at: +1h}")
    assert nothing_owed(file).line == "the report Wed 4 Mar 2026 10:00 ── the child found 11:00 → no obligation"


def test_evidence_that_no_shown_record_dates_says_when_it_was_done():
    shown = {each.title: each.timelines[0].line for each in worked(standard("AH-11"))}
    entered = next(line for title, line in shown.items() if title.startswith("entered in the last second"))
    assert entered.endswith("10:00 ── done the end of Thu 5 Mar ── due the end of Thu 5 Mar → met")
    assert "the report" not in entered
