"""Invented cases by the thousand: everything that the record tests let be uncertain, missing, denied or not supplied.

Each case is built round one standard, from its own seed, so that any case can be built again alone. Instants fall on
and one second beside the limits; days on clock changes, bank holidays, month ends and birthdays.
"""

import dataclasses
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from bounden.obligations.clock.local import day_of, end_of_day, start_of_day
from bounden.obligations.judging.deeds import IMPLICATIONS
from bounden.obligations.terms import (
    ByTimeLimit,
    CarerArrested,
    DueOf,
    Each,
    Ending,
    FlagBegun,
    Flagged,
    FlagHeld,
    Followed,
    Occurred,
    OnTheRegister,
    People,
    Preceded,
    ReasonRecorded,
    Repeated,
    RepeatReport,
    ReportedBy,
    SameTimeOfWeek,
    SecondInARow,
    SignificantHarmSuspected,
    Standard,
    Supplied,
    Type,
    WithoutResidence,
)
from bounden.obligations.terms.scope import Looks
from bounden.records import (
    Action,
    Coverage,
    Flag,
    Involvement,
    Occurrence,
    Person,
    Place,
    Records,
    Relationship,
    Residence,
)
from bounden.records.vocabulary import (
    ACTION_VALUES,
    CATEGORIES,
    FLAG_KINDS,
    OCCURRENCE_KINDS,
    RELATIONSHIP_KINDS,
    ROLES,
)
from bounden.standards import RULEBOOK

AS_OF = datetime(2027, 1, 15, 12)
FORCES = (*(f"Force {n}" for n in range(7)), "Gwent Police")
_DAYS = (
    datetime(2022, 10, 27, 22, 59, 59),
    datetime(2023, 3, 25, 20),
    datetime(2023, 3, 26, 0, 59, 59),
    datetime(2024, 10, 26, 23, 30),
    datetime(2024, 10, 27, 0, 15),
    datetime(2023, 12, 22, 16),
    datetime(2024, 3, 28, 17),
    datetime(2024, 2, 29, 9),
    datetime(2023, 1, 31, 22, 59, 59),
    datetime(2025, 5, 2, 12),
    datetime(2025, 7, 13, 22, 59, 59),
    datetime(2025, 7, 13, 23),
    datetime(2027, 1, 14, 20),
)
_STEPS = tuple(
    timedelta(minutes=m)
    for m in (0, 15, 30, 60, 75, 120, 240, 255, 300, 360, 480, 720, 1440, 1680, 2880, 4320, 7200, 10080, 20160, 43200)
)
#: Where duties come again every few months.
_MONTHS = tuple(timedelta(days=d) for d in (31, 60, 91, 92, 185, 364, 365, 366, 400, 760))
#: About the three years that records must reach back.
_YEARS = tuple(timedelta(days=d) for d in (1000, 1095, 1096, 1097, 1200, 1900))
_AGO = tuple(timedelta(days=d) for d in (0, 1, 10, 45, 89, 90, 91, 180, 364, 365, 366))
_RANKS = (
    "Constable",
    "Detective Sergeant",
    "temporary-inspector",
    "inspector",
    "superintendent",
    "chief inspector",
    "x",
)
_ROLES = (
    "officer",
    "supervisor",
    "health",
    "social_worker",
    "call_handler",
    "crime_registrar",
    "volunteer",
    "partner_agency",
)
_TEXTS = (
    None,
    "spoke to her and her mother",
    "It is a LIFESTYLE\n choice.",
    "he called it sex-work",
    "lifestyle choicest",
)
_RECOMMENDATION = {ByTimeLimit, ReportedBy}
_TIME_LIMITS = (
    None, "", "immediately", "3_months", "6_months", "soon", "2023-12-31", "2024-10-27", "2025-7-1", "2026-02-30",
    "2199-01-01", "0001-01-01",
)  # fmt: skip
_EXCUSES = ("rationale_recorded", "rationale_recorded", "rationale_recorded", "supervisor_approved", "escalated")
_ENDS = ("found", "closed", "released", "transferred_to_authority", "protection_ended", "enquiry_started")
# Fields of terms that name a kind of action, and terms that mean kinds or roles without naming them.
_KINDS = (
    "kind", "first", "before", "by", "paused_by", "denied_by",
    "or_done", "partner_after", "by_another_than", "begun", "not_before",
)  # fmt: skip
_MEANT: Mapping[type, frozenset[str]] = {
    CarerArrested: frozenset({"suspect_arrested"}),
    ReasonRecorded: frozenset({"rationale_recorded"}),
    SignificantHarmSuspected: frozenset({"enquiry_started", "risk_graded", "protection_started"}),
}
_MEANT_ROLES: Mapping[type, frozenset[str]] = {
    CarerArrested: frozenset({"carer", "suspect"}),
    RepeatReport: frozenset({"victim"}),
    SignificantHarmSuspected: frozenset({"child_subject", "child_present", "victim", "protected_child"}),
}
_TABLES = ("flags", "relationships", "residences", "involvements")


def delivery(seed: int, numbers: Iterable[int], standards: tuple[Standard, ...]) -> Records:
    """The cases of these numbers together, in several forces, each with its own general coverage."""
    records = general_coverage(seed)
    parts = [_Case(seed, number, standards).records() for number in numbers]
    names = [f.name for f in dataclasses.fields(Records)]
    merged = {n: getattr(records, n) + tuple(row for part in parts for row in getattr(part, n)) for n in names}
    return Records(**merged)


def general_coverage(seed: int) -> Records:
    """What each force says of its whole delivery: nothing, everything, some kinds, some time, or that it lacks some."""
    chance = random.Random(f"{seed}/coverage")
    rows = []
    for place, force in enumerate(FORCES):
        said = {"force": force, "source": "general", "table": "actions"}
        if place == 1:
            rows.append(Coverage(kind="*", supplied=True, **said))
        if place in (2, 3):
            for kind in chance.sample(_kinds_of_everything(), 40):
                rows.append(Coverage(kind=kind, supplied=chance.random() < 0.8, **said))
        if place in (4, 5):
            split = datetime(2024, 10, 27, 2)
            gap = timedelta(seconds=chance.choice((0, 1, 2, 7200)))
            rows.append(Coverage(kind="*", supplied=True, to_at=split, **said))
            rows.append(Coverage(kind="*", supplied=True, from_at=split + gap, **said))
        if place == 6:
            rows.append(Coverage(kind="*", supplied=True, **said))
            rows.append(Coverage(force=force, source="general", table="flags", kind="*", supplied=False))
    return Records(coverage=tuple(rows))


@cache
def _kinds_of_everything() -> tuple[str, ...]:
    return tuple(sorted({kind for standard in RULEBOOK for kind in kinds_named(standard)}))


def kinds_named(term: Any) -> set[str]:
    """Every kind of action that a term names, at whatever depth."""
    found: set[str] = set(_MEANT.get(type(term), ()))
    if dataclasses.is_dataclass(term):
        for field in dataclasses.fields(term):
            value = getattr(term, field.name)
            if field.name in _KINDS:
                found |= {value} if isinstance(value, str) else kinds_named(value)
            elif field.name in ("kinds", "changed", "denied_too", "ended") and not isinstance(term, Looks):
                found |= set(value)
            else:
                found |= kinds_named(value)
    elif isinstance(term, tuple):
        for one in term:
            found |= kinds_named(one)
    return found - FLAG_KINDS - OCCURRENCE_KINDS


def values_named(term: Any) -> dict[str, set[str]]:
    """For each kind the values that a term asks for."""
    found: dict[str, set[str]] = {}
    if dataclasses.is_dataclass(term):
        values = getattr(term, "values", frozenset())
        if isinstance(values, Mapping):
            found |= {kind: set(each) for kind, each in values.items()}
            values = frozenset()
        found |= {kind: set(each) for kind, each in getattr(term, "ended", {}).items()}
        if isinstance(term, SecondInARow):
            found[term.kind] = {term.value}
        breach = getattr(term, "breach", None)
        values |= breach if isinstance(breach, frozenset) else frozenset()
        for kind in kinds_named(term) if values and not dataclasses.is_dataclass(values) else ():
            found.setdefault(kind, set()).update(values)
        for field in dataclasses.fields(term):
            for kind, each in values_named(getattr(term, field.name)).items():
                found.setdefault(kind, set()).update(each)
    elif isinstance(term, tuple):
        for one in term:
            for kind, each in values_named(one).items():
                found.setdefault(kind, set()).update(each)
    return found


def flags_named(term: Any) -> set[str]:
    """The kinds of flag that a term names."""
    found: set[str] = set()
    if dataclasses.is_dataclass(term):
        if isinstance(term, (Flagged, FlagHeld)):
            found |= term.kinds
        if isinstance(term, Followed):
            found |= term.flags
        if isinstance(term, People):
            found |= term.flagged
        if isinstance(term, Ending) and term.flag:
            found.add(term.flag)
        if isinstance(term, Looks):
            found |= term.categories & FLAG_KINDS
        for field in dataclasses.fields(term):
            found |= flags_named(getattr(term, field.name))
    elif isinstance(term, tuple):
        for one in term:
            found |= flags_named(one)
    return found


def terms_named(term: Any) -> set[type]:
    """The types of the terms of which a term is made."""
    found: set[type] = set()
    if dataclasses.is_dataclass(term):
        found.add(type(term))
        for field in dataclasses.fields(term):
            found |= terms_named(getattr(term, field.name))
    elif isinstance(term, tuple):
        for one in term:
            found |= terms_named(one)
    return found


def roles_named(term: Any) -> set[str]:
    """Every role of a set of people that a term names."""
    found: set[str] = set(_MEANT_ROLES.get(type(term), ()))
    if isinstance(term, People):
        found |= term.roles | term.linked_to
    if dataclasses.is_dataclass(term):
        for field in dataclasses.fields(term):
            found |= roles_named(getattr(term, field.name))
    elif isinstance(term, tuple):
        for one in term:
            found |= roles_named(one)
    return found


@cache
def _named(standard: Standard) -> tuple[list[str], list[str], dict[str, set[str]], list[str], list[str]]:
    """Kinds, kinds of its tests, values, flags and roles that a standard names, or others where it names none."""
    followed = {test.starts.standard for test in standard.tests if isinstance(test.starts, DueOf)}
    before = tuple(one for one in RULEBOOK if one.id in followed)
    kinds = sorted(kinds_named((standard, *before))) or ["child_seen"]
    doing = sorted({kind for one in (standard, *before) for test in one.tests for kind in kinds_named(test)}) or kinds
    flags = sorted(flags_named(standard)) or ["looked_after", "child_protection_plan"]
    people = standard.for_each
    roles = (people.roles if isinstance(people, People) else roles_named(standard)) & ROLES or ROLES
    return kinds, doing, values_named((standard, *before)), flags, sorted(roles)


@dataclass
class _Case:
    seed: int
    number: int
    standards: tuple[Standard, ...]

    def __post_init__(self) -> None:
        self.chance = random.Random(f"{self.seed}/{self.number}")
        self.name = f"c{self.number}"
        self.force = self.chance.choice(FORCES)
        self.standard = self.standards[self.number % len(self.standards)]
        self.base = self.chance.choice(_DAYS) + timedelta(seconds=self.chance.choice((0, 0, 1, -1, 3600, 86400)))
        # Reports that are counted come several at a time.
        self.again = any(isinstance(test.starts, Repeated) for test in self.standard.tests)
        self.kinds, self.doing, self.values, self.flags, self.roles = _named(self.standard)
        self.terms = terms_named(self.standard)
        self.recurs = any(self.standard.type_of(test) is Type.REC for test in self.standard.tests)
        # Some cases are plain, so that what they show is not always drowned in doubt.
        self.plain = self.chance.random() < 0.4
        self.common = {"force": self.force, "source": self.chance.choice(("custody", "case-file"))}
        self.actions = 0

    def records(self) -> Records:
        chance = self.chance
        people = [f"{self.name}-p{n}" for n in range(chance.choice((1, 2, 2, 3, 4)))]
        several = (2, 3, 4, 5) if self.again else (1, 1, 1, 2)
        if self.standard.for_each is Each.REPORT:
            several = (1, 2, 2, 3)
        occurrences = [f"{self.name}-o{n}" for n in range(chance.choice(several))]
        rows: dict[str, list[Any]] = {f.name: [] for f in dataclasses.fields(Records)}
        rows["people"] = [self._person(p) for p in people if chance.random() < 0.93]
        judged = self._judged_at()
        for place, occurrence in enumerate(occurrences):
            rows["occurrences"].append(self._occurrence(occurrence, place, judged))
            rows["involvements"] += self._involvements(occurrence, people)
            acts = [self._action(occurrence, people) for _ in range(chance.choice((0, 1, 2, 3, 4, 6, 9)))]
            rows["actions"] += acts + [later for act in acts for later in self._implying(act, people)]
            rows["coverage"] += self._coverage(occurrence, people)
        for person in people:
            rows["flags"] += [self._flag(person) for _ in range(chance.choice((0, 0, 0, 1, 2)))]
            if rows["flags"] and FlagBegun in self.terms and chance.random() < 0.3:
                rows["flags"].append(dataclasses.replace(rows["flags"][-1], **self._span("recorded_at")))
            homes = chance.choice((0, 1, 2, 3)) if WithoutResidence in self.terms else int(chance.random() < 0.15)
            for number in range(homes):
                place_id = f"{person}-home{number}"
                rows["places"].append(
                    Place(place_id=place_id, kind=chance.choice(("care_home", "care_home", "home")), **self.common)
                )
                rows["residences"].append(
                    Residence(person_id=person, place_id=place_id, **self._state(), **self.common)
                )
        if chance.random() < 0.2:
            rows["actions"].append(self._good_excuse(occurrences[0]))
        for _ in range(chance.choice((0, 0, 1, 2))):
            rows["relationships"].append(self._relationship(people))
        return Records(**{name: tuple(found) for name, found in rows.items()})

    def _judged_at(self) -> datetime | None:
        if self.chance.random() < 0.25:
            return None
        return self._instant() + self.chance.choice((timedelta(0), timedelta(days=30), timedelta(days=400)))

    def _instant(self) -> datetime:
        chance = self.chance
        offset = chance.choice(_STEPS[: chance.choice((8, 14, len(_STEPS)))])
        if self.recurs and chance.random() < 0.25:
            offset = chance.choice(_MONTHS)
        if DueOf in self.terms and chance.random() < 0.6:
            offset = chance.choice(_MONTHS[:3]) + chance.choice(_STEPS)
        if SameTimeOfWeek in self.terms and chance.random() < 0.7:
            offset = timedelta(days=7 * chance.randrange(5), hours=chance.choice((0, 0, 0, 1, 5)))
        if Preceded in self.terms and chance.random() < 0.2:
            offset = -chance.choice(_YEARS)
        if chance.random() < 0.2:
            offset += chance.choice(_STEPS)
        if chance.random() < 0.08:
            offset = -offset
        if chance.random() < 0.2:
            offset = timedelta(seconds=chance.randrange(0, 60 * 86400))
        return self.base + offset + timedelta(seconds=chance.choice((0, 0, 0, 1, -1)))

    def _span(self, name: str) -> dict[str, Any]:
        """An instant as a column and its companion: exact, a bare date, or a stretch."""
        earliest, latest = self._instant(), None
        form = self.chance.random()
        if self.plain:
            return {name: earliest, f"{name}_latest": None}
        if form < 0.12:
            day = day_of(earliest)
            earliest, latest = start_of_day(day), end_of_day(day)
        elif form < 0.22:
            latest = earliest + self.chance.choice(_STEPS)
        return {name: earliest, f"{name}_latest": latest}

    def _state(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if self.chance.random() < 0.6:
            found |= self._span("from_at")
            if self.chance.random() < 0.5:
                found = {name: value and value - timedelta(days=1) for name, value in found.items()}
        if self.chance.random() < 0.3:
            found |= self._span("to_at")
        return found

    def _person(self, person_id: str) -> Person:
        chance = self.chance
        said: dict[str, Any] = {}
        form = chance.random()
        day = day_of(self.base)
        if form < 0.5:
            years = chance.choice((5, 11, 14, 0, 2, 3, 4, 9, 10, 12, 13, 15, 17, 18, 18, 30, 45))
            born = date(day.year - years, day.month, min(day.day, 28)) + timedelta(
                days=chance.choice((-40, -1, 0, 1, 2, 40))
            )
            said["date_of_birth"] = chance.choice((born, born, date(2006, 2, 28), date(2008, 2, 29)))
        elif form < 0.75:
            said["age_years"] = chance.choice((2, 3, 9, 10, 12, 13, 16, 17, 18, 40))
            if chance.random() < 0.6:
                said["age_on"] = chance.choice((day, day - timedelta(days=200), date(2024, 2, 29), date(2023, 2, 28)))
        elif form < 0.82:
            said["adult"] = chance.choice((True, False))
        if chance.random() < 0.04:
            said["died_on"] = day + timedelta(days=chance.choice((-400, -1, 0, 1, 5)))
        return Person(person_id=person_id, **said, **self.common)

    def _occurrence(self, occurrence_id: str, place: int, judged: datetime | None) -> Occurrence:
        chance = self.chance
        scopes = [self.standard.scope_of(test) for test in self.standard.tests]
        way = chance.choice([way for scope in scopes for way in scope.ways])
        fits = chance.random() < 0.9
        kinds = sorted(way.kinds & OCCURRENCE_KINDS) if fits and way.kinds else []
        categories = sorted(way.categories & CATEGORIES) if fits and way.categories else []
        kinds, categories = kinds or sorted(OCCURRENCE_KINDS), categories or [*sorted(CATEGORIES), None]
        if place and OnTheRegister in self.terms:
            kinds, categories = ["registration"], [None]
        times: dict[str, Any] = {}
        if Occurred in self.terms and chance.random() < 0.6:
            times |= self._span("occurred_at")
        if Preceded in self.terms and chance.random() < 0.6:
            times |= {"reported_at": self.base - chance.choice(_YEARS)}
        elif chance.random() < 0.9:
            times |= {"reported_at": self.base} if chance.random() < 0.8 else self._span("reported_at")
        if self.again and place and times:
            ago = chance.choice(_AGO) + timedelta(seconds=chance.choice((0, 0, 1, -1)))
            times = {name: value and value - ago for name, value in times.items()}
        if chance.random() < 0.15:
            times |= self._span("closed_at")
        if _RECOMMENDATION & self.terms or self.standard.for_each is Each.REPORT:
            times |= {"grade": chance.choice(_TIME_LIMITS), "source_ref": chance.choice((None, "", *[self.name] * 4))}
        if chance.random() < 0.1:
            judged = self._judged_at()
        return Occurrence(
            occurrence_id=occurrence_id,
            kind=chance.choice(kinds),
            category=chance.choice(categories) if chance.random() < 0.95 else None,
            unit=chance.choice((None, "unit")),
            narrative=chance.choice((None, None, *_TEXTS)),
            judged_at=judged,
            **times,
            **self.common,
        )

    def _involvements(self, occurrence_id: str, people: list[str]) -> list[Involvement]:
        chance = self.chance
        likely = sorted(roles_named(self.standard) & ROLES) or sorted(ROLES)
        found = []
        for place, person in enumerate(people):
            for _ in range(chance.choice((0, 1, 1, 1, 2)) or int(self.plain)):
                role = chance.choice(likely) if chance.random() < 0.75 else chance.choice(sorted(ROLES))
                if place == 0 and chance.random() < 0.7:
                    role = chance.choice(self.roles)
                if OnTheRegister in self.terms and chance.random() < 0.4:
                    role = "registered_offender"
                vehicle = chance.choice((None, None, True, False))
                found.append(
                    Involvement(
                        occurrence_id=occurrence_id, person_id=person, role=role, vehicle=vehicle, **self.common
                    )
                )
        return found

    def _action(self, occurrence_id: str, people: list[str]) -> Action:
        chance = self.chance
        self.actions += 1
        kind = self._kind()
        done = chance.random() < (0.95 if self.plain else 0.8)
        times: dict[str, Any] = {}
        form = chance.random()
        if form < 0.88:
            times |= self._span("happened_at")
            if not done and chance.random() < 0.5:
                times = {}
        if done and chance.random() < 0.07:
            times = {name: value for name, value in times.items() if name == "happened_at"} | {"latest_unknown": True}
        if chance.random() < 0.5:
            times |= self._span("recorded_at")
        return Action(
            action_id=f"{self.name}-a{self.actions:02}",
            occurrence_id=occurrence_id,
            person_id=chance.choice((None, *people)),
            kind=kind,
            done=done,
            value=self._value(kind),
            by_id=chance.choice((None, "one", "two")),
            by_role=chance.choice(("inspectorate", None, *_ROLES[:2]) if kind == "reported" else (None, *_ROLES)),
            by_rank=chance.choice((None, None, *_RANKS)),
            note=chance.choice((None, *_TEXTS)),
            **times,
            **self.common,
        )

    def _implying(self, act: Action, people: list[str]) -> Iterator[Action]:
        """What implies an act on record, about the time of it, which chance alone seldom puts beside it."""
        chance = self.chance
        rules = [rule for rule in IMPLICATIONS if rule.implied == act.kind]
        if not act.done or not rules or chance.random() < 0.4:
            return
        rule, apart = chance.choice(rules), chance.choice((-3600, -1, 0, 0, 1, 3600, 3600, 86400))
        at = (act.happened_at or self.base) + timedelta(seconds=apart)
        yield dataclasses.replace(
            act,
            action_id=f"{act.action_id}-shown",
            kind=rule.kind,
            value=chance.choice((*sorted(rule.values), None)),
            person_id=chance.choice((act.person_id, act.person_id, None, *people)),
            happened_at=at,
            happened_at_latest=chance.choice((None, None, None, at + timedelta(days=1))),
            latest_unknown=False,
        )

    def _good_excuse(self, occurrence_id: str) -> Action:
        """A reason recorded in time and by rank, which chance alone seldom makes."""
        return Action(
            action_id=f"{self.name}-excuse",
            occurrence_id=occurrence_id,
            kind="rationale_recorded",
            value=self.standard.id,
            happened_at=self.base + self.chance.choice(_STEPS[:4]),
            by_rank=self.chance.choice(("superintendent", "inspector")),
            by_role=self.chance.choice(("crime_registrar", "officer")),
            **self.common,
        )

    def _kind(self) -> str:
        form = self.chance.random()
        if ReportedBy in self.terms and form > 0.85:
            return "reported"
        if form < 0.45:
            return self.chance.choice(self.doing)
        if form < 0.7:
            return self.chance.choice(self.kinds)
        if form < 0.8:
            return self.chance.choice(_EXCUSES)
        if form < 0.85:
            return self.chance.choice(_ENDS)
        return self.chance.choice(_kinds_of_everything())

    def _value(self, kind: str) -> str | None:
        chance = self.chance
        if kind == "rationale_recorded":
            return chance.choice((self.standard.id, self.standard.id, None, "IC-12", "MC-06", "IC-10"))
        if kind in self.values and chance.random() < 0.6:
            return chance.choice(sorted(self.values[kind]))
        if kind in ACTION_VALUES:
            return chance.choice((None, *sorted(ACTION_VALUES[kind]), *sorted(ACTION_VALUES[kind])))
        return chance.choice((None, None, None, "text"))

    def _flag(self, person_id: str) -> Flag:
        entered = self._span("recorded_at") if self.chance.random() < 0.4 else {}
        return Flag(
            person_id=person_id,
            kind=self.chance.choice((*self.flags, *self.flags, *sorted(FLAG_KINDS))),
            **self._state(),
            **entered,
            **self.common,
        )

    def _relationship(self, people: list[str]) -> Relationship:
        chance = self.chance
        return Relationship(
            person_id=chance.choice(people),
            other_person_id=chance.choice(people),
            kind=chance.choice(("parent", *sorted(RELATIONSHIP_KINDS))),
            **self._state(),
            **self.common,
        )

    def _coverage(self, occurrence_id: str, people: list[str]) -> list[Coverage]:
        chance = self.chance
        found = []
        form = chance.random()
        said: dict[str, Any] = dict(table="actions", occurrence_id=occurrence_id, **self.common)
        if form < (0.7 if self.plain else 0.25):
            found.append(Coverage(kind="*", supplied=True, **said))
        elif form < 0.65:
            for _ in range(chance.choice((1, 2, 3, 5))):
                window: dict[str, Any] = {}
                if chance.random() < 0.4:
                    window["from_at"] = self._instant() - chance.choice((timedelta(0), timedelta(days=2)))
                if chance.random() < 0.4:
                    window["to_at"] = self._instant()
                found.append(
                    Coverage(
                        kind=chance.choice((*self.kinds, "*", "officers_arrived", "call_graded")),
                        supplied=chance.random() < 0.75,
                        person_id=chance.choice((None, None, None, *people)),
                        **window,
                        **said,
                    )
                )
        if Supplied in self.terms and chance.random() < 0.9:
            window = {"to_at": self._instant()} if chance.random() < 0.2 else {}
            found.append(Coverage(kind="*", supplied=True, **window, **(said | {"table": "residences"})))
        if chance.random() < 0.06:
            found.append(
                Coverage(
                    kind=chance.choice(("*", "looked_after")),
                    supplied=chance.random() < 0.3,
                    person_id=chance.choice((None, *people)),
                    **(said | {"table": chance.choice(_TABLES)}),
                )
            )
        return found


def alone(records: Records, number: int) -> Records:
    """One case of a delivery, with the general coverage."""
    prefix = f"c{number}-"

    def belongs(row: Any) -> bool:
        ids = [getattr(row, name, None) for name in ("occurrence_id", "person_id", "place_id", "action_id")]
        named = [one for one in ids if one]
        return any(one.startswith(prefix) for one in named) or (isinstance(row, Coverage) and not named)

    names = [f.name for f in dataclasses.fields(Records)]
    return Records(**{name: tuple(row for row in getattr(records, name) if belongs(row)) for name in names})
