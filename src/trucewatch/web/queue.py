"""The review queue: claims nobody has decided on, narrowed down as one likes.

A queue never reads the whole ledger: it walks over unread claims in the order of
documents and text, and reads so many of them until it has enough that fit.
"""

import itertools
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from trucewatch import api
from trucewatch.values.stances import Grounding, TimeBasis

PORTION = 60
MOST_READ = 2_000

FILTERS = {
    "number": "with a number",
    "new_actor": "naming somebody no theatre knows",
    "contested": "in a contradiction",
    "unplaced": "with a place not resolved",
    "inferred": "with something inferred",
    "unsure": "left as unsure",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a queue is narrowed down to; empty does not matter.

    Attributes:
        kind: Claim type or family.
        speaker: Who vouches.
        document: Key of a document.
        rule: Rule that read it.
        theatre: Name of the theatre of its document.
        only: One of ``FILTERS``.
    """

    kind: str = ""
    speaker: str = ""
    document: str = ""
    rule: str = ""
    theatre: str = ""
    only: str = ""


def reviews(view: Any) -> dict[str, str]:  # noqa: ANN401 - a view of the ledger
    """Return the verdict that counts, by the key of each claim reviewed."""
    targets = {e.judgement.target for e in view.judgements(type_="review")}
    found = {key: view.review(key) for key in targets}
    return {key: review.verdict.value for key, review in found.items() if review}


def queue(
    rows: Iterable[Any],
    view: Any,  # noqa: ANN401 - a view of the ledger
    wanted: Wanted,
    *,
    contested: Collection[str] = (),
    theatres: Mapping[str, str] | None = None,
    size: int = 50,
) -> list[api.Claim]:
    """Return the first claims of the queue, read.

    Args:
        rows: Claims in order, still unread.
        view: What reads them, and knows what was decided.
        wanted: What they are narrowed down to.
        contested: Keys of claims in a contradiction.
        theatres: The theatre of each document, by its key.
        size: How many are wanted.
    """
    verdicts = reviews(view)
    of = theatres or {}
    open_to = {"unsure"} if wanted.only == "unsure" else {""}
    fitting = (
        row
        for row in rows
        if verdicts.get(row.key, "") in open_to
        and (not wanted.kind or wanted.kind in {row.kind, row.kind.partition(".")[0]})
        and (not wanted.speaker or row.speaker == wanted.speaker)
        and (not wanted.document or row.document == wanted.document)
        and (not wanted.theatre or of.get(row.document) == wanted.theatre)
        and (wanted.only != "contested" or row.key in contested)
    )
    found: list[api.Claim] = []
    read = 0
    while read < MOST_READ and len(found) < size:
        portion = list(itertools.islice(fitting, PORTION))
        if not portion:
            break
        read += len(portion)
        found += [claim for claim in view.readings(portion) if _fits(claim, wanted)]
    return found[:size]


def _fits(claim: api.Claim, wanted: Wanted) -> bool:
    if wanted.rule and claim.rule != wanted.rule:
        return False
    match wanted.only:
        case "number":
            return claim.quantity is not None
        case "inferred":
            unquoted = claim.grounding is not Grounding.EXACT
            return unquoted or claim.time.basis is TimeBasis.INFERRED
        case "unplaced":
            return any(place.id is None for place in claim.places)
        case "new_actor":
            unknown = [role.id for role in claim.roles if role.role == "actor"]
            unknown += [link.id for link in claim.chain[-1:]]
            return None in unknown
        case _:
            return True
