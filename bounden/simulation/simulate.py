"""A whole simulation: forces, what happens in them in the years, and the delivery that says so."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from bounden.simulation.detention import tell_detention
from bounden.simulation.enquiries import tell_disclosure, tell_inspections, tell_intelligence
from bounden.simulation.force import Force, coverage_rows, force_named
from bounden.simulation.incidents import tell_domestic_without_children, tell_incident, tell_quiet_incident
from bounden.simulation.missing import tell_missing_adult, tell_missing_child
from bounden.simulation.offenders import tell_offender
from bounden.simulation.protection import tell_protection
from bounden.simulation.rates import rate_of
from bounden.simulation.story import Story
from bounden.simulation.writing import Delivery
from bounden.standards import RULEBOOK, RULEBOOK_VERSION

#: Told what is being made, how many of it and of how many.
Progress = Callable[[str, int, int], None]
Teller = Callable[[Story], None]

#: The instant at which every simulation is judged.
AS_OF = datetime(2026, 3, 31, 10, 0)


class Told(NamedTuple):
    """What happens: in words, the first letters of the names of its stories, their teller, and how many there are.

    yearly: so many in each year; otherwise so many at all, like offenders under management.
    """

    what: str
    prefix: str
    tell: Teller
    number: int
    yearly: bool = True


#: What happens in a force of two and a half million people (docs/how-to/simulate-a-force.md).
STORIES = (
    Told("missing children", "MC", tell_missing_child, 1_200),
    Told("missing adults", "MA", tell_missing_adult, 4_800),
    Told("registered offenders", "RO", tell_offender, 2_200, yearly=False),
    Told("domestic abuse with children", "DA", tell_incident("domestic_abuse", 0, 16), 16_000),
    Told("domestic abuse without children", "DN", tell_domestic_without_children, 20_000),
    Told("concern for a child", "CC", tell_incident("concern_for_child", 0, 16), 5_500),
    Told("neglect", "NE", tell_incident("neglect", 0, 14), 1_200),
    Told("physical abuse", "PA", tell_incident("physical_abuse", 0, 16), 2_000),
    Told("sexual abuse", "SA", tell_incident("sexual_abuse", 3, 16), 1_900),
    Told("sexual exploitation", "SE", tell_incident("sexual_exploitation", 11, 16), 600),
    Told("criminal exploitation", "CE", tell_incident("criminal_exploitation", 11, 16), 600),
    Told("online abuse", "OA", tell_incident("online_abuse", 0, 16), 840),
    Told("drink and drug driving", "DD", tell_incident("drink_drug_drive", 0, 14), 250),
    Told("harmful sexual behaviour", "HS", tell_incident("harmful_sexual_behaviour", 10, 16), 350),
    Told("mental health", "MH", tell_incident("mental_health", 9, 16), 600),
    Told("other reports about a child", "OC", tell_incident("other", 2, 16), 1_500),
    Told("police protection", "PP", tell_protection, 230),
    Told("children in detention", "DT", tell_detention, 2_300),
    Told("disclosure", "DS", tell_disclosure, 700),
    Told("intelligence", "IN", tell_intelligence, 4_000),
    Told("recommendations", "IR", tell_inspections, 4),
    Told("reports without a child", "QI", tell_quiet_incident, 104_000),
)


def simulate(
    directory: Path, *, scale: float = 1.0, years: int = 1, seed: int = 1, forces: int = 1, progress: Progress
) -> dict[str, int]:
    """Write a delivery of synthetic forces into a directory, with the answers; how many rows each file holds.

    scale: 1 is a force of the size of Thames Valley. Memory does not grow with it. Raises FileExistsError if the
    directory holds anything.
    """
    if directory.exists() and any(directory.iterdir()):
        raise FileExistsError(f"{directory} is not empty; a simulation is written into a new directory")
    directory.mkdir(parents=True, exist_ok=True)
    with Delivery(directory) as delivery:
        for number in range(forces):
            force = force_named(number, seed, AS_OF, years, max(10, round(60_000 * scale)))
            for row in coverage_rows(force):
                delivery.add("coverage", row)
            for told, name, place, total in _told(force, scale):
                if place % 100 == 0:
                    progress(f"{force.name}: {told.what}", place, total)
                told.tell(Story(delivery, force, name))
        facts = {
            "synthetic": True,
            "seed": seed,
            "scale": scale,
            "years": years,
            "forces": [force_named(n, seed, AS_OF, years, 1).name for n in range(forces)],
            "as_of": f"{AS_OF.isoformat()}Z",
            "rulebook": RULEBOOK_VERSION,
            "planted": {one.id: rate_of(one.id)._asdict() for one in RULEBOOK if not one.proposed},
        }
        delivery.state(facts)
        return delivery.rows()


def _told(force: Force, scale: float) -> Iterator[tuple[Told, str, int, int]]:
    """Every story of a force: what it is, its name, its place and how many there are."""
    for told in STORIES:
        total = max(1, round(told.number * scale * (force.years if told.yearly else 1)))
        for place in range(total):
            yield told, f"{told.prefix}{place + 1:06d}", place, total
