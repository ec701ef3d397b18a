"""A missing child is back: somebody talks with her, asks for the return interview, uses it and closes the case."""

from datetime import datetime

from bounden.simulation.career import Career
from bounden.simulation.case import Act, Case
from bounden.simulation.deadlines import after, same_day


class Return:
    """The return from one episode."""

    def __init__(self, career: Career, case: Case, found: Act) -> None:
        self.career, self.case, self.child, self.found = career, case, career.child, found

    def tell(self) -> None:
        """Plant the return and write down what is owed after it."""
        case, child, chance, found = self.case, self.child, self.case.chance, self.found
        due = after(found.at, "mc_prevention")
        plan = case.plan("MC-11", found.at, due)
        value = "telephone" if chance.happens(0.12) else "face_to_face"
        talk = case.act("prevention_interview_held", plan.done, person=child, value=value)
        met = talk.at if talk and value == "face_to_face" else None
        case.owe("MC-11", due, met, person=child, trigger=found, excused=case.reason("MC-11", plan.excused))
        seen = None
        if chance.happens(0.4):
            seen = case.act("child_seen", found.at + chance.hours(0.1, 10), person=child)
        if seen:
            voice_due = after(seen.at, "shift_end")
            voice = case.plan("IC-06", seen.at, voice_due)
            heard = case.act("voice_recorded", voice.done, person=child)
            excused = case.reason("IC-06", voice.excused)
            case.owe("IC-06", voice_due, heard, person=child, excused=excused)
        due = same_day(found.at)
        asked = case.roughly("return_interview_requested", case.plan("MC-12", found.at, due).done)
        case.owe("MC-12", due, asked, person=child, trigger=found)
        self._return_interview()
        self._close([at for at in (seen and seen.at, met) if at])

    def _return_interview(self) -> None:
        case, child, found = self.case, self.child, self.found
        due = after(found.at, "72 h")
        held = case.act(
            "return_interview_held", case.plan("MC-13", found.at, due).done, person=child, role="council", rank=None
        )
        if held:
            used_due = after(held.at, "mc_rhi")
            plan = case.plan("MC-14", held.at, used_due)
            got = case.act("return_interview_received", plan.done, person=child)
            made = case.act("intelligence_submitted", case.plan("MC-14", held.at, used_due).done, person=child)
            needed = [got and got.at, made and made.at]
            if child.flagged(held.at, "trigger_plan"):
                new = case.act("trigger_plan_updated", case.plan("MC-14", held.at, used_due).done, person=child)
                self.career.note("trigger_plan_updated", new)
                needed.append(case.first("trigger_plan_updated", child))
            excused = case.reason("MC-14", plan.excused)
            case.owe("MC-14", used_due, *needed, person=child, trigger=held, excused=excused)
        hint = case.hinted(due, held.at if held else None, "return_interview_received", person=child)
        case.owe("MC-13", due, hint, person=child, trigger=found)

    def _close(self, seen: list[datetime]) -> None:
        case, found = self.case, self.found
        closed = case.act("closed", found.at + self.case.chance.hours(2, 60), rank="sergeant", value="other")
        if closed:
            case.closed_at = closed.at
            case.owe("MC-16", closed.at, min(seen, default=None), person=self.child, trigger=closed, at_act=True)
