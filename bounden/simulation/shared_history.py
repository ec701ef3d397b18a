"""What several incidents of one family mean for one another: what was done for a child counts wherever it was done."""

from dataclasses import dataclass, field
from datetime import datetime

from bounden.simulation.career import owe_entries
from bounden.simulation.cast import Cast
from bounden.simulation.deadlines import after
from bounden.simulation.people import Recorded
from bounden.simulation.story import Story

_COUNTED, _WITHIN = 3, "12 m"


@dataclass(slots=True)
class History:
    """The incidents of one family, every one of them told."""

    story: Story
    casts: list[Cast] = field(default_factory=list)

    def anywhere(self, cast: Cast, child: Recorded, kind: str, since: datetime) -> datetime | None:
        """When an act for a child was first done: here at any time, in another incident of the child not before T."""
        found = [act.at for act in cast.case.of(kind, child)]
        for other in self.casts:
            if other is not cast and concerns(other, child):
                found += [act.at for act in other.case.of(kind, child) if act.at >= since]
        return min(found, default=None)

    def counted(self, cast: Cast, child: Recorded) -> bool:
        """Whether it is the third incident or later about a child at risk within a year (DM-05)."""
        here = cast.case.reported_at
        reports = [
            other.case.reported_at
            for other in self.casts
            if other is not cast and other.risk and child.id in {who.id for who in other.at_risk}
        ]
        return sum(at < here <= after(at, _WITHIN) for at in reports) >= _COUNTED - 1

    def referred_before(self, cast: Cast) -> bool:
        """Whether an adult victim was referred to the partners' conference in the year before (AH-20)."""
        here = cast.case.reported_at
        victims = {who.id for who, role in cast.adults if role == "victim"}
        for other in self.casts:
            if other is cast or not victims & {who.id for who, role in other.adults if role == "victim"}:
                continue
            if any(act.at <= here <= after(act.at, _WITHIN) for act in other.case.of("marac_referred")):
                return True
        return False

    def owe_flags(self, children: list[Recorded], source: str) -> None:
        """Write down what is owed for the flags on children (AH-11)."""
        for child in children:
            added = [a.at for cast in self.casts if concerns(cast, child) for a in cast.case.of("flag_added", child)]
            owe_entries(self.story, child, source, added)


def concerns(cast: Cast, child: Recorded) -> bool:
    """Whether a child has a role in an incident, or is named in what was done there."""
    if any(who.id == child.id for who, _ in cast.children):
        return True
    return any(act.person == child.id for acts in cast.case.acts.values() for act in acts)
