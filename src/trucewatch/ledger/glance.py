"""A glance: how many claims there are, and the first of them, without laying all out.

A screen that shows fifty rows and says of how many need not have two hundred thousand
at hand. Where a standpoint looks at every claim, the store counts by itself.
"""

import heapq
import itertools
from abc import abstractmethod
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import overload

from trucewatch.ledger.holdings import HeldClaim, Tally, tallied
from trucewatch.ledger.judged import Judged
from trucewatch.ledger.judgements import UNGRADED
from trucewatch.ledger.sieve import Sieve

NEAR = 600  # rows from the beginning that are had without the others


class Glance(Judged):
    """What a view says at a glance; see ``LedgerView``."""

    _corrected: dict[str, HeldClaim]
    _sieve: Sieve

    @abstractmethod
    def rows(
        self,
        kind: str | None = None,
        *,
        kinds: Collection[str] | None = None,
        document: str | None = None,
        speaker: str | None = None,
    ) -> list[HeldClaim]:
        """Return the claims seen, unread."""

    @property
    def is_plain(self) -> bool:
        """Whether every claim held is seen, but for those that somebody dropped."""
        point = self.standpoint
        return (
            point.as_of is None
            and point.according_to is None
            and point.min_grade == UNGRADED
        )

    @cached_property
    def tally(self) -> Tally:
        """How many claims each document, type and speaker has, seen from here.

        Names accepted by judgements are not filled in, as in ``rows``.
        """
        if not self.is_plain:
            return tallied(self.rows())
        held = self._holdings.tally(self.cut)
        past, now = self._otherwise()
        return held.less(tallied(past)).more(tallied(now))

    def _otherwise(self) -> tuple[list[HeldClaim], list[HeldClaim]]:
        """The rows that the store counts and the view does not, and the reverse."""
        gone, known = self._counting.dropped(), frozenset(self.document_keys)
        past: dict[str, HeldClaim] = {}
        for key in gone & known:
            held = self._holdings.held(self.cut, None, key)
            past.update((row.key, row) for row in held)
        for key in (gone - known) | self._corrected.keys():
            row = self._holdings.held_claim(self.cut, key)
            if row is not None and self._holdings.is_seen(self.cut, key):
                past[key] = row
        now = [row for key, row in self._corrected.items() if key in past]
        return list(past.values()), self._sieve.let_through(now)

    def announced(self, day: str) -> list[HeldClaim]:
        """Return the claims seen that look ahead to a day, the nearest day first.

        Args:
            day: The first day that is still to come.
        """
        rows = self._as_corrected(self._holdings.announced(self.cut, day))
        rows += [
            row
            for key, row in self._corrected.items()
            if row.ahead and row.starts and self._holdings.is_seen(self.cut, key)
        ]
        once = {row.key: row for row in rows if row.ahead and (row.starts or "") >= day}
        return sorted(
            self._sieve.let_through(list(once.values())),
            key=lambda row: (row.starts or "", row.order),
        )

    def rows_of(self, keys: Collection[str]) -> list[HeldClaim]:
        """Return the claims seen that have one of these keys, unread and in order."""
        rows = self._as_corrected(self._holdings.keyed(self.cut, keys))
        return self._sieve.let_through(sorted(rows, key=lambda row: row.order))

    def losses(self) -> Counter[str]:
        """Return the loss account by kind of gap, without the gaps themselves."""
        return self._holdings.losses(self.cut)

    def latest(self, count: int) -> list[HeldClaim]:
        """Return so many of the claims seen, the latest they are about first."""
        gone = self._counting.dropped()
        if not self.is_plain or not gone.isdisjoint(self.document_keys):
            return heapq.nlargest(count, self.rows(), key=_by_day)
        # Whatever is left out or reads otherwise: so many are seen among these.
        more = len(gone) + len(self._corrected)
        found = self._holdings.latest(self.cut, count + more)
        rows = {row.key: row for row in found if row.key not in self._corrected}
        now = self._otherwise()[1]
        rows.update((row.key, row) for row in now)
        kept = self._sieve.let_through(list(rows.values()))
        return heapq.nlargest(count, kept, key=_by_day)

    def recent(self, after: int) -> list[HeldClaim]:
        """Return the claims seen that were recorded after an entry, in order."""
        rows = self._as_corrected(self._holdings.recent(self.cut, after))
        return self._sieve.let_through(sorted(rows, key=lambda row: row.order))

    def _as_corrected(self, rows: Iterable[HeldClaim]) -> list[HeldClaim]:
        return [self._corrected.get(row.key, row) for row in rows]

    def in_order(self) -> Iterator[HeldClaim]:
        """Yield the claims seen, unread and in order, a document at a time."""
        for key in sorted(self.document_keys):
            yield from self.rows(document=key)

    @cached_property
    @abstractmethod
    def document_keys(self) -> tuple[str, ...]:
        """Keys of the documents known."""


def _by_day(row: HeldClaim) -> tuple[str, tuple[str, int, int, str]]:
    return row.starts or "", row.order


class Glimpsed(Sequence[HeldClaim]):
    """The rows of a view, the first of which can be had without the others."""

    def __init__(
        self,
        count: int,
        view: Glance,
        whole: Callable[[], list[HeldClaim]],
        near: int = NEAR,
    ) -> None:
        """Glimpse at a view.

        Args:
            count: How many rows there are.
            view: What is looked at.
            whole: Gives all rows, when they are needed after all.
            near: Rows from the beginning for which the others are not needed.
        """
        self._view, self._count, self._near = view, count, near
        self._whole = whole

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> HeldClaim: ...

    @overload
    def __getitem__(self, index: slice) -> list[HeldClaim]: ...

    def __getitem__(self, index: int | slice) -> HeldClaim | list[HeldClaim]:
        """Return a row, or some of them."""
        if isinstance(index, int):
            at = range(self._count)[index]
            return self[at : at + 1][0]
        wanted = range(self._count)[index]
        if wanted.step == 1 and wanted.stop <= self._near:
            near = itertools.islice(self._view.in_order(), wanted.start, wanted.stop)
            return list(near)
        return self._whole()[index]

    def __iter__(self) -> Iterator[HeldClaim]:
        """Yield the rows; whoever wants few of them never has all made."""
        yield from itertools.islice(self._view.in_order(), self._near)
        if self._near < self._count:
            yield from self._whole()[self._near :]
