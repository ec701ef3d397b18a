"""The reference page of the published cases: recall, contradictions, what no standard covers, what cannot be told."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from bounden.cli.case_report import outcome_words
from bounden.cli.recall import DEFINITE, Argument, Arguments, Conclusion, Reach, Recall, argued
from bounden.obligations.wording.kinds import say_missing
from bounden.standards import RULEBOOK

_TITLES = {one.id: one.title for one in RULEBOOK}
_AREAS = {one.id: one.area for one in RULEBOOK}
_NO_STANDARD = "no such standard in the rulebook"


def recall_page(found: Recall, arguments: Arguments) -> str:
    """The page as Markdown."""
    lines = [
        "# Published cases: what the standards reach of what inspectors said",
        "",
        f"Made by `make published-cases` from {len(found.cases)} published inspection cases and the "
        f"{len(RULEBOOK)} standards of the rulebook.",
        "What an expectation is stands in [the README of the cases](../../demonstration/published-cases/README.md).",
        "Inspectors publish what went wrong: no rate of any force may be computed from these cases.",
        "",
        *_summary(found),
        *_recall(found),
        *_not_reached(found, arguments.against),
        *_contradictions(found.contradictions),
        *_beyond(found.beyond, arguments.beyond),
        *_uncovered(found),
        *_untold(found.untold),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _summary(found: Recall) -> list[str]:
    failings = sum(len(case.uncovered) for case in found.cases)
    facts = sum(len(case.unencoded) for case in found.cases)
    definite = sum(one.outcome in DEFINITE for one in found.conclusions)
    untold = len(found.untold)
    return [
        f"- Recall: **{_share(found.reaches)}** expectations reached.",
        f"- Contradictions: **{len(found.contradictions)}**.",
        f"- Definite conclusions that no case file lists: {len(found.beyond)}.",
        f"- Failings that no standard covers: {failings}; facts that the vocabulary cannot say: {facts}.",
        f"- Obligations: {len(found.conclusions)}, of which {definite} are met, late, missed or excused, and {untold} "
        "cannot be told.",
        "",
    ]


def _recall(found: Recall) -> list[str]:
    lines = ["## Recall", ""]
    lines += _shares("basis", found.reaches, lambda one: one.expected.basis or "not stated")
    lines += _shares("area", found.reaches, lambda one: _AREAS.get(one.expected.standard, _NO_STANDARD))
    lines += _shares(
        "standard",
        found.reaches,
        lambda one: f"{one.expected.standard} {_TITLES.get(one.expected.standard, f'({_NO_STANDARD})')}",
    )
    return lines


def _shares(heading: str, reaches: Sequence[Reach], by: Callable[[Reach], str]) -> list[str]:
    groups = sorted({by(one) for one in reaches})
    rows = [(group, _share([one for one in reaches if by(one) == group])) for group in groups]
    return _table((heading, "reached of all"), rows)


def _share(reaches: Sequence[Reach]) -> str:
    return f"{sum(one.reached for one in reaches)} of {len(reaches)}"


def _not_reached(found: Recall, against: Sequence[Argument]) -> list[str]:
    missed = [one for one in found.reaches if not one.reached]
    lines = ["## Expectations not reached", ""]
    if not missed:
        return [*lines, "None.", ""]
    rows = []
    for one in missed:
        expected = one.expected
        concluded = ", ".join(outcome_words(each) for each in one.found) or "no such obligation"
        if expected.standard not in _TITLES:
            concluded = _NO_STANDARD
        argument = argued(against, one.case.case, expected.standard, expected.outcome)
        expects = f"{expected.standard} {outcome_words(expected.outcome)}"
        rows.append((f"`{one.case.case}`", expects, concluded, argument or "nothing argued"))
    return [*lines, *_table(("case", "expects", "concluded", "argument against it"), rows)]


def _contradictions(found: Sequence[Conclusion]) -> list[str]:
    lines = [
        "## Contradictions",
        "",
        "A definite conclusion where inspectors said the opposite: done where they criticised exactly that, or not",
        "done in time where they praised.",
        "",
    ]
    if not found:
        return [*lines, "None.", ""]
    rows = [(f"`{one.case.case}`", one.owed.standard, outcome_words(one.outcome), one.case.verdict) for one in found]
    return [*lines, *_table(("case", "standard", "concluded", "inspectors"), rows)]


def _beyond(found: Sequence[Conclusion], arguments: Sequence[Argument]) -> list[str]:
    lines = [
        "## Conclusions beyond the expectations",
        "",
        "Definite outcomes that no case file lists, each with the reason why the written facts force it.",
        "",
    ]
    if not found:
        return [*lines, "None.", ""]
    counted = Counter((one.case.case, one.owed.standard, one.outcome) for one in found)
    rows = [
        (f"`{case}`", standard, outcome_words(outcome), n, argued(arguments, case, standard, outcome) or "not argued")
        for (case, standard, outcome), n in sorted(counted.items())
    ]
    return [*lines, *_table(("case", "standard", "concluded", "obligations", "why"), rows)]


def _uncovered(found: Recall) -> list[str]:
    return [
        "## Failings that no standard covers",
        "",
        "In the words of the case files (`uncovered`), by what they are about.",
        "",
        *_said((case.case, said) for case in found.cases for said in case.uncovered),
        "## Facts that the vocabulary cannot say",
        "",
        "In the words of the case files (`unencoded`). No standard can look at them until a table holds them.",
        "",
        *_said((case.case, said) for case in found.cases for said in case.unencoded),
    ]


def _said(entries: Iterable[tuple[str, str]]) -> list[str]:
    rows = []
    for case, said in entries:
        about, _, what = said.partition(": ")
        rows.append((about.replace("_", " "), what, f"`{case}`"))
    return _table(("about", "what", "case"), sorted(rows))


def _untold(found: Sequence[Conclusion]) -> list[str]:
    """By the first reason named: an obligation is counted once."""
    standards: dict[str, list[str]] = defaultdict(list)
    for one in found:
        standards[(one.owed.missing or "").partition("; ")[0]].append(one.owed.standard)
    rows = [
        (say_missing(missing) or "exact times: it may be in time or not", len(named), ", ".join(sorted(set(named))))
        for missing, named in sorted(standards.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    return [
        "## What cannot be told, and for want of what",
        "",
        "The published accounts are short: most of what was done or not done is not in them. Each obligation counts",
        "once, under the first thing that is missing.",
        "",
        *_table(("missing", "obligations", "of"), rows),
    ]


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    written = [[str(cell).replace("|", "\\|") for cell in row] for row in rows]
    return [_row(heads), f"|{'---|' * len(heads)}", *(_row(cells) for cells in written), ""]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
