"""The printable reference of the standards, a page each, and the history of those that are new or changed."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from bounden.obligations.terms import Standard
from bounden.reports.handbook import Entry, entry_of
from bounden.reports.handbook.markdown import cell, page
from bounden.standards import CATALOGUE, QUESTIONS, RULEBOOK, RULEBOOK_VERSION, parameters
from bounden.standards.areas import AREAS
from bounden.standards.history import fingerprint, read_history, renewed, written_out
from bounden.standards.version import DATED

FOLDER = Path(__file__).parents[1] / "bounden" / "standards"


def pages() -> Mapping[str, Callable[[], str]]:
    """The list, and the page of each standard, by the name of the page."""
    return {"README.md": contents, **{f"{id}.md": partial(_page, id) for id in CATALOGUE}}


def _page(id: str) -> str:
    return page(entry_of(id))


def contents() -> str:
    """The page that leads to the reference of each standard."""
    lines = [
        "# The standards",
        "",
        f"The {len(RULEBOOK)} standards and {len(QUESTIONS)} audit questions of rulebook {RULEBOOK_VERSION}, a page",
        "each, to read or to print. The handbook on screen and `bounden standards ID` say the same. Made from the",
        "standards, their numbers and their worked examples.",
    ]
    for area, label in AREAS.items():
        if held := list(_rows(area)):
            columns = ("Standard", "Kind", "Severity", "Standing", "Whose duty", "Confirmed")
            lines += ["", f"## {label}", "", f"| {' | '.join(columns)} |", f"|{'---|' * len(columns)}", *held]
    return "\n".join(lines) + "\n"


def _rows(area: str) -> Iterator[str]:
    for one in CATALOGUE.values():
        if one.area == area:
            said = entry_of(one.id)
            confirmed = "**to be confirmed**" if said.to_be_confirmed else "yes"
            standing = ", ".join(said.standing)
            proposed = " **(proposed)**" if isinstance(said, Entry) and said.proposed else ""
            link = f"[{one.id}]({one.id}.md): {cell(one.title)}{proposed}"
            kind = "from records" if isinstance(one, Standard) else "audit question"
            yield f"| {link} | {kind} | {said.severity} | {standing} | {said.duty} | {confirmed} |"


def histories() -> Iterator[tuple[Path, str]]:
    """The history of each area with every standard that is new, or reads otherwise than its history says, entered."""
    for area in dict.fromkeys(one.area for one in CATALOGUE.values()):
        path = FOLDER / area / "history.yaml"
        held = read_history(path) if path.exists() else {}
        edition = date.fromisoformat(DATED)
        entered = {
            one.id: renewed(held.get(one.id, ()), fingerprint(one, parameters()), edition)
            for one in CATALOGUE.values()
            if one.area == area
        }
        yield path, written_out(entered)
