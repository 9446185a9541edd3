"""Feeding: known feeds, and a casebook that takes in what is new in them."""

import tempfile
from pathlib import Path

from trucewatch import api
from trucewatch.web.capture import capture
from trucewatch.web.feeds import Feed, Fetch
from trucewatch.web.polling import Polled, add_feed, poll
from trucewatch.web.staging import Staging, desk_of


class Feeds:
    """The feeds that a ledger is fed from; they are kept beside it.

    Attributes:
        casebook: The ledger.
    """

    def __init__(
        self, casebook: api.Casebook, ledger: str | Path, *, fetch: Fetch = capture
    ) -> None:
        """Use the feeds of a ledger.

        Args:
            casebook: The ledger, open.
            ledger: Its file or the URL of its database.
            fetch: Gets one page of the web.
        """
        self.casebook, self._fetch = casebook, fetch
        self._staging = Staging(desk_of(ledger) / "intake")

    def all(self) -> list[tuple[str, str]]:
        """Return address and title of every feed, the latest first."""
        return self._staging.feeds()

    def add(self, address: str) -> Feed:
        """Fetch a feed and remember it; nothing of it is taken in yet.

        Raises:
            CaptureError: It cannot be fetched.
            FeedError: It is no feed.
        """
        return add_feed(address, self._staging, self._fetch)

    def forget(self, address: str) -> None:
        """Forget a feed."""
        self._staging.unknow(address)

    def take_in(self, *, again: bool = False) -> tuple[Polled, api.LossAccount]:
        """Fetch all feeds anew, and take in the pages of entries that are new.

        Args:
            again: Fetch also what was fetched before; a changed page is a version.

        Returns:
            What was fetched, and what was read of it.
        """
        known = {d.url for d in self.casebook.view().documents() if d.url}
        now = self.casebook.now()
        polled = poll(self._staging, known, self._fetch, now=now, again=again)
        if not polled.handed:
            return polled, api.LossAccount()
        with tempfile.TemporaryDirectory() as folder:
            waits = Staging(Path(folder))
            token = waits.put(polled.handed)
            account = self.casebook.take_in([waits.folder(token)], processes=1)
        return polled, account
