"""The formats a ledger can be exported to, by name, with what each one loses.

Outside packages add formats of claims through the entry point group
``trucewatch.exports``: an object with ``LOSES`` and ``write(claims, stream)``, and
where they differ from the name and from text: ``SUFFIX``, ``MEDIA_TYPE``, ``BINARY``.
``HOLDS`` says in a line what it is for, ``NEEDS`` names the extra it is written with.
What ``write`` is given is a ``Handout``: claims, and what is known around them.
"""

from collections.abc import Mapping
from importlib.metadata import entry_points
from importlib.util import find_spec
from typing import Any, NamedTuple, Protocol, cast

from trucewatch.errors import UnknownNameError
from trucewatch.views.exports import (
    acled,
    claimreview,
    csv,
    ftm,
    geojson,
    hxl,
    jsonld,
    parquet,
    plover,
    prov,
    records,
    xlsx,
)
from trucewatch.views.exports.handout import Handout

GROUP = "trucewatch.exports"
_PARTS = {"xlsx": "xlsxwriter", "parquet": "pyarrow"}


class ClaimFormat(Protocol):
    """A format that holds claims."""

    LOSES: str

    def write(self, claims: Handout, stream: Any, /) -> int:  # noqa: ANN401 - of text or bytes
        """Write claims; return how many rows they made."""


SHIPPED: Mapping[str, ClaimFormat] = {
    name: cast("ClaimFormat", module)
    for name, module in {
        "csv": csv,
        "xlsx": xlsx,
        "parquet": parquet,
        "records": records,
        "geojson": geojson,
        "hxl": hxl,
        "acled": acled,
        "plover": plover,
        "jsonld": jsonld,
        "claimreview": claimreview,
        "prov": prov,
        "ftm": ftm,
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


class FormatLine(NamedTuple):
    """What people are told of a format before they choose it.

    Attributes:
        name: What it is called.
        holds: What it carries, and for what.
        loses: What of a claim it does not carry.
        lacks: The extra that is not installed and would write it, or empty.
    """

    name: str
    holds: str
    loses: str
    lacks: str


def file_of(name: str) -> FormatFile:
    """Return what a file of a format of claims is.

    Raises:
        UnknownNameError: No format is called so.
    """
    found = claim_format(name)
    return FormatFile(
        getattr(found, "SUFFIX", name),
        getattr(found, "MEDIA_TYPE", "application/octet-stream"),
        bool(getattr(found, "BINARY", False)),
    )


def claim_format(name: str) -> ClaimFormat:
    """Return the format of claims of that name.

    Raises:
        UnknownNameError: No format is called so.
    """
    formats = claim_formats()
    if name not in formats:
        raise UnknownNameError("format", name, formats)
    return formats[name]


def claim_formats() -> dict[str, ClaimFormat]:
    """Return the formats of claims by name, those of other packages included."""
    found = {point.name: point.load() for point in entry_points(group=GROUP)}
    return {**SHIPPED, **found, **SHIPPED}


def format_lines() -> list[FormatLine]:
    """Return what each format of claims carries and loses, in order."""
    return [
        FormatLine(name, getattr(found, "HOLDS", ""), found.LOSES, _lacks(found))
        for name, found in claim_formats().items()
    ]


def _lacks(found: ClaimFormat) -> str:
    needs = getattr(found, "NEEDS", "")
    return needs if needs and find_spec(_PARTS.get(needs, needs)) is None else ""
