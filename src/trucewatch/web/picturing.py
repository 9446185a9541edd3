"""Picturing: a page of a captured PDF as a picture, for looking at it beside its text.

PDFium draws it, in a process of its own with bounds on time and memory: whatever a
hostile file does there ends with that process, and the browser is handed nothing but
pixels. Scripts of the file never run; the library is built without them.
"""

import io
import struct
import subprocess
import sys
import threading
import zlib
from contextlib import suppress

import pypdf

from trucewatch.errors import RequestError

PDF = "application/pdf"
SECONDS = 20
MEMORY = 2**30  # bytes of address space
DOTS = 110 / 72  # pixels a point: sharp enough to read, small enough to send
MOST_PIXELS = 4_000_000
AT_ONCE = 2  # pages drawn at the same time
_DRAWING = threading.BoundedSemaphore(AT_ONCE)
_RGB, _DEPTH = 2, 8  # of the PNG format


class PictureError(RequestError):
    """A page that cannot be drawn."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"page {number} cannot be drawn: there is none, the file is broken, or it "
            "takes too long; keep the file and open it in a reader"
        )


def page_count(data: bytes) -> int:
    """Return how many pages a PDF has; 0 where nobody can tell."""
    try:
        return len(pypdf.PdfReader(io.BytesIO(data)).pages)
    except Exception:  # noqa: BLE001 - pypdf lets any parser error through
        return 0


def picture(data: bytes, number: int) -> bytes:
    """Return a page of a PDF as PNG, drawn in a process of its own.

    Args:
        data: The captured bytes.
        number: Number of the page, from 1.

    Raises:
        PictureError: There is no such page, or it cannot be drawn.
    """
    command = [sys.executable, "-m", __name__, str(number)]
    with _DRAWING:
        try:
            done = subprocess.run(  # noqa: S603 - our own module and a number
                command, input=data, capture_output=True, timeout=SECONDS, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise PictureError(number) from error
    if done.returncode or not done.stdout:
        raise PictureError(number)
    return done.stdout


def drawn(data: bytes, number: int) -> bytes:
    """Return a page of a PDF as PNG, drawn here and now.

    Args:
        data: The captured bytes.
        number: Number of the page, from 1.

    Raises:
        IndexError: There is no such page.
        pypdfium2.PdfiumError: The file cannot be read.
    """
    # only the process that draws needs it
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415

    document = pypdfium2.PdfDocument(data)
    if not 1 <= number <= len(document):
        raise IndexError(number)
    page = document[number - 1]
    width, height = page.get_size()
    scale = min(DOTS, (MOST_PIXELS / max(width * height, 1)) ** 0.5)
    made = page.render(scale=scale, rev_byteorder=True)
    return png(made.width, made.height, bytes(made.buffer), made.stride)


def png(width: int, height: int, pixels: bytes, stride: int) -> bytes:
    """Return pixels of three bytes each as PNG (ISO/IEC 15948).

    Args:
        width: Pixels of a line.
        height: Lines.
        pixels: Red, green and blue of each, line by line from the top.
        stride: Bytes from the beginning of one line to that of the next.
    """
    lines = (pixels[at * stride : at * stride + 3 * width] for at in range(height))
    packed = zlib.compress(b"".join(b"\0" + line for line in lines), 6)
    head = struct.pack(">IIBBBBB", width, height, _DEPTH, _RGB, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", packed), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(body))
        + name
        + body
        + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def main() -> None:
    """Draw the page that the command line names, of what comes in, within bounds."""
    with suppress(ImportError):  # other systems know no such bounds
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    sys.stdout.buffer.write(drawn(sys.stdin.buffer.read(), int(sys.argv[1])))


if __name__ == "__main__":
    main()
