"""The lines of time of worked examples as drawings."""

import pytest

from bounden.reports.handbook import describe
from bounden.standards import RULEBOOK
from bounden.web.handbook.figures import figure


def figures(id):
    return {each.number: figure(each.timelines[0]) for each in describe(id).examples}


def test_open_from_the_start_to_the_limit_then_overrun():
    late = figures("MC-06")[3]
    assert [bar.kind for bar in late.lane.bars][:2] == ["open", "overrun"]
    assert [point.kind for point in late.lane.points] == ["due", "done"]
    assert late.due == "14:00"
    assert late.look.word == "Late"


def test_a_record_that_it_was_not_done_is_a_hollow_dot_where_it_has_a_time():
    assert not any(dot.undone for dot in figures("MC-06")[5].dots)  # it names no time


def test_what_owes_nothing_has_its_records_alone():
    nothing = figures("MC-06")[18]
    assert nothing.lane is None
    assert nothing.look is None
    assert nothing.dots


@pytest.mark.parametrize("one", RULEBOOK, ids=lambda one: one.id)
def test_everything_lies_on_the_drawing(one):
    for worked in describe(one.id).examples:
        for line in worked.timelines:
            drawn = figure(line)
            assert all(0 <= dot.x <= 100 and 0 <= dot.width <= 100 - dot.x + 0.01 for dot in drawn.dots)
            for bar in drawn.lane.bars if drawn.lane else ():
                assert 0 <= bar.x <= 100
                assert bar.width <= 100.5 - bar.x
            assert drawn.words
