"""One class a canonical table; its fields are the table's declaration.

Instants are naive datetimes in UTC, whole seconds. `<instant>_latest` holds the latest possible reading where the
source gave a bare date or an ambiguous local time; it is empty where the instant is exact.
"""

from dataclasses import dataclass
from datetime import date, datetime

from bounden.records import vocabulary as words
from bounden.records.columns import Sensitivity, Type, column

_ID = Sensitivity.IDENTIFYING
_SPECIAL = Sensitivity.SPECIAL
_OPS = Sensitivity.OPERATIONAL
_REF = Sensitivity.REFERENCE
_TEXT = Sensitivity.NARRATIVE


def _latest(name: str, sensitivity: Sensitivity = _OPS) -> datetime | None:
    meaning = f"Latest possible reading of {name}; empty: {name} is exact."
    result: datetime | None = column(Type.INSTANT, meaning, sensitivity, latest_of=name)
    return result


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What every row carries: the force it belongs to and the system it came from."""

    force: str = column(Type.TEXT, "The force whose record this is.", _REF, required=True)
    source: str = column(Type.TEXT, "The system the row came from.", _REF, required=True)
    source_ref: str | None = column(Type.TEXT, "A deep link or the system's own reference.", _REF)
    recorded_at: datetime | None = column(Type.INSTANT, "When the row was entered.", _OPS)
    recorded_at_latest: datetime | None = _latest("recorded_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Row):
    """A person record (nominal)."""

    person_id: str = column(Type.TEXT, "The person record's id.", _REF, required=True)
    family_name: str | None = column(Type.TEXT, "Family name.", _ID)
    given_names: str | None = column(Type.TEXT, "Given names.", _ID)
    date_of_birth: date | None = column(Type.DATE, "Date of birth.", _ID)
    age_years: int | None = column(Type.WHOLE, "Age in whole years; only where no date of birth is held.", _ID)
    age_on: date | None = column(Type.DATE, "The day on which that age held.", _ID)
    adult: bool | None = column(Type.TRUTH, "True where it is known only that the person is an adult.", _ID)
    sex: str | None = column(Type.TEXT, "Sex as recorded. Never used to rank.", _SPECIAL)
    ethnicity: str | None = column(Type.TEXT, "Ethnicity as recorded. Never used to rank.", _SPECIAL)
    died_on: date | None = column(Type.DATE, "Date of death.", _ID)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Row):
    """A location."""

    place_id: str = column(Type.TEXT, "The place's id.", _REF, required=True)
    kind: str | None = column(Type.TEXT, "What kind of place it is.", _OPS, one_of=words.PLACE_KINDS)
    address: str | None = column(Type.TEXT, "Address.", _ID)
    postcode: str | None = column(Type.TEXT, "Postcode.", _ID)
    uprn: str | None = column(Type.TEXT, "Unique property reference number.", _ID)
    latitude: float | None = column(Type.DECIMAL, "Latitude, degrees (WGS 84).", _ID)
    longitude: float | None = column(Type.DECIMAL, "Longitude, degrees (WGS 84).", _ID)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence(Row):
    """Something police must answer for."""

    occurrence_id: str = column(Type.TEXT, "The occurrence's id.", _REF, required=True)
    kind: str = column(Type.TEXT, "What kind of occurrence it is.", _OPS, required=True, one_of=words.OCCURRENCE_KINDS)
    category: str | None = column(Type.TEXT, "What it is about.", _OPS, one_of=words.CATEGORIES)
    reported_at: datetime | None = column(Type.INSTANT, "When it was reported to police.", _OPS)
    reported_at_latest: datetime | None = _latest("reported_at")
    occurred_at: datetime | None = column(Type.INSTANT, "When it happened.", _OPS)
    occurred_at_latest: datetime | None = _latest("occurred_at")
    closed_at: datetime | None = column(Type.INSTANT, "When it was closed.", _OPS)
    closed_at_latest: datetime | None = _latest("closed_at")
    grade: str | None = column(Type.TEXT, "Recommendations only: the time limit.", _OPS)
    unit: str | None = column(Type.TEXT, "The unit that answers for it.", _OPS)
    place_id: str | None = column(Type.TEXT, "Where it happened.", _REF)
    narrative: str | None = column(Type.TEXT, "The words of the log.", _TEXT)
    judged_at: datetime | None = column(Type.INSTANT, "Published cases: judge no later than this.", _OPS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Involvement(Row):
    """A person's part in an occurrence."""

    occurrence_id: str = column(Type.TEXT, "The occurrence.", _REF, required=True)
    person_id: str = column(Type.TEXT, "The person.", _REF, required=True)
    role: str = column(Type.TEXT, "The person's role in it.", _OPS, required=True, one_of=words.ROLES)
    vehicle: bool | None = column(Type.TRUTH, "True where the person was in the vehicle.", _OPS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Row):
    """Something somebody did about an occurrence, or a record that it was not done."""

    action_id: str = column(Type.TEXT, "The action's id.", _REF, required=True)
    occurrence_id: str = column(Type.TEXT, "The occurrence it answers.", _REF, required=True)
    person_id: str | None = column(Type.TEXT, "Whom it was for; empty: the whole occurrence.", _REF)
    kind: str = column(Type.TEXT, "What was done.", _OPS, required=True, one_of=words.ALL_ACTION_KINDS)
    happened_at: datetime | None = column(Type.INSTANT, "Earliest instant at which it can have happened.", _OPS)
    happened_at_latest: datetime | None = _latest("happened_at")
    latest_unknown: bool = column(Type.TRUTH, "True: no latest instant is known.", _OPS, default=False)
    done: bool = column(Type.TRUTH, "False: a record that it was not done.", _OPS, default=True)
    value: str | None = column(Type.TEXT, "The result, where the kind has one.", _OPS)
    by_id: str | None = column(Type.TEXT, "Who did it.", _REF)
    by_role: str | None = column(Type.TEXT, "In what role.", _OPS)
    by_rank: str | None = column(Type.TEXT, "In what rank.", _OPS)
    unit: str | None = column(Type.TEXT, "The unit that did it.", _OPS)
    note: str | None = column(Type.TEXT, "A remark.", _TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag(Row):
    """A warning or marker on a person or a place; of the two ids exactly one is given."""

    person_id: str | None = column(Type.TEXT, "The person flagged.", _REF)
    place_id: str | None = column(Type.TEXT, "The place flagged.", _REF)
    kind: str = column(Type.TEXT, "What the flag says.", _SPECIAL, required=True, one_of=words.FLAG_KINDS)
    from_at: datetime | None = column(Type.INSTANT, "From when it holds; empty: open.", _OPS)
    from_at_latest: datetime | None = _latest("from_at")
    to_at: datetime | None = column(Type.INSTANT, "Until when it holds; empty: open.", _OPS)
    to_at_latest: datetime | None = _latest("to_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship(Row):
    """How two people stand to one another; for parent, grandparent and carer the adult comes first."""

    person_id: str = column(Type.TEXT, "The one person; the adult in parent, grandparent, carer.", _REF, required=True)
    other_person_id: str = column(Type.TEXT, "The other person.", _REF, required=True)
    kind: str = column(Type.TEXT, "What they are to one another.", _ID, required=True, one_of=words.RELATIONSHIP_KINDS)
    from_at: datetime | None = column(Type.INSTANT, "From when it holds; empty: open.", _OPS)
    from_at_latest: datetime | None = _latest("from_at")
    to_at: datetime | None = column(Type.INSTANT, "Until when it holds; empty: open.", _OPS)
    to_at_latest: datetime | None = _latest("to_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Residence(Row):
    """Where a person lives."""

    person_id: str = column(Type.TEXT, "The person.", _REF, required=True)
    place_id: str = column(Type.TEXT, "The place.", _REF, required=True)
    from_at: datetime | None = column(Type.INSTANT, "From when it holds; empty: open.", _OPS)
    from_at_latest: datetime | None = _latest("from_at")
    to_at: datetime | None = column(Type.INSTANT, "Until when it holds; empty: open.", _OPS)
    to_at_latest: datetime | None = _latest("to_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage(Row):
    """What the extract can and cannot show. Without it, silence is never omission.

    A bare date in `from_at` is the start of that local day, in `to_at` its end.
    """

    table: str = column(Type.TEXT, "The table it speaks of.", _REF, required=True)
    kind: str = column(Type.TEXT, "The kind it speaks of; * is every kind.", _REF, required=True)
    supplied: bool = column(Type.TRUTH, "Whether the extract holds it.", _REF, required=True)
    from_at: datetime | None = column(Type.INSTANT, "From when; empty: open.", _REF)
    to_at: datetime | None = column(Type.INSTANT, "Until when; empty: open.", _REF)
    occurrence_id: str | None = column(Type.TEXT, "Only in this occurrence.", _REF)
    person_id: str | None = column(Type.TEXT, "Only about this person.", _REF)
