"""Versions: what became of a document's words and claims when its origin changed it."""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from trucewatch import api

MOST_LINES = 600


@dataclass(frozen=True, slots=True)
class Change:
    """What became of the claims of one version in the next.

    Attributes:
        kept: Claims that stand where they stood, each with its successor.
        moved: Claims that stand elsewhere now, each with its successor.
        gone: Claims that the newer version does not make.
        new: Claims that only the newer version makes.
    """

    kept: list[tuple[api.Claim, api.Claim]]
    moved: list[tuple[api.Claim, api.Claim]]
    gone: list[api.Claim]
    new: list[api.Claim]


def compare(old: Iterable[api.Claim], new: Iterable[api.Claim]) -> Change:
    """Return what became of claims.

    A claim is the same one when it says the same in the same words; where it stands and
    who reads it does not matter.

    Args:
        old: Claims of the version before.
        new: Claims of the version after.
    """
    waiting: dict[object, list[api.Claim]] = defaultdict(list)
    for claim in new:
        waiting[_saying(claim)].append(claim)
    change = Change([], [], [], [])
    for claim in old:
        same = waiting.get(_saying(claim))
        if not same:
            change.gone.append(claim)
            continue
        # Of several alike, the nearest is the one it became.
        after = min(same, key=lambda c: abs(c.span.start - claim.span.start))
        same.remove(after)
        stays = after.span == claim.span
        (change.kept if stays else change.moved).append((claim, after))
    left = [claim for same in waiting.values() for claim in same]
    change.new.extend(sorted(left, key=lambda c: (c.span.start, c.span.end, c.key)))
    return change


def _saying(claim: api.Claim) -> object:
    quantity = claim.quantity
    number = quantity and (quantity.value, quantity.low, quantity.high, quantity.unit)
    return (
        *(claim.kind, claim.variant, claim.polarity, claim.assertion, claim.speaker),
        *(" ".join(claim.quote.split()), number),
    )


def lines_between(old: str, new: str) -> list[tuple[str, str]]:
    """Return the lines that differ, each with ``-`` for gone or ``+`` for new.

    Args:
        old: Text of the version before.
        new: Text of the version after.
    """
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0)
    marked = [(line[0], line[1:]) for line in lines if line[:1] in {"-", "+"}]
    # The first two name the files.
    return marked[2 : MOST_LINES + 2]


def chain_of(key: str, before: Mapping[str, str]) -> list[str]:
    """Return the keys of all versions of a document, the oldest first.

    Args:
        key: Key of any of them.
        before: For a document's key, the key of the version before it.
    """
    after = {old: new for new, old in before.items()}
    chain = [key]
    while (earlier := before.get(chain[0])) is not None and earlier not in chain:
        chain.insert(0, earlier)
    while (later := after.get(chain[-1])) is not None and later not in chain:
        chain.append(later)
    return chain


def pair_of(chain: Sequence[str], key: str) -> tuple[str, str] | None:
    """Return a version with the one before it, or with the one after the first."""
    pairs = list(pairwise(chain))
    into = [pair for pair in pairs if pair[1] == key]
    return next(iter(into or pairs), None)
