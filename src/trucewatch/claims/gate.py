"""The grounding gate: no claim whose words, figures or hedges the document lacks.

Whoever proposes a claim (the rules, a model, a person) passes here. The quote must
stand in the document, exactly or under the declared foldings; and every number, unit,
place, speaker, time, negation and hedge of the fields must be found in the quote or in
a span the claim declares. What fails is a gap with its reason, never a claim.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trucewatch.claims.claim import Claim
from trucewatch.claims.draft import Draft
from trucewatch.claims.folding import POLICY, fold_text, locate
from trucewatch.claims.reader import READER
from trucewatch.documents.document import Document
from trucewatch.reading.counts import Count, unit_words
from trucewatch.reading.governing import Governing, counted_unit, governing_acts
from trucewatch.reading.hedges import Hedge, HedgeKind, find_hedges
from trucewatch.reading.numbers import Number, find_numbers
from trucewatch.reading.reading import Reading
from trucewatch.reading.sentences import Form
from trucewatch.reading.tokens import tokenise
from trucewatch.values.gaps import Gap, GapKind
from trucewatch.values.quantities import Quantity
from trucewatch.values.spans import Span
from trucewatch.values.stances import Assertion, Grounding, Polarity, TimeBasis

CLOSE = 1e-5  # relative difference the rounding of a conversion may make


def admit(
    drafts: Sequence[Draft], document: Document
) -> tuple[tuple[Claim, ...], tuple[Gap, ...]]:
    """Make claims of drafts whose words stand where they say.

    Args:
        drafts: What the subjects propose, in order.
        document: The document they read.

    Returns:
        The claims, and a gap for each draft refused. A part whose total was refused
        stays, without the link.
    """
    made: list[Claim | None] = []
    gaps: list[Gap] = []
    for draft in drafts:
        claim = _claim_of(draft, document, made)
        why = next(misquoted(claim, document.text), None)
        if why is None:
            made.append(claim)
        else:
            made.append(None)
            gaps.append(_refused(claim, document, why))
    seen: dict[str, Claim] = {c.key: c for c in made if c is not None}
    return tuple(seen.values()), tuple(gaps)


def _claim_of(draft: Draft, document: Document, made: Sequence[Claim | None]) -> Claim:
    total = None
    if draft.whole is not None and draft.whole < len(made):
        total = made[draft.whole]
    return Claim(
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
        part_of=None if total is None else total.key,
        variant=draft.variant,
        reader=READER,
        rule=draft.rule,
        grounding=Grounding.EXACT,
        policy=POLICY,
        grounds=draft.grounds,
    )


def _refused(claim: Claim, document: Document, why: str) -> Gap:
    return Gap(
        GapKind.UNGROUNDED,
        document.source_file or "",
        document.key,
        claim.span,
        claim.quote[:200],
        f"{claim.kind} refused: {why}",
    )


def misquoted(claim: Claim, text: str) -> Iterator[str]:
    """Yield what a claim's spans and words disagree on; cheap, for every claim."""
    if claim.span.end > len(text):
        yield "the span ends after the document"
    elif claim.span.of(text) != claim.quote:
        yield "the quote differs from the words at its span"
    for what, words, span in _spoken(claim):
        if span is not None and span.of(text) != words:
            yield f"the {what} {words!r} does not stand at its span"


def _spoken(claim: Claim) -> Iterator[tuple[str, str | None, Span | None]]:
    """Yield each part of a claim that has words of its own, with where they stand."""
    if claim.quantity is not None:
        yield "number", claim.quantity.text, claim.quantity.span
    for place in claim.places:
        yield "place", place.text, place.span
    for link in claim.chain:
        yield "speaker", link.text, link.span
    for role in claim.roles:
        yield role.role, role.text, role.span
    yield "time", claim.time.text, claim.time.span


def propose(
    claim: Claim, reading: Reading, *, reader: str
) -> tuple[Claim | None, Gap | None]:
    """Let a claim proposed from outside in, or say why not.

    The quote is looked for near the proposed span; the fields are then held against the
    document's own reading.

    Args:
        claim: What a model or a person proposes; its span may be off, its quote not.
        reading: The reading of the document it is about.
        reader: Name and version of who proposes.

    Returns:
        The claim as admitted, with exact span, grounding and policy, or the gap.
    """
    document = reading.document
    found = locate(claim.quote, document.text, near=claim.span.start)
    if found is None:
        return None, _refused(
            claim, document, "the quote does not occur in the document"
        )
    span, grounding = found
    admitted = replace(
        claim,
        document=document.key,
        span=span,
        quote=span.of(document.text),
        reader=reader,
        grounding=grounding,
        policy=POLICY,
        key="",
    )
    why = next(unsupported(admitted, reading), None)
    if why is not None:
        return None, _refused(admitted, document, why)
    return admitted, None


def unsupported(claim: Claim, reading: Reading) -> Iterator[str]:
    """Yield the fields of a claim that the document's words do not support."""
    text = reading.document.text
    yield from misquoted(claim, text)
    if claim.quantity is not None:
        yield from _number_unsupported(claim, claim.quantity, reading)
    yield from _names_unsupported(claim, text)
    yield from _time_unsupported(claim, reading)
    yield from _stance_unsupported(claim, reading)


def _declared(claim: Claim) -> list[Span]:
    """Return the stretches whose words may support a claim's fields."""
    return [claim.span, *(span for _name, span in claim.grounds)]


def _number_unsupported(
    claim: Claim, quantity: Quantity, reading: Reading
) -> Iterator[str]:
    text = reading.document.text
    if not any(part.contains(quantity.span) for part in _declared(claim)):
        yield "the number stands outside the quote and the declared grounds"
        return
    read = _number_at(quantity.span, reading)
    if read is None:
        yield f"no number is written at {quantity.text!r}"
        return
    factors = {1.0} | {
        factor
        for kept, factor in unit_words().convert.values()
        if kept == quantity.unit
    }
    if not any(_same(quantity, read, factor) for factor in factors):
        yield f"the document says {text[read.span.start : read.span.end]!r}"
    if quantity.quantifier is not read.quantifier:
        yield f"the number is {read.quantifier.value}, not {quantity.quantifier.value}"
    known = [c for c in reading.counts if c.number.span.touches(quantity.span)]
    if known and not any(_fits(quantity.unit, c, claim, reading) for c in known):
        yield f"what is counted there is {known[0].unit}, not {quantity.unit}"


def _number_at(span: Span, reading: Reading) -> Number | None:
    for number in (c.number for c in reading.counts):
        if number.span.touches(span):
            return number
    for number in reading.unresolved:
        if number.span.touches(span):
            return number
    piece = span.of(reading.document.text)
    return next(iter(find_numbers(piece, tokenise(piece))), None)


def _same(quantity: Quantity, number: Number, factor: float) -> bool:
    for ours, theirs in (
        (quantity.value, number.value),
        (quantity.low, number.low),
        (quantity.high, number.high),
    ):
        if (ours is None) != (theirs is None):
            return False
        if ours is not None and theirs is not None:
            wanted = float(theirs) * factor
            if abs(float(ours) - wanted) > CLOSE * max(abs(wanted), 1e-9):
                return False
    return True


def _fits(unit: str, count: Count, claim: Claim, reading: Reading) -> bool:
    """Say whether a unit is what the text counts there, by fate or factor.

    Persons are what the nearest act says befell them; only where no act is near may a
    list's intro say it. A bare number is what the count it stands for is.
    """
    words = unit_words()
    near = counted_unit(count, _governing(count, reading))
    converted = words.convert.get(count.unit, ("", 0.0))[0]
    if unit in (near, converted):
        return True
    if count.whole is not None and _fits(
        unit, reading.counts[count.whole], claim, reading
    ):
        return True
    act = words.of_unit.get(unit)
    if near != count.unit or count.unit not in words.groups_of_people or act is None:
        return False
    return _says(act, claim, reading)


def _governing(count: Count, reading: Reading) -> list[Governing]:
    return governing_acts(
        count,
        reading.sentences[count.sentence],
        reading.tokens,
        reading.acts,
        [act.first for act in reading.acts],
        {c.number.first for c in reading.counts},
    )


def _says(act: str, claim: Claim, reading: Reading) -> bool:
    """Say whether the intro or heading of the list a claim stands in names an act."""
    sentences = reading.sentences
    own = next((s for s in sentences if s.span.touches(claim.span)), None)
    if own is None or own.form not in (Form.ITEM, Form.ROW):
        return False
    for sentence in reversed([s for s in sentences if s.after <= own.first]):
        if sentence.form in (Form.INTRO, Form.HEADING, Form.TITLE):
            return any(
                act in a.classes
                for a in reading.acts
                if sentence.first <= a.first < sentence.after
            )
    return False


def _names_unsupported(claim: Claim, text: str) -> Iterator[str]:
    whole = fold_text(text).text
    for place in claim.places:
        if fold_text(place.text).text not in whole:
            yield f"the place {place.text!r} is not in the document"
    for link in claim.chain:
        if link.part == "publisher" or link.text is None:
            continue
        if fold_text(link.text).text not in whole:
            yield f"the speaker {link.text!r} is not in the document"
    for role in claim.roles:
        if fold_text(role.text).text not in whole:
            yield f"the {role.role} {role.text!r} is not in the document"


def _time_unsupported(claim: Claim, reading: Reading) -> Iterator[str]:
    time = claim.time
    if time.start is None and time.end is None:
        return
    if time.basis is TimeBasis.STATED and time.span is None:
        yield "a stated time needs the words that state it"
    if time.span is None:
        return
    known = [t for t in reading.times if t.span.touches(time.span)]
    days = {str(d)[:10] for t in known for d in (t.start, t.end) if d is not None}
    anchor = str(reading.anchor)[:10]
    for day in (time.start, time.end):
        if day is None or not known or day[:10] in days or day[:10] == anchor:
            continue
        if claim.quantity is not None and claim.quantity.unit in _LENGTHS:
            continue  # reckoned from the length
        yield f"the document's {time.text!r} is not {day}"


_LENGTHS = frozenset(("hours", "days", "weeks", "months", "minutes", "years"))
_DISTANCED = {
    HedgeKind.ALLEGATION: "alleged",
    HedgeKind.UNCONFIRMED: "unconfirmed",
    HedgeKind.DENIAL: "denied",
    HedgeKind.PLAN: "planned",
    HedgeKind.CONDITION: "conditional",
}


def _stance_unsupported(claim: Claim, reading: Reading) -> Iterator[str]:
    at = claim.span.start if claim.quantity is None else claim.quantity.span.start
    for _name, span in claim.grounds:
        if claim.quantity is None and claim.span.contains(span):
            at = span.start
    around = _hedges_at(at, reading)
    reaching = [h for h in around if h.cue.start != at]
    negated = sum(h.kind is HedgeKind.NEGATION for h in reaching) % 2 == 1
    spent = claim.variant == "exclusion"  # "does not apply": its "not" is the kind's
    if not spent and negated != (claim.polarity is Polarity.NEGATED):
        yield (
            "the document negates it" if negated else "the document does not negate it"
        )
    if claim.assertion is Assertion.ASSERTED:
        # "Accused" may be what is told; "no confirmation" leaves it open even so.
        own = [h for h in around if h.kind is HedgeKind.UNCONFIRMED]
        for hedge in dict.fromkeys((*reaching, *own)):
            if hedge.kind in _DISTANCED:
                words = hedge.cue.of(reading.document.text)
                yield f"the document hedges it with {words!r}"


def _hedges_at(at: int, reading: Reading) -> list[Hedge]:
    for sentence in reading.sentences:
        if sentence.span.start <= at < sentence.span.end:
            found = find_hedges(reading.tokens, sentence)
            return [h for h in found if h.scope.start <= at < h.scope.end]
    return []
