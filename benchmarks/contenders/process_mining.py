"""Conformance checking by process mining (pm4py): of the plain shape what it can say.

A Declare model says that an act is to be followed by another in its occurrence: no limit, no values, no due instant, no
outcome besides fits or does not. A temporal profile says within which time two acts may follow each other: every
pair of such acts is compared, not the first discharge. Working days and values cannot be said.
"""

import contextlib
import os
from pathlib import Path

import pandas as pd

from benchmarks.work import Work

# pm4py greets whoever imports it.
with Path(os.devnull).open("w") as silence, contextlib.redirect_stdout(silence):
    import pm4py

_CASE, _ACT, _TIME = "case:concept:name", "concept:name", "time:timestamp"


def declare(work: Work) -> dict[str, float]:
    """Check each pair of acts as a response; `pairs`: how many, `deviating`: occurrences that do not fit."""
    model = {"response": {pair: {"support": 1, "confidence": 1} for pair in _pairs(work)}}
    found = pm4py.conformance_declare(_log(work), model)
    return {"pairs": len(model["response"]), "deviating": sum(not one["is_fit"] for one in found)}


def temporal_profile(work: Work) -> dict[str, float]:
    """Check each pair of acts within its limit; `pairs`: how many, `deviations`: pairs of acts further apart."""
    # What may lie from 0 to the limit apart, is a mean of half of it, give or take one half.
    profile = {pair: (limit / 2, limit / 2) for pair, limit in _pairs(work).items() if limit}
    found = pm4py.conformance_temporal_profile(_log(work), profile, zeta=1)
    return {"pairs": len(profile), "deviations": sum(len(one) for one in found)}


def _pairs(work: Work) -> dict[tuple[str, str], float]:
    """The starting and the discharging kind of each test that has one of each, and its limit in seconds; 0: days."""
    found = {}
    for test in work.tests:
        starting = [kind for kind, _ in test.starting] or ["reported"]
        discharging = [kind for rows in test.members for kind, _ in rows]
        if len(starting) == len(discharging) == 1 and starting != discharging:
            found[starting[0], discharging[0]] = test.elapsed.total_seconds() if test.elapsed else 0
    return found


def _log(work: Work) -> pd.DataFrame:
    kinds = {kind for pair in _pairs(work) for kind in pair}
    columns = ["occurrence_id", "kind", "happened_at", "happened_at_latest", "latest_unknown", "done"]
    acts = pd.read_parquet(work.table("actions"), columns=columns)
    exact = acts["happened_at_latest"].fillna(acts["happened_at"]) == acts["happened_at"]
    used = exact & acts["done"] & ~acts["latest_unknown"].fillna(False) & acts["kind"].isin(kinds)
    acts = acts.loc[used, ["occurrence_id", "kind", "happened_at"]]
    acts = acts.rename(columns={"occurrence_id": _CASE, "kind": _ACT, "happened_at": _TIME})
    acts = acts.astype({_CASE: object, _ACT: object}).sort_values([_CASE, _TIME], kind="stable", ignore_index=True)
    return acts.assign(**{_TIME: acts[_TIME].dt.tz_localize("UTC")})
