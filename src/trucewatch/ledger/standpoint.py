"""The standpoint: true at D, as known on K, according to S.

Three questions that are kept apart: ``as_of`` cuts *valid* time (what it is about),
``known_on`` cuts the *ledger* (when we learned it), ``according_to`` keeps one source.
See ``docs/explanation/three-times.md``.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Self

from trucewatch.errors import PartialDateError, StandpointError, UnknownNameError
from trucewatch.ledger.judgements import UNGRADED, Grade, GradeFormError
from trucewatch.values.dates import PartialDate

LAST_INSTANT = dt.time(23, 59, 59, 999_999, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Standpoint:
    """How one looks at a ledger; the default sees everything known by now.

    Attributes:
        as_of: Day the state is asked for, or None for any time.
        known_on: Last instant of knowledge that counts (UTC), or None for all.
        according_to: Identifier, name or part of a name of a source, or None for all.
            ``speaker:NAME`` keeps what NAME vouches for last, ``publisher:NAME`` what
            NAME published, a bare NAME both and whatever NAME relays.
        min_grade: Least Admiralty grade; F6 lets everything pass.
        min_independent: Least number of independent roots a row needs; registers and
            comparison apply it, for a single claim has one root.
        voices: Identifiers that speak for ``according_to`` (a party's spokesmen).
    """

    as_of: dt.date | None = None
    known_on: dt.datetime | None = None
    according_to: str | None = None
    min_grade: Grade = UNGRADED
    min_independent: int = 1
    voices: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.known_on is not None and self.known_on.tzinfo is None:
            raise StandpointError(
                "known_on", str(self.known_on), "give the time with its zone"
            )
        if self.min_independent < 1:
            raise StandpointError(
                "min_independent", str(self.min_independent), "give 1 or more"
            )

    @classmethod
    def parse(  # noqa: PLR0913 - the five questions a command line can ask
        cls,
        *,
        as_of: str | None = None,
        known_on: str | None = None,
        according_to: str | None = None,
        min_grade: str | None = None,
        min_independent: int = 1,
        names: Collection[str] = (),
        spokesmen: Mapping[str, Collection[str]] | None = None,
    ) -> Self:
        """Read a standpoint from what somebody typed.

        Args:
            as_of: A date of any precision; a month means its last day.
            known_on: A date (its last instant, UTC) or an instant.
            according_to: A source; see the class.
            min_grade: Such as ``B2``, ``B`` or ``2``.
            min_independent: Least number of independent roots.
            names: Identifiers and names a source can have. When given, anything else
                is refused with near ones; when empty, the ledger decides.
            spokesmen: For a party, the identifiers that speak for it.

        Raises:
            StandpointError: One of them cannot be read.
            UnknownNameError: No source is called that.
        """
        voices = tuple(sorted((spokesmen or {}).get(according_to or "", ())))
        if according_to and names and not voices:
            _check_name(according_to, names)
        return cls(
            as_of=None if as_of is None else parse_as_of(as_of),
            known_on=None if known_on is None else parse_known_on(known_on),
            according_to=according_to or None,
            min_grade=UNGRADED if min_grade is None else _parse_grade(min_grade),
            min_independent=min_independent,
            voices=voices,
        )


EVERYTHING = Standpoint()


def parse_as_of(text: str) -> dt.date:
    """Return the last day a date of partial precision can mean.

    Raises:
        StandpointError: ``text`` is no date.
    """
    try:
        return PartialDate.parse(text).last_day
    except PartialDateError as error:
        raise StandpointError(
            "as_of", text, "write 2016, 2016-05 or 2016-05-23"
        ) from error


def parse_known_on(text: str) -> dt.datetime:
    """Return the last instant that ``text`` covers: a whole day, or the time given.

    Raises:
        StandpointError: ``text`` is neither date nor time.
    """
    try:
        day = PartialDate.parse(text)
    except PartialDateError:
        return _parse_instant(text)
    if day.minute >= 0:
        return _parse_instant(text)
    return dt.datetime.combine(day.last_day, LAST_INSTANT)


def _parse_instant(text: str) -> dt.datetime:
    try:
        instant = dt.datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise StandpointError(
            "known_on", text, "write 2016-05-23 or 2016-05-23T12:00+00:00"
        ) from error
    if instant.tzinfo is None:
        instant = instant.replace(tzinfo=dt.UTC)
    return instant.astimezone(dt.UTC)


def _parse_grade(text: str) -> Grade:
    try:
        return Grade.parse(text)
    except GradeFormError as error:
        raise StandpointError("min_grade", text, "write A1 to F6") from error


def _check_name(name: str, names: Collection[str]) -> None:
    plain = name.partition(":")[2] if name.startswith(PREFIXES) else name
    folded = plain.casefold()
    if not any(folded in known.casefold() for known in names):
        raise UnknownNameError("source", plain, names)


PREFIXES = ("speaker:", "publisher:")
