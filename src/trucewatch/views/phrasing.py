"""Claims and findings as sentences of a brief, in neutral words."""

import functools
import re
from collections.abc import Callable, Sequence
from importlib import resources

import yaml

from trucewatch.claims.claim import Claim
from trucewatch.documents.document import Document
from trucewatch.values.quantities import Number
from trucewatch.values.stances import Polarity, TimeBasis
from trucewatch.views.brief import (
    Part,
    Sentence,
    figure,
    name,
    note,
    quote,
    when,
    words,
)
from trucewatch.views.findings import Comparison
from trucewatch.views.wording import (
    number_text,
    place_text,
    plain_number,
    speaker_text,
    time_text,
)

EXCERPT = 240  # characters of a document shown in a sentence at most
_END_OF_SENTENCE = re.compile(r"[.!?][\"”’)]?\s|\n")
_PIECE = re.compile(
    r"“(?P<quoted>[^”]*)”"
    r"|(?P<date>\b\d{4}-\d{2}(?:-\d{2})?\b)"
    r"|(?P<number>(?<![\w.])\d(?:[\d,]*\d)?(?:\.\d+)?(?!\w))"
)


@functools.cache
def phrases() -> dict[str, dict[str, str]]:
    """Return the words of the brief by their list and key (``phrases.yaml``)."""
    source = resources.files("trucewatch.views").joinpath("phrases.yaml")
    loaded: dict[str, dict[str, str]] = yaml.safe_load(source.read_text("utf-8"))
    return loaded


Label = Callable[[str], str]
"""Gives the neutral label of an identifier; an unknown one is its own label."""


def claim_sentence(
    claims: Sequence[Claim],
    document: Document | None,
    *,
    label: Label,
    disputed: bool = False,
) -> Sentence:
    """Return what one speaker says, once, with the evidence of every time it is said.

    Args:
        claims: Claims that say the same; the first one gives the words.
        document: Document of the first one, for the words around the quote.
        label: Gives the neutral label of who speaks.
        disputed: Whether another claim speaks against it.
    """
    claim = claims[0]
    parts = [speaker(claim, label), words(_stance(claim))]
    amount, around = _amount(claim), _circumstances(claim)
    parts += [words(": "), *amount, *around] if amount else [*around, words(":")]
    parts += [words(" "), quote(excerpt(claim, document), claim.key)]
    if disputed:
        parts.append(words(" (disputed)"))
    return (*parts, *(note(each.key) for each in claims))


def speaker(claim: Claim, label: Label) -> Part:
    """Return who vouches, by neutral label where a theatre has one.

    A description that a text uses for somebody ("the regime's minister") is that text's
    own wording and stands in quotation marks.
    """
    last = claim.chain[-1] if claim.chain else None
    if last is not None and last.id is not None and label(last.id) != last.id:
        return name(label(last.id))
    written = speaker_text(claim)
    if last is not None and last.part != "publisher" and written[:1].islower():
        return quote(written, claim.key)
    return name(written)


def _stance(claim: Claim) -> str:
    stance = phrases()["assertions"][claim.assertion]
    negated = "in the negative" if claim.polarity is Polarity.NEGATED else ""
    return "".join(f", {word}" for word in (stance, negated) if word)


def says_the_same(claim: Claim) -> tuple[object, ...]:
    """Return what two claims share when one sentence is enough for both."""
    quantity = claim.quantity
    if quantity is None:
        return (claim.key,)
    amount = (quantity.value, quantity.low, quantity.high, quantity.unit)
    about = (claim.time.start, claim.time.end, place_text(claim))
    stance = (claim.kind, claim.variant, claim.assertion, claim.polarity)
    return (speaker_text(claim), amount, about, stance, quantity.aggregation)


def excerpt(claim: Claim, document: Document | None) -> str:
    """Return the document's words of the sentence the claim stands in.

    The words are one stretch of the document and contain the quote; a stretch cut on
    either side says so with an ellipsis.
    """
    if document is None or len(claim.quote) >= EXCERPT:
        return claim.quote
    text, span = document.text, claim.span
    room = EXCERPT - len(claim.quote)
    first, last = _first(text, span.start, room), _last(text, span.end, room)
    cut_before = first > 0 and text[first - 1] not in " \n\t"
    if cut_before:  # begin with a whole word
        first = text.index(" ", first) + 1 if " " in text[first : span.start] else first
    cut_after = last < len(text) and text[last - 1] not in " \n\t"
    if cut_after and " " in text[span.end : last]:
        last = text.rindex(" ", span.end, last)
    return "…" * cut_before + text[first:last].strip() + "…" * cut_after


def _first(text: str, start: int, room: int) -> int:
    """Return where the sentence around ``start`` begins, at most ``room`` before."""
    least = max(0, start - room)
    breaks = [match.end() for match in _END_OF_SENTENCE.finditer(text, least, start)]
    return breaks[-1] if breaks else least


def _last(text: str, end: int, room: int) -> int:
    """Return where the sentence around ``end`` ends, at most ``room`` after."""
    most = min(len(text), end + room)
    stop = _END_OF_SENTENCE.search(text, end, most)
    return stop.end() if stop else most


def why_sentence(comparison: Comparison) -> Sentence:
    """Return why claims stand against each other; each number names a claim."""
    parts: list[Part] = []
    position = 0
    why = comparison.finding.why
    for match in _PIECE.finditer(why):
        parts.append(_plain(why[position : match.start()]))
        number, quoted = match["number"], match["quoted"]
        if quoted is not None:
            parts.append(quote(quoted, _saying(quoted, comparison)))
        elif number:
            parts.append(figure(number, _giving(number, comparison)))
        else:
            parts.append(when(match[0]))
        position = match.end()
    return (*parts, _plain(why[position:]))


def _plain(text: str) -> Part:
    """Return words, or a name where they hold a digit as names do ("T4")."""
    return name(text) if any(map(str.isdigit, text)) else words(text)


def _giving(number: str, comparison: Comparison) -> str:
    """Return the claim that gives a number; a computed one rests on the first."""
    for claim in comparison.claims:
        if number in map(plain_number, _numbers(claim)):
            return claim.key
    return comparison.claims[0].key


def _saying(quoted: str, comparison: Comparison) -> str:
    """Return the claim whose words are quoted; cut ones begin its words."""
    begins = quoted.removesuffix("…")
    for claim in comparison.claims:
        if " ".join(claim.quote.split()).startswith(begins):
            return claim.key
    return comparison.claims[0].key


def _numbers(claim: Claim) -> list[Number]:
    quantity = claim.quantity
    if quantity is None:
        return []
    return [n for n in (quantity.value, quantity.low, quantity.high) if n is not None]


def _amount(claim: Claim) -> list[Part]:
    quantity = claim.quantity
    if quantity is None:
        return []
    number = number_text(quantity) or quantity.text
    return [figure(number, claim.key), words(" "), name(quantity.unit)]


def _circumstances(claim: Claim) -> list[Part]:
    """Return over what, where and when, in brackets; nothing where nothing is known."""
    known: list[Part] = []
    if claim.quantity is not None:
        known.append(words(phrases()["aggregations"][claim.quantity.aggregation]))
    guessed = claim.time.basis is TimeBasis.INFERRED
    place, time = place_text(claim), time_text(claim.time, basis=guessed)
    if place:
        known.append(name(place))
    if time:
        known.append(when(time))
    if not known:
        return []
    parts = [words(" (")]
    for index, part in enumerate(known):
        parts += [words("; "), part] if index else [part]
    return [*parts, words(")")]
