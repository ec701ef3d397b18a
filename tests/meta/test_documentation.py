"""What the documentation says is so: links lead somewhere, commands exist, the tutorial ends as it says."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from bounden.cli.manual import commands, is_option
from bounden.ingest import case_files
from bounden.obligations.evaluator import evaluate
from bounden.obligations.outcome import outcome
from bounden.standards import RULEBOOK, parameters

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)")
COMMAND = re.compile(r"^bounden ([a-z-]+)\b([^`\n#]*)", re.MULTILINE)
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
