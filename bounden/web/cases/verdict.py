"""What inspectors said of a published case, beside what the standards conclude from the facts as published."""

from collections.abc import Mapping
from typing import Any

from bounden.web.cases.queries import Journey
from bounden.web.wording import VERDICTS, Look, outcome, plain


def verdict(journey: Journey) -> dict[str, Any] | None:
    """What inspectors said of a published case, beside what the standards conclude; none for any other case."""
    if journey.case is None:
        return None
    said = journey.case.get("verdict")
    expects = [_expectation(journey, expect) for expect in journey.case.get("expect") or ()]
    return {
        "said": VERDICTS.get(said, Look(plain(said), "grey", "")) if said else None,
        "summary": journey.case.get("summary", ""),
        "source": journey.case.get("source") or {},
        "expects": expects,
        "reached": sum(e["reached"] for e in expects),
        "uncovered": journey.case.get("uncovered") or (),
    }


def _expectation(journey: Journey, expect: Mapping[str, Any]) -> dict[str, Any]:
    """One expectation and whether every obligation it speaks of has that outcome."""
    prefix = f"{journey.case_id}/"
    found = [
        d for d in journey.duties
        if d["standard"] == expect["standard"]
        and (not expect.get("stage") or d["stage"] == str(expect["stage"]))
        and (not expect.get("occurrence") or d["occurrence_id"] == prefix + expect["occurrence"])
        and (not expect.get("person") or d["person_id"] == prefix + expect["person"])
        and d["outcome"]
    ]  # fmt: skip
    wanted = expect["outcome"]
    concluded = sorted({d["outcome"] for d in found})
    return {
        "standard": expect["standard"],
        "title": found[0]["title"] if found else "",
        "wanted": outcome(wanted),
        "concluded": [outcome(name) for name in concluded],
        "keys": [d["obligation_key"] for d in found],
        "why": expect.get("why", ""),
        "published": expect.get("basis") == "published",
        "reached": concluded == [wanted],
    }
