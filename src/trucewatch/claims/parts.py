"""Who takes part in a claim of each type: who acts, and whom or what it concerns.

The roles are data (``roles.tsv`` beside this module).
"""

from collections.abc import Mapping
from functools import cache
from importlib import resources

NOBODY = (None, None)


@cache
def parts() -> Mapping[str, tuple[str | None, str | None]]:
    """Return the roles of who acts and of whom it is done to, by claim type."""
    path = resources.files("trucewatch.claims") / "roles.tsv"
    table: dict[str, tuple[str | None, str | None]] = {}
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, doer, done_to = line.split("\t")
            table[kind] = (
                None if doer == "-" else doer,
                None if done_to == "-" else done_to,
            )
    return table


def doer_of(kind: str) -> str | None:
    """Return the role of who acts in a claim of a type, or None where nobody does."""
    return parts().get(kind, NOBODY)[0]


def done_to_of(kind: str) -> str | None:
    """Return the role of whom or what a claim of a type concerns, or None."""
    return parts().get(kind, NOBODY)[1]
