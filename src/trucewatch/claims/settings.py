"""The setting of a figure: what its line, page and times say; size and length."""

from collections.abc import Iterator, Sequence
from math import floor, log10

from trucewatch.claims.claim import Vouching
from trucewatch.claims.scene import Scene
from trucewatch.claims.timing import Chosen
from trucewatch.reading.counts import Count, unit_words
from trucewatch.reading.reading import Reading
from trucewatch.reading.sentences import Sentence
from trucewatch.values.quantities import Number, Quantity, whole
from trucewatch.values.stances import Aggregation

_GAPS = (4, 20, 60)  # bounds of the classes of distance, in characters
_PARAGRAPHS, _TIMES, _DIGITS, _LINKS = 3, 3, 5, 3


def setting_of(
    scene: Scene,
    index: int,
    chosen: Chosen | None,
    chain: Sequence[Vouching],
    heading: Sentence | None,
    total: str | None,
) -> Iterator[str]:
    """Yield the names of what surrounds a figure.

    Args:
        scene: The scene.
        index: Which of the reading's counts it is.
        chosen: The time expression it takes by the rules, or None.
        chain: Who vouches for it.
        heading: The nearest line above that is one, or None.
        total: Over what the total is counted that it is a part of, or None.
    """
    reading, periodic = scene.reading, scene.periodic
    count = reading.counts[index]
    sentence = reading.sentences[count.sentence]
    size = _size(count)
    yield f"size={size}"
    yield f"size={size}+unit={count.unit}"
    yield f"paragraph={min(sentence.paragraph, _PARAGRAPHS)}"
    yield f"opens={count.sentence == 0}"
    times = scene.timing.named_in(sentence.span)
    yield f"times={min(len(times), _TIMES)}"
    yield from sorted({f"relation={time.relation.value}" for time in times})
    yield from _of_time(reading, count, chosen, periodic=periodic)
    yield from _of_heading(reading, heading)
    links = min(len(chain), _LINKS)
    yield f"links={links}"
    yield f"links={links}+periodic={periodic}"
    yield f"page={chain[0].id is not None}"
    for near in scene.governing(index)[:2]:
        yield from (f"act={name}" for name in near.act.classes)
    if total is not None:
        yield f"total={total}+how={count.how}"


def _size(count: Count) -> int:
    """Return how many digits a figure has; totals are longer than incidents."""
    number = count.number
    value = number.value or number.high or number.low
    if not value:
        return 0
    return min(floor(log10(value)) + 1, _DIGITS) if value > 1 else 1


def _of_time(
    reading: Reading, count: Count, chosen: Chosen | None, *, periodic: bool
) -> Iterator[str]:
    if chosen is None or not chosen.own:
        above = "none" if chosen is None else chosen.time.kind.value
        yield f"above={above}"
        yield f"above={above}+periodic={periodic}"
        if chosen is not None:
            time = chosen.time
            yield f"above={above}.{time.relation.value}.{time.precision.value}"
        return
    time = chosen.time
    span = reading.tokens.span(count.first, count.after)
    first, second = sorted((span, time.span))
    gap = sum(second.start - first.end >= bound for bound in _GAPS)
    side = "right" if time.span.start >= span.start else "left"
    yield f"gap={side}{gap}"
    yield f"gap={side}{gap}+relation={time.relation.value}"
    yield f"unit={count.unit}+relation={time.relation.value}"
    yield from (f"said={word}" for word in time.text.lower().split() if word.isalpha())


def _of_heading(reading: Reading, heading: Sentence | None) -> Iterator[str]:
    """Yield the plain words of a heading."""
    if heading is not None:
        words = reading.tokens.text[heading.first : heading.after]
        plain = {word for word in words if word.islower() and word.isalpha()}
        yield from (f"heading={word}" for word in sorted(plain))


_DAYS = {
    "minutes": 1 / 1440,
    "hours": 1 / 24,
    "days": 1.0,
    "weeks": 7.0,
    "months": 30.4,
    "years": 365.0,
}


def length_of(count: Count, unit: str) -> float | None:
    """Return the length in days a count of time units names."""
    days = _DAYS.get(unit)
    amount = count.number.value or count.number.high or count.number.low
    if days is None or amount is None:
        return None
    return float(amount) * days


def quantity_of(
    count: Count, unit: str, aggregation: Aggregation, text: str
) -> Quantity:
    """Return a count as the quantity of a claim, in the unit that is kept."""
    number = count.number
    kept, factor = unit_words().convert.get(unit, (unit, 1.0))

    def scaled(value: Number | None) -> Number | None:
        return None if value is None else whole(value * factor)

    return Quantity(
        value=scaled(number.value),
        low=scaled(number.low),
        high=scaled(number.high),
        quantifier=number.quantifier,
        unit=kept,
        aggregation=aggregation,
        text=number.span.of(text),
        span=number.span,
    )
