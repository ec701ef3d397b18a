"""A synthetic force: its name, its systems and what its delivery does and does not show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bounden.records.vocabulary import ALL_ACTION_KINDS
from bounden.simulation.fates import Shown

#: Forces of a world that does not exist, in the order in which they are made; then all other pairs of their parts.
_NAMES = (
    "Wexshire Police",
    "Norchester Police",
    "Saltmarch Constabulary",
    "Dunmoor Police",
    "Elverdale Constabulary",
    "Harrowvale Police",
    "Isenmouth Police",
    "Larkshire Constabulary",
)
_FIRST = "Marl Fenn Thorn Elver Isen Harrow Lark Salt Dun Alder Brack Quern".split()
_LAST = "shire moor vale mouth march dale combe".split()
NAMES = (
    *_NAMES,
    *(f"{first}{last} Police" for first in _FIRST for last in _LAST if f"{first}{last}" not in " ".join(_NAMES)),
)

CONTROL, CRIME, MISSING, CUSTODY, OFFENDERS, INTELLIGENCE, PARTNERS, INSPECTIONS = (
    f"synthetic-{name}"
    for name in "control-room crime missing custody offenders intelligence partnership inspections".split()
)
SYSTEMS = (CONTROL, CRIME, MISSING, CUSTODY, OFFENDERS, INTELLIGENCE, PARTNERS)
UNITS = ("North", "South", "East", "West", "City")


@dataclass(frozen=True, slots=True)
class Gap:
    """A time for which the records of a kind of action are not delivered, or nothing is said about them."""

    from_at: datetime
    to_at: datetime
    shown: Shown

    def meets(self, first: datetime, last: datetime) -> bool:
        """Whether a time from the first to the last instant falls into it, even in part."""
        if self.shown is Shown.NOT_SUPPLIED:
            return self.from_at <= last and first <= self.to_at
        return self.from_at < last and first < self.to_at


@dataclass(frozen=True, slots=True)
class Force:
    """One force of a simulation, over so many years. families: how many live there; gaps: by kind of action."""

    name: str
    seed: int
    as_of: datetime
    begins: datetime
    years: int = 1
    families: int = 100
    gaps: Mapping[str, Gap] = field(default_factory=dict)

    def shown(self, kind: str, report: datetime, due: datetime) -> Shown:
        """What the delivery says about a kind of action from a report to a due instant."""
        gap = self.gaps.get(kind)
        return gap.shown if gap and gap.meets(report, due) else Shown.ALL


def force_named(number: int, seed: int, as_of: datetime, years: int, families: int) -> Force:
    """The n-th force of a simulation, from 0; once all names are given, with a number."""
    again, place = divmod(number, len(NAMES))
    name = f"{NAMES[place]} {again + 1}" if again else NAMES[place]
    begins = as_of - timedelta(days=365 * years)
    return Force(name, seed, as_of, begins, years, families, _gaps(begins, as_of))


#: Kinds that serve as evidence of one duty alone, so that their absence touches no other: the share of the time
#: at which they go missing, how long in days, and how the delivery speaks of it.
_GAPS: tuple[tuple[str, float, int, Shown], ...] = (
    ("strategy_minutes_recorded", 0.30, 40, Shown.NOT_SUPPLIED),
    ("school_notified", 0.55, 30, Shown.NOT_SUPPLIED),
    ("publicity_considered", 0.20, 60, Shown.UNSTATED),
    ("needs_assessed", 0.60, 45, Shown.UNSTATED),
    ("outcome_explained", 0.10, 90, Shown.NOT_SUPPLIED),
    ("home_conditions_recorded", 0.70, 30, Shown.UNSTATED),
    ("parents_told", 0.40, 80, Shown.NOT_SUPPLIED),
    ("exploitation_screened", 0.35, 60, Shown.UNSTATED),
    ("trigger_plan_used", 0.50, 90, Shown.UNSTATED),
    ("warrant_considered", 0.45, 60, Shown.NOT_SUPPLIED),
    ("nrm_referred", 0.25, 60, Shown.UNSTATED),
)


def _gaps(begins: datetime, as_of: datetime) -> dict[str, Gap]:
    found = {}
    for kind, share, days, shown in _GAPS:
        start = begins + (as_of - begins) * share
        start = start.replace(hour=0, minute=0, second=0, microsecond=0)
        found[kind] = Gap(start, start + timedelta(days=days), shown)
    return found


def coverage_rows(force: Force) -> list[tuple[object, ...]]:
    """What the delivery says that it shows: everything, but for the gaps."""
    source = "synthetic-delivery"
    whole = ("people", "occurrences", "involvements", "flags", "relationships", "residences", "places")
    rows: list[tuple[object, ...]] = [(force.name, source, table, "*", True, None, None) for table in whole]
    for kind in sorted(ALL_ACTION_KINDS):
        gap = force.gaps.get(kind)
        if gap is None:
            rows.append((force.name, source, "actions", kind, True, None, None))
            continue
        rows.append((force.name, source, "actions", kind, True, None, gap.from_at))
        rows.append((force.name, source, "actions", kind, True, gap.to_at, None))
        if gap.shown is Shown.NOT_SUPPLIED:
            rows.append((force.name, source, "actions", kind, False, gap.from_at, gap.to_at))
    return rows
