"""The crosswalk: which event of another project's codebook a claim speaks of.

Types have their codes in ``claims/types.tsv``; what depends on more than the type
stands in ``crosswalk.tsv``, and the closed lists of the codebooks in
``codebooks.yaml``.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from trucewatch.claims.claim import Claim, Role
from trucewatch.claims.parts import doer_of, done_to_of
from trucewatch.claims.types import claim_types
from trucewatch.ledger.holdings import is_ahead
from trucewatch.values.stances import Aggregation
from trucewatch.views.exports.handout import Handout

NONE = "-"
_WORD = re.compile(r"[^\W\d_]+")
# Over a period, or since some day, many events were counted: none of them is told.
_MANY = frozenset(
    {
        Aggregation.PER_PERIOD,
        Aggregation.RATE,
        Aggregation.SINCE_DATE,
        Aggregation.CUMULATIVE_TOTAL,
        Aggregation.STOCK,
        Aggregation.TREND,
    }
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the crosswalk; what is empty does not matter.

    Attributes:
        variant: Variant of the claim, or ``*``.
        stance: ``ahead`` or ``done``.
        words: One of them stands in the quote.
        taker: Sorts of the actor that took the area.
        code: What the claim is in the codebook, or ``-``.
    """

    variant: str
    stance: str
    words: frozenset[str]
    taker: frozenset[str]
    code: str

    def fits(self, claim: Claim, stance: str, taker: str) -> bool:
        """Say whether a claim is of the sort the line is for."""
        return (
            self.variant in {"*", claim.variant}
            and self.stance in {"", stance}
            and (not self.taker or taker in self.taker)
            and (not self.words or not self.words.isdisjoint(_words(claim.quote)))
        )


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


@cache
def codebook(name: str) -> Mapping[str, Any]:
    """Return the closed lists of a codebook, ``acled`` or ``plover``."""
    return _books()[name]


@cache
def _books() -> dict[str, dict[str, Any]]:
    text = (resources.files(__package__) / "codebooks.yaml").read_text("utf-8")
    books: dict[str, dict[str, Any]] = yaml.safe_load(text)
    return books


@cache
def rules(name: str) -> Mapping[str, list[Rule]]:
    """Return the lines of the crosswalk to a codebook, by claim type."""
    text = (resources.files(__package__) / "crosswalk.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    found: dict[str, list[Rule]] = {}
    for row in csv.DictReader(lines, delimiter="\t"):
        if row["codebook"] == name:
            rule = Rule(
                row["variant"],
                row["stance"],
                frozenset(row["words"].split()),
                frozenset(row["taker"].split()),
                row["code"],
            )
            found.setdefault(row["kind"], []).append(rule)
    return found


def code_of(claim: Claim, name: str, handout: Handout) -> str | None:
    """Return what a claim is in a codebook, or None where it has no event for it.

    Args:
        claim: The claim.
        name: ``acled`` or ``plover``.
        handout: Says of what sort the actors are.
    """
    stance = "ahead" if is_ahead(claim) else "done"
    taker = sort_of(first(actors(claim)), handout)
    for rule in rules(name).get(claim.kind, ()):
        if rule.fits(claim, stance, taker):
            return None if rule.code == NONE else rule.code
    known = claim_types().get(claim.kind)
    codes = () if known is None else (known.acled if name == "acled" else known.plover)
    return codes[0] if codes else None


def is_many(claim: Claim) -> bool:
    """Say whether a claim counts over a period or holds a state, and tells no event."""
    return claim.quantity is not None and claim.quantity.aggregation in _MANY


def actors(claim: Claim) -> tuple[Role, ...]:
    """Return who acts in a claim."""
    return _playing(claim, "actor", doer_of(claim.kind))


def recipients(claim: Claim) -> tuple[Role, ...]:
    """Return to whom something is done in a claim."""
    return _playing(claim, "recipient", done_to_of(claim.kind))


def _playing(claim: Claim, general: str, own: str | None) -> tuple[Role, ...]:
    return tuple(role for role in claim.roles if role.role in {general, own})


def first(roles: tuple[Role, ...]) -> Role | None:
    """Return the first of several, or None."""
    return roles[0] if roles else None


def sort_of(role: Role | None, handout: Handout) -> str:
    """Return of what sort an actor is, such as ``group``; empty where unknown."""
    known = None if role is None else handout.theatre.actors.get(role.id)
    return "" if known is None else known.sort
