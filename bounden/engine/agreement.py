"""Whether a partner's act rests on a joint plan that was agreed by then (IC-19)."""

from typing import Any

import ibis

from bounden.engine.feeds import with_feed
from bounden.engine.files import Files
from bounden.engine.joins import beside, within
from bounden.engine.nobody import NONE
from bounden.engine.told import Told, doubtful
from bounden.obligations.judging.feeds import Feed
from bounden.obligations.judging.gathering import PARTNERS, POLICE

_ROW = ("row_file", "person", "action_id", "earliest", "latest")


def partner_agreed(files: Files, kind: str, plan: str, rows: Any) -> tuple[Any, Told]:
    """Rows of a kind, and whether `plan` was agreed by then if a partner did it; an unknown role may be a partner's."""
    ranked = rows.by_rank.notnull() & (rows.by_rank != "")
    outside = rows.by_role.notnull() & ~ranked & ~rows.by_role.isin(sorted(POLICE))
    partners = files.keep("partners", rows.filter(outside).select(*_ROW).distinct())
    known = beside(partners, _plans(files, plan, partners), _ROW)
    known = beside(known, _feeds(files, plan, partners), _ROW)
    no_plan = files.denials(partners.mutate(file=partners.row_file), plan)
    no_plan = no_plan.filter(no_plan.until >= no_plan.latest)
    known = beside(known, no_plan.select(*_ROW).distinct().mutate(no_plan=ibis.literal(True)), _ROW)
    known = files.keep("agreement", known)
    joined = beside(rows, known.mutate(outside=ibis.literal(True)), _ROW)
    agreed = joined.outside.isnull() | joined.agreed.fill_null(False)
    partner = joined.by_role.isin(sorted(PARTNERS))
    perhaps = joined.perhaps.fill_null(False)
    none = partner & ~perhaps & ((joined.feed == Feed.COMPLETE.value) | joined.no_plan.fill_null(False))
    reason = ibis.cases(
        (~partner, ibis.literal(f"actions.by_role of {kind}")),
        (perhaps, ibis.literal(f"actions.happened_at of {plan}")),
        else_=ibis.literal(f"feed actions/{plan}: ") + joined.feed,
    )
    return joined, doubtful(agreed, ~none, reason)


def _plans(files: Files, plan: str, partners: Any) -> Any:
    plans = files.done.filter(files.done.kind == plan)
    plans = plans.select(
        row_file=plans.file, plan_person=plans.person, plan_earliest=plans.earliest, plan_latest=plans.latest
    )
    pairs = within(partners, plans, ["row_file"])
    pairs = pairs.filter((pairs.person == NONE) | pairs.plan_person.isin([NONE, pairs.person]))
    return pairs.group_by(*_ROW).aggregate(
        agreed=(pairs.plan_latest <= pairs.earliest).any(), perhaps=(pairs.plan_earliest <= pairs.latest).any()
    )


def _feeds(files: Files, plan: str, partners: Any) -> Any:
    reports = files.files.select("occurrence", "force", "report_earliest", row_file="file")
    windows = within(partners, reports, ["row_file"])
    windows = windows.mutate(
        kind=ibis.literal(plan),
        for_person=windows.person,
        window_earliest=ibis.least(ibis.coalesce(windows.report_earliest, windows.earliest), windows.latest),
        window_latest=windows.latest,
    )
    return with_feed(files, windows, _ROW, [plan]).select(*_ROW, "feed")
