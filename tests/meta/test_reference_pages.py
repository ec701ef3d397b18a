"""The pages of docs/reference are what the code says; every command and option is documented."""

import importlib.util
from pathlib import Path

import pytest

from bounden.cli.manual import commands, is_option

DOCS = Path(__file__).parents[2] / "docs"
MANUAL = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")


def generator():
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PAGES = generator().PAGES


@pytest.mark.parametrize("name", PAGES)
def test_a_reference_page_is_what_the_code_says(name):
    path = DOCS / "reference" / name
    assert path.exists(), "run make docs"
    assert path.read_text(encoding="utf-8") == PAGES[name](), "run make docs"


def test_no_page_is_left_of_what_is_there_no_longer():
    held = {str(path.relative_to(DOCS / "reference")) for path in (DOCS / "reference").rglob("*.md")}
    assert held == set(PAGES), "run make docs"


def test_the_commands_of_the_contract_are_there():
    assert {"check", "build", "outcomes", "explain", "standards"} <= set(commands())


@pytest.mark.parametrize("name", commands())
def test_a_command_and_each_of_its_options_is_documented(name):
    command = commands()[name]
    chapter = MANUAL.split(f"## bounden {name}\n")[1].split("\n## ")[0]
    assert command.help
    for parameter in command.params:
        if parameter.name != "help":
            assert parameter.help, parameter.name
            word = parameter.opts[0] if is_option(parameter) else parameter.metavar
            assert f"| `{word}" in chapter
