"""The physical records of a CSV file, split and counted by us.

Database readers drop or merge records in damaged files without a word, so the records are counted here, from bytes,
and the count is compared with that of Python's csv module before anything is accepted.
"""

import codecs
import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bounden.ingest.encoding import line_fault, other_encoding

#: Told of each number of bytes read.
Read = Callable[[int], None]

# As far as a quoted field goes: anything but a quote, or two of them.
_QUOTED = re.compile(r'(?:[^"]++|"")*+')

_BLOCK = 1 << 20
LONGEST_FIELD = 100_000  # characters; below the 131,072 at which the csv module gives up
_LONGEST_RECORD = 4_000_000
_LONGEST_LINE = 64_000_000  # bytes held in memory at once


class LineTooLongError(ValueError):
    """A line goes on for so long that the file cannot be a table."""

    def __init__(self) -> None:
        super().__init__(f"a line of more than {_LONGEST_LINE} bytes; the file is damaged or is no CSV file")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a record as such: its structure or its encoding, and the physical line of it."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class PhysicalRecord:
    """One record: the physical line on which it begins, its fields, or the faults for which it has none."""

    line: int
    fields: list[str]
    faults: tuple[Fault, ...] = ()


def physical_records(path: Path, told: Read) -> Iterator[PhysicalRecord]:
    """The records of a CSV file, header included; a line end inside quotes does not end a record.

    Records follow RFC 4180: commas, double quotes around a field or nowhere, quotes doubled inside. `told` hears of
    every block of the file as it is read. Raises LineTooLongError.
    """
    text: list[str] = []
    faults: list[Fault] = []
    start, length, quoted = 1, 0, False
    for number, raw in enumerate(_lines(_blocks(path, told)), start=1):
        line = _decoded(raw, number, faults)
        if not quoted:
            text, start, length = [], number, 0
        length += len(line)
        if length <= _LONGEST_RECORD:
            text.append(line)
        if quoted or '"' in line:
            quoted, stray = _after(line, quoted)
            if stray:
                faults.append(Fault(number, f"{stray}; a field that holds quotes is quoted and doubles them"))
        if not quoted:
            yield _record(start, text, length, faults)
            faults = []
    if quoted:
        faults.append(Fault(start, "a quote is opened in the record that begins here and never closed"))
        yield PhysicalRecord(start, [], tuple(faults))


def count_by_csv_module(path: Path) -> int:
    """The number of records, header included, as Python's csv module counts them in a well-formed file."""
    lines = (raw.decode("utf-8", "replace") for raw in _lines(_blocks(path, lambda length: None)))
    return sum(1 for _ in csv.reader(lines))


def _blocks(path: Path, told: Read) -> Iterator[bytes]:
    """The file in blocks; one in UTF-16 or UTF-32 is transcoded, so that its records can be counted at all."""
    with path.open("rb") as file:
        block = file.read(_BLOCK)
        other = other_encoding(block)
        if other is None:
            block = block.removeprefix(codecs.BOM_UTF8)
        decoder = None if other is None else codecs.getincrementaldecoder(other)("replace")
        while block:
            told(len(block))
            yield block if decoder is None else decoder.decode(block).encode("utf-8", "replace")
            block = file.read(_BLOCK)


def _lines(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Physical lines with their ends: LF, CR LF or CR alone. Raises LineTooLongError."""
    begun: list[bytes] = []  # a line whose end has not been read yet
    held = b""  # a CR at the end of a block: its LF may come with the next
    for block in blocks:
        whole = held + block
        held = b"\r" if whole.endswith(b"\r") else b""
        for part in whole[: len(whole) - len(held)].splitlines(keepends=True):
            begun.append(part)
            if part.endswith((b"\n", b"\r")):
                yield b"".join(begun)
                begun = []
        if len(begun) * _BLOCK > _LONGEST_LINE:
            raise LineTooLongError
    if begun or held:
        yield b"".join(begun) + held


def _decoded(raw: bytes, number: int, faults: list[Fault]) -> str:
    if b"\0" not in raw:
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            pass
    fault = line_fault(raw)
    if fault is not None:
        faults.append(Fault(number, fault[1]))
    return raw.decode("utf-8", "replace")


def _after(line: str, quoted: bool) -> tuple[bool, str]:
    """Whether a quote is open at the end of a line, given whether one was open at its start; and what was stray."""
    position, stray = 0, ""
    while True:
        if not quoted:
            if line.startswith('"', position):
                quoted, position = True, position + 1
                continue
            comma = line.find(",", position)
            if '"' in line[position : None if comma < 0 else comma]:
                stray = "a quote inside an unquoted field"
            if comma < 0:
                return False, stray
            position = comma + 1
            continue
        inside = _QUOTED.match(line, position)
        quote = inside.end() if inside else position
        if quote == len(line):
            return True, stray
        quoted = False
        after = line[quote + 1 : quote + 2]
        position = quote + 2
        if after in ("", "\r", "\n"):
            return False, stray
        if after != ",":
            stray = "text after a closing quote"
            comma = line.find(",", position)
            if comma < 0:
                return False, stray
            position = comma + 1


def _record(start: int, text: list[str], length: int, faults: list[Fault]) -> PhysicalRecord:
    if length > _LONGEST_RECORD:
        faults = [*faults, Fault(start, f"a record of {length} characters; at most {_LONGEST_RECORD} are read")]
    if faults:
        return PhysicalRecord(start, [], tuple(faults))
    if len(text) == 1 and '"' not in text[0]:
        return PhysicalRecord(start, text[0].rstrip("\r\n").split(","))
    try:
        return PhysicalRecord(start, next(csv.reader(text, strict=True)))
    except csv.Error as error:
        return PhysicalRecord(start, [], (Fault(start, f"cannot be split into fields: {error}"),))
