"""What a reader asked the page of what the records can show: filters, order and page, read from the address."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import QueryDict

from bounden.web.paging import page_asked
from bounden.web.reading import Sight
from bounden.web.showable.presenters import LEVELS
from bounden.web.wording import AREAS

TITLES = {"force": "Force", "area": "Area", "judges": "Judged"}
SORTS = ("standard", "judged", "occurrences")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The filters chosen (empty: any), the order and the page."""

    force: str = ""
    area: str = ""
    judges: str = ""
    sort: str = SORTS[0]
    page: int = 1

    def chosen(self) -> dict[str, str]:
        """The filters that are set."""
        return {name: getattr(self, name) for name in TITLES if getattr(self, name)}

    def query(self) -> str:
        """The question as an address, beginning with `?`."""
        order = {"sort": self.sort} if self.sort != SORTS[0] else {}
        page = {"page": str(self.page)} if self.page > 1 else {}
        return f"?{urlencode({**self.chosen(), **order, **page})}"

    def on_page(self, page: int) -> "Asked":
        return replace(self, page=page)

    def sorted_by(self, sort: str) -> "Asked":
        """The same question in another order, on its first page."""
        return replace(self, sort=sort, page=1)


def offered(seen: Sight) -> Mapping[str, Mapping[str, str]]:
    """The values of each filter, and how each reads."""
    return {
        "force": {force: force for force in seen.forces},
        "area": AREAS,
        "judges": {level.name: word for level, word in LEVELS.items()},
    }


def asked(query: QueryDict, seen: Sight) -> Asked:
    """Read the question. Raises BadRequest for a name or value that is not on offer."""
    values = offered(seen)
    for name in query:
        if name not in (*values, "sort", "page"):
            raise BadRequest("this page has no such filter")
    chosen = {name: query.get(name, "") for name in values}
    if any(value and value not in values[name] for name, value in chosen.items()):
        raise BadRequest("this page has no filter of that value")
    sort = query.get("sort") or SORTS[0]
    if sort not in SORTS:
        raise BadRequest("this page has no such order")
    return Asked(**chosen, sort=sort, page=page_asked(query))
