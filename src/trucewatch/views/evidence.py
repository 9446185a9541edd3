"""Evidence: from a claim back to the words it came from and to who said them."""

from dataclasses import dataclass

from trucewatch.claims.claim import Claim
from trucewatch.documents.document import Document
from trucewatch.values.stances import Assertion, Polarity, Voice
from trucewatch.views.wording import place_text, speaker_text, time_text

CONTEXT = 160  # characters shown at most before and after a quote
_VOICES = {
    Voice.OWN: "in the publisher's own voice",
    Voice.DIRECT: "quoted directly",
    Voice.INDIRECT: "reported indirectly",
    Voice.HEADLINE: "in the headline",
    Voice.LINKED_HEADLINE: "in the title of a linked article",
    Voice.CAPTION: "in a caption",
    Voice.EMBEDDED: "in an embedded post",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """All a reader needs to check one claim.

    Attributes:
        claim: Key of the claim.
        quote: The words, exactly.
        before: Words of the document before the quote, from a word's beginning.
        after: Words after it.
        speaker: Who vouches for it last.
        chain: Everyone in the chain, publisher first, with the reporting words.
        stance: How it is said: voice, and assertion and negation where they matter.
        file: File the document was read from.
        span: Where the quote stands in the document's text.
        published: When the document was published, or "date not known".
        about: When the claim is about, or None.
        place: Where the claim is about, or None.
        rule: What read it, and which rule fired.
    """

    claim: str
    quote: str
    before: str
    after: str
    speaker: str
    chain: str
    stance: str
    file: str
    span: tuple[int, int]
    published: str
    about: str | None
    place: str | None
    rule: str


def evidence_of(claim: Claim, document: Document | None) -> Evidence:
    """Return the evidence of a claim.

    Args:
        claim: The claim.
        document: The document it was read from; without it there is no context.
    """
    before, after = ("", "") if document is None else _around(claim, document.text)
    published = document.published if document else None
    return Evidence(
        claim=claim.key,
        quote=claim.quote,
        before=before,
        after=after,
        speaker=speaker_text(claim),
        chain=_chain(claim),
        stance=_stance(claim),
        file=claim.source_file or claim.document,
        span=(claim.span.start, claim.span.end),
        published=str(published) if published else "date not known",
        about=time_text(claim.time),
        place=place_text(claim),
        rule=f"{claim.reader}, {claim.rule}".strip(", "),
    )


def _around(claim: Claim, text: str) -> tuple[str, str]:
    """Return the words before and after the quote, within its paragraph."""
    start, end = claim.span.start, claim.span.end
    before = text[max(0, start - CONTEXT) : start].rpartition("\n")[2]
    after = text[end : end + CONTEXT].partition("\n")[0]
    if len(before) == CONTEXT:  # cut inside a line: begin with a whole word
        before = "…" + before.partition(" ")[2]
    if len(after) == CONTEXT:
        after = after.rpartition(" ")[0] + "…"
    return before, after


def _chain(claim: Claim) -> str:
    links = []
    for link in claim.chain:
        name = link.text or link.id or "unattributed"
        links.append(f"{name} ({link.cue})" if link.cue else name)
    return " → ".join(links) or "unattributed"


def _stance(claim: Claim) -> str:
    words = [_VOICES[claim.voice]]
    if claim.assertion is not Assertion.ASSERTED:
        words.append(claim.assertion.replace("_", " "))
    if claim.polarity is Polarity.NEGATED:
        words.append("negated")
    return ", ".join(words)
