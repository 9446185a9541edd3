"""The workbench: a ledger with what the screens share around it."""

import datetime as dt
import gc
import time
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from trucewatch import api
from trucewatch.web.auditing import Audit
from trucewatch.web.capture import Captured, capture
from trucewatch.web.memo import Kept, Memo
from trucewatch.web.people import People, Person, Role, Sessions
from trucewatch.web.saved import SavedViews
from trucewatch.web.sharing import Shared
from trucewatch.web.thrift import give_back
from trucewatch.web.waiting import Waiting

T = TypeVar("T")
Fetch = Callable[[str, Mapping[str, str]], Captured]
COMPARED_AT_ONCE = 4_000  # claims that are compared while one waits
AGAINST = ("contradicts", "denies", "arithmetic")
MOMENT, AT_MOST = 0.4, 4.0  # seconds that settling waits for those who ask
FIRST = 2.0  # seconds that the first page may take before it says so
WAITS = "waits"  # the state of what is still being worked out
COPIES_AT_ONCE = 400  # documents whose copies are found while one waits


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much screens show.

    Attributes:
        page: Rows on a page.
        at_once: Entries of a ledger up to which every page is waited for.
        patience: Seconds that a page of a larger one may take before it says so.
    """

    page: int = 50
    at_once: int = 10_000
    patience: float = 0.2


class Workbench:
    """What all requests share.

    Attributes:
        casebook: The ledger, for looking.
        name: The ledger's name, to show.
        folder: Where people, audit and releases are kept.
        people: Who may do what.
        sessions: Who is signed in.
        audit: What was changed by whom.
        views: Addresses that somebody saved under a name.
        bounds: How much screens show.
        clock: Says when something becomes known.
        fetch: Gets one page of the web.
        theatres: The theatre of each document, by its key, as far as it was asked for.
        shared: Pages that were made already and are the same for others.
        waiting: Pages that are being made, and who waits for them.
        has_shown: Whether any page was shown that took some making.
        asked_at: When somebody last asked for something, on a clock of its own.
    """

    def __init__(
        self,
        casebook: api.Casebook,
        folder: Path,
        *,
        clock: Callable[[], dt.datetime] = api.system_clock,
        owner: str = "owner",
        bounds: Bounds | None = None,
        name: str = "ledger",
    ) -> None:
        """Set a workbench up.

        Args:
            casebook: The ledger.
            folder: Where people, audit and releases are kept.
            clock: Says when something becomes known.
            owner: Whose it is while no people are entered.
            bounds: How much screens show.
            name: The ledger's name, to show.
        """
        self.casebook, self.folder, self.clock = casebook, folder, clock
        self.name = name
        self.fetch: Fetch = capture
        self.bounds = bounds or Bounds()
        self.people = People(folder / "people.json")
        self.sessions = Sessions(time.monotonic)
        self.audit = Audit(folder / "audit.jsonl", clock)
        self.views = SavedViews(folder / "views.json")
        self.alone = Person(owner, Role.OWNER)
        self.theatres: dict[str, str] = {}
        self.shared = Shared()
        self.waiting = Waiting()
        self.asked_at = 0.0
        self.has_shown = False
        self._memo = Memo()
        self._comparing = casebook.comparing

    def writing_as(self, person: Person) -> api.Casebook:
        """Return the casebook in which a person's decisions are recorded."""
        return api.Casebook(
            self.casebook.ledger,
            clock=self.clock,
            author=person.name,
            theatre=self.casebook.own_theatre,
        )

    def kept(
        self,
        view: Any,  # noqa: ANN401 - a view of the ledger
        name: Hashable,
        make: Callable[[], T],
        *,
        judged: bool = False,
    ) -> Kept[T]:
        """Return something worked out from a view, kept until it shows other claims.

        Args:
            view: What is looked at.
            name: What is worked out.
            make: Works it out.
            judged: Whether it also shows what people decided on claims.
        """
        state = view.cut if judged else view.state
        return self._memo.get((view.standpoint, name), view.cut, make, state)

    def followed(
        self,
        view: Any,  # noqa: ANN401 - a view of the ledger
        name: Hashable,
        make: Callable[[], T],
        renew: Callable[[T, api.Difference], T],
    ) -> T:
        """Return something worked out from a view, gone on from what it was before.

        Args:
            view: What is looked at.
            name: What is worked out.
            make: Works it out.
            renew: Works it out from what it was and from what has changed; leaves what
                it was as it is.
        """

        def made() -> tuple[Any, T]:
            past = self._memo.past((view.standpoint, name))
            change = self._change(past.value[0], view) if past else None
            if past is None or change is None:
                return view, make()
            return view, renew(past.value[1], change)

        found: tuple[Any, T] = self.kept(view, name, made).value
        return found[1]

    def _change(self, past: Any, view: Any) -> api.Difference | None:  # noqa: ANN401 - views
        """Return what tells two views apart, found out once for all that follow."""
        if past.cut > view.cut:
            return None
        key, state = (view.standpoint, "change"), (past.state, view.state)
        return self._memo.get(
            key, view.cut, lambda: api.difference(past, view), state
        ).value

    def soon(self, view: Any, name: Hashable, make: Callable[[], T]) -> Kept[T] | None:  # noqa: ANN401 - a view of the ledger
        """Return the same, or None while it is being worked out."""
        return self._memo.soon((view.standpoint, name), view.cut, make, view.state)

    def forget(self) -> None:
        """Forget everything worked out: words of an erased document may be in it."""
        self._memo.clear()
        self.waiting.clear()
        self.shared.clear()
        self.theatres.clear()
        api.forget_readings()

    def hold(self) -> None:
        """Put off what is asked for soon until after the first page."""
        self._memo.hold()

    @property
    def patience(self) -> float:
        """Seconds a page may take; more for the first, before which nothing begins."""
        return self.bounds.patience if self.has_shown else FIRST

    def release(self) -> None:
        """Begin with what was put off."""
        self._memo.release()

    @property
    def told(self) -> int:
        """How much of what was asked for soon has been made so far."""
        return self._memo.told

    def settle(self) -> None:
        """Work out what registers and contradictions need, after the first page."""
        self.release()
        self._comparing.prepare()
        view = self.casebook.view()
        self.all_rows(view)
        if self._comparing.is_quick(view):
            self.compared(view)
        for name in api.REGISTERS:
            self._let_others_go_first()
            self.register(self.casebook.view(), name)
        self._let_others_go_first()
        api.ground_of(view)
        # What is held now stays: the collector need not walk over it again and again.
        gc.collect()
        gc.freeze()
        give_back()

    def _let_others_go_first(self) -> None:
        """Wait until nobody has asked for anything for a moment, but not for ever."""
        until = time.monotonic() + AT_MOST
        while time.monotonic() < until and (
            self.waiting.is_busy or time.monotonic() < self.asked_at + MOMENT
        ):
            time.sleep(MOMENT / 4)

    # --- what several screens ask for -----------------------------------------------

    def rows(self, view: Any) -> Sequence[Any]:  # noqa: ANN401 - a view of the ledger
        """Return all claims seen, unread, in the order of documents and text.

        How many there are, and the first of them, can be had before all are at hand.
        """
        key = (view.standpoint, "rows")
        found = self._memo.past(key)
        if (found is not None and found.state == view.state) or not view.is_plain:
            return self.all_rows(view)
        return api.Glimpsed(self.tally(view).claims, view, lambda: self.all_rows(view))

    def all_rows(self, view: Any) -> list[Any]:  # noqa: ANN401 - a view of the ledger
        """Return the same with all of them at hand."""
        found: list[Any] = self.kept(view, "rows", view.rows).value
        return found

    def tally(self, view: Any) -> api.Tally:  # noqa: ANN401 - a view of the ledger
        """Return how many claims each document, type and speaker has."""

        def count() -> api.Tally:
            found: api.Tally = view.tally.in_order()
            return found

        return self.followed(view, "tally", count, _tally_after)

    def register(self, view: Any, name: str) -> Any:  # noqa: ANN401 - of the api
        """Return a register with its rows, which are made when they are looked at.

        Raises:
            UnknownNameError: No register is called so.
        """
        if name == "disagreements":
            findings = self.compared(view).value.findings
            rows = api.disagreements_of(findings, view, self.casebook.theatre)
            return api.REGISTERS[name], rows

        def build(
            past: Any = None,  # noqa: ANN401 - a register and its rows
            change: api.Difference | None = None,
        ) -> Any:  # noqa: ANN401 - of the api
            known = None if past is None or change is None else (past[1], change)
            return self.casebook.register(
                name, view.standpoint, disputes=self.disputes(view), past=known
            )

        return self.followed(view, ("register", name), build, build)

    def copies(self, view: Any) -> Mapping[str, str] | None:  # noqa: ANN401 - a view of the ledger
        """Return which documents carry one story; None while that is worked out."""

        def look() -> Mapping[str, str]:
            return api.copies_among(view.documents())

        def find() -> Mapping[str, str]:
            return api.kept_by_document(view, "copies", self.casebook.theatre, look)

        if len(view.published) <= COPIES_AT_ONCE:
            return self.kept(view, "copies", find).value
        found = self.soon(view, "copies", find)
        return None if found is None else found.value

    def compared(self, view: Any) -> Kept[Any]:  # noqa: ANN401 - a view of the ledger
        """Return the findings, without any while many claims are compared at first."""
        copies = self.copies(view) or {}

        def compare() -> api.Compared:
            return self._comparing.compared(view, copies)

        few = self.tally(view).claims <= COMPARED_AT_ONCE
        if few or self._comparing.is_quick(view):
            # When copies are known after all, what they say is one voice.
            key, state = (view.standpoint, "compared"), (view.state, bool(copies))
            return self._memo.get(key, view.cut, compare, state)
        found = self.soon(view, "compared", compare)
        return found or Kept(api.Compared((), 0, view.cut), view.cut, WAITS)

    def against(self, view: Any) -> tuple[Any, ...]:  # noqa: ANN401 - a view of the ledger
        """Return the findings that set claims against each other."""
        return self._found(view, "against", _against)

    def contested(self, view: Any) -> frozenset[str]:  # noqa: ANN401 - a view of the ledger
        """Return the claims of those findings, by their keys."""
        return self._found(view, "contested", _contested)

    def by_claim(self, view: Any) -> Mapping[str, list[Any]]:  # noqa: ANN401 - a view of the ledger
        """Return the findings that each claim is part of, by its key."""
        return self._found(view, "by claim", _by_claim)

    def disputes(self, view: Any) -> api.Disputed | None:  # noqa: ANN401 - a view of the ledger
        """Return which claims others stand against, if that is known already."""
        if not self._comparing.is_quick(view):
            return None
        return self._found(view, "disputed", api.disputes_of)

    def _found(
        self,
        view: Any,  # noqa: ANN401 - a view of the ledger
        name: str,
        make: Callable[[tuple[Any, ...]], T],
    ) -> T:
        """Return what is worked out from the findings, kept as long as they."""
        kept = self.compared(view)
        key, state = (view.standpoint, name), (kept.state, kept.value.cut)
        return self._memo.get(
            key, kept.cut, lambda: make(kept.value.findings), state
        ).value


def _tally_after(past: api.Tally, change: api.Difference) -> api.Tally:
    now = past.less(api.tallied(change.gone)).more(api.tallied(change.come))
    return now.in_order()


def _by_claim(findings: tuple[Any, ...]) -> dict[str, list[Any]]:
    by_claim: dict[str, list[Any]] = {}
    for finding in findings:
        for key in finding.claims:
            by_claim.setdefault(key, []).append(finding)
    return by_claim


def _contested(findings: tuple[Any, ...]) -> frozenset[str]:
    return frozenset(key for f in _against(findings) for key in f.claims)


def _against(findings: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(f for f in findings if f.relation.value in AGAINST)
