"""The plain shape as a hand-written kernel: rows of a kind sorted by occurrence and second, found by binary search.

Occurrence and second fit in one integer of 64 bits, since every instant is in whole seconds.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks.plain_shape import PlainTest, Rows
from benchmarks.work import Work

Ints = npt.NDArray[np.int64]

_SECOND = 1_000_000
#: More seconds than any instant has since 1970 that the records may hold.
_SPAN = 1 << 33
_NONE = np.iinfo(np.int64).min
_OUTCOMES = ("met", "late", "missed", "pending")


class Marked(NamedTuple):
    """Rows or triggers in columns: key (occurrence and second), and the number of the row in its file, -1 for none."""

    key: Ints
    number: Ints

    def sorted(self) -> "Marked":
        """In the order of key and number."""
        order = np.lexsort((self.number, self.key))
        return Marked(self.key[order], self.number[order])


_NO_ROWS = Marked(np.empty(0, np.int64), np.empty(0, np.int64)), pa.array([], pa.string())


def run(work: Work) -> dict[str, float]:
    """Judge every plain test."""
    kernel = _Kernel(work)
    for test, file in work.files_found():
        kernel.judge(test, file)
    return {}


class _Kernel:
    def __init__(self, work: Work) -> None:
        self._as_of = _seconds(pa.array([work.as_of], pa.timestamp("us")))[0]
        self._cases = pq.read_table(
            work.table("occurrences"),
            columns=["occurrence_id", "kind", "category", "reported_at", "reported_at_latest"],
        )
        exact = _exact(self._cases, "reported_at", work)
        reported = _seconds(self._cases["reported_at"].combine_chunks())
        self._reported = np.where(exact, reported, _NONE)
        self._rows = _rows_by_kind(work, self._cases["occurrence_id"])
        days = pq.read_table(work.days)
        self._days = {
            period: _day_table(days.filter(pc.equal(days["period"], period)))
            for period in days["period"].unique().to_pylist()
        }

    def judge(self, test: PlainTest, file: str) -> None:
        """Write the obligations of one test."""
        triggers = self._triggers(test)
        if test.recurring:
            triggers, met, evidence = self._intervals(test, triggers)
        else:
            met, evidence = self._firsts(test, triggers)
        case, at = np.divmod(triggers.key, _SPAN)
        due = self._due(test, at)
        known = met != _NONE
        outcome = np.where(known, np.where(met <= due, 0, 1), np.where(due < self._as_of, 2, 3))
        table = pa.table(
            {
                "case": case,
                "trigger": triggers.number,
                "triggered_at": _instants(at),
                "due_at": _instants(due),
                "met_at": _instants(met),
                "evidence": pa.array(evidence, mask=~known),
                "outcome": pa.DictionaryArray.from_arrays(outcome.astype(np.int8), list(_OUTCOMES)).cast(pa.string()),
            }
        )
        pq.write_table(table, file, compression="zstd")

    def _triggers(self, test: PlainTest) -> Marked:
        fits = self._fits(test)
        if test.starts == "each":
            rows = self._of(test.starting)
            chosen = fits[rows.key // _SPAN]
            return Marked(rows.key[chosen], rows.number[chosen])
        at = np.full(len(fits), _NONE)
        if test.starts == "first":
            rows = self._of(test.starting)
            case, first = np.unique(rows.key // _SPAN, return_index=True)
            at[case] = rows.key[first] % _SPAN
        if test.else_report:
            at = np.where(at == _NONE, self._reported, at)
        case = np.flatnonzero(fits & (at != _NONE))
        return Marked(case * _SPAN + at[case], np.full(len(case), -1))

    def _fits(self, test: PlainTest) -> npt.NDArray[np.bool_]:
        category = pc.fill_null(self._cases["category"], "other")
        fits: npt.NDArray[np.bool_] = np.zeros(len(self._cases), bool)
        for kinds, categories in test.ways:
            way = np.ones(len(fits), bool)
            for words, column in ((kinds, self._cases["kind"]), (categories, category)):
                if words:
                    way &= pc.is_in(column, pa.array(words)).to_numpy()
            fits |= way
        return fits

    def _of(self, rows: Rows) -> Marked:
        """Rows of these kinds and values, sorted."""
        found = []
        for kind, values in rows:
            marked, value = self._rows.get(kind, _NO_ROWS)
            if values:
                chosen = pc.is_in(value, pa.array(values)).to_numpy(zero_copy_only=False)
                marked = Marked(marked.key[chosen], marked.number[chosen])
            found.append(marked)
        if len(found) == 1:
            return found[0]
        return Marked(*(np.concatenate(columns) for columns in zip(*found, strict=True))).sorted()

    def _firsts(self, test: PlainTest, triggers: Marked) -> tuple[Ints, Ints]:
        """The second and the row that discharge: the last of the first rows of each member."""
        (met, evidence), *others = (_first_after(triggers, self._of(member)) for member in test.members)
        for at, number in others:
            evidence = np.where(at > met, number, evidence)
            met = np.where((met == _NONE) | (at == _NONE), _NONE, np.maximum(met, at))
        return met, evidence

    def _intervals(self, test: PlainTest, triggers: Marked) -> tuple[Marked, Ints, Ints]:
        """The intervals with the row that ends each: every mark with the next of the same occurrence."""
        rows = self._of(test.members[0])
        begins = np.full(len(self._reported), np.iinfo(np.int64).max)
        begins[triggers.key // _SPAN] = triggers.key
        later = rows.key > begins[rows.key // _SPAN]
        marks = Marked(
            np.concatenate([triggers.key, rows.key[later]]), np.concatenate([triggers.number, rows.number[later]])
        ).sorted()
        followed = np.zeros(len(marks.key), bool)
        followed[:-1] = marks.key[1:] // _SPAN == marks.key[:-1] // _SPAN
        met = np.where(followed, np.roll(marks.key, -1) % _SPAN, _NONE)
        return marks, met, np.roll(marks.number, -1)

    def _due(self, test: PlainTest, at: Ints) -> Ints:
        if test.elapsed is not None:
            return at + int(test.elapsed.total_seconds())
        first, due = self._days[test.limit]
        return due[at // 86_400 - first]


def _first_after(triggers: Marked, rows: Marked) -> tuple[Ints, Ints]:
    """For each trigger the second and the number of the first row at or after it in its occurrence."""
    if not len(rows.key):
        return np.full(len(triggers.key), _NONE), np.full(len(triggers.key), -1)
    place = np.searchsorted(rows.key, triggers.key)
    inside = np.minimum(place, len(rows.key) - 1)
    found = (place < len(rows.key)) & (rows.key[inside] // _SPAN == triggers.key // _SPAN)
    return np.where(found, rows.key[inside] % _SPAN, _NONE), rows.number[inside]


def _rows_by_kind(work: Work, ids: pa.ChunkedArray) -> dict[str, tuple[Marked, pa.Array]]:
    """The rows that are used, by kind, sorted, each with its value."""
    columns = ["occurrence_id", "kind", "happened_at", "happened_at_latest", "latest_unknown", "done", "value"]
    acts = pq.read_table(work.table("actions"), columns=columns)
    used = _exact(acts, "happened_at", work) & pc.is_in(acts["kind"], pa.array(work.kinds)).to_numpy()
    used &= acts["done"].to_numpy() & ~pc.fill_null(acts["latest_unknown"], False).to_numpy()
    number = np.flatnonzero(used)
    acts = acts.filter(pa.array(used))
    case = pc.index_in(acts["occurrence_id"], ids.combine_chunks()).to_numpy().astype(np.int64)
    key = case * _SPAN + _seconds(acts["happened_at"].combine_chunks())
    kind = acts["kind"].combine_chunks().dictionary_encode()
    value = acts["value"].combine_chunks().dictionary_encode()
    code = kind.indices.to_numpy()
    order = np.lexsort((key, code))
    bounds = np.searchsorted(code[order], np.arange(len(kind.dictionary) + 1))
    found = {}
    for n, name in enumerate(kind.dictionary.to_pylist()):
        rows = order[bounds[n] : bounds[n + 1]]
        found[name] = Marked(key[rows], number[rows]), value.take(pa.array(rows))
    return found


def _exact(table: pa.Table, name: str, work: Work) -> npt.NDArray[np.bool_]:
    """Where an instant is given, exact, and not later than the day of judgement."""
    latest = pc.coalesce(table[f"{name}_latest"], table[name])
    come = pc.less_equal(table[name], pa.scalar(work.as_of, pa.timestamp("us")))
    exact: npt.NDArray[np.bool_] = pc.fill_null(pc.and_(pc.equal(latest, table[name]), come), False).to_numpy()
    return exact


def _seconds(instants: pa.Array) -> Ints:
    seconds: Ints = pc.fill_null(instants.cast(pa.timestamp("us")).cast(pa.int64()), 0).to_numpy() // _SECOND
    return seconds


def _instants(seconds: Ints) -> pa.Array:
    return pa.array(seconds * _SECOND, pa.int64(), mask=seconds == _NONE).cast(pa.timestamp("us"))


def _day_table(days: pa.Table) -> tuple[int, Ints]:
    """The number of the first day, and the due second for each day from it on."""
    days = days.sort_by("day")
    first = days["day"].combine_chunks().cast(pa.int32())[0].as_py()
    return first, _seconds(days["due_at"].combine_chunks())
