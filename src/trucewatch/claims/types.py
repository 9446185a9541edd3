"""The 50 claim types: what each means, whose it is, and its codes elsewhere.

The types are data (``types.tsv`` beside this module), versioned, with their crosswalk
to ACLED sub-events, PLOVER and CAMEO. A new type is a new line there.
"""

import csv
import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType

from trucewatch.errors import UnknownNameError

TYPES_VERSION = 1
"""Version of the list; raised whenever a type is added, dropped or redefined."""


@dataclass(frozen=True, slots=True)
class ClaimType:
    """One kind of proposition that a claim can make.

    Attributes:
        kind: Its public name, such as ``PTY.accession``.
        subject: The one of the twelve subjects that owns it.
        family: Kinds of one family can speak of one matter.
        roles: Roles its claims may have, besides ``actor`` and ``recipient``.
        units: Canonical units usual with it, the most usual first.
        aggregations: Usual ways its numbers are counted.
        counted: Whether its numbers mean nothing without their counting body, so that
            two bodies' numbers differ in scope and do not contradict.
        acled: Equivalent ACLED ``event type: sub-event`` names, the first being the
            default; empty when ACLED has none.
        plover: Equivalent PLOVER ``EVENT`` or ``EVENT:mode``.
        cameo: Equivalent CAMEO codes or code stems.
        description: One sentence for people.
    """

    kind: str
    subject: str
    family: str
    roles: tuple[str, ...]
    units: tuple[str, ...]
    aggregations: tuple[str, ...]
    counted: bool
    acled: tuple[str, ...]
    plover: tuple[str, ...]
    cameo: tuple[str, ...]
    description: str


def read_types(lines: Iterable[str]) -> dict[str, ClaimType]:
    """Return the types a tab-separated table describes, in its order.

    Args:
        lines: The table's lines; those that begin with ``#`` are comments, the first
            other one names the columns.
    """
    table = csv.DictReader(
        (line for line in lines if not line.startswith("#")), delimiter="\t"
    )
    return {
        row["kind"]: ClaimType(
            kind=row["kind"],
            subject=row["subject"],
            family=row["family"],
            roles=tuple(row["roles"].split()),
            units=tuple(row["units"].split()),
            aggregations=tuple(row["aggregations"].split()),
            counted=row["counted"] == "1",
            acled=tuple(filter(None, row["acled"].split("|"))),
            plover=tuple(filter(None, row["plover"].split("|"))),
            cameo=tuple(filter(None, row["cameo"].split("|"))),
            description=row["description"],
        )
        for row in table
    }


@functools.cache
def claim_types() -> Mapping[str, ClaimType]:
    """Return the shipped claim types by name, in the order of the list."""
    table = resources.files("trucewatch.claims") / "types.tsv"
    return MappingProxyType(read_types(table.read_text("utf-8").splitlines()))


def claim_type(kind: str) -> ClaimType:
    """Return the type of that name.

    Raises:
        UnknownNameError: There is none; the message suggests near ones.
    """
    try:
        return claim_types()[kind]
    except KeyError:
        raise UnknownNameError("kind", kind, claim_types()) from None


def family_of(kind: str) -> str:
    """Return the family within which claims of this kind can be compared."""
    return claim_type(kind).family


def subject_of(kind: str) -> str:
    """Return the subject that owns this kind, such as ``parties``."""
    return claim_type(kind).subject


def kinds_of(subject: str) -> tuple[str, ...]:
    """Return the kinds a subject owns, in the order of the list.

    Raises:
        UnknownNameError: No subject has that name.
    """
    kinds = tuple(t.kind for t in claim_types().values() if t.subject == subject)
    if not kinds:
        raise UnknownNameError("subject", subject, subjects())
    return kinds


def subjects() -> tuple[str, ...]:
    """Return the names of the twelve subjects, in the order of the list."""
    return tuple(dict.fromkeys(t.subject for t in claim_types().values()))
