"""Why an obligation has its outcome, from its explanation: at length for machines, shortly for a page."""

from bounden.obligations.explain import Explanation, explained, judged_by
from bounden.obligations.obligation import Obligation
from bounden.obligations.outcome import Outcome
from bounden.obligations.phrases import WORDING_FOUND
from bounden.obligations.terms import PhraseFound, Type
from bounden.obligations.wording.kinds import say_missing
from bounden.obligations.wording.terms import say_evidence

_DECIDES = {"local", "evidence", "ending", "excuse", "outcome", "missing"}
LOCAL = "exceeds the local threshold"


def because(owed: Obligation) -> str:
    """What was looked at and what decided, in sentences."""
    return " ".join(each.text for each in explained(owed).sentences if each.about in _DECIDES)


def shortly(owed: Obligation) -> dict[str, str]:
    """The reason in a few words, by what kind of reason it is."""
    told = explained(owed)
    reasons = _reason(owed, told)
    if LOCAL in told.sentences[-1].text:
        reasons["note"] = LOCAL
    if own := [each.text for each in told.sentences if each.about == "local"]:
        reasons["local"] = " ".join(own)
    return reasons


def _reason(owed: Obligation, told: Explanation) -> dict[str, str]:
    match told.outcome:
        case Outcome.MET | Outcome.LATE:
            decides = (each for each in told.sentences if each.about == "evidence" and owed.evidence_id in each.records)
            return {"because": next(decides, told.sentences[-1]).text}
        case Outcome.PENDING:
            return {"needed": _needed(owed, told)}
        case Outcome.MISSED if isinstance(judged_by(owed, told.standard).breach, PhraseFound):
            return {"because": WORDING_FOUND}
        case Outcome.MISSED if told.standard.type_of(judged_by(owed, told.standard)) is Type.NEVER:
            return {"because": told.sentences[-1].text}
        case Outcome.MISSED:
            return {"because": f"not done by then: {_needed(owed, told)}"}
        case Outcome.CANNOT_TELL:
            return {"missing": say_missing(owed.missing) or "exact times: it may be in time or not"}
        case _:
            return {"because": told.sentences[-1].text}


def _needed(owed: Obligation, told: Explanation) -> str:
    test = judged_by(owed, told.standard)
    if test.discharged_by is None or told.standard.type_of(test) is Type.NEVER:
        return told.standard.title
    return say_evidence(test.discharged_by, told.parameters)
