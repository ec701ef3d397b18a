"""Acts of one kind in the order of their times: from the n-th on, and the second in a row (RO-08, RO-10).

`acts`: the rows of the kind beside each of WHO whom they name or who is nobody (starts, `_about`).
"""

from typing import Any

import ibis

from bounden.engine.files import Files
from bounden.engine.joins import beside, within
from bounden.engine.started import WHO
from bounden.engine.told import Told, both, certain, doubtful
from bounden.obligations.terms import FromTheNth, SecondInARow


def from_the_nth(start: FromTheNth, acts: Any) -> Any:
    """Each act from the n-th on."""
    order = ibis.window(group_by=list(WHO), order_by=[acts.earliest, acts.latest, acts.action_id])
    placed = acts.mutate(place=ibis.row_number().over(order))
    told = certain(ibis.literal(True))
    kept = placed.filter(placed.place >= start.number - 1)
    return kept.mutate(told_holds=told.holds, told_reason=told.reason, denied=ibis.literal(False))


def second_in_a_row(files: Files, start: SecondInARow, acts: Any) -> Any:
    """The second act of every run, with told_*; as wide as the act at its place in time."""
    acts = files.keep("acts", acts)
    acts = files.keep("placed", _in_turn(beside(acts, _muddled(acts), (*WHO, "action_id"))))
    line = ibis.window(group_by=list(WHO), order_by=[acts.place])
    near = {f"{name}_{back}": acts[name].lag(back).over(line) for name in ("value", "muddled") for back in (1, 2)}
    acts = acts.mutate(**near)
    may_be = acts.value.isnull() | (acts.value == start.value)
    acts = acts.filter((acts.place > 0) & may_be)
    muddled = acts.muddled | acts.muddled_1.fill_null(False) | acts.muddled_2.fill_null(False)
    missing = ibis.literal(f"actions.value of {start.kind}")
    opened = doubtful(acts.value_2 == start.value, acts.value_2.isnull(), missing).where(acts.place > 1)
    told = both(
        [
            doubtful(acts.value == start.value, acts.value.isnull(), missing),
            doubtful(acts.value_1 == start.value, acts.value_1.isnull(), missing),
            Told(~opened.holds, opened.reason),
        ]
    )
    acts = acts.mutate(
        told_holds=muddled.ifelse(ibis.null().cast("boolean"), told.holds),
        told_reason=muddled.ifelse(ibis.literal(f"actions.happened_at of {start.kind}"), told.reason),
        latest=acts.turn_latest,
        denied=ibis.literal(False),
    )
    return acts.filter(acts.told_holds.fill_null(True))


def _in_turn(acts: Any) -> Any:
    """With place, from 0, and turn_latest: when the act at that place in time was at the latest."""
    by_order = ibis.window(group_by=list(WHO), order_by=[acts.earliest, acts.latest, acts.action_id])
    by_end = ibis.window(group_by=list(WHO), order_by=[acts.latest])
    ends = acts.select(*WHO, place=ibis.row_number().over(by_end), turn_latest=acts.latest)
    return beside(acts.mutate(place=ibis.row_number().over(by_order)), ends, (*WHO, "place"))


def _muddled(acts: Any) -> Any:
    """Acts of which the records leave open on which side of them an act of another value lies."""
    others = acts.select(*WHO, other_value="value", other_earliest="earliest", other_latest="latest")
    pairs = within(acts.select(*WHO, "action_id", "value", "earliest", "latest"), others, WHO)
    other = pairs.value.fill_null("") != pairs.other_value.fill_null("")
    same = (pairs.earliest == pairs.other_earliest) & (pairs.latest == pairs.other_latest)
    over = (pairs.other_earliest < pairs.latest) & (pairs.earliest < pairs.other_latest)
    return pairs.group_by(*WHO, "action_id").aggregate(muddled=(other & (same | over)).any())
