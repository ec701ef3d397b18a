"""What records can lack so that a duty makes no obligation or its outcome cannot be told, and what then follows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bounden.obligations.naming import parameters_of
from bounden.obligations.needs import Need, Use, needs
from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import ByCurrentGrade, First, Standard, Test, Type
from bounden.obligations.wording.kinds import say_kind, say_word

_TABLES = {
    "actions": "Records of",
    "flags": "Flags",
    "involvements": "Who was involved, in what part",
    "relationships": "Who is related to whom",
    "residences": "Who lives where",
}
_COLUMNS = {
    ("occurrences", "reported_at"): "when it was reported",
    ("occurrences", "occurred_at"): "when it happened",
    ("occurrences", "category"): "what it was about",
    ("occurrences", "narrative"): "the words of the log",
    ("occurrences", "grade"): "the time limit that a recommendation sets",
    ("flags", "from_at"): "when the flag began",
    ("flags", "recorded_at"): "when the flag was entered",
    ("people", "date_of_birth"): "the person's date of birth or age",
    ("involvements", "vehicle"): "whether the person was in the vehicle",
    ("actions", "value"): "the result",
    ("actions", "by_role"): "the role of whoever did it",
    ("actions", "by_rank"): "the rank of whoever did it",
    ("actions", "by_id"): "who did it",
    ("actions", "note"): "the note on the record",
    ("actions", "person_id"): "the person whom it was for",
}
_FIELD_MEANS = {
    ("occurrences", "reported_at"): "Empty, and no first report among the actions: cannot tell.",
    ("occurrences", "category"): "Empty: cannot tell whether the duty applies.",
    ("occurrences", "grade"): "Empty, or neither a date nor a known word: by when it is due cannot be told.",
    ("occurrences", "occurred_at"): "Empty: time runs from the report.",
    ("flags", "from_at"): "Empty: the flag was held all along, and no obligation is made of it.",
    ("flags", "recorded_at"): "Empty, and no record that it was added: cannot tell.",
    ("people", "date_of_birth"): (
        "Empty, and the person's part in the occurrence shows no child either: cannot tell. Nobody is dropped for it."
    ),
    ("involvements", "vehicle"): "Empty: cannot tell whether the duty applies.",
    ("actions", "person_id"): (
        "Empty where there are several children: the record may be about another. Cannot tell, unless something else "
        "decides."
    ),
}
_FEED_MEANS = {
    Use.STARTS: "Not supplied: no obligation is made of it. The build says so once for the whole delivery.",
    Use.TIMES: "Not supplied, or not stated to be complete: by when it is due is only known as a stretch of time.",
    Use.CONDITION: "Not supplied, or not stated to be complete: cannot tell whether the duty applies.",
    Use.EVIDENCE: (
        "Not supplied, or not stated to be complete up to the limit: silence is then no omission. Cannot tell, unless "
        "another record decides."
    ),
}
_TABLE_MEANS = (
    "Read as whole, unless the delivery says that it is not supplied: then cannot tell whether the duty applies."
)
_VALUE_MEANS = {
    Use.STARTS: "Empty: cannot tell whether time runs from it.",
    Use.TIMES: "Empty: by when it is due is only known to lie between the shortest and the longest limit.",
    Use.EVIDENCE: "Empty: the record may count or not. Cannot tell, unless something else decides.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that records can lack. where: its feeds or fields, as a delivery names them; means: what follows."""

    what: str
    where: tuple[str, ...]
    means: str


def gaps(one: Standard, numbers: Parameters) -> tuple[Gap, ...]:
    """Everything that can leave a standard open, by what follows from its absence."""
    rests_on = dict.fromkeys((need, _means(need, test)) for test in one.tests for need in needs(one, test))
    grouped: dict[tuple[str, str], list[Need]] = {}
    for need, means in rests_on:
        grouped.setdefault((_subject(need), means), []).append(need)
    return (*(_gap(subject, means, held) for (subject, means), held in grouped.items()), *_always(one, numbers))


def _gap(subject: str, means: str, held: Iterable[Need]) -> Gap:
    names = list(dict.fromkeys(_name(need) for need in held if need.kind))
    what = f"{subject}: {'; '.join(names)}" if names else subject
    return Gap(what=what, where=tuple(dict.fromkeys(_code(need) for need in held)), means=means)


def _subject(need: Need) -> str:
    if need.column:
        said = _COLUMNS.get((need.table, need.column), say_word(need.column))
    else:
        said = _TABLES.get(need.table, say_word(need.table))
    return said[0].upper() + said[1:]


def _means(need: Need, test: Test) -> str:
    if need.column:
        return _FIELD_MEANS.get((need.table, need.column)) or _VALUE_MEANS.get(need.use, _VALUE_MEANS[Use.EVIDENCE])
    if need.use is Use.TIMES and isinstance(test.starts, First) and need.kind in test.starts.kinds:
        return "Not on record, for whatever reason: time runs from the report."
    if need.use is Use.TIMES and isinstance(test.due, ByCurrentGrade) and test.due.ungraded is None:
        return "Not on record, for whatever reason: no obligation is made."
    if need.table != "actions":
        return _TABLE_MEANS
    return _FEED_MEANS[need.use]


def _name(need: Need) -> str:
    return say_kind(need.kind) if need.table == "actions" else say_word(need.kind)


def _code(need: Need) -> str:
    if need.column:
        return f"{need.table}.{need.column}" + (f" of {need.kind}" if need.kind else "")
    return f"{need.table}/{need.kind}" if need.kind else need.table


def _always(one: Standard, numbers: Parameters) -> Iterator[Gap]:
    """What can leave any duty open: uncertain times; the working days of a year not yet listed."""
    never = all(one.type_of(test) is Type.NEVER for test in one.tests)
    if not never:
        yield Gap(
            what="When exactly it happened",
            where=("actions.happened_at", "actions.happened_at_latest"),
            means="A record that may lie on either side of the limit: cannot tell. At the limit itself is in time.",
        )
    if one.excuse:
        yield Gap(
            what="A reason that is not written down",
            where=("actions/rationale_recorded",),
            means="Excuses nothing, and leaves nothing open: only a recorded reason counts.",
        )
    if one.ends:
        yield Gap(
            what="An end that is not on record",
            where=("actions", "occurrences.closed_at"),
            means="Has not happened: the duty goes on.",
        )
    if _counts_working_days(one, numbers):
        yield Gap(
            what="Bank holidays of the years to come",
            where=("feed bank holidays",),
            means="A limit beyond the last day of the list of bank holidays that comes with the product: cannot tell.",
        )


def _counts_working_days(one: Standard, numbers: Parameters) -> bool:
    named = [str(numbers.by_name[name].value) for name in parameters_of(one)]
    written = [getattr(test.due, "limit", "") for test in one.tests]
    return any(text.endswith(" wd") for text in (*named, *written))
