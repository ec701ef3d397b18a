"""What a reader asked the worklist for: filters, order and page, read strictly from the address."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import QueryDict

from bounden.standards import RULEBOOK
from bounden.web.paging import page_asked
from bounden.web.wording import AREAS, OUTCOMES, SEVERITIES

NOT_MET = ("missed", "pending", "cannot_tell", "late")
DUE = {
    "overdue": "Overdue, not done",
    "8h": "Due in the next 8 hours",
    "24h": "Due in the next 24 hours",
    "7d": "Due in the next 7 days",
    "28d": "Due in the next 28 days",
}
SORTS = ("urgency", "case", "duty", "unit", "severity", "due", "outcome")
MANY = ("area", "severity", "outcome")
ONE = ("standard", "unit", "force", "due")
TITLES = {
    "area": "Area", "severity": "Severity", "outcome": "Outcome",
    "standard": "Standard", "unit": "Unit", "force": "Force", "due": "Due",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The filters chosen (none: everything not met), the order and the page."""

    area: tuple[str, ...] = ()
    severity: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    standard: str = ""
    unit: str = ""
    force: str = ""
    due: str = ""
    sort: str = "urgency"
    descending: bool = False
    page: int = 1

    def parameters(self) -> list[tuple[str, str]]:
        """The filters as they stand in an address, in a fixed order; without order and page."""
        found = [(name, value) for name in MANY for value in getattr(self, name)]
        return found + [(name, getattr(self, name)) for name in ONE if getattr(self, name)]

    def query(self) -> str:
        """The whole question as an address, beginning with `?`; empty where nothing was asked."""
        parts = self.parameters()
        if self.sort != "urgency":
            parts.append(("sort", self.sort))
        if self.descending:
            parts.append(("order", "descending"))
        if self.page > 1:
            parts.append(("page", str(self.page)))
        return f"?{urlencode(parts)}" if parts else "?"

    def without(self, name: str, value: str) -> "Asked":
        """The same question, on its first page, without one chosen filter."""
        kept = tuple(v for v in getattr(self, name) if v != value) if name in MANY else ""
        return replace(self, page=1, **{name: kept})

    def sorted_by(self, sort: str) -> "Asked":
        """The same question in another order; the same order again turns it round."""
        return replace(self, page=1, sort=sort, descending=self.sort == sort and not self.descending)

    def chosen(self) -> Iterator[tuple[str, str, str]]:
        """(name, value, words) of every filter that is set."""
        for name, value in self.parameters():
            yield name, value, words(name, value)


def words(name: str, value: str) -> str:
    """A filter's value as a reader would say it."""
    if name == "outcome":
        return OUTCOMES[value].word
    return {"area": AREAS, "severity": SEVERITIES, "due": DUE}.get(name, {}).get(value, value)


def asked(query: QueryDict, offered: Mapping[str, tuple[str, ...]]) -> Asked:
    """Read the question. `offered` names the standards, units and forces that there are.

    Raises BadRequest for a name or value that is not on offer: it would otherwise be dropped in silence.
    """
    allowed = {
        "area": tuple(AREAS), "severity": tuple(SEVERITIES), "outcome": NOT_MET,
        "due": ("", *DUE), "sort": ("", *SORTS), "order": ("", "ascending", "descending"), **offered,
        "standard": tuple(one.id for one in RULEBOOK),
    }  # fmt: skip
    for name, values in query.lists():
        if name != "page" and (name not in allowed or any(v and v not in allowed[name] for v in values)):
            raise BadRequest(f"the worklist has no filter {name} with such a value")
    many = {name: tuple(dict.fromkeys(query.getlist(name))) for name in MANY}
    one = {name: query.get(name, "") for name in ONE}
    return Asked(
        **many,
        **one,
        sort=query.get("sort") or "urgency",
        descending=query.get("order") == "descending",
        page=page_asked(query),
    )
