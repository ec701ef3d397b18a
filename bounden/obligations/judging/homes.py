"""The times in which somebody lives nowhere, from the residences on record (RO-04)."""

from dataclasses import dataclass
from datetime import datetime

from bounden.obligations.judging.casefile import CaseFile
from bounden.obligations.judging.told import YES, Told, untold
from bounden.obligations.span import Span, later

_NEVER = datetime.max


@dataclass(frozen=True, slots=True)
class Gap:
    """One such time: its start, the id of what begins it, whether it is one, and its end, if it has ended."""

    span: Span | None
    id: str
    told: Told
    until: Span | None


@dataclass(frozen=True, slots=True)
class _Stay:
    """One residence; what lies after `as_of` has not happened yet."""

    begins: Span
    ends: Span
    place: str

    @property
    def order(self) -> tuple[datetime, datetime, datetime, datetime, str]:
        return (self.begins.earliest, self.begins.latest, self.ends.earliest, self.ends.latest, self.place)


def without_residence(file: CaseFile, person_id: str) -> list[Gap]:
    """From the report or the end of the last residence until the next begins.

    Residences are taken in the order of their beginnings. Where one may begin before the last has ended, it cannot be
    told whether there is a gap between them.
    """
    stays = sorted(_stays(file, person_id), key=lambda stay: stay.order)
    found = [_clipped(file, None, file.occurrence_id, YES, stays[0].begins if stays else None)]
    for place in range(len(stays)):
        last, id_ = _reached(stays[: place + 1])
        following = stays[place + 1].begins if place + 1 < len(stays) else None
        if last.earliest == _NEVER or (following and following.latest <= last.earliest):
            continue
        sure = following is None or following.earliest > last.latest
        told = YES if sure else untold("residences.from_at")
        found.append(_clipped(file, last, id_, told, following))
    gaps: dict[str, Gap] = {}
    for gap in found:
        if gap and gap.id not in gaps:
            gaps[gap.id] = gap
    return list(gaps.values())


def _stays(file: CaseFile, person_id: str) -> list[_Stay]:
    found = []
    for home in file.book.residences[file.force, person_id]:
        begins = _span(home.from_at, home.from_at_latest, file.as_of) or Span.exactly(datetime.min)
        ends = _span(home.to_at, home.to_at_latest, file.as_of) or Span.exactly(_NEVER)
        if begins.earliest > file.as_of or ends.latest <= begins.earliest:
            continue
        if ends.earliest > file.as_of:
            ends = Span.exactly(_NEVER)
        found.append(_Stay(begins, ends, home.place_id))
    return found


def _span(earliest: datetime | None, latest: datetime | None, as_of: datetime) -> Span | None:
    if earliest is None:
        return None
    return Span(earliest, max(earliest, min(latest or earliest, as_of)))


def _reached(stays: list[_Stay]) -> tuple[Span, str]:
    """The end of the last of several residences to end, and an id made of its place and that end."""
    span = Span(max(s.ends.earliest for s in stays), max(s.ends.latest for s in stays))
    place = max((s.ends.latest, s.ends.earliest, s.place) for s in stays)[2]
    return span, f"{place} until {span.earliest:%Y-%m-%dT%H:%M:%SZ}"


def _clipped(file: CaseFile, begins: Span | None, id_: str, told: Told, until: Span | None) -> Gap | None:
    """No earlier than the report; none where it had ended by then."""
    if file.report is None:
        return Gap(None, id_, told, until)
    span = later(begins, file.report) if begins else file.report
    return Gap(span, id_, told, until) if until is None or until.latest > span.earliest else None
