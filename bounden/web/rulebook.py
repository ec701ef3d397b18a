"""What the pages need of the rulebook to count, filter and sort obligations in the database."""

from bounden.obligations.terms import Duty
from bounden.standards import RULEBOOK
from bounden.web.wording import SEVERITIES

_RANK = {severity: rank for rank, severity in enumerate(SEVERITIES)}
COLUMNS = "standard, area, severity, severity_rank, title, police"


def relation() -> tuple[str, dict[str, object]]:
    """The rulebook as an SQL VALUES list with its bound values, in the order of COLUMNS."""
    rows, values = [], {}
    for number, one in enumerate(RULEBOOK):
        cells = (one.id, one.area, one.severity.value, _RANK[one.severity.value], one.title, one.duty is Duty.POLICE)
        names = [f"r{number}_{place}" for place in range(len(cells))]
        rows.append("(" + ", ".join(f"${name}" for name in names) + ")")
        values.update(zip(names, cells, strict=True))
    return ", ".join(rows), values
