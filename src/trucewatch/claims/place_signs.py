"""What speaks for a place being the one a figure holds for: names of signs, weighed.

A sign is a name such as ``where=own+led=True``; ``place_weights.tsv`` has a weight for
it. What is asked over and over in a text is worked out once: every function here is
cached.
"""

from functools import lru_cache
from typing import NamedTuple

from trucewatch.claims.scoring import Signs, scorer

WEIGHTS = "place_weights.tsv"
_KEPT = 8_192  # answers kept of each function
_STEPS = (0, 2, 5, 10, 20)  # bounds of the classes of distance, in tokens or sentences
_STEP_OF = tuple(
    next(str(bound) for bound in _STEPS if distance <= bound)
    for distance in range(_STEPS[-1] + 1)
)
NOTHING = Signs((), 0)


class Figure(NamedTuple):
    """What is the same for all places a figure may hold for.

    Attributes:
        how: How the counted thing was found.
        aggregation: Over what it is counted.
        unit: Its unit.
        kind: Its claim type.
        told: Where the rules found its place.
    """

    how: str
    aggregation: str
    unit: str
    kind: str
    told: str


class Mark(NamedTuple):
    """What a place of a document is besides, whatever the figure.

    Attributes:
        mentions: How often it is named, up to four times.
        weak: For a name that nothing leads in, whether it is known; else None.
        marks: What it names besides, such as ``mark=venue``.
        topic: Whether the document is about it.
        country: Rank of its country among those named, up to three; None if unknown.
        whole: Whether it is a country.
        metonym: Whether its name may stand for who speaks.
        led: Whether a preposition leads it in.
        before: The plain word before it and what leads it in, or a mark.
        behind: What stands behind it: a mark, ``word``, ``Name``.
    """

    mentions: int
    weak: str | None
    marks: tuple[str, ...]
    topic: bool
    country: int | None
    whole: bool
    metonym: bool
    led: bool
    before: str
    behind: str


class Beside(NamedTuple):
    """How a place stands to a figure of its sentence.

    Attributes:
        side: ``left`` or ``right`` of the figure.
        gap: Class of its distance in tokens.
        commas: How many commas stand between, up to two.
        clause: Whether something between parts clauses.
        numbers: How many figures stand between, up to two.
        rank: How many places stand nearer, up to two.
        lead: The word that leads it in, or ``none``.
        led: Whether there is such a word.
        role: What that word says.
        first: Whether the place opens the sentence.
        nearest: Whose it is by nearness: ``mine``, or of another ``left`` or ``right``.
        marks: Words and marks between that divide.
    """

    side: str
    gap: str
    commas: int
    clause: bool
    numbers: int
    rank: int
    lead: str
    led: bool
    role: str
    first: bool
    nearest: str
    marks: tuple[str, ...]


class Elsewhere(NamedTuple):
    """How a place of another sentence stands to a figure.

    Attributes:
        where: Where it stands, such as ``para`` or ``title``.
        above: How many places of other sentences are nearer, up to four.
        own: How many places its own sentence has, up to two.
        line: Whether the figure stands in a row or item.
        away: Class of the distance in sentences.
        lead: The word that leads it in, or ``none``.
        first: Whether the place opens its sentence.
        figures: How many figures its sentence has, up to two.
        opens: Whether its sentence opens its paragraph.
    """

    where: str
    above: int
    own: int
    line: bool
    away: str
    lead: str
    first: bool
    figures: int
    opens: bool


def step(distance: int) -> str:
    """Return the class of a distance; what lies ahead counts as near."""
    if distance > _STEPS[-1]:
        return "far"
    return _STEP_OF[max(distance, 0)]


def _weighed(names: list[str]) -> Signs:
    return scorer(WEIGHTS).signs(names)


@lru_cache(_KEPT)
def of_kind(where: str, sort: str, many: int, figure: Figure, *, led: bool) -> Signs:
    """Return the signs of what is counted, beside where and what a place is.

    Args:
        where: Where it stands, seen from the figure.
        sort: Its sort, such as ``city``.
        many: How many places are listed together, up to three.
        figure: What is known of the figure.
        led: Whether a preposition leads the place in.
    """
    place = "own" if where == "own" else "other"
    names = [
        f"where={where}", f"where={where}+how={figure.how}",
        f"where={where}+aggregation={figure.aggregation}",
        f"where={where}+sort={sort}", f"where={where}+led={led}",
        f"sort={sort}+aggregation={figure.aggregation}",
        f"sort={sort}+family={figure.kind[:3]}", f"place={place}+unit={figure.unit}",
        f"where={where}+family={figure.kind[:3]}", f"where={where}+unit={figure.unit}",
        f"place={place}+kind={figure.kind}", f"many={many}",
    ]  # fmt: skip
    return _weighed(names)


@lru_cache(_KEPT)
def of_rules(relation: str, figure: Figure) -> Signs:
    """Return the signs of how a place lies to the one that the rules took."""
    name = f"told={figure.told}+{relation}"
    return _weighed([name, f"{name}+aggregation={figure.aggregation}"])


@lru_cache(_KEPT)
def of_mark(mark: Mark, where: str) -> Signs:
    """Return the signs of what a place is in its document, whatever the figure."""
    place = "own" if where == "own" else "other"
    names = [
        f"mentions={mark.mentions}", f"before={mark.before}",
        f"before={mark.before}+{place}", f"behind={mark.behind}",
        f"behind={mark.behind}+{place}",
    ]  # fmt: skip
    if mark.weak is not None:
        names += [f"weak={mark.weak}", f"weak={mark.weak}+{where}"]
    for name in mark.marks:
        names += [name, f"{name}+{where}"]
    if mark.topic:
        names.append(f"topic+{place}")
    if mark.country is not None:
        names.append(f"country={mark.country}")
        if mark.whole:
            names.append(f"country={mark.country}+{place}+whole")
        if mark.metonym:
            names.append(f"metonym+{place}+led={mark.led}")
    return _weighed(names)


@lru_cache(_KEPT)
def of_holder(whose: str, where: str) -> Signs:
    """Return the sign of the figure that a place stands beside."""
    return _weighed([f"taken={whose}+{where}"])


@lru_cache(_KEPT)
def of_voice(where: str) -> Signs:
    """Return the signs of a place in the name of who vouches."""
    return _weighed(["voices", f"voices+{where}"])


@lru_cache(_KEPT)
def of_own(beside: Beside) -> Signs:
    """Return the signs of a place in the figure's own sentence."""
    side, gap = beside.side, beside.gap
    names = [
        f"gap={side}.{gap}", f"gap={side}.{gap}+led={beside.led}",
        f"comma={side}.{beside.commas}", f"clause={side}.{beside.clause}",
        f"numbers={side}.{beside.numbers}", f"rank={beside.rank}",
        f"lead={beside.lead}", f"lead={beside.lead}+{side}", f"role={beside.role}",
        f"gap={side}.{gap}+rank={beside.rank}", f"nearest={side}.{beside.nearest}",
        f"nearest={side}.{beside.nearest}+numbers={beside.numbers}",
        f"gap={side}.{gap}+comma={beside.commas}",
        *(f"mark={side}.{mark}" for mark in beside.marks),
    ]  # fmt: skip
    if beside.first:
        names.append(f"first+{side}")
    return _weighed(names)


@lru_cache(_KEPT)
def of_other(there: Elsewhere) -> Signs:
    """Return the signs of a place in another sentence."""
    where, above = there.where, there.above
    names = [
        f"above={above}", f"above={min(above, 2)}+{where}", f"own={there.own}+{where}",
        f"form={'line' if there.line else 'prose'}+{where}",
        f"away={where}.{there.away}", f"lead={there.lead}+other",
        f"figures={there.figures}+{where}", f"opens={there.opens}+{where}",
        f"figures={there.figures}+away={there.away}",
    ]  # fmt: skip
    if there.first:
        names.append("first+other")
    return _weighed(names)
