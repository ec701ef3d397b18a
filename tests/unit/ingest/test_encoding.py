"""UTF-8 or nothing."""

import pytest

from bounden.ingest.encoding import NotUtf8Error, other_encoding, text_of


def test_utf_8_with_or_without_a_mark():
    assert text_of("Zoë\r\n".encode()) == text_of("Zoë\r\n".encode("utf-8-sig")) == "Zoë\r\n"


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("one\ntwo\nZoë".encode("cp1252"), 3, "not UTF-8"),
        ("one\r\nZoë x".encode("latin-1"), 2, "0xEB is not UTF-8"),
        ("Zoë".encode()[:-1], 1, "cut off"),
        (b"one\ntw\0o", 2, "NUL"),
        ("one".encode("utf-16"), 0, "UTF-16"),
        ("one".encode("utf-32"), 0, "UTF-32"),
        ("one two".encode("utf-16-le"), 0, "UTF-16"),
        ("one two".encode("utf-16-be"), 0, "UTF-16"),
    ],
)
def test_anything_else_is_refused_with_its_line(content, line, reason):
    with pytest.raises(NotUtf8Error, match=reason) as error:
        text_of(content)
    assert error.value.line == line


def test_text_is_not_taken_for_utf_16():
    assert other_encoding(b"force,source\n") is None
    assert other_encoding(b"") is None
