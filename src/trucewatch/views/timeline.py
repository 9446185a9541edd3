"""The timeline: claims by the day they are about, in lanes of who says so.

Lanes are never merged: each speaker's account of a day stays that speaker's.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from trucewatch.claims.claim import Claim
from trucewatch.views.wording import number_text, speaker_text


@dataclass(frozen=True, slots=True)
class Moment:
    """A claim on the timeline.

    Attributes:
        start: First day it is about (ISO 8601, of partial precision), or None.
        end: Last day, or None.
        precision: How finely the time is known.
        basis: What the time rests on.
        claim: Key of the claim.
        kind: Its type.
        quote: Its words.
        number: Its number with its unit, or None.
    """

    start: str | None
    end: str | None
    precision: str
    basis: str
    claim: str
    kind: str
    quote: str
    number: str | None


@dataclass(frozen=True, slots=True)
class Lane:
    """Everything one speaker says, in the order of what it is about.

    Attributes:
        speaker: Identifier of the speaker, or their words.
        label: Name to show.
        moments: Their claims, by time; those without a date come last.
    """

    speaker: str
    label: str
    moments: tuple[Moment, ...]


def timeline(
    claims: Iterable[Claim], label: Callable[[str], str] = str
) -> tuple[Lane, ...]:
    """Return the lanes of a timeline, the fullest first.

    Args:
        claims: What to show.
        label: Gives the neutral label of an identifier.
    """
    lanes: dict[str, list[Claim]] = {}
    for claim in claims:
        lanes.setdefault(claim.speaker or "unattributed", []).append(claim)
    made = [
        Lane(
            speaker,
            label(speaker) if said[0].chain else speaker_text(said[0]),
            tuple(_moment(claim) for claim in sorted(said, key=_when)),
        )
        for speaker, said in lanes.items()
    ]
    return tuple(sorted(made, key=lambda lane: (-len(lane.moments), lane.speaker)))


def timeline_record(lane: Lane) -> dict[str, Any]:
    """Return a lane as the mapping that is printed as JSON."""
    moments = [
        {name: getattr(moment, name) for name in Moment.__slots__}
        for moment in lane.moments
    ]
    return {"speaker": lane.speaker, "label": lane.label, "moments": moments}


def _moment(claim: Claim) -> Moment:
    number = number_text(claim.quantity)
    unit = claim.quantity.unit if claim.quantity else ""
    return Moment(
        claim.time.start,
        claim.time.end,
        claim.time.precision.value,
        claim.time.basis.value,
        claim.key,
        claim.kind,
        claim.quote,
        None if number is None else f"{number} {unit}",
    )


def _when(claim: Claim) -> tuple[bool, str, str]:
    day = claim.time.start or claim.time.end
    return (day is None, day or "", claim.key)
