"""What the documentation says is so: links lead somewhere, commands exist, the tutorial ends as it says."""

import re
from dataclasses import fields
from datetime import datetime
from pathlib import Path

import pytest

from bounden.cli.manual import commands, is_option
from bounden.ingest import case_files
from bounden.obligations.evaluator import evaluate
from bounden.obligations.outcome import outcome
from bounden.obligations.terms import Class, Severity, Standard, Test, Type
from bounden.reports.handbook.coverage import asked_situations
from bounden.standards import RULEBOOK, parameters, standard
from bounden.standards.areas import AREA_OF
from bounden.standards.examples import OUTCOMES, read_examples

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)")
COMMAND = re.compile(r"^bounden ([a-z-]+)\b([^`\n#]*)", re.MULTILINE)
ADD = (ROOT / "docs" / "how-to" / "add-a-standard.md").read_text(encoding="utf-8")
TUTORIAL = (ROOT / "docs" / "tutorials" / "first-case.md").read_text(encoding="utf-8")


def relative(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_links_lead_somewhere(page):
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", [p for p in PAGES if "decisions" not in p.parts], ids=relative)
def test_the_commands_that_are_shown_exist(page):
    text = page.read_text(encoding="utf-8")
    shown = re.findall(r"```\n(.*?)```", text, re.DOTALL) + re.findall(r"`(bounden [^`]+)`", text)
    for block in shown:
        for name, rest in COMMAND.findall(block):
            options = {option for p in commands()[name].params if is_option(p) for option in p.opts}
            assert set(re.findall(r"--[a-z-]+", rest)) <= options, f"bounden {name}{rest}"


def test_every_page_of_the_documentation_is_reached_from_its_index():
    """By the index itself, or by the index of a folder, a README of its own."""
    index = ROOT / "docs" / "README.md"
    reached, indexes = {index}, [index]
    while indexes:
        page = indexes.pop()
        linked = {(page.parent / link).resolve() for link in LINK.findall(page.read_text(encoding="utf-8"))}
        indexes += [new for new in linked - reached if new.name == "README.md" and new.is_relative_to(ROOT / "docs")]
        reached |= linked
    assert set((ROOT / "docs").rglob("*.md")) <= reached


def test_every_target_is_explained():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    explained = set(re.findall(r"^([a-z-]+):.*## \S", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert (
        {"run", "test", "check", "fix", "bench", "docs", "test-browser", "test-postgres", "help"}
        <= targets
        == explained
    )


class TestTutorial:
    @pytest.fixture
    def judged(self, tmp_path):
        """The outcomes of the tutorial's case, by standard, with one thing in it replaced."""

        def judge(this="", by=""):
            text = re.search(r"```yaml\n(case: .*?)```", TUTORIAL, re.DOTALL).group(1)
            assert this in text
            (tmp_path / "first.yaml").write_text(text.replace(this, by))
            (case,) = case_files.read([tmp_path / "first.yaml"])
            owed = evaluate(case.records(), RULEBOOK, parameters(), datetime(2026, 11, 21))
            return {each.standard: outcome(each) for each in owed}

        return judge

    def test_it_ends_as_it_says(self, judged):
        outcomes = judged()
        assert (outcomes["MC-07"], outcomes["MC-06"]) == ("missed", "late")
        assert "cannot_tell" in outcomes.values()

    def test_silence_of_complete_records_is_an_omission(self, judged):
        before, after = judged(), judged("coverage: partial", "coverage: complete")
        told = {standard for standard, result in before.items() if result == "cannot_tell"}
        assert {after[standard] for standard in told} == {"missed"}

    def test_a_time_on_both_sides_of_the_limit_cannot_be_told(self, judged):
        assert judged("at: +15h, at_latest: unknown", "at: +3h, at_latest: +5h")["MC-06"] == "cannot_tell"


class TestAddAStandard:
    """Whoever follows the page needs no other."""

    def test_it_names_the_folder_of_every_id(self):
        rows = re.findall(r"^\| ([A-Z, ]+) \| `([a-z]+)` \|$", ADD, re.MULTILINE)
        assert {prefix: folder for prefixes, folder in rows for prefix in prefixes.split(", ")} == AREA_OF

    def test_its_standard_is_the_one_in_force(self):
        module, written = re.findall(r"^```python\n(.*?)^```", ADD, re.DOTALL | re.MULTILINE)
        held = {}
        exec(f"{module}\n{written}", held)
        assert held["MC_06"] == standard("MC-06")

    def test_it_explains_every_part_and_every_word_of_a_closed_list(self):
        explained = set(re.findall(r"`([A-Za-z_]+)`", "".join(re.findall(r"^\| `.*? \|", ADD, re.MULTILINE))))
        assert {field.name for field in fields(Standard)} - {"id"} <= explained
        assert {"starts", "due", "discharged_by"} <= explained & {field.name for field in fields(Test)}
        for words in (Type, Class, Severity):
            assert [word.name for word in words if f"`{word.name}`" not in ADD] == []
        assert [outcome for outcome in OUTCOMES if f"`{outcome}`" not in ADD] == []

    def test_it_names_every_situation_that_examples_must_show(self):
        rows = re.search(r"^\| `shows` \|.*?\n\n", ADD, re.DOTALL | re.MULTILINE).group()
        named = {
            word for cell in re.findall(r"^\| (`[^|]*) \|", rows, re.MULTILINE) for word in re.findall(r"`(\w+)`", cell)
        }
        assert named - {"shows", "ends", "NEVER"} == {word for one in RULEBOOK for word in asked_situations(one)}

    def test_its_examples_are_read(self, tmp_path):
        block = re.search(r"```yaml\n(MC-06:\n  given:.*?)```", ADD, re.DOTALL).group(1)
        (tmp_path / "examples.yaml").write_text(block, encoding="utf-8")
        reasons = []
        assert [one.expects[0].outcome for one in read_examples(tmp_path / "examples.yaml", reasons)] == ["met", "met"]
        assert reasons == []
