"""The start of reasonable cause to suspect significant harm, for each child (record tests, 1.10)."""

from collections.abc import Callable
from typing import Any

import ibis

from bounden.engine.files import Files
from bounden.engine.joins import beside, within
from bounden.engine.people import belonging, in_scope
from bounden.engine.started import WHO, at_report, given
from bounden.engine.states import flagged
from bounden.engine.told import Told, both, certain, doubtful, read, written
from bounden.obligations.terms import CHILDREN_AT_RISK, risk_incident
from bounden.obligations.terms.scope import ABUSE

_HARM_CATEGORIES = sorted(ABUSE - {"neglect", "harmful_sexual_behaviour"})
_EXPLOITED = frozenset({"sexual_exploitation_risk", "criminal_exploitation_risk"})


class Harm:
    """Finds the start. known: when police knew of a child; about: done rows of kinds that name the child or nobody."""

    def __init__(self, files: Files, known: Callable[[Any], Any], about: Callable[[Any, list[str]], Any]) -> None:
        self._files = files
        self._known = known
        self._about = about

    def starts(self, who: Any) -> Any:
        """The start of reasonable cause to suspect significant harm, for each child (record tests, 1.10)."""
        asked = at_report(self._files.described(who))
        roles = self._files.in_roles(
            plain=["child_subject", "victim"], went_missing=["missing_person"], is_protected=["protected_child"]
        )
        asked = beside(asked, roles, ["occurrence", "person"])
        plain = (
            asked.plain.fill_null(False)
            & asked.occurrence_category.isin(_HARM_CATEGORIES)
            & (asked.occurrence_kind == "incident")
        )
        asked = self._files.keep("harm_asked", asked.mutate(plain=plain))
        found = [
            _reason_to_suspect(asked.filter(asked.plain), "report_earliest", "report_latest"),
            *self._harm_in_incident(asked.filter((asked.occurrence_kind == "incident") & ~asked.plain)),
            self._harm_while_missing(
                asked.filter((asked.occurrence_kind == "missing") & asked.went_missing.fill_null(False))
            ),
            self._harm_protected(
                asked.filter((asked.occurrence_kind == "police_protection") & asked.is_protected.fill_null(False))
            ),
        ]
        rows = self._files.keep("harm_found", ibis.union(*found))
        rows = rows.filter(rows.holds.fill_null(True))
        rows = rows.mutate(sure=rows.holds.fill_null(False))
        by_child = rows.group_by(*WHO).aggregate(
            sure_latest=rows.latest.min(where=rows.sure),
            any_earliest=rows.earliest.min(),
            any_latest=rows.latest.min(),
            yes=rows.sure.any(),
            reason=rows.reason.min(),
        )
        joined = within(who, by_child, WHO)
        told = doubtful(joined.yes, ~joined.yes, joined.reason)
        latest = ibis.coalesce(joined.sure_latest, joined.any_latest)
        return given(who, joined.any_earliest, latest, joined, told)

    def _harm_in_incident(self, asked: Any) -> list[Any]:
        known = self._known(asked)
        known = in_scope(self._files, risk_incident(), known, "risk")
        known = known.mutate(
            when_earliest=ibis.coalesce(known.known_earliest, known.when_earliest),
            when_latest=ibis.coalesce(known.known_latest, known.when_latest),
        )
        known = belonging(self._files, CHILDREN_AT_RISK, known, WHO, "member")
        known = flagged(self._files, known, WHO, frozenset({"child_protection_plan"}), "planned")
        known = written(known, "at_risk", both([read(known, "risk"), read(known, "member")]))
        known = written(known, "known", both([read(known, "at_risk"), read(known, "planned")]))
        known = self._files.keep("harm_known", known)
        at_risk = known.select(*WHO, "at_risk_holds", "at_risk_reason")
        enquiries = within(self._about(asked, ["enquiry_started"]), at_risk, WHO)
        graded = within(self._about(asked, ["risk_graded"]), at_risk, WHO)
        high = doubtful(
            graded.value.isin(["high", "very_high"]),
            graded.value.isnull(),
            ibis.literal("actions.value of risk_graded"),
        )
        return [
            _reason_to_suspect(known, "known_earliest", "known_latest", read(known, "known")),
            _reason_to_suspect(enquiries, "earliest", "latest", read(enquiries, "at_risk")),
            _reason_to_suspect(graded, "earliest", "latest", both([read(graded, "at_risk"), high])),
        ]

    def _harm_while_missing(self, asked: Any) -> Any:
        told = flagged(self._files, asked, WHO, _EXPLOITED, "exploited")
        return _reason_to_suspect(told, "report_earliest", "report_latest", read(told, "exploited"))

    def _harm_protected(self, asked: Any) -> Any:
        return _reason_to_suspect(self._about(asked, ["protection_started"]), "earliest", "latest")


def _reason_to_suspect(rows: Any, earliest: str, latest: str, told: Told | None = None) -> Any:
    told = told or certain(ibis.literal(True))
    return rows.select(*WHO, earliest=rows[earliest], latest=rows[latest], holds=told.holds, reason=told.reason)
