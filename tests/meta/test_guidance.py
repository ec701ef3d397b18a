"""What the guidance of the standards promises, whoever writes it."""

import functools
import re
from pathlib import Path

import pytest

from bounden.ingest import case_files
from bounden.obligations.evaluator import evaluate
from bounden.obligations.outcome import outcome
from bounden.standards import RULEBOOK, parameters, standard
from bounden.standards.guidance import SENTENCES, guidance, published_cases

PUBLISHED = Path(__file__).parents[2] / "demonstration" / "published-cases"
FOLDER = Path(__file__).parents[2] / "bounden" / "standards"
IDS = {one.id for one in RULEBOOK}
WRITTEN = list(guidance().values())
SHOWN = [
    pytest.param(one.standard, side, shown, id=f"{one.standard}-{side}")
    for one in WRITTEN
    for side, shown in (("fell_short", one.fell_short), ("done_well", one.done_well))
    if shown and shown.case
]
LONGEST = 50  # words
PLATITUDES = re.compile(r"\b(ensure|appropriate action|timely|robust|holistic|best practice|make sure)\b", re.I)
BLAME = re.compile(r"\b(fault|blame|negligen\w+|careless\w*|failure|failed|risk score)\b", re.I)
UNLAWFUL = re.compile(r"unlawful|illegal|against the law|breaks? the law|in breach of the law", re.I)

each_guidance = pytest.mark.parametrize("one", WRITTEN, ids=lambda one: one.standard)


@functools.cache
def case_file(case: str) -> case_files.CaseFile:
    (found,) = case_files.read([PUBLISHED / f"{case}.yaml"])
    return found


@functools.cache
def judged(case: str):
    return evaluate(case_file(case).records(), RULEBOOK, parameters(), case_file(case).as_of)


@pytest.mark.parametrize("one", RULEBOOK, ids=lambda one: one.id)
def test_every_standard_has_guidance(one) -> None:
    assert one.id in guidance(), f"{one.area}/guidance.yaml: write what good looks like for {one.id}"


def test_nothing_else_has_guidance() -> None:
    assert sorted(set(guidance()) - IDS) == [], "the rulebook holds no such standard"


def test_guidance_stands_in_the_folder_of_its_area() -> None:
    for path in FOLDER.glob("*/guidance.yaml"):
        ids = re.findall(r"^([A-Z]+-[0-9]+):", path.read_text(encoding="utf-8"), re.M)
        assert {standard(one).area for one in ids} <= {path.parent.name}
        assert ids == sorted(ids), f"{path.parent.name}/{path.name}: put them in the order of their ids"


@each_guidance
def test_says_in_three_plain_sentences_what_good_looks_like(one) -> None:
    assert len(one.sentences) == SENTENCES
    assert one.sources
    shown = [side.says for side in (one.fell_short, one.done_well) if side]
    for sentence in (*one.sentences, *shown):
        assert len(sentence.split()) <= LONGEST, "an officer reads it standing up: make the sentence shorter"
        assert "_" not in sentence, "names of fields are no words"
        assert not PLATITUDES.search(sentence)
        assert not UNLAWFUL.search(sentence)
    assert not BLAME.search(" ".join(one.sentences))


@each_guidance
def test_comes_from_where_the_duty_stands(one) -> None:
    cited = {clause.url for clause in standard(one.standard).clauses}
    assert {source.url for source in one.sources} & cited, f"{one.standard}: name a source that its clauses cite"


@each_guidance
def test_says_what_to_do_where_it_cannot_be_done_in_time(one) -> None:
    excuse, said = standard(one.standard).excuse, " ".join(one.sentences)
    if excuse is None:
        assert "with your rank or role" not in said, "no reason excuses it"
        return
    naming = f"naming {one.standard}"
    assert naming in said, f'{one.standard}: a reason counts only if it names the standard: say "{naming}"'
    by = excuse.rank or excuse.by_role
    by = by.replace("_", " ") if by else "with your rank or role"
    assert by in said, f'{one.standard}: say who may write the reason, in these words: "{by}"'


@pytest.mark.parametrize(("id_", "side", "shown"), SHOWN)
def test_a_published_case_really_bears_on_its_standard(id_, side, shown) -> None:
    case = case_file(shown.case)
    owed = [one for one in judged(shown.case) if one.standard == id_]
    expected = {each.outcome for each in case.expects if each.standard == id_}
    if side == "fell_short":
        assert expected & {"late", "missed"}
        assert {"late", "missed"} & {outcome(one) for one in owed}
    elif case.verdict in {"praised", "good"}:
        assert any(seen.action_id for one in owed for seen in one.considered), "the case has no record of it"
    else:
        assert "met" in expected
        assert "met" in {outcome(one) for one in owed}


def test_the_list_of_published_cases_is_that_of_the_demonstration() -> None:
    reasons: list[str] = []
    listed = {case: (source.name, source.url) for case, source in published_cases(reasons).items()}
    files = case_files.read(sorted(PUBLISHED.glob("*.yaml")))
    assert listed == {each.case: (each.source.publication, each.source.url) for each in files}
    assert reasons == []
