"""The intervals of a recurring duty: each begins with the start of the state or the last evidence (1.6)."""

from typing import Any

import ibis

from bounden.engine.files import Files
from bounden.engine.joins import beside, within
from bounden.engine.nobody import NONE, nobody
from bounden.obligations.judging.recurring import alternatives
from bounden.obligations.terms import Test

#: Of one person several states may follow one another, each told by what began it.
_WHO = ("file", "person", "state")
_KEYS = ("file", "person", "trigger_id")
_PLACE = ("place_earliest", "place_latest", "place_id")
_NO_TEXT = ibis.null().cast("string")
_EVIDENCE, _MAYBE, _PAUSE, _RESUMPTION = "evidence", "maybe", "pause", "resumption"


class Intervals:
    """The intervals of one recurring test and the rows that end, may end or interrupt them."""

    def __init__(self, files: Files, test: Test, started: Any) -> None:
        self._test = test
        # Whether the states end by themselves, at until_*, and not with the occurrence.
        self.last = "until_earliest" in started.columns
        self._files = files
        self._started = started
        # Every row on the line of one duty, with how many pieces of evidence lie up to and including it.
        self._line = files.keep("line", self._rows())

    def started(self) -> Any:
        """The starts of all intervals: place_*, where on the line they begin, and passed, the evidence up to there."""
        first = self._started.mutate(
            place_earliest=ibis.null().cast("timestamp"),
            place_latest=ibis.null().cast("timestamp"),
            place_id=_NO_TEXT,
            passed=nobody(),
            state_earliest=self._started.start_earliest,
            state_latest=self._started.start_latest,
        )
        rows = self._line.filter(self._line.what == _EVIDENCE)
        begins = rows.select(*_WHO, "action_id", "earliest", "latest", "passed", "doubt")
        if self._test.resumed_by:
            begins = ibis.union(begins, self._resumptions())
        moved = within(self._started, begins, _WHO)
        moved = moved.mutate(
            trigger_id=moved.action_id,
            start_earliest=moved.earliest,
            start_latest=moved.latest,
            first_id=_NO_TEXT,
            row_id=_NO_TEXT,
            row_person=nobody(),
            row_denied=ibis.literal(False),
            told_holds=moved.doubt.isnull().ifelse(moved.told_holds, ibis.null().cast("boolean")),
            told_reason=ibis.coalesce(moved.doubt, moved.told_reason),
            place_earliest=moved.earliest,
            place_latest=moved.latest,
            place_id=moved.action_id,
            state_earliest=moved.start_earliest,
            state_latest=moved.start_latest,
        )
        return ibis.union(first, moved.select(*first.columns))

    def evidence(self, obligations: Any) -> Any:
        """The row that ends each interval, and those that may."""
        ends = self._line.filter(self._line.what == _EVIDENCE)
        ends = ends.mutate(passed=ends.passed - 1).drop("what")
        rows = ibis.union(within(obligations, ends, (*_WHO, "passed")), self._between(obligations, _MAYBE))
        holds = rows.doubt.isnull().ifelse(True, ibis.null().cast("boolean"))
        return rows.mutate(holds=holds, reason=rows.doubt)

    def with_pause(self, obligations: Any) -> Any:
        """The obligations with paused_*, the first pause inside the interval, and may_pause_earliest."""
        ends = self._line.filter(self._line.what == _EVIDENCE)
        ends = ends.select(
            *_WHO, passed=ends.passed - 1, next_earliest=ends.earliest, next_latest=ends.latest, next_id=ends.action_id
        )
        open_ = beside(obligations.select(*_KEYS, "state", *_PLACE, "passed"), ends, (*_WHO, "passed")).drop("passed")
        pauses = self._line.filter(self._line.what == _PAUSE).select(*_WHO, "action_id", "earliest", "latest")
        pairs = within(open_, pauses, _WHO)
        first, last = pairs.place_id.isnull(), pairs.next_id.isnull()
        inside = (first | _after(pairs, *_PLACE)) & (last | ~_after(pairs, "next_earliest", "next_latest", "next_id"))
        may_be = (
            ~inside & (first | (pairs.latest > pairs.place_earliest)) & (last | (pairs.earliest < pairs.next_latest))
        )
        order = {"earliest": pairs.earliest, "latest": pairs.latest, "id": pairs.action_id}
        found = pairs.group_by(*_KEYS).aggregate(
            pause=ibis.struct(order).min(where=inside), may_pause_earliest=pairs.earliest.min(where=may_be)
        )
        joined = beside(obligations, found, _KEYS)
        return joined.mutate(paused_earliest=joined.pause.earliest, paused_latest=joined.pause.latest).drop("pause")

    def _between(self, obligations: Any, what: str) -> Any:
        """Rows of one sort after the beginning of an interval and before the evidence that ends it."""
        rows = self._line.filter(self._line.what == what).drop("what")
        pairs = within(obligations, rows, (*_WHO, "passed"))
        return pairs.filter(pairs.place_id.isnull() | _after(pairs, *_PLACE))

    def _rows(self) -> Any:
        test, wanted = self._test, {one.kind: one.values for one in alternatives(self._test)}
        until = ("until_earliest", "until_latest") if self.last else ()
        who = self._started.filter(self._started.start_earliest.notnull()).select(
            *_WHO, "start_earliest", "start_latest", "row_id", *until
        )
        rows = self._about(who, list(wanted))
        rows = rows.filter(rows.latest >= rows.start_earliest)
        if self.last:
            rows = rows.filter((rows.earliest <= rows.until_latest).fill_null(True))
        valued = {kind: values for kind, values in wanted.items() if values}
        named, unnamed = ~rows.kind.isin(list(valued)), rows.kind.isin(list(valued)) & rows.value.isnull()
        for kind, values in valued.items():
            named = named | ((rows.kind == kind) & rows.value.isin(sorted(values))).fill_null(False)
        # Where the first of them is the start of the state, it is no evidence (RO-03).
        gives = ((rows.action_id == rows.row_id) & named).fill_null(False)
        rows = rows.mutate(given=gives.any().over(ibis.window(group_by=list(_WHO))))
        early = (rows.earliest < rows.start_latest) & ~rows.given
        if self.last:
            early = early | (rows.latest >= rows.until_earliest).fill_null(False)
        doubt = ibis.cases(
            (unnamed, ibis.literal("actions.value of ") + rows.kind),
            (early, ibis.literal("actions.happened_at of ") + rows.kind),
            else_=_NO_TEXT,
        )
        rows = rows.filter(named | unnamed).mutate(doubt=doubt)
        sure, unsure = rows.filter(rows.doubt.isnull()), rows.filter(rows.doubt.notnull())
        parts = [_in_turn(sure).mutate(what=ibis.literal(_EVIDENCE)), unsure.mutate(what=ibis.literal(_MAYBE))]
        if test.paused_by:
            parts.append(self._about(who, [test.paused_by]).mutate(what=ibis.literal(_PAUSE), doubt=_NO_TEXT))
        if test.resumed_by:
            resuming = self._about(who, test.resumed_by.kinds)
            named = resuming.value.isin(sorted(test.resumed_by.values))
            resuming = resuming.filter(named.fill_null(True))
            doubt = resuming.value.isnull().ifelse(ibis.literal("actions.value of ") + resuming.kind, _NO_TEXT)
            parts.append(resuming.mutate(what=ibis.literal(_RESUMPTION), doubt=doubt))
        columns = (*_WHO, "action_id", "kind", "earliest", "latest", "what", "doubt")
        line = self._files.keep("line_rows", ibis.union(*(p.select(*columns) for p in parts)))
        so_far = ibis.window(
            group_by=list(_WHO), order_by=[line.earliest, line.latest, line.action_id], preceding=None, following=0
        )
        return line.mutate(passed=(line.what == _EVIDENCE).cast("int64").sum().over(so_far))

    def _resumptions(self) -> Any:
        """What takes the person out of the pause before the next evidence does: the first such row after each pause.

        A row without value before it may do so, too.
        """
        pauses = self._line.filter(self._line.what == _PAUSE).select(
            *_WHO,
            "passed",
            pause_earliest=self._line.earliest,
            pause_latest=self._line.latest,
            pause_id=self._line.action_id,
        )
        rows = self._line.filter(self._line.what == _RESUMPTION)
        pairs = within(pauses, rows, (*_WHO, "passed"))
        pairs = pairs.filter(_after(pairs, "pause_earliest", "pause_latest", "pause_id"))
        order = {"earliest": pairs.earliest, "latest": pairs.latest, "id": pairs.action_id, "doubt": pairs.doubt}
        first = pairs.group_by(*_WHO, "pause_id", "passed").aggregate(
            named=ibis.struct(order).min(where=pairs.doubt.isnull()), any_=ibis.struct(order).min()
        )
        first = self._files.keep("resumed", first)
        found = [
            first.filter(first[which].notnull()).select(
                *_WHO,
                action_id=first[which].id,
                earliest=first[which].earliest,
                latest=first[which].latest,
                passed=first.passed,
                doubt=first[which].doubt,
            )
            for which in ("named", "any_")
        ]
        return ibis.union(*found, distinct=True)

    def _about(self, who: Any, kinds: Any) -> Any:
        done = self._files.done.filter(self._files.done.kind.isin(list(kinds))).rename(row_person="person")
        pairs = within(who, done, ["file"])
        return pairs.filter((pairs.person == NONE) | pairs.row_person.isin([NONE, pairs.person]))


def _in_turn(rows: Any) -> Any:
    """Rows whose times may overlap, so that the k-th spans when the k-th in time can have been."""
    by_order = ibis.window(group_by=list(_WHO), order_by=[rows.earliest, rows.latest, rows.action_id])
    by_end = ibis.window(group_by=list(_WHO), order_by=[rows.latest])
    ends = rows.select(*_WHO, turn=ibis.row_number().over(by_end), turn_latest=rows.latest)
    turned = beside(rows.mutate(turn=ibis.row_number().over(by_order)), ends, (*_WHO, "turn"))
    turned = turned.filter((turned.turn > 0) | ~turned.given)
    return turned.mutate(latest=turned.turn_latest).drop("turn", "turn_latest")


def _after(rows: Any, earliest: str, latest: str, id_: str) -> Any:
    """Whether a row comes after a place on the line: by earliest, latest, id."""
    return (rows.earliest > rows[earliest]) | (
        (rows.earliest == rows[earliest])
        & ((rows.latest > rows[latest]) | ((rows.latest == rows[latest]) & (rows.action_id > rows[id_])))
    )
