"""Which judgements count: the last one of the most senior role, as known on K."""

from collections.abc import Iterable, Sequence

from trucewatch.claims.claim import Claim
from trucewatch.ledger.entry import JudgementEntry
from trucewatch.ledger.judgements import (
    UNGRADED,
    Acceptance,
    Alias,
    AuthorRole,
    Grade,
    Grading,
    Judgement,
    Retraction,
    Review,
    Verdict,
    facet,
)

Seat = tuple[str, str, str]  # type of judgement, target, facet


class Counting:
    """The judgements that count among those given, looked up by target and type."""

    def __init__(self, judgements: Sequence[JudgementEntry]) -> None:
        last: dict[tuple[Seat, AuthorRole], JudgementEntry] = {}
        for entry in judgements:
            held = (_seat(entry.judgement), entry.role)
            if _is_taken_back(entry.judgement):
                last.pop(held, None)
            else:
                last[held] = entry
        self._counts: dict[Seat, JudgementEntry] = {}
        for (seat, role), entry in last.items():
            other = self._counts.get(seat)
            if other is None or role.rank > other.role.rank:
                self._counts[seat] = entry

    def entry(self, type_: str, target: str, facet_: str = "") -> JudgementEntry | None:
        """Return the judgement of a type that counts for a target, or None."""
        return self._counts.get((type_, target, facet_))

    def entries(self) -> Iterable[JudgementEntry]:
        """Return all judgements that count."""
        return self._counts.values()

    def get(self, type_: str, target: str, facet_: str = "") -> Judgement | None:
        """Return what was decided, or None."""
        entry = self.entry(type_, target, facet_)
        return None if entry is None else entry.judgement

    def dropped(self) -> frozenset[str]:
        """Return the keys of claims and documents rejected or retracted."""
        return frozenset(
            entry.judgement.target
            for entry in self.entries()
            if _drops(entry.judgement)
        )

    def corrections(self) -> dict[str, Claim]:
        """Return the corrected claims by the key of the claim they correct."""
        return {
            judgement.target: judgement.corrected
            for judgement in (entry.judgement for entry in self.entries())
            if isinstance(judgement, Review) and judgement.corrected is not None
        }

    def aliases(self) -> tuple[Alias, ...]:
        """Return the aliases in force, those for one source first.

        A name accepted into the theatre stands for its identifier as an alias does.
        """
        meanings = (_meaning(entry.judgement) for entry in self.entries())
        aliases = [alias for alias in meanings if alias is not None]
        return tuple(
            sorted(
                aliases,
                key=lambda a: (a.according_to is None, a.target, a.according_to or ""),
            )
        )

    def bearing(self, least: Grade) -> tuple[int, ...]:
        """Return the numbers of the judgements that decide what is seen, and how.

        Args:
            least: The least grade asked for; without one, grades decide nothing.
        """
        return tuple(
            entry.stamp.seq
            for entry in self.entries()
            if _bears(entry.judgement)
            or (least != UNGRADED and isinstance(entry.judgement, Grading))
        )

    def graded(self) -> frozenset[str]:
        """Return the claims and speakers that somebody has graded."""
        return frozenset(
            entry.judgement.target
            for entry in self.entries()
            if isinstance(entry.judgement, Grading)
        )

    def grade(self, key: str, speaker: str | None, kind: str) -> Grade:
        """Return the grade of a claim: its own, else its speaker's letter, else F6."""
        own = self.get(Grading.type, key)
        if isinstance(own, Grading):
            return own.grade
        if speaker is None:
            return UNGRADED
        for topic in (kind, kind.partition(".")[0], ""):
            of_speaker = self.get(Grading.type, speaker, topic)
            if isinstance(of_speaker, Grading):
                return Grade(of_speaker.grade.letter, UNGRADED.number)
        return UNGRADED


def _meaning(judgement: Judgement) -> Alias | None:
    match judgement:
        case Alias(id=str()):
            return judgement
        case Acceptance(target=name, accepted=True, id=str() as id_):
            return Alias(name, id_)
        case _:
            return None


def _seat(judgement: Judgement) -> Seat:
    return (judgement.type, judgement.target, facet(judgement))


def _is_taken_back(judgement: Judgement) -> bool:
    """Say whether a judgement leaves its target as if nobody had judged."""
    return isinstance(judgement, Review) and judgement.verdict is Verdict.WITHDRAWN


def _bears(judgement: Judgement) -> bool:
    """Say whether a judgement can change what is seen, or how it reads."""
    corrects = isinstance(judgement, Review) and judgement.corrected is not None
    return corrects or _drops(judgement) or _meaning(judgement) is not None


def _drops(judgement: Judgement) -> bool:
    match judgement:
        case Review(verdict=verdict):
            return verdict is Verdict.REJECTED
        case Retraction(retracted=retracted):
            return retracted
        case _:
            return False
