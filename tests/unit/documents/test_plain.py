"""Bytes of any common encoding become text, or one clear trouble."""

import codecs

import pytest

from trucewatch.documents.plain import BINARY, EMPTY, Decoded, decode

LATIN = "“Nine villages” signed – said the centre’s head in Zürich and São Tomé.\n"
CYRILLIC = "Девять деревень провинции присоединились к перемирию, сообщил центр.\n"


def _decoded(data: bytes) -> Decoded:
    result = decode(data)
    assert isinstance(result, Decoded)
    return result


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_unicode_text_reads_the_same_in_every_encoding(
    encoding: str, named: str
) -> None:
    assert _decoded(LATIN.encode(encoding)) == Decoded(LATIN, named)


def test_big_endian_text_with_a_mark_reads() -> None:
    data = codecs.BOM_UTF16_BE + LATIN.encode("utf-16-be")
    assert _decoded(data).text == LATIN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(LATIN, "cp1252"), (CYRILLIC, "cp1251"), (CYRILLIC, "koi8_r")],
)
def test_legacy_encodings_are_told_apart(text: str, encoding: str) -> None:
    assert _decoded((text * 3).encode(encoding)).text == text * 3


def test_line_ends_stay_as_they_are() -> None:
    assert _decoded(b"one\r\ntwo\rthree\n").text == "one\r\ntwo\rthree\n"


def test_a_few_broken_letters_do_not_spoil_a_text() -> None:
    decoded = _decoded((LATIN * 10).encode() + b"\xff and on\n")
    assert decoded.encoding == "utf-8"
    assert decoded.text.endswith("\ufffd and on\n")
    assert decoded.trouble is not None
    assert decoded.trouble.what.startswith("1 of its letters")


@pytest.mark.parametrize("data", [b"", b"  \n\r\n", b"\x00\x00", "\ufeff \n".encode()])
def test_bytes_without_a_word_are_empty(data: bytes) -> None:
    assert decode(data) == EMPTY


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 40,
        b"\x7fELF\x02\x01\x01" + bytes(200) + b"main" * 9,
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"\x81\x00\x8d\x00\x8f\x00\x90\x9d\x00\xff\xfe\x00",
    ],
)
def test_binary_files_are_no_text(data: bytes) -> None:
    assert decode(data) == BINARY
