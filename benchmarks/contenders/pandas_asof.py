"""The plain shape as a careful pandas script: only the columns needed, numbers for ids, one merge_asof a member."""

from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.plain_shape import PlainTest, Rows
from benchmarks.work import Work

_CASES = ["occurrence_id", "kind", "category", "reported_at", "reported_at_latest"]
_ACTS = ["occurrence_id", "kind", "happened_at", "happened_at_latest", "latest_unknown", "done", "value"]
_FOUND = ["case", "trigger", "triggered_at", "due_at", "met_at", "evidence", "outcome"]


def run(work: Work) -> dict[str, float]:
    """Judge every plain test."""
    cases = pd.read_parquet(work.table("occurrences"), columns=_CASES)
    exact = cases["reported_at_latest"].fillna(cases["reported_at"]) == cases["reported_at"]
    cases["reported_at"] = cases["reported_at"].where(exact & (cases["reported_at"] <= work.as_of))
    cases["category"] = cases["category"].fillna("other")
    cases["case"] = np.arange(len(cases))
    acts = _acts(work, cases)
    days = pd.read_parquet(work.days)
    days["day"] = pd.to_datetime(days["day"])
    due = {period: rows.set_index("day")["due_at"] for period, rows in days.groupby("period")}
    for test, file in work.files_found():
        triggers = _triggers(test, cases, acts)
        found = _intervals(test, triggers, acts) if test.recurring else _firsts(test, triggers, acts)
        if test.elapsed is not None:
            found["due_at"] = found["triggered_at"] + test.elapsed
        else:
            found["due_at"] = _looked_up(due[test.limit], found["triggered_at"].dt.normalize())
        known = found["met_at"].notna()
        found["outcome"] = np.where(
            known,
            np.where(found["met_at"] <= found["due_at"], "met", "late"),
            np.where(found["due_at"] < work.as_of, "missed", "pending"),
        )
        found[_FOUND].to_parquet(Path(file), compression="zstd", index=False)
    return {}


def _acts(work: Work, cases: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The rows that are used, by kind, in the order of time and place in the file."""
    acts = pd.read_parquet(work.table("actions"), columns=_ACTS)
    acts["action"] = np.arange(len(acts))
    exact = acts["happened_at_latest"].fillna(acts["happened_at"]) == acts["happened_at"]
    used = exact & acts["done"] & ~acts["latest_unknown"].fillna(False) & (acts["happened_at"] <= work.as_of)
    acts = acts.loc[used & acts["kind"].isin(work.kinds), ["occurrence_id", "kind", "happened_at", "value", "action"]]
    acts["case"] = pd.Index(cases["occurrence_id"]).get_indexer(acts["occurrence_id"])
    acts = acts.drop(columns="occurrence_id").sort_values(["happened_at", "action"], kind="stable")
    return {str(kind): rows.drop(columns="kind") for kind, rows in acts.groupby("kind", sort=False)}


def _of(rows: Rows, acts: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Rows of these kinds and values, in the order of time and place in the file."""
    found = []
    for kind, values in rows:
        of_kind = acts.get(kind)
        if of_kind is not None:
            found.append(of_kind[of_kind["value"].isin(values)] if values else of_kind)
    if not found:
        return next(iter(acts.values())).iloc[:0]
    return found[0] if len(found) == 1 else pd.concat(found).sort_values(["happened_at", "action"], kind="stable")


def _triggers(test: PlainTest, cases: pd.DataFrame, acts: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """case, trigger, triggered_at; in the order of time."""
    fits = np.zeros(len(cases), bool)
    for kinds, categories in test.ways:
        way = np.ones(len(cases), bool)
        for column, words in (("kind", kinds), ("category", categories)):
            if words:
                way &= cases[column].isin(words).to_numpy()
        fits |= way
    if test.starts == "each":
        rows = _of(test.starting, acts)
        rows = rows[fits[rows["case"].to_numpy()]]
        return rows.rename(columns={"action": "trigger", "happened_at": "triggered_at"})[
            ["case", "trigger", "triggered_at"]
        ]
    found = cases.loc[fits, ["case", "reported_at"]]
    if test.starts == "first":
        first = _of(test.starting, acts).drop_duplicates("case").set_index("case")["happened_at"]
        first = _looked_up(first, found["case"])
        found = found.assign(reported_at=first.fillna(found["reported_at"]) if test.else_report else first)
    found = found.rename(columns={"reported_at": "triggered_at"}).dropna().assign(trigger=-1)
    return found.sort_values("triggered_at", kind="stable")


def _looked_up(values: pd.Series, keys: pd.Series) -> pd.Series:
    """The value at each key; unlike `map`, of the same type even where there is no value."""
    return values.reindex(keys).set_axis(keys.index)


def _firsts(test: PlainTest, triggers: pd.DataFrame, acts: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The triggers with the last of the first rows of each member."""
    found = triggers.reset_index(drop=True)
    for number, member in enumerate(test.members):
        rows = _of(member, acts)[["case", "happened_at", "action"]]
        # Of the rows of one instant the first in the file counts.
        rows = rows.drop_duplicates(["case", "happened_at"])
        met = pd.merge_asof(
            triggers, rows, left_on="triggered_at", right_on="happened_at", by="case", direction="forward"
        )
        met["action"] = met["action"].astype("Int64")
        if number == 0:
            found["met_at"], found["evidence"] = met["happened_at"], met["action"]
        else:
            found["evidence"] = found["evidence"].where(~(met["happened_at"] > found["met_at"]), met["action"])
            found["met_at"] = np.maximum(found["met_at"], met["happened_at"])
    found["evidence"] = found["evidence"].where(found["met_at"].notna())
    return found


def _intervals(test: PlainTest, triggers: pd.DataFrame, acts: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """An interval from the trigger and from every later row, discharged by the next."""
    rows = _of(test.members[0], acts)
    begins = _looked_up(triggers.set_index("case")["triggered_at"], rows["case"])
    later = rows.loc[rows["happened_at"] > begins, ["case", "action", "happened_at"]]
    later = later.rename(columns={"action": "trigger", "happened_at": "triggered_at"})
    found = pd.concat([triggers, later]).sort_values(["case", "triggered_at", "trigger"], ignore_index=True)
    following = found.groupby("case").shift(-1)
    found["met_at"], found["evidence"] = following["triggered_at"], following["trigger"].astype("Int64")
    return found
