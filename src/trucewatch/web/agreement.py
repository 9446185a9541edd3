"""Agreement: what several coders say of the same claims, field by field.

Krippendorff's alpha is computed by the library ``krippendorff``: 1 is full agreement, 0
is what chance would give. It is not defined where all say the same everywhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from trucewatch import api
from trucewatch.web.correcting import fields_of

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


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far coders agree on one field.

    Attributes:
        field: Name of the field.
        alpha: Krippendorff's alpha for nominal values, or None where undefined.
        same: Claims on which all who coded it agree.
        coded: Claims that two coders or more coded.
    """

    field: str
    alpha: float | None
    same: int
    coded: int


def codings(view: Any) -> dict[str, list[Coding]]:  # noqa: ANN401 - a view of the ledger
    """Return each coder's last review of the claims that two or more reviewed."""
    last: dict[tuple[str, str], Any] = {}
    for entry in view.judgements(type_="review"):
        last[entry.judgement.target, entry.stamp.author] = entry
    by_claim: dict[str, list[Any]] = {}
    for (key, _), entry in last.items():
        if entry.judgement.verdict.value != "withdrawn":
            by_claim.setdefault(key, []).append(entry)
    return {
        key: [_coding(view, entry) for entry in entries]
        for key, entries in by_claim.items()
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
    for column, unit in enumerate(units):
        said = {c.coder: v for c in unit if (v := value_of(c, field)) is not None}
        for coder, value in said.items():
            row = coders.index(coder)
            table[row, column] = numbers.setdefault(value, len(numbers))
        if len(said) > 1:
            coded += 1
            same += len(set(said.values())) == 1
    alpha = None
    if coded and len(numbers) > 1:
        alpha = float(
            krippendorff.alpha(reliability_data=table, level_of_measurement="nominal")
        )
    return Agreement(field, alpha, same, coded)
