"""What a rule gets to resolve an expression, and what it gives back."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from trucewatch.reading.times.calendars import Days
from trucewatch.reading.times.expression import TimeKind
from trucewatch.reading.times.lexicon import Lexicon
from trucewatch.values.stances import TimeBasis, TimePrecision


class Resolved(NamedTuple):
    """What an expression means: the fields of a time expression without its words."""

    kind: TimeKind
    value: str
    days: Days | None = None
    precision: TimePrecision = TimePrecision.UNRESOLVED
    basis: TimeBasis = TimeBasis.UNSTATED
    length_days: float | None = None
    minutes: tuple[int, int] = (-1, -1)


class Found(NamedTuple):
    """The pieces of one expression: words in lower case, and their classes."""

    rule: str
    words: list[str]
    codes: str
    lexicon: Lexicon

    def places(self, classes: str) -> list[int]:
        """Return where pieces of one of these classes stand."""
        return [place for place, code in enumerate(self.codes) if code in classes]

    def first(self, classes: str) -> int:
        """Return where the first piece of these classes stands, or -1."""
        for place, code in enumerate(self.codes):
            if code in classes:
                return place
        return -1

    def number(self, classes: str) -> int | None:
        """Return the whole number of the first piece of these classes."""
        place = self.first(classes)
        if place < 0:
            return None
        word = self.words[place]
        return int(word) if word.isdecimal() else int(self.lexicon.meanings[word])

    def word(self, classes: str) -> str | None:
        """Return what the first word of these classes means."""
        place = self.first(classes)
        return None if place < 0 else str(self.lexicon.meanings[self.words[place]])

    def has(self, classes: str) -> bool:
        """Say whether a piece of one of these classes is there."""
        return self.first(classes) >= 0

    def says(self, group: str) -> bool:
        """Say whether a word of this group is there."""
        return not self.lexicon.groups[group].isdisjoint(self.words)

    def part(self, start: int) -> "Found":
        """Return the pieces from ``start`` on."""
        return self._replace(words=self.words[start:], codes=self.codes[start:])


@dataclass(slots=True)
class Frame:
    """Where an expression is seen from. Changes as the reading goes on.

    Attributes:
        anchor: Day of the document, or None.
        basis: What a time rests on that needs the anchor.
        lexicon: What the word lists say.
        look: Reads the tense of the words around the expression at hand.
        previous: The latest resolved date of the paragraph, or None.
        recent: The latest single day up to the anchor, of any paragraph, or None.
        quarter: First day of the latest quarter of the document, or None.
        week: Days of the first week the document names by its days, or None.
        stretches: Stretches of days named before, by their length in days.
        signal: The preposition before the expression, or "".
        look_within: Of "within a day", returns -1 if it tells over what was counted,
            1 if it tells what was asked for, else 0.
    """

    anchor: dt.date | None
    basis: TimeBasis
    lexicon: Lexicon
    look: Callable[[], int] = int
    previous: Resolved | None = None
    recent: Days | None = None
    quarter: dt.date | None = None
    week: Days | None = None
    stretches: dict[int, Days] = field(default_factory=dict)
    signal: str = ""
    look_within: Callable[[], int] = int

    def after(self, group: str) -> bool:
        """Say whether the preposition before the expression is of this group."""
        return self.signal in self.lexicon.groups[group]

    @property
    def direction(self) -> int:
        """-1 when the words around speak of the past, 1 of the future, else 0."""
        if self.after("past_signals"):
            return -1
        return self.look() or int(self.after("forward_signals"))

    @property
    def anchor_days(self) -> Days | None:
        """The day of the document, as a range of days."""
        return None if self.anchor is None else Days(self.anchor, self.anchor)

    @property
    def previous_days(self) -> Days | None:
        """The days of the latest resolved date of the paragraph."""
        return None if self.previous is None else self.previous.days


WEEK = range(5, 8)  # days between the first and the last of what passes for a week


def week_of(resolved: Resolved) -> Days | None:
    """Return the days of a stretch that is a week, or nearly, else None."""
    days = resolved.days
    return days if days and (days.end - days.start).days in WEEK else None
