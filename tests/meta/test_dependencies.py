"""Each dependency is declared, explained, locked with hashes and used."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
REQUIREMENT = re.compile(r"[A-Za-z0-9_.-]+")
# Needed by what we import, or by the standard library: their comments say why they are named.
NOT_IMPORTED = {"sqlglot", "python-dateutil", "tzdata"}
# Named in the settings, which Django imports by name.
IN_SETTINGS = {"django-axes": '"axes.', "whitenoise": '"whitenoise.'}
# What `make` installs the checkout with.
BUILD = {"hatchling", "editables"}


def name(requirement):
    return re.sub(r"[-_.]+", "-", REQUIREMENT.match(requirement).group()).lower()


DECLARED = {name(each) for each in tomllib.loads(PROJECT)["project"]["dependencies"]}


def imported():
    distributions = packages_distributions()
    found = set()
    for path in [*(ROOT / "bounden").rglob("*.py"), ROOT / "manage.py"]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = [each.name for each in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                modules = [node.module]
            tops = {module.partition(".")[0] for module in modules}
            found |= tops - set(sys.stdlib_module_names) - {"bounden"}
    return {name(distributions[top][0]) if top in distributions else top for top in found}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported():
    settings = (ROOT / "bounden" / "config" / "settings.py").read_text(encoding="utf-8")
    named = {distribution for distribution, module in IN_SETTINGS.items() if module in settings}
    assert imported() | named == DECLARED - NOT_IMPORTED


def test_each_dependency_says_what_for():
    lines = PROJECT.split("dependencies = [\n")[1].split("\n]\n")[0].splitlines()
    for above, line in pairwise(lines):
        if line.strip().startswith('"'):
            assert above.strip().startswith("#"), line


def test_what_is_locked_is_what_is_declared():
    asked = [line for line in (ROOT / "requirements" / "run.in").read_text().splitlines() if line[:1] not in {"#", ""}]
    assert {name(line) for line in asked} == DECLARED | BUILD


@pytest.mark.parametrize("file", ["run.txt", "dev.txt", "bench.txt"])
def test_a_lock_pins_and_hashes_everything_and_names_no_index(file):
    text = (ROOT / "requirements" / file).read_text()
    blocks = re.split(r"\n(?=[a-z0-9])", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip())
    assert len(blocks) > 20
    for block in blocks:
        assert re.match(r"[a-z0-9-]+(\[[a-z,]+\])?==[^ ]+", block), block[:80]
        assert "--hash=sha256:" in block, block[:80]
    assert "://" not in text


def pins(file):
    return set(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / "requirements" / file).read_text(), re.MULTILINE))


def test_what_runs_is_what_was_tested_and_what_is_measured():
    assert pins("run.txt") <= pins("dev.txt")
    assert pins("run.txt") <= pins("bench.txt")


def test_installing_the_benchmarks_changes_nothing_for_the_tests():
    tested = pins("dev.txt")
    names = {name for name, _ in tested}
    assert {pin for pin in pins("bench.txt") if pin[0] in names} <= tested


def test_nothing_but_the_benchmarks_asks_for_what_the_engine_is_measured_against():
    peers = {"pm4py", "polars", "json-logic-qubit"}
    assert not peers & {name for name, _ in pins("run.txt") | pins("dev.txt")}
