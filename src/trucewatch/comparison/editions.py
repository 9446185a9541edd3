"""Editions: what marks follow from besides the claim they are put on.

Marks that a ledger keeps must go when the rules or the names behind them change. Nobody
remembers to count up a number then, so the files of the rules themselves are hashed.
"""

import functools
import hashlib
from importlib import resources
from importlib.resources.abc import Traversable

from trucewatch.comparison.surroundings import Knowledge
from trucewatch.values.keys import bytes_key, content_key

# The rooms whose rules say what a claim is put under.
ROOMS = ("values", "reference", "claims", "comparison", "registers")


def edition_of(theatre: Knowledge, *rooms: str) -> str:
    """Return the edition of marks that these rules and a theatre give.

    Args:
        theatre: What is known beforehand.
        rooms: Further rooms whose rules the marks follow from.
    """
    return content_key("m", [_rules(ROOMS + rooms), theatre.edition])


@functools.cache
def _rules(rooms: tuple[str, ...]) -> str:
    home, digest = resources.files("trucewatch"), hashlib.sha256()
    for room in rooms:
        for file in sorted((home / room).iterdir(), key=lambda f: f.name):
            if _is_rule(file):
                digest.update(file.name.encode())
                digest.update(file.read_bytes())
    return bytes_key("p", digest.digest())


def _is_rule(file: Traversable) -> bool:
    return file.is_file() and file.name.endswith((".py", ".tsv", ".yaml"))
