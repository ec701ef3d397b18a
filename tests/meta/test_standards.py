"""What every standard of the rulebook promises, whoever writes it."""

import ast
import re
from pathlib import Path

import pytest

import bounden.standards
from bounden.obligations.local_limits import has_local_limit
from bounden.obligations.parameters import Limit
from bounden.obligations.terms import (
    AtOnce,
    AuditQuestion,
    ByCurrentGrade,
    ByTimeLimit,
    Class,
    Duty,
    First,
    NextSchoolDay,
    SoonerAfter,
    Standard,
    Type,
    WakingHours,
    Within,
)
from bounden.standards import (
    CATALOGUE,
    QUESTIONS,
    RULEBOOK,
    audit_sources,
    findings,
    investigation_sources,
    local_sources,
    offender_sources,
    parameters,
    sources,
)
from bounden.standards.examples import examples_of, worked_examples
from bounden.standards.guidance import guidance
from bounden.standards.parameters import parameters_of

SOURCES = (sources, audit_sources, investigation_sources, local_sources, offender_sources, findings)
FOLDER = Path(bounden.standards.__file__).parent
AREAS = {
    "IC": "incidents",
    "AH": "referrals",
    "INV": "investigations",
    "DM": "investigations",
    "TA": "investigations",
    "MC": "missing",
    "RO": "offenders",
    "PD": "detention",
    "GOV": "governance",
}
WRITTEN = """
    IC-01 IC-02 IC-03 IC-04 IC-05 IC-06 IC-07 IC-08 IC-09 IC-10 IC-12 IC-13 IC-14 IC-15 IC-17 IC-19 IC-20
    AH-01 AH-02 AH-03 AH-04 AH-05 AH-06 AH-08 AH-09 AH-11 AH-12 AH-13 AH-14 AH-15 AH-16 AH-17
    AH-18 AH-20 AH-21 AH-22 AH-23 AH-24 AH-26 AH-27
    INV-01 INV-02 INV-03 INV-04 INV-05 INV-06 INV-07 INV-08 INV-09 INV-10 INV-11 INV-12
    INV-13 INV-14 INV-15 INV-16
    INV-17 INV-18 INV-19 INV-21 INV-22 INV-23 INV-24
    DM-01 DM-02 DM-03 DM-04 DM-07
    TA-01 TA-03
    MC-01 MC-03 MC-05 MC-06 MC-07 MC-08 MC-10 MC-11 MC-13 MC-14 MC-20
    RO-01 RO-02 RO-03 RO-04 RO-06 RO-07 RO-08 RO-10 RO-11 RO-12 RO-13 RO-14 RO-15 RO-16 RO-18 RO-22 RO-23
    GOV-01 GOV-02 GOV-03 GOV-04 GOV-16
    PD-01 PD-02 PD-04 PD-05 PD-07 PD-10 PD-15 PD-16 PD-17
    DM-05
    MC-01 MC-03 MC-04 MC-05 MC-06 MC-07 MC-08 MC-09 MC-10 MC-11 MC-12 MC-13 MC-14 MC-15 MC-16 MC-17 MC-20
    PD-01 PD-02 PD-03 PD-04 PD-05 PD-06 PD-07 PD-09 PD-10 PD-11 PD-12 PD-15 PD-16 PD-17
""".split()
UNLAWFUL = re.compile(
    r"unlawful|illegal|against the law|broke the law|breaks? the law|in breach of the law|offence to", re.I
)
LONGEST = 45

each_standard = pytest.mark.parametrize("one", RULEBOOK, ids=lambda one: one.id)
each_entry = pytest.mark.parametrize("one", CATALOGUE.values(), ids=lambda one: one.id)


def _modules() -> list[Path]:
    return sorted(path for path in FOLDER.glob("*/*.py"))


def test_the_standards_promised_are_written() -> None:
    assert set(WRITTEN) <= {one.id for one in RULEBOOK}


def test_ids_are_unique_and_in_order() -> None:
    ids = [one.id for one in RULEBOOK]
    assert ids == sorted(set(ids))


def test_every_type_of_obligation_is_among_them() -> None:
    types = {one.type_of(test) for one in RULEBOOK for test in one.tests}
    assert types == set(Type)


@each_entry
def test_says_whose_duty_it_is_and_who_answers_for_its_text(one: Standard | AuditQuestion) -> None:
    assert one.duty in Duty
    assert one.severity
    assert one.classes == tuple(dict.fromkeys(one.classes)) != ()
    assert one.author
    assert one.checker
    assert one.next_review.year > 2026
    assert one.area == AREAS[one.id.split("-")[0]]


@each_entry
def test_cites_where_it_stands(one: Standard | AuditQuestion) -> None:
    assert one.clauses
    for clause in one.clauses:
        assert clause.text.endswith((".", "?"))
        assert clause.source
        assert re.fullmatch(r"https?://\S+", clause.url)


@each_standard
def test_says_the_finding_behind_it(one: Standard) -> None:
    assert one.why.endswith(".")


def test_every_source_is_cited_by_a_standard_a_question_or_guidance() -> None:
    cited = {clause.url for one in CATALOGUE.values() for clause in one.clauses}
    for one in guidance().values():
        shown = [side.source for side in (one.fell_short, one.done_well) if side and not side.case]
        cited |= {source.url for source in (*one.sources, *shown)}
    held = (one for module in SOURCES for one in vars(module).values())
    assert {value.url for value in held if isinstance(value, sources.Source)} == cited


@each_standard
def test_reads_as_plain_sentences(one: Standard) -> None:
    assert one.plain.endswith(".")
    assert not one.title.endswith(".")
    assert "_" not in one.title + one.plain + one.why, "names of fields are no words"
    longest = max(len(sentence.split()) for sentence in re.split(r"[.:;]", one.plain))
    assert longest <= 40, "an inspector reads it aloud: make the sentence shorter"


@each_entry
def test_what_is_unconfirmed_is_said_to_be(one: Standard | AuditQuestion) -> None:
    if one.to_be_confirmed:
        assert not all(clause.confirmed for clause in one.clauses)
    assert any(clause.confirmed for clause in one.clauses) or one.to_be_confirmed


@each_standard
def test_nothing_local_is_called_unlawful(one: Standard) -> None:
    assert not UNLAWFUL.search(" ".join((one.title, one.plain, one.why, one.audit)))
    if has_local_limit(one, parameters()) and Class.STATUTE in one.classes:
        assert "We count" in one.plain, "the law sets no number: say that the number is ours"


@pytest.mark.parametrize("one", QUESTIONS, ids=lambda one: one.id)
def test_no_audit_question_calls_anything_unlawful(one: AuditQuestion) -> None:
    assert not UNLAWFUL.search(" ".join((one.title, one.plain, one.question, one.why_a_person)))


def test_no_meaning_of_a_parameter_calls_it_unlawful() -> None:
    assert not [p.name for p in parameters().by_name.values() if UNLAWFUL.search(p.meaning + p.reference)]


def test_every_parameter_named_exists_and_every_parameter_is_used() -> None:
    named = {name for one in CATALOGUE.values() for name in parameters_of(one)}
    assert named == set(parameters().by_name)


def test_every_parameter_stands_with_its_area_or_is_shared() -> None:
    written = CATALOGUE.values()
    areas = {name: {one.area for one in written if name in parameters_of(one)} for name in parameters().by_name}
    for path in FOLDER.glob("*/parameters.yaml"):
        names = re.findall(r"^([a-z_0-9]+):", path.read_text(encoding="utf-8"), re.M)
        assert {name: areas[name] for name in names} == {name: {path.parent.name} for name in names}


@each_standard
def test_every_limit_can_be_counted(one: Standard) -> None:
    for test in one.tests:
        if isinstance(test.due, Within | WakingHours):
            assert isinstance(parameters().limit(test.due.limit), Limit)


@each_standard
def test_examples_show_each_side_of_the_limit(one: Standard) -> None:
    shown = {example.shows for example in examples_of(one.id)}
    wanted = {"unknown"}
    if one.type is Type.NEVER:
        wanted |= {"proper_form", "breach"}
    else:
        wanted |= {"exactly_at", "just_after", "not_done"}
    if not (one.type is Type.NEVER or _starts_with_its_evidence(one)):
        wanted.add("just_before")
    if not all(isinstance(test.due, AtOnce) for test in one.tests):
        wanted.add("pending")
    if one.excuse:
        wanted.add("excused")
    if one.ends:
        wanted.add("withdrawn")
    if any(_counts_local_days(one, test.due) for test in one.tests):
        wanted.add("clock_change")
    assert wanted <= shown


def _starts_with_its_evidence(one: Standard) -> bool:
    """Nothing can be in time before T if T is the first act that could be (MC-03: the first grade)."""
    (test,) = one.tests if len(one.tests) == 1 else (None,)
    if test is None or not isinstance(test.due, AtOnce) or not isinstance(test.starts, First):
        return False
    assert test.discharged_by
    kinds = {getattr(a, "kind", None) for member in test.discharged_by.members for a in member.alternatives}
    return set(test.starts.kinds) <= kinds


def _counts_local_days(one: Standard, due: object) -> bool:
    if isinstance(due, NextSchoolDay | WakingHours):
        return True
    names = [due.limit] if isinstance(due, SoonerAfter | Within) else []
    if isinstance(due, ByCurrentGrade | ByTimeLimit):
        names = list(due.limits.values())
    return any(parameters().limit(name).unit not in ("h", "min") for name in names)


def test_every_example_belongs_to_a_standard_of_its_area() -> None:
    areas = {one.id: one.area for one in RULEBOOK}
    for path in FOLDER.glob("*/examples.yaml"):
        for standard in re.findall(r"^([A-Z]+-[0-9]+):", path.read_text(encoding="utf-8"), re.M):
            assert areas.get(standard) == path.parent.name
    assert {example.standard for example in worked_examples()} == set(areas)


@pytest.mark.parametrize("path", _modules(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_standards_are_written_and_not_programmed(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body:
        assert isinstance(node, ast.Expr | ast.ImportFrom | ast.Assign), (
            f"line {node.lineno}: only standards stand here"
        )
        if isinstance(node, ast.ImportFrom):
            allowed = node.module in ("bounden.obligations.terms", "dataclasses", "datetime") or (
                node.module or ""
            ).startswith("bounden.standards.")
            assert allowed, f"line {node.lineno}: standards are written in the terms alone"
    loose = (ast.Lambda, ast.If, ast.For, ast.FunctionDef, ast.ListComp, ast.GeneratorExp, ast.DictComp, ast.JoinedStr)
    assert not [node for node in ast.walk(tree) if isinstance(node, loose)]


@pytest.mark.parametrize("path", _modules(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_standard_is_longer_than_a_screen(path: Path) -> None:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign):
            assert (node.end_lineno or 0) - node.lineno + 1 <= LONGEST, ast.unparse(node.targets[0])


def test_no_query_stands_in_the_folder() -> None:
    query = re.compile(r"\b(ibis|duckdb|sqlglot|pyarrow|pandas)\b|\bSELECT\b")
    assert not [path for path in FOLDER.rglob("*.py") if query.search(path.read_text(encoding="utf-8"))]
