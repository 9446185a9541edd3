"""Agreement: what several coders say of the same claims, field by field.

Krippendorff's alpha is computed by the library ``krippendorff``: 1 is full agreement, 0
is what chance would give. It is not defined where all say the same everywhere, and says
little where nearly all do: so the share of claims with agreement stands beside it, and
what is taken for what.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, NamedTuple

from trucewatch import api
from trucewatch.web.correcting import fields_of
from trucewatch.web.people import Role

FIELDS = (
    "verdict",
    "kind",
    "polarity",
    "assertion",
    "value",
    "unit",
    "speaker",
    "place",
    "start",
    "end",
)
WITHDRAWN = "withdrawn"
DECIDING = frozenset({Role.ADJUDICATOR.value, Role.OWNER.value})
"""Roles of those who decide between coders."""


@dataclass(frozen=True, slots=True)
class Coding:
    """What one coder says of one claim.

    Attributes:
        claim: Key of the claim.
        coder: Who says it.
        role: In what capacity.
        verdict: Their verdict.
        note: Why, where they said so.
        fields: The claim's fields as they read them, by name; empty when they rejected
            the claim or are unsure.
        corrected: The claim as they corrected it, or None.
    """

    claim: str
    coder: str
    role: str
    verdict: str
    note: str
    fields: dict[str, str]
    corrected: api.Claim | None


class Confused(NamedTuple):
    """Two values that coders gave of the same claim.

    Attributes:
        one: The one, the first by letters.
        other: The other.
        claims: On how many claims.
    """

    one: str
    other: str
    claims: int


class Pair(NamedTuple):
    """Two coders, and how often they agree on a whole claim.

    Attributes:
        one: The one, the first by letters.
        other: The other.
        same: Claims that they read alike in every field.
        coded: Claims that both reviewed.
    """

    one: str
    other: str
    same: int
    coded: int

    @property
    def percent(self) -> float:
        """Share of the claims that they read alike, in per cent."""
        return 100 * self.same / self.coded


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far coders agree on one field.

    Attributes:
        field: Name of the field.
        alpha: Krippendorff's alpha for nominal values, or None where undefined.
        same: Claims on which all who coded it agree.
        coded: Claims that two coders or more coded.
        confused: What is taken for what, the most frequent first.
    """

    field: str
    alpha: float | None
    same: int
    coded: int
    confused: tuple[Confused, ...] = ()

    @property
    def percent(self) -> float | None:
        """Share of the claims on which all agree, in per cent; None without any."""
        return 100 * self.same / self.coded if self.coded else None


def codings(view: Any) -> dict[str, list[Coding]]:  # noqa: ANN401 - a view of the ledger
    """Return each coder's last review of the claims that two or more reviewed.

    Whoever decides between two who have reviewed a claim does not code it anew, and
    counts for no agreement.
    """
    by_claim: dict[str, dict[str, Any]] = {}
    for entry in view.judgements(type_="review"):
        said = by_claim.setdefault(entry.judgement.target, {})
        author, others = entry.stamp.author, said.keys() - {entry.stamp.author}
        decides = entry.role.value in DECIDING and len(others) > 1
        if not decides or entry.judgement.verdict.value == WITHDRAWN:
            said[author] = entry
    coded = {
        key: [e for e in said.values() if e.judgement.verdict.value != WITHDRAWN]
        for key, said in by_claim.items()
    }
    return {
        key: [_coding(view, entry) for entry in entries]
        for key, entries in coded.items()
        if len(entries) > 1
    }


def _coding(view: Any, entry: Any) -> Coding:  # noqa: ANN401 - of the api
    judgement = entry.judgement
    verdict = judgement.verdict.value
    claim = judgement.corrected
    if claim is None and verdict == "accepted":
        claim = view.original(judgement.target)
    return Coding(
        judgement.target,
        entry.stamp.author,
        entry.role.value,
        verdict,
        judgement.note,
        {} if claim is None else fields_of(claim),
        judgement.corrected,
    )


def agreements(coded: Iterable[Sequence[Coding]]) -> list[Agreement]:
    """Return how far coders agree, field by field."""
    units = list(coded)
    coders = sorted({coding.coder for unit in units for coding in unit})
    return [_agreement(field, units, coders) for field in FIELDS]


def pairs(coded: Iterable[Sequence[Coding]]) -> list[Pair]:
    """Return how often each two coders agree, those who agree least first."""
    same: Counter[tuple[str, str]] = Counter()
    both: Counter[tuple[str, str]] = Counter()
    for unit in coded:
        for one, other in combinations(sorted(unit, key=lambda c: c.coder), 2):
            names = (one.coder, other.coder)
            both[names] += 1
            same[names] += all(value_of(one, f) == value_of(other, f) for f in FIELDS)
    found = [Pair(*names, same[names], number) for names, number in both.items()]
    return sorted(found, key=lambda pair: (pair.percent, pair))


def differing(coded: Mapping[str, Sequence[Coding]]) -> dict[str, set[str]]:
    """Return the fields in which coders of each claim differ, by its key."""
    return {
        key: {f for f in FIELDS if len({value_of(c, f) for c in said} - {None}) > 1}
        for key, said in coded.items()
    }


def value_of(coding: Coding, field: str) -> str | None:
    """Return what a coder says of a field, or None where they say nothing."""
    return coding.verdict if field == "verdict" else coding.fields.get(field)


def _agreement(
    field: str, units: Sequence[Sequence[Coding]], coders: Sequence[str]
) -> Agreement:
    # They take a third of a second to import, and most days nobody asks for them.
    import krippendorff  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

    numbers: dict[str, int] = {}
    table = np.full((len(coders), len(units)), np.nan)
    same = coded = 0
    confused: Counter[tuple[str, str]] = Counter()
    for column, unit in enumerate(units):
        said = {c.coder: v for c in unit if (v := value_of(c, field)) is not None}
        for coder, value in said.items():
            row = coders.index(coder)
            table[row, column] = numbers.setdefault(value, len(numbers))
        if len(said) > 1:
            coded += 1
            same += len(set(said.values())) == 1
            confused.update(combinations(sorted(set(said.values())), 2))
    alpha = None
    if coded and len(numbers) > 1:
        alpha = float(
            krippendorff.alpha(reliability_data=table, level_of_measurement="nominal")
        )
    most = sorted(confused.items(), key=lambda one: (-one[1], one[0]))
    taken = tuple(Confused(*values, number) for values, number in most)
    return Agreement(field, alpha, same, coded, taken)
