"""The terms of a standard in words a reader need not learn: when time runs, by when, what counts, what excuses."""

from collections.abc import Iterable

from bounden.obligations import terms
from bounden.obligations.parameters import Limit
from bounden.standards import parameters
from bounden.web.wording import plain

UNITS = {
    "min": ("minute", "minutes"), "h": ("hour", "hours"), "d": ("day", "days"), "m": ("month", "months"),
    "wd": ("working day", "working days"), "years": ("year", "years"),
    "d beginning with": ("day, the first day counted", "days, the first day counted"),
}  # fmt: skip


def limit(value: Limit) -> str:
    """`4 hours`, `5 working days`."""
    one, many = UNITS[value.unit]
    return f"{value.amount} {one if value.amount == 1 else many}"


def either(words: Iterable[str], joint: str = "or") -> str:
    """a, b or c."""
    *most, last = list(words)
    return f"{', '.join(most)} {joint} {last}" if most else last


def kind(name: str) -> str:
    return f"‘{plain(name).lower()}’"


def values(names: Iterable[str]) -> str:
    found = sorted(plain(name).lower() for name in names)
    return f" ({either(found)})" if found else ""


def start(of: terms.Start) -> str:
    """From when time runs."""
    match of:
        case terms.Report():
            return "the report to police"
        case terms.Attendance():
            return "the arrival of officers, or the limit for a first attendance, whichever is earlier"
        case terms.ChildKnown():
            return "when police knew of the child: the report, or when officers arrived or identified the children"
        case terms.First(kinds=kinds, values=named, else_report=else_report):
            text = f"the first record of {either(map(kind, kinds))}{values(named)}"
            return f"{text}; where there is none, the report" if else_report else text
        case terms.FirstUnattended():
            return "the record that the incident was resolved, or closed, without anybody attending"
        case terms.EachRow(kinds=kinds):
            return f"each record of {either(map(kind, kinds))}"
        case terms.SignificantHarm():
            return "when there was reasonable cause to suspect significant harm"
        case terms.EarlierOf(one, other):
            return f"the earlier of {start(one)} and {start(other)}"
        case terms.LaterOf(one, other):
            return f"the later of {start(one)} and {start(other)}"
        case terms.DueOf(standard):
            return f"the limit of {standard} passing without its being met"
    raise TypeError(f"no words for the start {type(of).__name__}")


def due(of: terms.Due) -> str:
    """By when it is due."""

    def amount(name: str) -> str:
        return limit(parameters().limit(name))

    def added(names: Iterable[str]) -> str:
        return either((amount(name) for name in names), "and another")

    match of:
        case terms.Within(name):
            return f"within {amount(name)}"
        case terms.AtOnce():
            return "by that very instant"
        case terms.NextSchoolDay():
            return "by the start of the next school day"
        case terms.WakingHours(name):
            return f"within {amount(name)}, the hours of rest not counted"
        case terms.ByFirstGrade(limits=limits, otherwise=otherwise):
            grades = [f"{plain(grade).lower()}: {added(names)}" for grade, names in limits.items()]
            return f"by the first grade on record: {'; '.join(grades)}; otherwise {added(otherwise)}"
        case terms.ByCurrentGrade(limits=limits):
            grades = [f"{plain(grade).lower()}: {amount(name)}" for grade, name in limits.items()]
            return f"by the grade, also when it is raised: {'; '.join(grades)}"
    raise TypeError(f"no words for the limit {type(of).__name__}")


def evidence(of: terms.Evidence | None, breach: Iterable[str]) -> tuple[str, ...]:
    """What discharges it; all of these are needed."""
    if of is None:
        return (f"the act in its proper form; it is a breach if recorded as {either(sorted(plain(b).lower() for b in breach))}",)
    return tuple(_member(member) for member in of.members)


def _member(member: terms.Member) -> str:
    text = either(_alternative(one) for one in member.alternatives)
    return f"{text}, where {condition(member.when)}" if member.when else text


def _alternative(one: terms.Doing | terms.FlagHeld) -> str:
    if isinstance(one, terms.FlagHeld):
        return f"a flag held: {either(sorted(plain(name).lower() for name in one.kinds))}"
    text = kind(one.kind) + values(one.values)
    if one.by_role:
        text += f" by {either(sorted(plain(role).lower() for role in one.by_role))}"
    notes = {
        "naming that child": one.naming_child,
        "in any occurrence of that person": one.anywhere,
        "whomever the record names": one.of_anyone,
        f"by somebody other than did {kind(one.by_another_than or '')}": one.by_another_than,
        f"by a partner only if {kind(one.partner_after or '')} came first": one.partner_after,
        "on the same day": one.on_the_day,
    }
    said = [note for note, holds in notes.items() if holds]
    return f"{text}, {', '.join(said)}" if said else text


def condition(of: terms.Condition) -> str:
    """A condition judged when time starts."""
    match of:
        case terms.Flagged(kinds):
            return f"flagged {either(sorted(plain(name).lower() for name in kinds))}"
        case terms.LookedAfter():
            return "looked after by a council"
        case terms.AgedFrom(years):
            return f"aged {_years(years)} or over"
        case terms.AgedUpTo(years):
            return f"aged {_years(years)} or under"
        case terms.Under(years):
            return f"under {_years(years)}"
        case terms.NotKnownUnder(years):
            return f"not known to be under {_years(years)}"
        case terms.EitherOf(conditions):
            return either(condition(one) for one in conditions)
        case terms.NotDenied(name):
            return f"not on record as {kind(name)} not done"
        case terms.RecordedValue(name, named):
            return f"on record as {kind(name)}{values(named)}"
        case terms.AboutAChild():
            return "about a child"
        case terms.HasChildAtRisk():
            return "with a child at risk in it"
        case terms.GradedAtDue(grades):
            return f"graded {either(sorted(plain(g).lower() for g in grades))} when it falls due"
    raise TypeError(f"no words for the condition {type(of).__name__}")


def _years(text: str) -> str:
    return str(parameters().years(text))


def excuse(of: terms.Excuse | None) -> str:
    """What excuses it."""
    if of is None:
        return "Nothing excuses it."
    if of.by_role:
        who = f"a {plain(of.by_role).lower()}"
    else:
        who = f"{'an' if of.rank[0] in 'aeio' else 'a'} {plain(of.rank).lower()} or above" if of.rank else "anybody"
    text = f"A reason recorded by {who}, naming this standard, not later than the limit."
    if of.approval_of_any_rank:
        text += " A supervisor’s approval counts too."
    if of.or_done:
        text += f" So does {kind(of.or_done)} by then."
    return text


def ending(of: terms.Ending) -> str:
    """What ends its cause."""
    parts = [kind(name) for name in of.kinds]
    if of.closed_at:
        parts.append("the closing of the occurrence")
    if of.else_closed_at:
        parts.append("where that is not on record, the closing of the occurrence")
    if of.died:
        parts.append("the person’s death")
    if of.rationale_for:
        parts.append("a reason recorded instead")
    return either(parts)


def looks_at(scope: terms.Scope) -> str:
    """Which occurrences it looks at."""
    ways = []
    for way in scope.ways:
        kinds = either(sorted(plain(name).lower() for name in way.kinds)) if way.kinds else "any occurrence"
        found = sorted(plain(name).lower() for name in way.categories)
        text = f"{kinds} of any category but other" if len(found) == 11 and "other" not in found else (
            f"{kinds}: {either(found)}" if found else kinds)  # fmt: skip
        if way.having:
            text += f", with {either((people.name for people in way.having), 'and')}"
        ways.append(text)
    return "; or ".join(ways)
