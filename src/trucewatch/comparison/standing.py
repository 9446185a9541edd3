"""Standing findings: kept from one standpoint, brought up to date as a ledger grows.

What a new document, a judgement or a correction costs depends on the claims that share
a matter with what it touches, and not on the size of the ledger.
"""

import json
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import filterfalse
from typing import Any, NamedTuple

from trucewatch.claims.claim import Claim
from trucewatch.comparison.comparing import MatterIndex
from trucewatch.comparison.disputes import matters
from trucewatch.comparison.findings import Aspect, Finding, Relation
from trucewatch.comparison.matters import Key, words_of
from trucewatch.comparison.surroundings import Knowledge, Surroundings
from trucewatch.ledger.holdings import HeldClaim
from trucewatch.ledger.marking import Marking
from trucewatch.ledger.view import LedgerView
from trucewatch.values.collecting import collector_paused
from trucewatch.values.progress import Told, quietly

AT_ONCE = 2_000  # claims whose matters are compared in one go

Copies = Mapping[str, str]
_Rank = tuple[Relation, str, str]


class _Seen(NamedTuple):
    """What a view shows, beside what the last look saw.

    Attributes:
        rows: All rows, by the keys of their claims.
        touched: Keys of the claims that came or went.
        strange: The rows that the last look had not; None where some are gone.
    """

    rows: dict[str, HeldClaim]
    touched: set[str]
    strange: list[HeldClaim] | None


class Standing:
    """The findings among the claims of a view, by the matter they are on.

    After any number of looks they are those that comparing all claims of the last view
    at once would give. Not safe to share between threads.
    """

    def __init__(self, theatre: Knowledge) -> None:
        """Keep nothing yet.

        Args:
            theatre: What is known beforehand.
        """
        self._theatre, self._marking = theatre, matters(theatre)
        self._view: LedgerView | None = None
        self._rows: dict[str, HeldClaim] = {}
        self._familiar: set[HeldClaim] = set()  # the same rows, found in no time
        self._copies: Copies = {}
        self._findings = _Findings()

    @property
    def copies(self) -> Copies:
        """The groups of copies that the last look was told of."""
        return self._copies

    @property
    def claims(self) -> int:
        """How many claims were compared."""
        return len(self._rows)

    @property
    def cut(self) -> int | None:
        """Number of the last log entry that the last look counted."""
        return None if self._view is None else self._view.cut

    def look(
        self, view: LedgerView, copies: Copies, told: Told = quietly
    ) -> tuple[Finding, ...]:
        """Return the findings of a view, by relation and matter.

        Args:
            view: What is looked at, always from the same standpoint.
            copies: Document key to the key of its group of copies.
            told: Told how many claims are compared.
        """
        with collector_paused():
            return self._look(view, copies, told)

    def _look(
        self, view: LedgerView, copies: Copies, told: Told
    ) -> tuple[Finding, ...]:
        past, before = self._view, self._rows
        rows, touched, strange = self._seen(view)
        if past is not None:
            touched |= self._reread(past, view, copies, rows)
            touched |= self._beside(past, touched, rows)
        fresh = _Fresh(view, self._around(view, copies), self._marking)
        done: set[Key] = set()
        if past is not None:
            old = [before[key] for key in sorted(touched) if key in before]
            index = MatterIndex(self._around(past, self._copies))
            self._renew(fresh, fresh.index(), index.add(past.readings(old)), done)
        new = [rows[key] for key in touched if key in rows]
        # What is published about one day mostly speaks of one matter.
        new.sort(key=lambda row: (view.published.get(row.document, ""), row.order))
        for start in range(0, len(new), AT_ONCE):
            index = fresh.index()
            keys = index.add(view.readings(new[start : start + AT_ONCE]))
            self._renew(fresh, index, keys, done)
            told(min(start + AT_ONCE, len(new)), len(new))
        if strange is None:
            self._familiar = set(rows.values())
        else:
            again = [before[row.key] for row in strange if row.key in before]
            self._familiar.difference_update(again)
            self._familiar.update(strange)
        self._view, self._rows, self._copies = view, rows, copies
        return self.findings()

    def _seen(self, view: LedgerView) -> _Seen:
        """Say what is seen now; most rows are those of the last look.

        Nothing is asked of those one by one.
        """
        before, seen = self._rows, view.rows()
        strange = list(filterfalse(self._familiar.__contains__, seen))
        new = {row.key for row in strange if row.key not in before}
        if len(seen) - len(new) < len(before):
            rows = {row.key: row for row in seen}
            gone = {key for key in before if key not in rows}
            return _Seen(rows, new | gone, None)
        return _Seen(before | {row.key: row for row in strange}, new, strange)

    def findings(self) -> tuple[Finding, ...]:
        """Return the findings of the last look."""
        return self._findings.in_order()

    def _renew(
        self,
        fresh: "_Fresh",
        index: MatterIndex,
        keys: Iterable[Key],
        done: set[Key],
    ) -> None:
        """Compare what is said on matters anew, each matter once."""
        wanted = [key for key in keys if key not in done]
        done.update(wanted)
        for words, findings in fresh.compared(wanted, index):
            self._findings.put(words, findings)

    def _reread(
        self,
        past: LedgerView,
        view: LedgerView,
        copies: Copies,
        rows: Mapping[str, HeldClaim],
    ) -> set[str]:
        """Claims that read otherwise than before, or stand in other company."""
        before = self._rows
        touched = {
            key
            for key in past.reworded.keys() | view.reworded.keys()
            if key in rows and key in before and past.claim(key) != view.claim(key)
        }
        moved = _changed(copies, self._copies) | _changed(
            view.published, past.published
        )
        moved.intersection_update(past.document_keys)
        if moved:
            touched |= {
                key
                for key, row in rows.items()
                if row.document in moved and key in before
            }
        return touched

    def _beside(
        self,
        past: LedgerView,
        touched: Collection[str],
        rows: Mapping[str, HeldClaim],
    ) -> set[str]:
        """All claims of known documents: figures are told by those beside them."""
        both = (self._rows.get(key) or rows.get(key) for key in touched)
        documents = {row.document for row in both if row is not None}
        # what is new is touched as a whole
        documents.intersection_update(past.document_keys)
        if not documents:
            return set()
        return {key for key, row in rows.items() if row.document in documents}

    def _around(self, view: LedgerView, copies: Copies) -> Surroundings:
        return Surroundings(self._theatre, view.published, copies)

    # --- kept between runs ----------------------------------------------------------

    def as_text(self) -> str:
        """Return what ``resumed`` needs besides the view that was looked at."""
        found = {
            words: [
                [f.relation, f.aspect, f.matter, f.why, f.claims, f.key]
                for f in findings
            ]
            for words, findings in self._findings.by_matter.items()
        }
        return json.dumps([dict(self._copies), found], ensure_ascii=False)

    def resume(self, text: str, view: LedgerView) -> None:
        """Go on from what ``as_text`` gave after a look at ``view``."""
        copies, found = json.loads(text)
        self._view, self._copies = view, copies
        self._rows = {row.key: row for row in view.rows()}
        self._familiar = set(self._rows.values())
        self._findings = _read(found)


def findings_in(text: str) -> tuple[Finding, ...]:
    """Return the findings of what ``as_text`` gave, without going on from it."""
    return _read(json.loads(text)[1]).in_order()


def _read(found: Mapping[str, Sequence[Sequence[Any]]]) -> "_Findings":
    read = _Findings()
    for words, findings in found.items():
        told = (
            Finding(Relation(r), Aspect(a), matter, why, tuple(claims), key=key)
            for r, a, matter, why, claims, key in findings
        )
        read.put(words, tuple(told))
    return read


class _Findings:
    """Findings by their matters, kept in the order in which they are told.

    Attributes:
        by_matter: What is to be said of each matter, by its words.
    """

    def __init__(self) -> None:
        self.by_matter: dict[str, tuple[Finding, ...]] = {}
        self._told: dict[str, dict[str, Finding]] = {}
        self._order: list[_Rank] = []
        self._shown: list[Finding] = []  # in that order

    def put(self, words: str, findings: tuple[Finding, ...]) -> None:
        """Put findings in the place of those that were on a matter.

        Of two that are known by one key the first is kept.
        """
        first: dict[str, Finding] = {}
        for finding in findings:
            first.setdefault(finding.key, finding)
        findings = tuple(first.values())
        for finding in self.by_matter.pop(words, ()):
            self._told[finding.key].pop(words, None)
            self._show(finding)
        if findings:
            self.by_matter[words] = findings
        for finding in findings:
            self._told.setdefault(finding.key, {}).setdefault(words, finding)
            self._show(finding)

    def _show(self, finding: Finding) -> None:
        """Put what is told of a finding in its place, or take it out.

        What is found on two matters is told as on the first of them.
        """
        told, rank = self._told[finding.key], _rank(finding)
        at = bisect_left(self._order, rank)
        known = self._order[at : at + 1] == [rank]
        if not told:
            del self._told[finding.key], self._order[at], self._shown[at]
        elif known:
            self._shown[at] = told[min(told)]
        else:
            self._order.insert(at, rank)
            self._shown.insert(at, told[min(told)])

    def in_order(self) -> tuple[Finding, ...]:
        """Return every finding once, by relation and matter."""
        return tuple(self._shown)


def _rank(finding: Finding) -> _Rank:
    return finding.relation, finding.matter, finding.key


def _changed(one: Mapping[str, str], other: Mapping[str, str]) -> set[str]:
    if one == other:
        return set()
    return {key for key, _ in one.items() ^ other.items()}


class _Fresh:
    """Compares single matters of a view."""

    def __init__(
        self, view: LedgerView, around: Surroundings, marking: Marking
    ) -> None:
        self.around = around
        self._view, self._marking = view, marking
        self._groups: dict[str, list[str]] = {}
        for document, root in around.copies.items():
            self._groups.setdefault(root, []).append(document)

    def index(self) -> MatterIndex:
        """Return an index of the view's matters, with nothing in it yet."""
        return MatterIndex(self.around, read=self._read)

    def compared(
        self, keys: Collection[Key], index: MatterIndex
    ) -> Iterator[tuple[str, tuple[Finding, ...]]]:
        """Yield matters with what is to be said of them now.

        Args:
            keys: The matters.
            index: What is read already of what is said on them; more is added.
        """
        rows = self._view.marked(self._marking, [words_of(key) for key in keys])
        rows = [row for row in rows if row.key not in index]
        index.add(self._view.readings(rows))
        # What copies share is not in the marks, which know of single claims only.
        for root in sorted(
            {key[-1] for key in keys if key[-1] in self._groups}, key=str
        ):
            for document in self._groups[str(root)]:
                index.add(self._read(document))
        for key in keys:
            yield words_of(key), tuple(index.findings_on(key))

    def _read(self, document: str) -> tuple[Claim, ...]:
        return self._view.claims(document=document)
