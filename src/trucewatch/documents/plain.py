"""Plain text: bytes of any common encoding to the text that spans refer to.

The text is kept as decoded: line ends stay as they are, only a byte order mark is
not part of it.
"""

import codecs
from typing import NamedTuple

from trucewatch.documents.trouble import Trouble

MAX_LINE_CHARS = 1_000_000  # longer than any paragraph; a dump, not prose
CONTROL_SHARE = 0.005  # text has next to no control characters, binaries 5 % and more
SAMPLE_BYTES = 65_536  # enough to tell encodings and binaries apart
BROKEN_SHARE = 0.1  # broken UTF-8: at most one bad for ten good non-ASCII letters

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: it begins with the same bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Encodings that monitors' files were written in before UTF-8: Western, Cyrillic,
# Arabic and Turkish. A longer list makes short files be taken for exotic ones.
LEGACY = ("cp1252", "cp1251", "koi8_r", "cp866", "cp1256", "cp1254", "iso8859_6")
_ALLOWED = frozenset("\t\n\r\f\v\x85\x1b")
_CONTROLS = {c for c in map(chr, (*range(32), 127)) if c not in _ALLOWED}

BINARY = Trouble(
    "it is no text: it holds bytes that no text has",
    "save it as text, HTML or PDF, or take it out of the folder",
)
EMPTY = Trouble("it is empty", "capture it again, or take it out of the folder")


class Decoded(NamedTuple):
    """Text read from bytes.

    Attributes:
        text: The text; its line ends are as they were.
        encoding: Python's name of the encoding.
        trouble: What was lost in decoding, or None.
    """

    text: str
    encoding: str
    trouble: Trouble | None = None


def decode(data: bytes) -> Decoded | Trouble:
    """Read bytes as text, whatever common encoding they are in.

    Tried in this order: byte order mark, UTF-8, UTF-16 without a mark, UTF-8 with a
    few broken letters, then the legacy encodings by likelihood.

    Args:
        data: The captured bytes.

    Returns:
        The text with its encoding, or what is wrong with the bytes.
    """
    if not data.strip(b"\x00 \t\r\n\f"):
        return EMPTY
    decoded = _decode(data)
    if decoded is None or _is_binary(decoded.text):
        return BINARY
    return decoded if decoded.text.strip() else EMPTY


def _decode(data: bytes) -> Decoded | None:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return Decoded(data.decode(encoding, "replace"), encoding)
    wide = _wide_encoding(data)
    if wide is not None:
        return Decoded(data.decode(wide, "replace"), wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _broken_utf8(data) or _legacy(data)


def _wide_encoding(data: bytes) -> str | None:
    """Tell UTF-16 without a mark: every other byte of Latin text is zero."""
    sample = data[:SAMPLE_BYTES]
    if b"\x00" not in sample:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.4 and even < half * 0.02:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.02:
        return "utf-16-be"
    return None


def _broken_utf8(data: bytes) -> Decoded | None:
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = len(text) - len(text.encode("ascii", "ignore")) - bad
    if bad > good * BROKEN_SHARE:
        return None
    lost = Trouble(
        f"{bad} of its letters are broken UTF-8 and stand as \ufffd",
        "capture it again if names or figures are hit",
    )
    return Decoded(text, "utf-8", lost)


def _legacy(data: bytes) -> Decoded | None:
    # takes a twentieth of a second to import: only a file of a legacy encoding pays
    import charset_normalizer  # noqa: PLC0415

    sample = data[:SAMPLE_BYTES]
    best = charset_normalizer.from_bytes(sample, cp_isolation=list(LEGACY)).best()
    if best is None:
        return None
    return Decoded(data.decode(best.encoding, "replace"), best.encoding)


def _is_binary(text: str) -> bool:
    sample = text[:SAMPLE_BYTES]
    controls = sum(map(sample.count, _CONTROLS))
    return controls > len(sample) * CONTROL_SHARE
