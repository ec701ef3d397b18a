"""Bytes to text: UTF-8 or nothing (contract, section 1)."""

import codecs


class NotUtf8Error(ValueError):
    """The bytes are not UTF-8. `line` is the physical line of the first wrong byte, 0 for the file as a whole."""

    def __init__(self, line: int, reason: str) -> None:
        self.line = line
        self.reason = reason
        super().__init__(reason)


_OTHER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def text_of(content: bytes) -> str:
    """The text of a file in UTF-8, with or without a byte order mark; line ends stay as they are.

    Raises NotUtf8Error for another encoding or a NUL character.
    """
    for mark, name in _OTHER_MARKS:
        if content.startswith(mark):
            raise NotUtf8Error(0, f"the file is in {name}; save it as UTF-8")
    nul = content.find(b"\0")
    if nul >= 0:
        if content[:1000].count(b"\0") * 3 > len(content[:1000]):
            raise NotUtf8Error(0, "the file looks like UTF-16 without a byte order mark; save it as UTF-8")
        raise NotUtf8Error(_line(content, nul), "a NUL character; the file is damaged or is no text")
    body = content.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        wrong = error.start + len(content) - len(body)
        cut = error.reason == "unexpected end of data"
        reason = (
            "the file ends inside a character: it was cut off"
            if cut
            else f"byte 0x{content[wrong]:02X} is not UTF-8 (often Windows-1252); save the file as UTF-8"
        )
        raise NotUtf8Error(_line(content, wrong), reason) from None


def _line(content: bytes, position: int) -> int:
    before = content[:position].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return before.count(b"\n") + 1
