"""What every standard of the rulebook promises, whoever writes it."""

import ast
import re
from pathlib import Path

import pytest

import bounden.standards
from bounden.obligations.local_limits import has_local_limit
from bounden.obligations.naming import parameters_of
from bounden.obligations.parameters import Limit
from bounden.obligations.terms import AuditQuestion, Class, Duty, Standard, Type, WakingHours, Within
from bounden.reports.handbook.coverage import asked_situations
from bounden.standards import CATALOGUE, QUESTIONS, RULEBOOK, parameters
from bounden.standards.examples import examples_of, worked_examples
from bounden.standards.guidance import guidance, named_sources

FOLDER = Path(bounden.standards.__file__).parent
UNLAWFUL = re.compile(
    r"unlawful|illegal|against the law|broke the law|breaks? the law|in breach of the law|offence to", re.I
)
LONGEST = 45

each_standard = pytest.mark.parametrize("one", RULEBOOK, ids=lambda one: one.id)
each_entry = pytest.mark.parametrize("one", CATALOGUE.values(), ids=lambda one: one.id)


def _modules() -> list[Path]:
    return sorted(path for path in FOLDER.glob("*/*.py"))


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
    assert one.classes == tuple(dict.fromkeys(one.classes)) != (), f"{one.id}: name its standing, each once"
    assert one.author
    assert one.checker
    assert one.next_review.year > 2026


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
    uncited = [name for name, source in named_sources().items() if source.url not in cited]
    assert uncited == [], "cite it, or take it out"
    assert sorted(cited - {source.url for source in named_sources().values()}) == [], "name it as a Source"


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
    assert any(clause.confirmed for clause in one.clauses) or one.to_be_confirmed, (
        f"{one.id}: nobody has seen any of its sources: say to_be_confirmed=True"
    )


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


def test_every_parameter_is_used() -> None:
    named = {name for one in CATALOGUE.values() for name in parameters_of(one)}
    assert sorted(set(parameters().by_name) - named) == [], "no standard names it: use it, or take it out"


def test_every_parameter_stands_with_its_area_or_is_shared() -> None:
    written = CATALOGUE.values()
    areas = {name: {one.area for one in written if name in parameters_of(one)} for name in parameters().by_name}
    for path in FOLDER.glob("*/parameters.yaml"):
        names = re.findall(r"^([a-z_0-9]+):", path.read_text(encoding="utf-8"), re.M)
        elsewhere = [name for name in names if areas[name] - {path.parent.name}]
        assert elsewhere == [], f"{path.parent.name}: shared by areas: move it to bounden/standards/parameters.yaml"


@each_standard
def test_every_limit_can_be_counted(one: Standard) -> None:
    for test in one.tests:
        if isinstance(test.due, Within | WakingHours):
            assert isinstance(parameters().limit(test.due.limit), Limit)


@each_standard
def test_examples_show_each_side_of_the_limit(one: Standard) -> None:
    shown = {example.shows for example in examples_of(one.id)}
    lacking = [name for name in asked_situations(one) if name not in shown]
    assert lacking == [], f"{one.area}/examples.yaml: {one.id} needs an example with `shows:` {', '.join(lacking)}"


def test_every_example_belongs_to_a_standard_of_its_area() -> None:
    areas = {one.id: one.area for one in RULEBOOK}
    for path in FOLDER.glob("*/examples.yaml"):
        for standard in re.findall(r"^([A-Z]+-[0-9]+):", path.read_text(encoding="utf-8"), re.M):
            assert areas.get(standard) == path.parent.name, f"{path.parent.name}/{path.name}: {standard}"
    without = sorted(set(areas) - {example.standard for example in worked_examples()})
    assert without == [], "write its examples into the examples.yaml of its folder"


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
            lines = (node.end_lineno or 0) - node.lineno + 1
            assert lines <= LONGEST, (
                f"{path.parent.name}/{path.name}, line {node.lineno}: {ast.unparse(node.targets[0])} has {lines} lines "
                f"and a screen has {LONGEST}: say less, or make two standards of it"
            )


def test_no_query_stands_in_the_folder() -> None:
    query = re.compile(r"\b(ibis|duckdb|sqlglot|pyarrow|pandas)\b|\bSELECT\b")
    assert not [path for path in FOLDER.rglob("*.py") if query.search(path.read_text(encoding="utf-8"))]
