"""The workbench: a ledger with what the screens share around it."""

import datetime as dt
import gc
import time
from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from trucewatch import api
from trucewatch.web.auditing import Audit
from trucewatch.web.capture import Captured, capture
from trucewatch.web.memo import Kept, Memo
from trucewatch.web.people import People, Person, Role, Sessions
from trucewatch.web.saved import SavedViews
from trucewatch.web.versions import before_of

T = TypeVar("T")
Fetch = Callable[[str, Mapping[str, str]], Captured]
COMPARED_AT_ONCE = 4_000  # claims that are compared while one waits
COPIES_AT_ONCE = 400  # documents whose copies are found while one waits


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much screens show.

    Attributes:
        page: Rows on a page.
    """

    page: int = 50


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

    def soon(self, view: Any, name: Hashable, make: Callable[[], T]) -> Kept[T] | None:  # noqa: ANN401 - a view of the ledger
        """Return the same, or None while it is being worked out."""
        return self._memo.soon((view.standpoint, name), view.cut, make, view.state)

    def forget(self) -> None:
        """Forget everything worked out: words of an erased document may be in it."""
        self._memo.clear()
        self.theatres.clear()
        api.forget_readings()

    def warm(self) -> None:
        """Work out what the first pages need."""
        self.per_document(self.casebook.view())

    def settle(self) -> None:
        """Work out what registers and contradictions need, after the first page."""
        self._comparing.prepare()
        self.compared(self.casebook.view())
        # What is held now stays: the collector need not walk over it again and again.
        gc.freeze()

    # --- what several screens ask for -----------------------------------------------

    def rows(self, view: Any) -> list[Any]:  # noqa: ANN401 - a view of the ledger
        """Return all claims seen, unread, in the order of documents and text."""
        found: list[Any] = self.kept(view, "rows", view.rows).value
        return found

    def per_document(self, view: Any) -> Counter[str]:  # noqa: ANN401 - a view of the ledger
        """Return how many claims each document has."""
        rows = self.rows(view)
        return self.kept(
            view, "per document", lambda: Counter(row.document for row in rows)
        ).value

    def copies(self, view: Any) -> dict[str, str] | None:  # noqa: ANN401 - a view of the ledger
        """Return which documents carry one story; None while that is worked out."""

        def find() -> dict[str, str]:
            return api.copies_among(view.documents())

        if len(view.published) <= COPIES_AT_ONCE:
            return self.kept(view, "copies", find).value
        found = self.soon(view, "copies", find)
        return None if found is None else found.value

    def before(self, view: Any) -> Mapping[str, str]:  # noqa: ANN401 - a view of the ledger
        """Return the version before each document that has one, as far as known."""

        def find() -> dict[str, str]:
            return before_of(view.document_entries())

        if len(view.document_keys) <= COPIES_AT_ONCE:
            return self.kept(view, "before", find).value
        found = self.soon(view, "before", find)
        return {} if found is None else found.value

    def compared(self, view: Any) -> Kept[Any]:  # noqa: ANN401 - a view of the ledger
        """Return the findings, without any while many claims are compared at first."""
        copies = self.copies(view) or {}

        def compare() -> api.Compared:
            return self._comparing.compared(view, copies)

        if self._comparing.is_quick(view) or len(self.rows(view)) <= COMPARED_AT_ONCE:
            return self.kept(view, "compared", compare)
        found = self.soon(view, "compared", compare)
        return found or Kept(api.Compared((), 0, view.cut), view.cut, 0.0)
