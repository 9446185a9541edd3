"""Runs the subjects over one reading: Reading → claims, and what was left out."""

from array import array
from typing import NamedTuple

from trucewatch.claims.asserting import Asserting
from trucewatch.claims.claim import Claim
from trucewatch.claims.counting import Counting
from trucewatch.claims.draft import Draft
from trucewatch.claims.gate import admit
from trucewatch.claims.losses import losses
from trucewatch.claims.mutual import both_ways
from trucewatch.claims.scene import Scene
from trucewatch.claims.statements import Statements
from trucewatch.claims.subjects import refine
from trucewatch.reading.reading import Reading
from trucewatch.values.gaps import Gap


class Extraction(NamedTuple):
    """What one reading yields.

    Attributes:
        claims: Claims the gate let through, in the order of the text.
        gaps: What was seen and not used: the document's part of the loss account.
    """

    claims: tuple[Claim, ...]
    gaps: tuple[Gap, ...]


def extract_claims(reading: Reading) -> Extraction:
    """Return the claims of a reading and what a reader might miss."""
    claims, refused = admit(_drafted(reading), reading.document)
    return Extraction(claims, (*refused, *losses(reading, claims)))


def _drafted(reading: Reading) -> list[Draft]:
    """Return all that is proposed; what it was found with is needed no longer."""
    scene = Scene(reading)
    drafts = list(Counting(scene).drafts())
    drafts += Statements(scene, drafts).drafts()
    asserting = Asserting(scene)
    return _refined([asserting.decided(draft) for draft in drafts], scene)


def _refined(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Let each subject refine its drafts; parts follow their totals to new places."""
    kept: list[Draft] = []
    moved = array("l")  # where each draft has gone, -1 for nowhere
    for draft in drafts:
        refined = refine(draft, scene)
        moved.append(-1 if refined is None else len(kept))
        if refined is None:
            continue
        whole = None if refined.whole is None else moved[refined.whole]
        whole = None if whole == -1 else whole
        moved_on = whole != refined.whole
        refined = refined._replace(whole=whole) if moved_on else refined
        kept.extend(both_ways(refined, scene))
    return kept
