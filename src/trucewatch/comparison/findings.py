"""Findings: what comparison says of the claims on one matter, and why."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from trucewatch.ledger.judgements import MatterState
from trucewatch.values.keys import content_key


class Relation(StrEnum):
    """How claims on one matter stand to each other."""

    REPEATS = "repeats"  # the same voice or the same root says it again
    AGREES = "agrees"  # independent voices, compatible answers
    CONTRADICTS = "contradicts"  # they cannot all be right
    DIFFERS_IN_SCOPE = "differs_in_scope"  # they speak of different things
    UPDATES = "updates"  # a later value, or a self-correction
    DENIES = "denies"  # an explicit denial of another's claim
    ARITHMETIC = "arithmetic"  # the figures do not work out among themselves


class Aspect(StrEnum):
    """In what respect; the typed half of the reason."""

    NUMBER = "number"
    POLARITY = "polarity"
    HOLDER = "holder"
    ATTRIBUTION = "attribution"
    PARTY_STATUS = "party_status"
    START = "start"
    END = "end"
    AREA = "area"
    PERIOD = "period"
    DEFINITION = "definition"
    COUNTER = "counter"
    LATER_VALUE = "later_value"
    UNCHANGED = "unchanged"
    PARTS = "parts"
    FALL = "fall"
    JUMP = "jump"
    SHARE = "share"
    HEADLINE = "headline"
    CONVERSION = "conversion"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Finding:
    """One relation between claims on one matter.

    The key is made of the matter and not of the claims, so that a contradiction keeps
    its identity, and its history, when one more source takes a side.

    Attributes:
        relation: How the claims stand to each other.
        aspect: In what respect.
        matter: The question they answer, readable: ``CAS.casualties killed …``.
        why: One plain sentence.
        claims: Keys of the claims, one for every answer, in the order of their dates.
        state: Where it is in its life; only judgements move it on from open.
        key: ``f_`` and a digest; made from the content when left empty.
    """

    relation: Relation
    aspect: Aspect
    matter: str
    why: str
    claims: tuple[str, ...]
    state: MatterState = MatterState.OPEN
    key: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if not self.key:
            content = [self.relation, self.aspect, self.matter]
            object.__setattr__(self, "key", content_key("f", content))


def select(
    findings: Iterable[Finding], relations: Iterable[Relation]
) -> tuple[Finding, ...]:
    """Return the findings of the given relations, in their order; all if none given."""
    wanted = frozenset(relations)
    return tuple(f for f in findings if not wanted or f.relation in wanted)
