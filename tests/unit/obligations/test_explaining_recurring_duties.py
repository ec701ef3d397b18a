"""From what a recurring duty's time runs, in words: the state at first, then what discharged the interval before."""

import pytest
import yaml

from bounden.ingest import case_files
from bounden.obligations.evaluator import evaluate
from bounden.obligations.explain import Sentence, explain
from bounden.standards import parameters, standard

OFFENDER = """
case: one
force: Wexshire Police
starts_at: 2025-06-10T10:00
as_of: +300d
coverage: complete
people: [{{id: man, age: 44}}]
occurrences:
  - id: registered
    kind: registration
    reported_at: +0h
    involved: [{{person: man, role: registered_offender}}]
    actions: [{{kind: risk_set, at: +0h, value: high, person: man}}, {actions}]
"""
INVESTIGATION = """
case: one
force: Wexshire Police
starts_at: 2025-06-10T10:00
as_of: +60d
coverage: complete
people: [{{id: girl, age: 13}}]
occurrences:
  - id: report
    kind: incident
    category: physical_abuse
    reported_at: +0h
    involved: [{{person: girl, role: child_subject}}]
    actions: [{actions}]
"""


def _triggers(id: str, case: str, actions: str) -> list[Sentence]:
    page = yaml.load(case.format(actions=actions), Loader=yaml.BaseLoader)
    records = case_files.of_mapping("one.yaml", page).records()
    found = []
    for owed in evaluate(records, [standard(id)], parameters(), records.occurrences[0].judged_at):
        found += [each for each in explain(owed, standard(id), parameters()).sentences if each.about == "trigger"]
    return sorted(found, key=lambda each: each.span.earliest)


def test_a_later_interval_runs_from_the_last_visit() -> None:
    visits = "{kind: visited, value: seen, at: +30d}, {kind: visited, value: not_seen, at: +40d}, "
    first, second, third = _triggers("RO-07", OFFENDER, visits + "{kind: visited, value: seen, at: +60d}")
    assert first.text == "Time runs from the report: at Tue 10 Jun 2025 10:00."
    assert second.text == "Time runs from when this was last done (a visit, seen): at Thu 10 Jul 2025 10:00."
    assert second.records == ("one/registered/2",)
    assert third.text == "Time runs from when this was last done (a visit, seen): at Sat 9 Aug 2025 10:00."
    assert third.records == ("one/registered/4",)


def test_where_one_of_several_acts_discharges_it_the_one_that_did_is_named() -> None:
    acts = "{kind: assessment_completed, at: +30d}, {kind: plan_reviewed, at: +60d}"
    first, second, third = (each.text for each in _triggers("RO-12", OFFENDER, acts))
    assert first.startswith("Time runs from the report: ")
    assert second.startswith("Time runs from when this was last done (the offender's risk assessment completed): ")
    assert third.startswith("Time runs from when this was last done (the plan for managing him reviewed): ")


@pytest.mark.parametrize(
    ("graded", "says"),
    [
        ("{kind: risk_set, at: +50d, value: high}", "what ended the pause (the offender's risk set, high)"),
        ("{kind: risk_set, at: +50d}", "what may have ended the pause (the offender's risk set)"),
    ],
)
def test_after_a_pause_it_runs_from_what_ended_it(graded: str, says: str) -> None:
    acts = f"{{kind: visited, value: seen, at: +10d}}, {{kind: reactive_started, at: +30d}}, {graded}"
    *_, last = _triggers("RO-07", OFFENDER, acts)
    assert last.text == f"Time runs from {says}: at Wed 30 Jul 2025 10:00."


def test_a_start_that_is_itself_such_an_act_is_no_last_time() -> None:
    first, second = (
        each.text for each in _triggers("RO-03", OFFENDER, "{kind: notified, at: +1d}, {kind: notified, at: +200d}")
    )
    assert first == "Time runs from his notice to police: at Wed 11 Jun 2025 10:00."
    assert second == "Time runs from when this was last done (his notice to police): at Sat 27 Dec 2025 09:00."


def test_a_review_late_or_not_begins_the_next() -> None:
    acts = "{kind: investigation_started, at: +1h}, {kind: supervisor_reviewed, at: +40d}"
    first, second = (each.text for each in _triggers("INV-03", INVESTIGATION, acts))
    assert first.startswith("Time runs from the first of: the investigation started")
    assert second == "Time runs from when this was last done (a supervisor's review): at Sun 20 Jul 2025 10:00."
