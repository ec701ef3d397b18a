"""What the handbook promises of every standard: said alike everywhere, and shown by its examples."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from io import StringIO

import pytest
from django.template.loader import render_to_string
from rich.console import Console

from bounden.cli.handbook import print_entry
from bounden.cli.plain_terms import plain
from bounden.obligations.terms import Duty, Standard
from bounden.reports.handbook import describe, entry_of
from bounden.reports.handbook.coverage import OUTCOME, PART, possible_outcomes
from bounden.reports.handbook.describing import LOCAL
from bounden.reports.handbook.markdown import page
from bounden.reports.handbook.timeline import Timeline
from bounden.standards import CATALOGUE, RULEBOOK
from bounden.web.handbook.presenters import page as web_page

each_standard = pytest.mark.parametrize("one", RULEBOOK, ids=lambda one: one.id)


def said(value: object) -> Iterator[str]:
    """Every word of an entry that a reader is to see."""
    if isinstance(value, Timeline):
        yield from (value.of, value.because, value.outcome.replace("_", " "), *(point.text for point in value.points))
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from said(each)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name != "of":
                yield from said(getattr(value, field.name))


def squeezed(text: str) -> str:
    """Without what wrapping, capitals and escapes change."""
    return re.sub(r"[\s\\]+", "", html.unescape(re.sub(r"</?[a-z][^>]*>", " ", text))).lower()


def lacking(entry: object, text: str) -> list[str]:
    there = squeezed(text)
    return [each for each in said(entry) if squeezed(each) not in there]


@pytest.mark.parametrize("id", CATALOGUE)
def test_print_terminal_and_page_say_all_of_it(id: str) -> None:
    entry = entry_of(id)
    terminal = StringIO()
    print_entry(Console(file=terminal, width=100), entry)
    source = render_to_string("standard.html", {"page": web_page(id)})
    links = " ".join(html.unescape(link) for link in re.findall(r'href="([^"]*)"', source))
    assert lacking(entry, page(entry)) == []
    assert lacking(entry, terminal.getvalue()) == []
    assert lacking(entry, source + links) == []


@each_standard
def test_json_holds_the_entry_whole(one: Standard) -> None:
    held = json.loads(json.dumps(plain(describe(one.id))))
    assert held["id"] == one.id
    assert len(held["examples"]) == len(describe(one.id).examples)
    assert all(example["timelines"] for example in held["examples"])


@each_standard
def test_every_outcome_that_it_can_reach_is_reached_by_an_example(one: Standard) -> None:
    shown = {each.says.replace(" ", "_"): each.by for each in describe(one.id).shown if each.of == OUTCOME}
    lacking = [name for name in possible_outcomes(one) if not shown[name]]
    assert lacking == [], f"{one.area}/examples.yaml: no example of {one.id} reaches {', '.join(lacking)}"


@each_standard
def test_every_part_of_it_is_shown_by_an_example(one: Standard) -> None:
    lacking = [each.says for each in describe(one.id).shown if each.of == PART and not each.by]
    assert lacking == [], (
        f"{one.area}/examples.yaml: no example of {one.id} ends otherwise without: {'; '.join(lacking)}"
    )


@each_standard
def test_what_is_unconfirmed_is_named(one: Standard) -> None:
    entry = describe(one.id)
    unconfirmed = one.to_be_confirmed or not all(clause.confirmed for clause in one.clauses)
    unconfirmed = unconfirmed or not all(number.confirmed for number in entry.numbers)
    assert bool(entry.to_be_confirmed) == unconfirmed
    assert page(entry).count("To be confirmed:") == len(entry.to_be_confirmed)


@each_standard
def test_the_clock_of_others_is_never_counted_against_police(one: Standard) -> None:
    assert ("never counted as a police failure" in describe(one.id).duty_means) == (one.duty is not Duty.POLICE)


@each_standard
def test_a_local_limit_is_said_to_break_no_law(one: Standard) -> None:
    entry = describe(one.id)
    limits = {number.name for number in entry.numbers if number.standing.startswith("local")}
    due = {getattr(test.due, "limit", None) for test in one.tests}
    if limits & due:
        assert entry.local == LOCAL


@each_standard
def test_what_is_only_proposed_says_so_before_anything_else(one: Standard) -> None:
    entry = describe(one.id)
    assert bool(one.proposed) == any(notice.startswith("Proposed, not in force.") for notice in entry.notices)
    assert bool(one.proposed) == entry.in_force.startswith("not yet")
    assert entry.examples
