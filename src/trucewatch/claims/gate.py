"""The grounding gate: no claim whose words and figures the document does not hold."""

from collections.abc import Sequence

from trucewatch.claims.claim import Claim
from trucewatch.claims.draft import Draft
from trucewatch.documents.document import Document
from trucewatch.values.gaps import Gap
from trucewatch.values.stances import Grounding

READER = "rules 0.1.0"
POLICY = "exact"


def admit(
    drafts: Sequence[Draft], document: Document
) -> tuple[tuple[Claim, ...], tuple[Gap, ...]]:
    """Return claims."""
    made: list[Claim] = []
    for draft in drafts:
        whole = None
        if draft.whole is not None and draft.whole < len(made):
            whole = made[draft.whole].key
        made.append(
            Claim(
                document=document.key,
                source_file=document.source_file,
                span=draft.span,
                quote=draft.span.of(document.text),
                kind=draft.kind,
                voice=draft.voice,
                polarity=draft.polarity,
                assertion=draft.assertion,
                tense=draft.tense,
                chain=draft.chain,
                roles=draft.roles,
                places=draft.places,
                time=draft.time,
                quantity=draft.quantity,
                counter=draft.counter,
                instrument=draft.instrument,
                part_of=whole,
                variant=draft.variant,
                reader=READER,
                rule=draft.rule,
                grounding=Grounding.EXACT,
                policy=POLICY,
                grounds=draft.grounds,
            )
        )
    return tuple(made), ()
