"""A page of a captured PDF as a picture, drawn in a process of its own."""

import struct
import subprocess
import sys
import zlib

import pytest

from tests.support.papers import made_pdf
from trucewatch.web import picturing
from trucewatch.web.picturing import PictureError, drawn, page_count, picture, png

DATA = made_pdf("Nine shots.", "Nobody hurt.")


def pixels_of(made: bytes) -> tuple[int, int, bytes]:
    """Return width, height and unpacked lines of a PNG, as its standard says."""
    assert made.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", made[16:24])
    start = made.index(b"IDAT") + 4
    return width, height, zlib.decompress(made[start:])


def test_a_page_is_drawn_with_its_words_dark_on_white() -> None:
    width, height, lines = pixels_of(picture(DATA, 1))
    assert (width, height) == (459, 459)  # 300 points at 110 dots an inch
    assert len(lines) == height * (3 * width + 1)
    assert lines.count(b"\xff") > len(lines) // 2
    assert b"\0\0\0" in lines


def test_each_page_is_its_own() -> None:
    assert drawn(DATA, 1) != drawn(DATA, 2)


@pytest.mark.parametrize(
    ("data", "number"), [(DATA, 0), (DATA, 3), (b"%PDF-1.7 broken", 1), (b"", 1)]
)
def test_a_page_that_cannot_be_drawn_is_said_so(data: bytes, number: int) -> None:
    with pytest.raises(PictureError, match=f"page {number} cannot be drawn"):
        picture(data, number)


def test_a_page_that_is_not_there_is_not_drawn() -> None:
    with pytest.raises(IndexError):
        drawn(DATA, 3)


def test_a_file_that_takes_too_long_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def slow(*_: object, timeout: float, **__: object) -> None:
        raise subprocess.TimeoutExpired("draw", timeout)

    monkeypatch.setattr(subprocess, "run", slow)
    with pytest.raises(PictureError):
        picture(DATA, 1)


def test_a_huge_page_is_drawn_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picturing, "MOST_PIXELS", 10_000)
    width, height, _ = pixels_of(drawn(DATA, 1))
    assert width * height <= 10_500


def test_pages_are_counted_and_nobody_counts_a_broken_file() -> None:
    assert page_count(DATA) == 2
    assert page_count(b"%PDF-1.7 broken") == 0


def test_the_process_that_draws_has_bounds() -> None:
    code = (
        "import resource, runpy, sys; sys.argv = ['x', '1'];"
        "runpy.run_module('trucewatch.web.picturing', run_name='__main__');"
        "sys.stderr.write(str(resource.getrlimit(resource.RLIMIT_AS)[0]))"
    )
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", code], input=DATA, capture_output=True, check=True
    )
    assert done.stderr.decode() == str(picturing.MEMORY)
    assert done.stdout.startswith(b"\x89PNG")


def test_lines_are_packed_without_what_fills_them_up() -> None:
    width, height, lines = pixels_of(png(1, 2, b"abcXdefX", 4))
    assert (width, height, lines) == (1, 2, b"\0abc\0def")
