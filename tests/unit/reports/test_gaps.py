"""What cannot be told, and why."""

from bounden.reports.handbook.gaps import gaps
from bounden.standards import parameters, standard


def means(id):
    return {code: gap.means for gap in gaps(standard(id), parameters()) for code in gap.where}


def test_silence_of_a_feed_that_is_not_complete_is_no_omission():
    assert "silence is then no omission" in means("MC-06")["actions/home_searched"]


def test_an_act_that_starts_the_clock_makes_nothing_where_its_feed_is_not_supplied():
    assert "no obligation is made of it" in means("MC-11")["actions/found"]


def test_an_act_that_moves_a_start_leaves_the_report_where_it_is_absent():
    assert means("AH-16")["actions/protection_started"].endswith("time runs from the report.")


def test_a_first_grade_that_is_absent_makes_no_obligation_or_leaves_the_limit_wide():
    assert means("IC-03")["actions/call_graded"].endswith("no obligation is made.")
    assert "stretch of time" in means("RO-07")["actions/risk_set"]


def test_says_what_an_absent_excuse_and_an_absent_end_mean():
    assert means("MC-06")["actions/rationale_recorded"].startswith("Excuses nothing")
    assert means("MC-06")["occurrences.closed_at"].startswith("Has not happened")
    assert "actions/rationale_recorded" not in means("MC-01")


def test_bank_holidays_matter_where_working_days_are_counted():
    counted = [id for id in ("AH-27", "INV-16", "AH-12", "MC-13", "MC-06") if "feed bank holidays" in means(id)]
    assert counted
    assert "MC-06" not in counted
