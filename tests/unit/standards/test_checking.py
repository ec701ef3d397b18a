"""What a standard is refused for as the rulebook is read, and what the refusal says to do."""

from dataclasses import replace

import pytest

from bounden import cli
from bounden.cli import application
from bounden.obligations.refused import RulebookRefused
from bounden.obligations.terms import (
    Class,
    First,
    Flagged,
    People,
    Report,
    Standard,
    Test,
    Within,
    all_of,
    any_of,
    doing,
    incident,
    reasoned,
)
from bounden.standards import CATALOGUE, parameters, standard
from bounden.standards.checking import wrong_in

ONE = standard("MC-06")


def wrong(one: Standard, folder: str = "missing") -> list[str]:
    return wrong_in(one, folder, parameters())


def with_test(**changed: object) -> Standard:
    return replace(ONE, tests=(replace(ONE.tests[0], **changed),))


@pytest.mark.parametrize("one", CATALOGUE.values(), ids=CATALOGUE)
def test_nothing_is_wrong_with_what_is_in_force(one) -> None:
    assert wrong_in(one, one.area, parameters()) == []


@pytest.mark.parametrize("id", ["MC-6", "MC_06", "mc-06", "XX-06", "MC-100", ""])
def test_an_id_has_a_known_beginning_and_two_digits(id: str) -> None:
    (reason,) = wrong(replace(ONE, id=id))
    assert reason == ("an id is one of IC, AH, INV, DM, TA, MC, RO, PD, GOV, a hyphen and two digits, such as MC-06")


def test_an_id_stands_in_the_folder_of_its_area() -> None:
    assert wrong(replace(ONE, area="incidents"), "incidents") == [
        "an id that begins with MC stands in the folder missing; move it or change its id"
    ]


def test_an_area_is_named_as_its_folder_is() -> None:
    assert wrong(replace(ONE, area="Missing children")) == ['area must name its folder: area="missing"']


@pytest.mark.parametrize(
    ("name", "held"), [("tests", ONE.tests[0]), ("classes", Class.LOCAL), ("clauses", ONE.clauses[0])]
)
def test_a_list_of_one_has_its_comma(name: str, held: object) -> None:
    (reason,) = wrong(replace(ONE, **{name: held}))
    assert reason == f"{name} is a list, even of one: {name}=(…,) with a comma before the last bracket"


def test_a_part_is_of_its_kind() -> None:
    assert wrong(replace(ONE, clauses=("the law",))) == ["clauses holds a str; it holds Clause"]
    assert wrong(replace(ONE, severity="critical")) == ["severity is a str; it must be Severity"]
    assert wrong(replace(ONE, excuse="a reason")) == ["excuse is a str; it must be Excuse"]
    assert wrong(with_test(starts=Report)) == ["starts=Report lacks its brackets: starts=Report(…)"]
    (reason,) = wrong(with_test(starts="report"))
    assert reason.startswith("starts is a str; it must be ")


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (with_test(discharged_by=all_of("home_serched")), "home_serched is no kind of action; did you mean home_sea"),
        (with_test(discharged_by=all_of(any_of("child_seen", "zz"))), "zz is no kind of action; those that are "),
        (with_test(starts=First(("founded",))), "founded is no kind of action; did you mean found?"),
        (
            with_test(discharged_by=all_of(doing("visited", "sean"))),
            "sean is no value of visited; did you mean seen?",
        ),
        (replace(ONE, looks_at=incident("domestic")), "domestic is no category; did you mean domestic_abuse?"),
        (replace(ONE, for_each=People(name="x", roles=frozenset({"bystander"}))), "bystander is no role; use carer, "),
        (replace(ONE, only_where=(Flagged(frozenset({"looked_aftr"})),)), "looked_aftr is no kind of flag; did you"),
        (replace(ONE, excuse=reasoned(rank="inspectr")), "inspectr is no rank; did you mean inspector?"),
    ],
)
def test_a_word_of_no_closed_list_is_refused_with_the_nearest(one: Standard, reason: str) -> None:
    (found,) = wrong(one)
    assert found.startswith(reason)


def test_a_parameter_that_nobody_wrote_is_named_with_where_to_write_it() -> None:
    assert wrong(with_test(due=Within("mc_serch"))) == [
        "no parameter is named mc_serch; did you mean mc_search? If not, write it into missing/parameters.yaml"
    ]
    assert wrong(with_test(due=Within("zz"))) == ["no parameter is named zz; write it into missing/parameters.yaml"]


def test_a_limit_can_be_counted() -> None:
    (reason,) = wrong(with_test(due=Within("24 hours")))
    assert reason.startswith('"24 hours": a limit is a whole number and one of min, h, ')
    assert wrong(with_test(due=Within("school_start"))) == ['"school_start": parameter school_start is not a limit']
    (reason,) = wrong(with_test(due=Within(24)))  # type: ignore[arg-type]
    assert reason.startswith("a limit stands in quotation marks")


def test_everything_that_is_wrong_is_said_at_once() -> None:
    one = replace(with_test(discharged_by=all_of("home_serched", "fond")), excuse=reasoned(rank="inspectr"))
    assert len(wrong(one)) == 3


def test_a_command_says_why_the_rulebook_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse() -> None:
        raise RulebookRefused("missing/first_hours.py, line 9: MC-06: a reason")

    monkeypatch.setattr(application, "main", refuse)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 1
    assert capsys.readouterr().err == (
        "The rulebook cannot be used:\nmissing/first_hours.py, line 9: MC-06: a reason\n"
    )


def test_a_stage_is_checked_too() -> None:
    assert wrong(replace(ONE, tests=(Test(starts=Report(), due=Within("zz")),)))
