"""Cutting a long list into numbered pages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil

from bounden.web.worklist.filters import Asked


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a question with `total` answers, `size` on each."""

    asked: Asked
    total: int
    size: int

    @property
    def count(self) -> int:
        return max(1, ceil(self.total / self.size))

    @property
    def first(self) -> int:
        """The number of the first row shown, counted from 1; 0 where there is none."""
        return min(self.size * (self.asked.page - 1) + 1, self.total)

    @property
    def last(self) -> int:
        return min(self.size * self.asked.page, self.total)

    def address(self, page: int) -> str:
        return replace(self.asked, page=page).query()

    @property
    def previous(self) -> str | None:
        return self.address(self.asked.page - 1) if self.asked.page > 1 else None

    @property
    def next(self) -> str | None:
        return self.address(self.asked.page + 1) if self.asked.page < self.count else None

    def numbers(self) -> Iterator[dict[str, object]]:
        """The first, the last and the neighbouring pages; a gap where others are left out."""
        here, before = self.asked.page, 0
        for page in range(1, self.count + 1):
            if page in {1, self.count} or abs(page - here) <= 1:
                if page - before > 1:
                    yield {"gap": True}
                yield {"number": page, "href": self.address(page), "current": page == here}
                before = page
