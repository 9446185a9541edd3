"""The formats a ledger can be exported to, by name, with what each one loses.

Outside packages add formats of claims through the entry point group
``trucewatch.exports``: an object with ``LOSES`` and ``write(claims, stream)``.
"""

from collections.abc import Iterable, Mapping
from importlib.metadata import entry_points
from typing import Protocol, TextIO, cast

from trucewatch.claims.claim import Claim
from trucewatch.views.exports import csv, geojson

GROUP = "trucewatch.exports"


class ClaimFormat(Protocol):
    """A format that holds claims."""

    LOSES: str

    def write(self, claims: Iterable[Claim], stream: TextIO) -> int:
        """Write claims; return how many could be written."""


SHIPPED: Mapping[str, ClaimFormat] = {
    "csv": cast("ClaimFormat", csv),
    "geojson": cast("ClaimFormat", geojson),
}


def claim_formats() -> dict[str, ClaimFormat]:
    """Return the formats of claims by name, those of other packages included."""
    found = {point.name: point.load() for point in entry_points(group=GROUP)}
    return {**found, **SHIPPED}
