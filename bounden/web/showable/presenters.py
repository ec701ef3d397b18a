"""What the records of the account's forces can judge: the rows of both tables, filtered, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from bounden.reports.handbook.confirming import unconfirmed
from bounden.snapshots.can_judge import Gap, Judges
from bounden.standards import standard as find
from bounden.web.reading import Sight
from bounden.web.wording import AREAS

LEVELS = {
    Judges.IN_FULL: "In full",
    Judges.IN_PART: "In part",
    Judges.NOTHING: "Not at all",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One standard of one force."""

    force: str
    id: str
    title: str
    area: str
    judges: Judges
    occurrences: int
    lacks: tuple[str, ...]

    @property
    def confirmation(self) -> str:
        """That the number or the source of the standard is to be confirmed, where it is."""
        return "to be confirmed" if self.id in unconfirmed() else ""

    @property
    def level(self) -> str:
        return LEVELS[self.judges]

    @property
    def why(self) -> str:
        """Why it is not judged in full, where it is not."""
        if not self.occurrences:
            return "no such occurrence in the delivery"
        return "; ".join(self.lacks)


@dataclass(frozen=True, slots=True)
class Unlock:
    """One gap of one force, and the standards that closing it would help."""

    force: str
    words: str
    alone: tuple[str, ...]
    with_others: tuple[str, ...]


def rows(seen: Sight, *, force: str = "", area: str = "", judges: str = "") -> list[Row]:
    """A row for each standard of each force that fits, by force and standard."""
    found = []
    for one in seen.snapshot.can_judge:
        words = {gap.lack: gap.words for gap in one.gaps}
        for each in one.standards if one.force in seen.forces and force in ("", one.force) else ():
            rule = find(each.standard)
            if area in ("", rule.area) and judges in ("", each.judges.name):
                lacks = tuple(words[lack] for lack in each.lacks if lack in words)
                found.append(
                    Row(one.force, rule.id, rule.title, AREAS[rule.area], each.judges, each.occurrences, lacks)
                )
    return found


def unlocks(seen: Sight, *, force: str = "", most: int) -> list[Unlock]:
    """The gaps of each force that fits, what would unlock most first, so many at most."""
    found = [Unlock(force, gap.words, gap.alone, gap.with_others) for force, gap in _gaps(seen, force)]
    found.sort(key=lambda one: (-len(one.alone), -len(one.with_others), one.words, one.force))
    return found[:most]


def _gaps(seen: Sight, force: str) -> Iterator[tuple[str, Gap]]:
    for one in seen.snapshot.can_judge:
        if one.force in seen.forces and force in ("", one.force):
            yield from ((one.force, gap) for gap in one.gaps)
