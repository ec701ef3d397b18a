"""Promises about the whole tree."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST_MODULE = 400
VAGUE = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "managers"}
# Nothing that names the machine on which something was written, or where packages were fetched from.
FOREIGN = re.compile(
    r"(?<![\w.])/(?:work|root|opt|mnt|home/[a-z])(?:/|\b)(?!us)"
    r"|file:///|--(?:extra-)?index-url|--find-links|pypi\.org/simple|pythonhosted\.org",
)
OPEN_ENDS = re.compile(r"\b(?:TODO|FIXME|XXX)\b|raise NotImplementedError")
SELF = Path(__file__).relative_to(ROOT)
# Retold or taken from elsewhere, with their own words and formats.
TAKEN = ("bounden/web/static/vendor/",)


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    paths = [Path(name) for name in listed.decode().split("\0") if name and not name.startswith(TAKEN)]
    return [path for path in paths if (ROOT / path).is_file()]


def text(path: Path) -> str:
    return (ROOT / path).read_text(encoding="utf-8", errors="replace")


TRACKED = tracked()
MODULES = [path for path in TRACKED if path.suffix == ".py"]
PRODUCT = [path for path in MODULES if path.parts[0] == "bounden"]


def test_the_tree_is_found():
    assert Path("pyproject.toml") in TRACKED
    assert len(PRODUCT) > 30


@pytest.mark.parametrize("path", PRODUCT, ids=str)
def test_a_module_is_not_too_long_to_read(path):
    assert len(text(path).splitlines()) <= LONGEST_MODULE


def test_names_say_something():
    vague = [str(path) for path in TRACKED if VAGUE & {part.partition(".")[0] for part in path.parts}]
    assert vague == []


@pytest.mark.parametrize("path", PRODUCT, ids=str)
def test_a_module_says_what_it_is(path):
    if "migrations" not in path.parts:
        assert ast.get_docstring(ast.parse(text(path)))


def test_nothing_names_a_machine_or_a_registry():
    found = [
        f"{path}:{number}"
        for path in TRACKED
        if path != SELF and path.suffix not in {".png", ".parquet", ".woff2"}
        for number, line in enumerate(text(path).splitlines(), 1)
        if FOREIGN.search(line)
    ]
    assert found == []


def test_nothing_is_left_open():
    found = [str(path) for path in MODULES if path != SELF and OPEN_ENDS.search(text(path))]
    assert found == []


def test_only_the_interfaces_read_the_clock():
    below = {"records", "obligations", "standards", "ingest", "engine", "snapshots"}
    reads = re.compile(r"\b(?:datetime\.(?:now|utcnow|today)|date\.today|time\.time)\(")
    found = [str(path) for path in PRODUCT if path.parts[1] in below and reads.search(text(path))]
    assert found == []
