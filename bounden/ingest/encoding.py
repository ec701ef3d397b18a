"""Bytes to text: UTF-8 or nothing (contract, section 1)."""

import codecs


class NotUtf8Error(ValueError):
    """The bytes are not UTF-8. `line` is the physical line of the first wrong byte, 0 for the file as a whole."""

    def __init__(self, line: int, reason: str) -> None:
        self.line = line
        self.reason = reason
        super().__init__(reason)


# UTF-32 first: its mark begins with that of UTF-16.
_OTHER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def other_encoding(start: bytes) -> str | None:
    """The encoding that the first bytes of a file give away: utf-16, utf-32 or their like; None: none of them."""
    for mark, name in _OTHER_MARKS:
        if start.startswith(mark):
            return name
    sample = start[:200]
    # Two letters of which every other byte is NUL: UTF-16 without a mark.
    if len(sample) >= 4 and not any(sample[1:4:2]) and all(sample[0:4:2]):
        return "utf-16-le"
    if len(sample) >= 4 and not any(sample[0:4:2]) and all(sample[1:4:2]):
        return "utf-16-be"
    return None


def text_of(content: bytes) -> str:
    """The text of a file in UTF-8, with or without a byte order mark; line ends stay as they are.

    Raises NotUtf8Error for another encoding or a NUL character.
    """
    other = other_encoding(content)
    if other is not None:
        raise NotUtf8Error(0, f"the file is in {other[:6].upper()}; save it as UTF-8")
    body = content.removeprefix(codecs.BOM_UTF8)
    fault = line_fault(body)
    if fault is None:
        return body.decode("utf-8")
    position, reason = fault
    raise NotUtf8Error(_line(body, position), reason)


def line_fault(content: bytes) -> tuple[int, str] | None:
    """Where bytes are no text in UTF-8, and why; None where they are."""
    nul = content.find(b"\0")
    if nul >= 0:
        return nul, "a NUL character; the file is damaged or is no text"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = f"byte 0x{content[error.start]:02X}"
        if error.reason == "unexpected end of data":
            return error.start, f"the file ends in {byte}, the beginning of a character: it was cut off or is not UTF-8"
        return error.start, f"{byte} is not UTF-8 (often Windows-1252); save the file as UTF-8"
    return None


def _line(content: bytes, position: int) -> int:
    return len(content[:position].splitlines()) or 1
