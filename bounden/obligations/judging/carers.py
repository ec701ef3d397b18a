"""The arrest of somebody who has children to look after (IC-14)."""

from bounden.obligations.judging.casefile import CaseFile
from bounden.obligations.judging.deeds import Deed
from bounden.obligations.judging.people import in_roles, tied_to_adult
from bounden.obligations.judging.started import Started
from bounden.obligations.judging.told import NO, YES, Told, either, untold
from bounden.obligations.span import Span

_ARREST = "suspect_arrested"
#: Whom an arrest that names nobody may be of.
_PERHAPS_ARRESTED = frozenset({"suspect", "carer"})


def carer_arrested(file: CaseFile, person_id: str) -> Started | None:
    """The first arrest of a carer there, or of an adult of whom the person is a linked child; None: no test."""
    told = [(deed, _of_carer(file, deed, person_id)) for deed in file.of_kind(_ARREST)]
    rows = [(deed, each) for deed, each in told if each.holds is not False]
    if not rows:
        return None
    sure = [row for row in rows if row[1].holds]
    first, why = (sure or rows)[0]
    latest = min(deed.span.latest for deed, _ in sure or rows)
    span = Span(min(deed.span.earliest for deed, _ in rows), latest)
    alone = bool(sure) and all(deed is first or deed.span.earliest >= first.span.latest for deed, _ in rows)
    return Started(span, first.action_id, why, first=first if alone else None, row=first, at_action=True)


def _of_carer(file: CaseFile, deed: Deed, person_id: str) -> Told:
    if deed.person_id:
        return _cares_for(file, deed.person_id, person_id, deed.span)
    perhaps = (_cares_for(file, other, person_id, deed.span) for other in in_roles(file, _PERHAPS_ARRESTED))
    return NO if all(told.holds is False for told in perhaps) else untold(f"actions.person_id of {_ARREST}")


def _cares_for(file: CaseFile, other: str, person_id: str, when: Span) -> Told:
    if other == person_id:
        return NO
    by_role = YES if "carer" in file.roles(other) else NO
    return either([by_role, tied_to_adult(file, person_id, other, when)])
