"""The twelve subjects: one name each, in every room.

Each module owns claim types and says, as ``refine(draft, scene)``, what more a draft of
its types tells or why it is none of them.
"""

from collections.abc import Callable

from trucewatch.claims.draft import Draft
from trucewatch.claims.scene import Scene
from trucewatch.claims.subjects import (
    aid,
    areas,
    casualties,
    designations,
    drafts,
    forces,
    incidents,
    instruments,
    monitoring,
    parties,
    reconciliations,
    talks,
)

Refine = Callable[[Draft, Scene], Draft | None]

_OWNERS: dict[str, Refine] = {
    "INS": instruments.refine,
    "PTY": parties.refine,
    "DES": designations.refine,
    "ARE": areas.refine,
    "REC": reconciliations.refine,
    "INC": incidents.refine,
    "DET": incidents.refine,
    "MON": monitoring.refine,
    "CAS": casualties.refine,
    "HUM": aid.refine,
    "TLK": talks.refine,
    "COO": talks.refine,
    "POL": talks.refine,
    "STA": talks.refine,
    "DOC": drafts.refine,
    "FRC": forces.refine,
}


def refine(draft: Draft, scene: Scene) -> Draft | None:
    """Let the subject that owns a draft's type refine it, or drop it with None."""
    return _OWNERS[draft.kind.split(".", 1)[0]](draft, scene)
