"""Who is in an incident: the children by what they are in it, the adults, and who belongs to whom."""

from dataclasses import dataclass, field
from datetime import datetime

from bounden.simulation.case import Case
from bounden.simulation.deadlines import after
from bounden.simulation.people import Recorded

ABUSE = (
    "physical_abuse",
    "sexual_abuse",
    "sexual_exploitation",
    "criminal_exploitation",
    "online_abuse",
    "neglect",
    "harmful_sexual_behaviour",
)
_SCENE = ("child_subject", "victim", "child_present")
_AT_RISK = (*_SCENE, "child_of_household", "child_of_suspect")
_KNOWN_AT_ONCE = ("child_subject", "victim", "suspect")


@dataclass(slots=True)
class Cast:
    """The people of one incident.

    children: every child in it and its role. adults: every adult in it and its role. kin: the relationships on record
    between adults and children, in it or not, as (adult, child). blamed: words that blame a child stand in the
    narrative.
    """

    case: Case
    children: list[tuple[Recorded, str]] = field(default_factory=list)
    adults: list[tuple[Recorded, str]] = field(default_factory=list)
    kin: list[tuple[Recorded, Recorded]] = field(default_factory=list)
    in_vehicle: frozenset[str] = frozenset()
    blamed: bool = False

    def child(self, who: Recorded, role: str, *, vehicle: bool | None = None) -> None:
        """A child has a role in the incident."""
        self.children.append((who, role))
        self.case.involve(who, role, vehicle=vehicle)
        if vehicle:
            self.in_vehicle |= {who.id}

    def adult(self, who: Recorded, role: str, *, vehicle: bool | None = None) -> None:
        """An adult has a role in the incident."""
        self.adults.append((who, role))
        self.case.involve(who, role, vehicle=vehicle)

    def roles(self, *roles: str) -> list[Recorded]:
        """The children who have one of these roles."""
        return [who for who, role in self.children if role in roles]

    @property
    def victims(self) -> list[Recorded]:
        """Children who are victims (CV)."""
        return self.roles("victim")

    @property
    def scene(self) -> list[Recorded]:
        """Children who are subject, victim or present (CH)."""
        return self.roles(*_SCENE)

    @property
    def at_risk(self) -> list[Recorded]:
        """Children at risk (CR)."""
        more = ("suspect",) if self.case.category == "harmful_sexual_behaviour" else ()
        return self.roles(*_AT_RISK, *more)

    @property
    def suspects(self) -> list[Recorded]:
        """Everybody in the role of suspect."""
        return [who for who, role in (*self.adults, *self.children) if role == "suspect"]

    @property
    def offenders(self) -> list[Recorded]:
        """Registered offenders."""
        return [who for who, role in self.adults if role == "registered_offender"]

    @property
    def of_home(self) -> list[Recorded]:
        """Children at risk, and children of the family or household of an adult victim or suspect."""
        return _once([*self.at_risk, *self._kin_of("victim", "suspect")])

    @property
    def of_suspect(self) -> list[Recorded]:
        """Children of the suspect or of the household."""
        return _once([*self.roles("child_of_household", "child_of_suspect"), *self._kin_of("suspect")])

    def _kin_of(self, *roles: str) -> list[Recorded]:
        adults = {who.id for who, role in self.adults if role in roles}
        return [child for adult, child in self.kin if adult.id in adults]

    def belongs(self, child: Recorded, adult_id: str | None) -> bool:
        """Whether an adult is in role carer here, or of the child's family or household."""
        carers = {who.id for who, role in self.adults if role == "carer"}
        return adult_id in carers or any(a.id == adult_id and c.id == child.id for a, c in self.kin)

    @property
    def risk(self) -> bool:
        """Whether it is a risk incident."""
        return self.case.category not in (None, "other") or bool(self.roles("child_subject"))

    @property
    def attended(self) -> datetime:
        """att: the earlier of the first arrival of officers and a day after the report."""
        latest = after(self.case.reported_at, "first_seen")
        return min(self.case.first("officers_arrived") or latest, latest)

    def known(self, child: Recorded) -> datetime:
        """kn: when police knew of a child."""
        if any(who.id == child.id and role in _KNOWN_AT_ONCE for who, role in self.children):
            return self.case.reported_at
        return min(self.attended, self.case.first("children_identified", child) or self.attended)


def _once(people: list[Recorded]) -> list[Recorded]:
    return list({who.id: who for who in people}.values())
