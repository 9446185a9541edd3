"""What people decided, as far as a view counts it."""

from functools import cached_property

from trucewatch.ledger.counting import Counting
from trucewatch.ledger.entry import JudgementEntry
from trucewatch.ledger.holdings import Holdings
from trucewatch.ledger.judgements import (
    Attribution,
    Explanation,
    Judgement,
    MatterState,
    Review,
    Standing,
    Status,
)
from trucewatch.ledger.standpoint import Standpoint


class Judged:
    """The judgements that a view counts; see ``LedgerView``."""

    standpoint: Standpoint
    cut: int
    _holdings: Holdings
    _counting: Counting

    @cached_property
    def state(self) -> int:
        """What tells whether other claims are seen, or claims read otherwise.

        It is the same for two views from one standpoint where nothing but judgements
        that change neither came between them. Not for keeping beyond this process.
        """
        taken_in = self.cut
        for entry in reversed(self._holdings.judgements(self.cut)):
            if entry.stamp.seq != taken_in:
                break
            taken_in -= 1
        return hash((taken_in, *self._counting.bearing(self.standpoint.min_grade)))

    @cached_property
    def decided_at(self) -> int:
        """Number of the last judgement that is no review of a claim, or 0."""
        entries = reversed(self._holdings.judgements(self.cut))
        return next(
            (e.stamp.seq for e in entries if e.judgement.type != Review.type), 0
        )

    def judgements(
        self, target: str | None = None, type_: str | None = None
    ) -> tuple[JudgementEntry, ...]:
        """Return the history of judgements, oldest first.

        Args:
            target: Key or name they are on, or None for all.
            type_: Type of judgement, such as ``review``, or None for all.
        """
        return tuple(
            entry
            for entry in self._holdings.judgements(self.cut)
            if (target is None or entry.judgement.target == target)
            and (type_ is None or entry.judgement.type == type_)
        )

    def counted(self, target: str, type_: str) -> JudgementEntry | None:
        """Return who decided what of a type counts for a target, or None."""
        return self._counting.entry(type_, target)

    def judgement(self, target: str, type_: str) -> Judgement | None:
        """Return the judgement of a type that counts for a target, or None."""
        return self._counting.get(type_, target)

    def status(self, target: str) -> Status:
        """Return the substantive status of a claim, incident or matter."""
        standing = self._counting.get(Standing.type, target)
        return standing.status if isinstance(standing, Standing) else Status.ALLEGED

    def attribution(self, target: str) -> Attribution | None:
        """Return who is held responsible, or None where nobody judged."""
        attribution = self._counting.get(Attribution.type, target)
        return attribution if isinstance(attribution, Attribution) else None

    def explanation(self, matter: str) -> Explanation:
        """Return where a contradiction stands; open where nobody judged."""
        explanation = self._counting.get(Explanation.type, matter)
        if isinstance(explanation, Explanation):
            return explanation
        return Explanation(matter, MatterState.OPEN)

    def review(self, key: str) -> Review | None:
        """Return the extraction review of a claim that counts, or None."""
        review = self._counting.get(Review.type, key)
        return review if isinstance(review, Review) else None
