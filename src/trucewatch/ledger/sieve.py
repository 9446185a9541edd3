"""The sieve: which of the claims held a standpoint lets through."""

from collections.abc import Callable, Mapping, Sequence

from trucewatch.ledger.counting import Counting
from trucewatch.ledger.holdings import DAY, HeldClaim, Voices
from trucewatch.ledger.judgements import UNGRADED
from trucewatch.ledger.standpoint import Standpoint


class Sieve:
    """Lets claims through by time, source and grade, and none that was taken back."""

    def __init__(
        self,
        standpoint: Standpoint,
        counting: Counting,
        voices: frozenset[Voices] | None,
        published: Callable[[], Mapping[str, str]],
    ) -> None:
        """Make a sieve.

        Args:
            standpoint: From where one looks.
            counting: The judgements that count.
            voices: The chains in which the source asked for speaks; None for all.
            published: Gives the days of publication by document, when they are needed.
        """
        self._point, self._counting = standpoint, counting
        self._gone = counting.dropped()
        self._voices = voices
        self._published = published
        self._asked: dict[int, tuple[Voices, bool]] = {}

    def let_through(self, rows: Sequence[HeldClaim]) -> list[HeldClaim]:
        """Return those of rows seen at the cut that are seen from here, in order."""
        point, found = self._point, list(rows)
        if self._gone:
            gone = self._gone
            found = [r for r in found if r.key not in gone and r.document not in gone]
        if self._voices is not None:
            found = [row for row in found if self._speaks(row)]
        if point.as_of is not None:
            day = point.as_of.isoformat()
            found = [row for row in found if self._has_begun(row, day)]
        if point.min_grade != UNGRADED:
            graded = self._counting.graded()
            found = [
                row
                for row in found
                if (row.key in graded or row.speaker in graded) and self._reaches(row)
            ]
        return found

    def _speaks(self, row: HeldClaim) -> bool:
        """Whether the source asked for speaks in a row's chain.

        Many rows share few chains, and comparing those anew takes its time.
        """
        known = self._asked.get(id(row.voices))
        if known is None:
            known = (row.voices, self._voices is None or row.voices in self._voices)
            self._asked[id(row.voices)] = known
        return known[1]

    def _has_begun(self, row: HeldClaim, day: str) -> bool:
        """Whether what a row is about had begun by ``day``.

        What is planned, proposed or demanded begins with being said, what has no date
        with its document; nothing at all known counts as begun.
        """
        starts = row.starts
        if starts is None or (row.ahead and starts > day):
            published = self._published().get(row.document)
            starts = published[:DAY] if published else starts
        return starts is None or starts <= day

    def _reaches(self, row: HeldClaim) -> bool:
        grade = self._counting.grade(row.key, row.speaker, row.kind)
        return grade.reaches(self._point.min_grade)
