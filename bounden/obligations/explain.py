"""Why an obligation has its outcome, in words: clause, start, limit, what was looked at, what decided (design, 9)."""

from dataclasses import dataclass

from bounden.obligations.clock.local import day_of
from bounden.obligations.judging.deeds import LONG_AGO
from bounden.obligations.local_limits import limit_is_local
from bounden.obligations.obligation import Anew, Considered, Obligation
from bounden.obligations.outcome import Outcome, outcome
from bounden.obligations.parameters import Parameters
from bounden.obligations.phrases import WORDING_FOUND
from bounden.obligations.span import Span
from bounden.obligations.terms import Duty, EachNight, FlagBegun, PhraseFound, Standard, Test, Type
from bounden.obligations.wording.instants import say_instant, say_span
from bounden.obligations.wording.kinds import say_kind, say_missing, say_word
from bounden.obligations.wording.own import say_own
from bounden.obligations.wording.terms import say_breach, say_due, say_evidence, say_start
from bounden.records.vocabulary import ACTION_VALUES

#: What is looked at that is no action of its own.
_OF_ITSELF = {
    "flag": "A flag is held",
    "note": "The record of the act itself",
    "rank": "The rank of who did it",
    "text": "What is written on record",
    "entry": "The flag was entered",
}
LOCAL = " This exceeds the local threshold; it is not in itself a breach of law."


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. records: the row ids.

    about: duty, trigger, due, local (the force's own number), evidence, ending, excuse, outcome or missing.
    """

    about: str
    text: str
    records: tuple[str, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """The sentences in the order in which a person would tell it. outcome: None if withdrawn.

    parameters: the numbers by which it was judged.
    """

    obligation: Obligation
    standard: Standard
    parameters: Parameters
    outcome: Outcome | None
    sentences: tuple[Sentence, ...]


def is_open(result: Outcome | None, standard: Standard, stage: str) -> bool:
    """Whether somebody can still act: it is pending or not done yet, or the records do not show that it was done.

    What must never be done, and was, cannot be undone; but words that were found wait for a person to confirm them.
    """
    if result is Outcome.MISSED:
        test = next(t for t in standard.tests if t.stage == stage)
        return standard.type_of(test) is not Type.NEVER or isinstance(test.breach, PhraseFound)
    return result in (Outcome.PENDING, Outcome.CANNOT_TELL)


def explain(owed: Obligation, standard: Standard, parameters: Parameters) -> Explanation:
    """Explain an obligation that the reference evaluator has judged, with the rows that it looked at.

    Raises ValueError if the obligation is not of this standard.
    """
    if owed.standard != standard.id:
        raise ValueError(f"an obligation of {owed.standard} cannot be explained by {standard.id}")
    test = judged_by(owed, standard)
    result = outcome(owed)
    sentences = [_duty(standard), _trigger(owed, test, parameters), _due(owed, test, parameters), *_own(owed)]
    sentences += [_looked_at(owed, one) for one in owed.considered]
    sentences += _ended_or_excused(owed)
    sentences.append(_conclusion(owed, standard, test, parameters, result))
    return Explanation(owed, standard, parameters, result, tuple(s for s in sentences if s))


def explained(owed: Obligation) -> Explanation:
    """Explain an obligation by the rule that it carries; an evaluator has judged it."""
    if owed.rule is None:
        raise ValueError("an obligation that no evaluator has judged carries no rule")
    return explain(owed, owed.rule.standard, owed.rule.parameters)


def judged_by(owed: Obligation, standard: Standard) -> Test:
    """The test of a standard that made an obligation."""
    began = owed.triggered.earliest if owed.triggered else owed.as_of
    return standard.test_of(owed.stage, day_of(began))


def _duty(standard: Standard) -> Sentence:
    clause = standard.clauses[0]
    unsure = " (to be confirmed)" if standard.to_be_confirmed or not clause.confirmed else ""
    whose = "" if standard.duty is Duty.POLICE else f" It is the duty of the {standard.duty.value}, not of the police."
    return Sentence("duty", f"{standard.id}: {standard.plain} Source: {clause.source}{unsure}.{whose}")


def _trigger(owed: Obligation, test: Test, parameters: Parameters) -> Sentence:
    begins = f"Time runs from {_anew(owed.anew) if owed.anew else say_start(test.starts, parameters)}"
    if owed.triggered is None:
        return Sentence("trigger", f"{begins}, and when that was is not recorded.")
    # A night is no row of its own: what makes it is the record of the detention. A flag's row has no id.
    row = owed.occurrence_id if isinstance(test.starts, EachNight) else owed.trigger_id
    row = None if isinstance(test.starts, FlagBegun) else row
    return Sentence("trigger", f"{begins}: {say_span(owed.triggered)}.", _ids(row), owed.triggered)


def _anew(anew: Anew) -> str:
    """The row from which a later interval of a recurring duty runs."""
    row = say_kind(anew.kind)
    if anew.value and anew.kind in ACTION_VALUES:
        row += f", {say_word(anew.value)}"
    if not anew.ended_pause:
        return f"when this was last done ({row})"
    return f"what ended the pause ({row})" if anew.value else f"what may have ended the pause ({row})"


def _due(owed: Obligation, test: Test, parameters: Parameters) -> Sentence:
    how = say_due(test.due, parameters)
    if owed.due is None:
        return Sentence("due", f"It was due {how} of that, so by when cannot be told.")
    if owed.due.exact:
        return Sentence("due", f"It is due {how}: by {say_instant(owed.due.earliest)}.", span=owed.due)
    first, last = say_instant(owed.due.earliest), say_instant(owed.due.latest)
    return Sentence(
        "due", f"It is due {how}: by {first} at the strictest reading, by {last} at the widest.", span=owed.due
    )


def _own(owed: Obligation) -> list[Sentence]:
    """Where the force's own number decides, the difference from the national one."""
    if owed.rule is None:
        return []
    national = owed.rule.national
    return [Sentence("local", say_own(own, national.by_name[own.name])) for own in owed.rule.own]


def _looked_at(owed: Obligation, one: Considered) -> Sentence:
    said = say_kind(one.kind)
    if one.verdict == "silence":
        nothing = "Nothing else" if one.reason else "Nothing"
        return Sentence("evidence", f"{nothing} is on record of this, and the extract is complete for it: {said}.")
    if one.verdict == "denied":
        until = say_instant(one.until or owed.as_of)
        text = f"The records say that this was not done, up to {until}: {said}."
        return Sentence("evidence", text, _ids(one.action_id), one.span)
    said = _OF_ITSELF.get(one.kind, f"On record: {said}")
    if one.implied:
        said += ", as another record shows"
    when = f" {say_span(one.span)}" if one.span and one.span.earliest > LONG_AGO else ""
    return Sentence("evidence", f"{said}{when}: {_verdict(owed, one)}.", _ids(one.action_id), one.span)


def _verdict(owed: Obligation, one: Considered) -> str:
    if one.kind == "text":
        return one.reason
    if one.verdict == "does not count":
        return f"it does not count, because {one.reason}"
    after = one.span is not None and owed.due is not None and one.span.earliest > owed.due.latest
    if one.verdict == "may count" and after:
        return f"after the limit, whatever {say_missing(one.reason)} would show"
    if one.verdict == "may count" or one.span is None or owed.due is None:
        return f"whether it counts is open: {say_missing(one.reason)}"
    if one.span.earliest > owed.due.latest:
        return "after the limit"
    decides = outcome(owed) is Outcome.MET and one.action_id == owed.evidence_id
    return "in time" if decides or one.span.latest <= owed.due.earliest else "it may be in time or not"


def _ended_or_excused(owed: Obligation) -> list[Sentence]:
    found = []
    if owed.withdrawn:
        found.append(Sentence("ending", f"The cause ended {say_span(owed.withdrawn)}.", span=owed.withdrawn))
    if owed.excused_at:
        by = f" by {say_kind(owed.excused_by)}" if owed.excused_by else ""
        found.append(Sentence("excuse", f"A reason was recorded{by} at {say_instant(owed.excused_at)}."))
    return found


def _conclusion(
    owed: Obligation, standard: Standard, test: Test, parameters: Parameters, result: Outcome | None
) -> Sentence:
    needed = say_evidence(test.discharged_by, parameters) if test.discharged_by else standard.title
    local = LOCAL if limit_is_local(test, parameters) else ""
    judged = f"as things stood at {say_instant(owed.as_of)}"
    match result:
        case None:
            return Sentence("outcome", "Withdrawn: its cause ended before the limit. It is in no count.")
        case Outcome.MET if isinstance(test.breach, PhraseFound):
            return Sentence("outcome", "Met: no such wording was found in what is written.")
        case Outcome.MET:
            return Sentence("outcome", "Met: it was done in time.", _ids(owed.evidence_id))
        case Outcome.LATE:
            return Sentence("outcome", f"Late: it was done, but after the limit.{local}", _ids(owed.evidence_id))
        case Outcome.MISSED if isinstance(test.breach, PhraseFound):
            return Sentence("outcome", f"Missed: {WORDING_FOUND}, {judged}.")
        case Outcome.MISSED:
            if standard.type_of(test) is Type.NEVER:
                form = say_breach(test.breach, parameters)
                return Sentence("outcome", f"Missed: it was done in the form that must not be ({form}), {judged}.")
            shown = f"Missed: the limit has passed and the records show that this was not done by then: {needed}."
            return Sentence("outcome", shown + local)
        case Outcome.PENDING:
            return Sentence("outcome", f"Pending: the limit has not been reached, {judged}. Still needed: {needed}.")
        case Outcome.EXCUSED:
            return Sentence("outcome", "Excused: the reason was recorded in time by somebody who may excuse it.")
        case Outcome.CANNOT_TELL:
            why = say_missing(owed.missing) or "when it happened or was due is too uncertain"
            said = f"Cannot be told. What is missing: {why}. It counts neither as met nor as missed."
            return Sentence("missing", said)


def _ids(action_id: str | None) -> tuple[str, ...]:
    return (action_id,) if action_id else ()
