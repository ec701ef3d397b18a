"""How often the people of a synthetic force fail: what is planted, and what the manifest therefore states.

Calibrated where a figure is published (overdue visits, return interviews), otherwise ours.
"""

from typing import NamedTuple


class Rate(NamedTuple):
    """Shares of what is done late, never done and excused by a recorded reason; the rest is done in time."""

    late: float
    never: float
    excused: float = 0.0


USUAL = Rate(late=0.08, never=0.06)
EXCUSABLE = Rate(late=0.08, never=0.05, excused=0.03)

#: By standard; any other is failed as often as USUAL says.
RATES: dict[str, Rate] = {
    "AH-01": Rate(0.12, 0.15, 0.03),
    "AH-03": Rate(0.20, 0.04, 0.02),
    "AH-04": Rate(0.18, 0.15),
    "AH-05": Rate(0.20, 0.12, 0.03),
    "AH-15": Rate(0.08, 0.06),
    "AH-24": Rate(0.15, 0.40, 0.05),
    "AH-26": Rate(0.12, 0.20, 0.03),
    "IC-03": Rate(0.30, 0.04),
    "IC-04": Rate(0.12, 0.14, 0.02),
    "IC-05": Rate(0.10, 0.25, 0.04),
    "IC-06": Rate(0.10, 0.30, 0.01),
    "IC-15": Rate(0.08, 0.12, 0.03),
    "IC-19": Rate(0.12, 0.12, 0.02),
    "IC-20": Rate(0.12, 0.20),
    "INV-03": Rate(0.20, 0.15),
    "INV-04": Rate(0.25, 0.15, 0.04),
    "MC-01": Rate(0.22, 0.02),
    "MC-03": Rate(0.10, 0.12, 0.06),
    "MC-05": Rate(0.15, 0.10),
    "MC-06": Rate(0.20, 0.10, 0.04),
    "MC-07": Rate(0.20, 0.12, 0.06),
    "MC-11": Rate(0.18, 0.20, 0.03),
    "MC-13": Rate(0.25, 0.35),  # 63% of completed return interviews within 72 hours
    "MC-14": Rate(0.20, 0.30, 0.05),
    "MC-15": Rate(0.20, 0.35),
    "PD-09": Rate(0.0, 0.35),
    "RO-07": Rate(0.14, 0.03, 0.01),  # 12 to 19% of visits overdue
    "RO-08": Rate(0.0, 0.05),
}
_EXCUSABLE = frozenset(
    "IC-02 IC-08 IC-10 INV-01 INV-05 INV-06 INV-13 INV-14 INV-16 INV-17 INV-18 INV-22 INV-24 DM-05 TA-01 TA-03 "
    "AH-14 AH-16 AH-20 AH-21 PD-02 PD-10 RO-01 RO-11".split()
)


def rate_of(standard: str) -> Rate:
    """How a duty under a standard is failed."""
    return RATES.get(standard) or (EXCUSABLE if standard in _EXCUSABLE else USUAL)
