"""What good looks like stands in every form of the handbook."""

import json
from io import StringIO

import pytest
from rich.console import Console

from bounden.cli.handbook import print_entry
from bounden.cli.plain_terms import plain
from bounden.reports.handbook import describe
from bounden.reports.handbook.good import good, told
from bounden.reports.handbook.markdown import page

ENTRY = describe("INV-07")


def on_a_terminal() -> str:
    written = StringIO()
    print_entry(Console(file=written, width=10_000), ENTRY)
    return written.getvalue()


@pytest.mark.parametrize(
    "form", [lambda: page(ENTRY), on_a_terminal, lambda: json.dumps(plain(ENTRY))], ids=["print", "terminal", "JSON"]
)
def test_it_stands_there_with_its_sources_and_both_findings(form):
    said = form()
    for sentence in ENTRY.good.sentences:
        assert sentence in said
    for finding in ENTRY.good.findings:
        assert finding.says in said
        assert finding.url in said
    assert "met-2016-iioc-96d" in said
    assert all(url in said for _, url in ENTRY.good.sources)


def test_where_nobody_has_written_it_there_is_none():
    assert good("XX-99") is None


def test_a_finding_that_is_no_case_names_none():
    lines = list(told(ENTRY.good))
    assert any(line.startswith("Where it fell short: ") and "(case met-2016-iioc-96d, " in line for line in lines)
    assert any(line.startswith("Where it was done well: ") and "(case" not in line for line in lines)
