"""What speaks for a time being the one a figure is about: names of signs, weighed.

A sign is a name such as ``today+stock``; ``time_weights.tsv`` has a weight for it. What
is asked over and over in a text is worked out once: every function here is cached.
"""

import datetime as dt
from functools import lru_cache
from typing import NamedTuple

from trucewatch.claims.scoring import Signs, scorer
from trucewatch.values.dates import PartialDate

WEIGHTS = "time_weights.tsv"
_LENGTHS = frozenset(("duration", "deadline"))
_AGES = (0, 1, 2, 8, 32, 200)  # bounds of the classes of age, in days
_KEPT = 8_192  # answers kept of each function


class Around(NamedTuple):
    """What is the same for all times a figure may be about.

    Attributes:
        how: Its aggregation.
        family: The subject of its claim type, such as ``CAS``.
        form: What its line looks like.
        own: How many times its sentence names, up to two.
        carried: Whether an earlier sentence of the paragraph names one.
        report: Whether the document says which stretch it reports on.
        periodic: Whether it reports what happened up to its day.
        truce: Whether the figure is the length of a truce.
    """

    how: str
    family: str
    form: str
    own: int
    carried: bool
    report: bool
    periodic: bool
    truce: bool


def _weighed(names: list[str]) -> Signs:
    return scorer(WEIGHTS).signs(names)


def _in_setting(name: str, around: Around) -> list[str]:
    """Return a sign joined with what else a figure could take."""
    how = around.how
    found = [
        f"{name}|own={around.own}",
        f"{name}|own={around.own}+carried={around.carried}+{how}",
        f"{name}|report={around.report}+{how}",
    ]
    if how in _LENGTHS:
        found.append(f"{name}|{how}+truce={around.truce}")
    return found


@lru_cache(_KEPT)
def of_rules(source: str, basis: str, around: Around) -> Signs:
    """Return the signs of the time the rules give.

    Args:
        source: Where they have it from: ``own``, ``above`` or ``none``.
        basis: What it rests on.
        around: What surrounds the figure.
    """
    how = around.how
    names = ["ruled", f"ruled+{how}", f"ruled={source}", f"ruled={source}+{how}"]
    return _weighed(
        [
            *names,
            f"ruled={basis}",
            *_in_setting("ruled", around),
            *_in_setting(f"ruled={source}", around),
        ]
    )


@lru_cache(_KEPT)
def of_total(linked: str, source: str, around: Around) -> Signs:
    """Return the signs of the time of the total a figure is linked to.

    Args:
        linked: How it is linked, such as ``elided``.
        source: Where the rules have the figure's own time from.
        around: What surrounds the figure.
    """
    name = f"whole={linked}"
    return _weighed([name, f"{name}+{around.how}", f"{name}+{source}"])


@lru_cache(_KEPT)
def of_page(source: str, words: tuple[str, ...], around: Around) -> Signs:
    """Return the signs of a time the page gives: today, its report, a truce, its lead.

    Args:
        source: Which of them, such as ``report=head``.
        words: The words of tense and order around the figure.
        around: What surrounds the figure.
    """
    name, how = source.partition("=")[0].partition(".")[0], around.how
    names = [
        name, f"{name}+{how}", f"{name}+{around.form}", f"{name}+{around.family}",
        f"{name}+report={around.report}", f"{name}+periodic={around.periodic}+{how}",
        *_in_setting(name, around),
    ]  # fmt: skip
    names += [f"{name}+says={word}" for word in words]
    if source != name:
        names += [source, f"{source}+{how}", *_in_setting(source, around)]
    return _weighed(names)


@lru_cache(_KEPT)
def of_words(source: str, words: tuple[str, ...]) -> Signs:
    """Return the signs of the words around a figure, for a time not of its sentence."""
    return _weighed([f"{source}+says={word}" for word in words])


class Seen(NamedTuple):
    """An expression as seen from a figure.

    Attributes:
        where: Where it stands: ``own``, ``apart``, ``same0``, ``above1``, ``head``.
        kind: What sort of time it names.
        relation: How what is told stands to it.
        precision: How finely it fixes the time.
        away: How many sentences up it stands, up to four.
        chosen: Whether the rules take it.
    """

    where: str
    kind: str
    relation: str
    precision: str
    away: int
    chosen: bool


@lru_cache(_KEPT)
def of_expression(seen: Seen, around: Around) -> Signs:
    """Return the signs of an expression of the text."""
    where, how = seen.where, around.how
    place = where.rstrip("0123456789")
    line = "line" if around.form in ("row", "item") else "prose"
    names = [
        f"where={where}", f"where={where}+{how}", f"where={where}+{line}",
        f"where={where}+{seen.precision}", f"where={place}+{seen.relation}",
        f"where={place}+{seen.kind}+{how}", f"where={place}+{seen.precision}+{how}",
        f"where={place}+{seen.relation}+{how}",
        f"where={place}+periodic={around.periodic}",
        *_in_setting(f"where={where}", around),
    ]  # fmt: skip
    if place not in ("own", "apart"):
        names.append(f"away={place}.{seen.away}")
    if seen.chosen:
        names += ["chosen", f"chosen+{where}", f"chosen+{how}"]
    return _weighed(names)


@lru_cache(_KEPT)
def of_edges(before: str, behind: str, place: str, how: str) -> Signs:
    """Return the signs of what stands before and behind an expression.

    Args:
        before: The plain word before it, or a mark.
        behind: What stands behind it: a mark, ``word``, ``Name``.
        place: Where it stands, such as ``own`` or ``same``.
        how: The figure's aggregation.
    """
    return _weighed(
        [
            f"before={before}+{place}", f"before={before}+{how}",
            f"behind={behind}+{place}", f"behind={behind}+{how}",
        ]
    )  # fmt: skip


class Beside(NamedTuple):
    """How an expression stands to a figure of its sentence.

    Attributes:
        side: ``left`` or ``right`` of the figure.
        step: Class of its distance in tokens.
        numbers: How many figures stand between, up to two.
        nearest: Whose it is by nearness: ``mine``, or of another ``left`` or ``right``.
        marks: Words and marks between that divide.
        first: Whether it opens the sentence.
    """

    side: str
    step: str
    numbers: int
    nearest: str
    marks: tuple[str, ...]
    first: bool


@lru_cache(_KEPT)
def of_standing(beside: Beside, relation: str, how: str) -> Signs:
    """Return the signs of an expression's place in the figure's own sentence."""
    side = beside.side
    names = [
        f"gap={side}.{beside.step}", f"gap={side}.{beside.step}+{how}",
        f"gap={side}.{beside.step}+{relation}", f"numbers={side}.{beside.numbers}",
        f"numbers={side}.{beside.numbers}+{how}", f"nearest={side}.{beside.nearest}",
        *(f"mark={side}.{mark}" for mark in beside.marks),
    ]  # fmt: skip
    if beside.first:
        names += [f"first+{side}", f"first+{side}+{how}"]
    return _weighed(names)


@lru_cache(_KEPT)
def of_reading(reading: str, relation: str, how: str) -> Signs:
    """Return the signs of how an expression is read: as stated, or since then."""
    names = [f"as={reading}", f"as={reading}+{how}", f"as={reading}+{relation}"]
    return _weighed(names)


@lru_cache(_KEPT)
def of_days(relation: str, age: str, around: Around) -> Signs:
    """Return the signs of when a time ends.

    Args:
        relation: Whether that is before, after or with the end the rules give.
        age: Class of how long before the day of writing it is.
        around: What surrounds the figure.
    """
    how = around.how
    names = [
        f"end={relation}",
        f"end={relation}+{how}",
        f"end={relation}+own={around.own}",
    ]
    if age:
        names += [
            f"age={age}", f"age={age}+{how}", f"age={age}+report={around.report}",
            f"age={age}+periodic={around.periodic}",
        ]  # fmt: skip
    return _weighed(names)


@lru_cache(_KEPT)
def age_of(end: str, today: dt.date) -> str:
    """Return the class of how long before today a time ends."""
    days = (today - PartialDate.parse(end).last_day).days
    return "ahead" if days < 0 else next((str(b) for b in _AGES if days <= b), "old")
