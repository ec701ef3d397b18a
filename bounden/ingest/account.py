"""What became of every record of a delivery."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FileAccount:
    """One file: its physical records (case files: the one case), and what became of each of them."""

    file: str
    table: str
    rows_in: int
    accepted: int
    refused: int
    duplicates: int

    @property
    def adds_up(self) -> bool:
        """Whether every record that came in is accepted, refused or a duplicate."""
        return self.rows_in == self.accepted + self.refused + self.duplicates


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A whole delivery: each file, the rows published by table, and what the reader should be warned of."""

    files: tuple[FileAccount, ...]
    rows: dict[str, int]
    warnings: tuple[str, ...]

    @property
    def adds_up(self) -> bool:
        return all(file.adds_up for file in self.files)

    @property
    def rows_in(self) -> int:
        return sum(file.rows_in for file in self.files)

    @property
    def accepted(self) -> int:
        return sum(file.accepted for file in self.files)

    @property
    def refused(self) -> int:
        return sum(file.refused for file in self.files)

    @property
    def duplicates(self) -> int:
        return sum(file.duplicates for file in self.files)
