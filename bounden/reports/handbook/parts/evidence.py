"""The parts of what counts as done."""

from collections.abc import Iterator
from dataclasses import replace

from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import Alternative, Doing, Evidence, FlagHeld, ItsRank, Member
from bounden.obligations.wording.kinds import say_any, say_kind
from bounden.obligations.wording.terms import say_condition, say_evidence
from bounden.records.vocabulary import RANKS
from bounden.reports.handbook.parts.restrictions import restrictions, without


def of_evidence(evidence: Evidence, numbers: Parameters) -> Iterator[tuple[str, Evidence]]:
    """Each part, and the evidence without it."""
    members = evidence.members
    for at, member in enumerate(members):
        if any(other.when is None for n, other in enumerate(members) if n != at):
            yield f"needs: {_say(member, numbers)}", Evidence(without(members, at))
        for says, other in _of_member(member, numbers):
            yield says, Evidence((*members[:at], other, *members[at + 1 :]))


def _of_member(member: Member, numbers: Parameters) -> Iterator[tuple[str, Member]]:
    if member.when:
        yield f"needed only if {say_condition(member.when, numbers)}", replace(member, when=None)
    if member.denied_by:
        yield f"denied by a record that denies {say_kind(member.denied_by)}", replace(member, denied_by=None)
    held = member.alternatives
    for at, one in enumerate(held):
        if len(held) > 1:
            said = _say(Member(alternatives=(one,)), numbers)
            yield f"done by: {said}", replace(member, alternatives=without(held, at))
        for asks, other in _of_alternative(one):
            yield asks, replace(member, alternatives=(*held[:at], other, *held[at + 1 :]))


def _of_alternative(one: Alternative) -> Iterator[tuple[str, Alternative]]:
    match one:
        case Doing():
            yield from ((f"{say_kind(one.kind)}: {asks}", other) for asks, other in restrictions(one))
        case FlagHeld():
            yield from ((f"flag {say_any(one.kinds)}: {asks}", other) for asks, other in restrictions(one))
        case ItsRank(rank) if rank != RANKS[0]:
            yield "the act itself: the rank that must do it", ItsRank(RANKS[0])
        case _:
            pass


def _say(member: Member, numbers: Parameters) -> str:
    return say_evidence(Evidence((replace(member, when=None),)), numbers)
