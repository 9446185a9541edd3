"""The formats a ledger can be exported to, by name, with what each one loses.

Outside packages add formats of claims through the entry point group
``trucewatch.exports``: an object with ``LOSES`` and ``write(claims, stream)``, and
where they differ from the name and from text: ``SUFFIX``, ``MEDIA_TYPE``, ``BINARY``.
"""

from collections.abc import Iterable, Mapping
from importlib.metadata import entry_points
from typing import Any, NamedTuple, Protocol, cast

from trucewatch.claims.claim import Claim
from trucewatch.errors import UnknownNameError
from trucewatch.views.exports import csv, geojson, hxl, jsonld, records, xlsx

GROUP = "trucewatch.exports"


class ClaimFormat(Protocol):
    """A format that holds claims."""

    LOSES: str

    def write(self, claims: Iterable[Claim], stream: Any) -> int:  # noqa: ANN401 - of text or bytes
        """Write claims; return how many could be written."""


SHIPPED: Mapping[str, ClaimFormat] = {
    name: cast("ClaimFormat", module)
    for name, module in {
        "csv": csv,
        "xlsx": xlsx,
        "records": records,
        "geojson": geojson,
        "hxl": hxl,
        "jsonld": jsonld,
    }.items()
}


class FormatFile(NamedTuple):
    """What a file of a format is.

    Attributes:
        suffix: What its name ends with, without the first point.
        media_type: What it is called on the web.
        is_binary: Whether it is written as bytes.
    """

    suffix: str
    media_type: str
    is_binary: bool


def file_of(name: str) -> FormatFile:
    """Return what a file of a format of claims is.

    Raises:
        UnknownNameError: No format is called so.
    """
    formats = claim_formats()
    if name not in formats:
        raise UnknownNameError("format", name, formats)
    found = formats[name]
    return FormatFile(
        getattr(found, "SUFFIX", name),
        getattr(found, "MEDIA_TYPE", "application/octet-stream"),
        bool(getattr(found, "BINARY", False)),
    )


def claim_formats() -> dict[str, ClaimFormat]:
    """Return the formats of claims by name, those of other packages included."""
    found = {point.name: point.load() for point in entry_points(group=GROUP)}
    return {**SHIPPED, **found, **SHIPPED}
