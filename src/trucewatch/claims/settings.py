"""The setting of a figure: what its line, page and times say; size and length."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
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
) -> list[str]:
    """Return the names of what surrounds a figure.

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
    size, links = _size(count), min(len(chain), _LINKS)
    times = scene.timing.named_in(sentence.span)
    found = [
        f"size={size}", f"size={size}+unit={count.unit}",
        f"paragraph={min(sentence.paragraph, _PARAGRAPHS)}",
        f"opens={count.sentence == 0}", f"times={min(len(times), _TIMES)}",
    ]  # fmt: skip
    found += sorted({f"relation={time.relation.value}" for time in times})
    found += _of_time(reading, count, chosen, periodic=periodic)
    if heading is not None:
        words = reading.tokens.text[heading.first : heading.after]
        found += _of_heading(tuple(words))
    found += [
        f"links={links}", f"links={links}+periodic={periodic}",
        f"page={chain[0].id is not None}",
    ]  # fmt: skip
    for near in scene.governing(index)[:2]:
        found += [f"act={name}" for name in near.act.classes]
    if total is not None:
        found.append(f"total={total}+how={count.how}")
    return found


def _size(count: Count) -> int:
    """Return how many digits a figure has; totals are longer than incidents."""
    number = count.number
    value = number.value or number.high or number.low
    if not value:
        return 0
    return min(floor(log10(value)) + 1, _DIGITS) if value > 1 else 1


def _of_time(
    reading: Reading, count: Count, chosen: Chosen | None, *, periodic: bool
) -> list[str]:
    if chosen is None:
        return ["above=none", f"above=none+periodic={periodic}"]
    time = chosen.time
    relation = time.relation.value
    if not chosen.own:
        above = f"above={time.kind.value}"
        return [
            above,
            f"{above}+periodic={periodic}",
            f"{above}.{relation}.{time.precision.value}",
        ]
    span = reading.tokens.span(count.first, count.after)
    first, second = sorted((span, time.span))
    gap = bisect_right(_GAPS, second.start - first.end)
    side = "right" if time.span.start >= span.start else "left"
    return [
        f"gap={side}{gap}",
        f"gap={side}{gap}+relation={relation}",
        f"unit={count.unit}+relation={relation}",
        *_of_saying(time.text),
    ]


@lru_cache(maxsize=1_024)
def _of_saying(text: str) -> tuple[str, ...]:
    """Return the words of a time expression."""
    return tuple(f"said={word}" for word in text.lower().split() if word.isalpha())


@lru_cache(maxsize=256)  # a heading has many figures below it
def _of_heading(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the plain words of a heading."""
    plain = {word for word in words if word.islower() and word.isalpha()}
    return tuple(f"heading={word}" for word in sorted(plain))


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
