"""Cutting a long list into numbered pages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil

from django.core.exceptions import BadRequest
from django.http import QueryDict


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The pages of a list of `total` rows, `size` on each. address: where the page of a number stands."""

    page: int
    total: int
    size: int
    address: Callable[[int], str]

    @property
    def count(self) -> int:
        return max(1, ceil(self.total / self.size))

    @property
    def first(self) -> int:
        """The number of the first row shown, counted from 1; 0 where there is none."""
        return min(self.size * (self.page - 1) + 1, self.total)

    @property
    def last(self) -> int:
        return min(self.size * self.page, self.total)

    @property
    def previous(self) -> str | None:
        return self.address(self.page - 1) if self.page > 1 else None

    @property
    def next(self) -> str | None:
        return self.address(self.page + 1) if self.page < self.count else None

    def numbers(self) -> Iterator[dict[str, object]]:
        """The first, the last and the neighbouring pages; a gap where others are left out."""
        before = 0
        for page in range(1, self.count + 1):
            if page in {1, self.count} or abs(page - self.page) <= 1:
                if page - before > 1:
                    yield {"gap": True}
                yield {"number": page, "href": self.address(page), "current": page == self.page}
                before = page


def page_asked(query: QueryDict) -> int:
    """The number of the page that an address asks for, 1 where it asks for none. Raises BadRequest for no number."""
    page = query.get("page", "1")
    if not page.isdecimal() or not 1 <= int(page) <= 10**6:
        raise BadRequest("page is not a number of a page")
    return int(page)
