"""Polling: the feeds that are known, fetched anew; of their entries what is new.

Every feed and every page is fetched by ``capture``, checked and bounded like any
address somebody types. What was fetched once is not fetched again of its own accord,
also where somebody then chose not to take it in.
"""

import datetime as dt
from collections.abc import Collection
from typing import NamedTuple

from trucewatch.web.capture import FEEDS
from trucewatch.web.feeds import (
    Feed,
    FeedError,
    Fetch,
    fetch_all,
    fetch_entries,
    read_feed,
)
from trucewatch.web.staging import MOST_FILES, Handed, Staging, handed_of

MOST_AT_ONCE = 60  # pages fetched in one go; the rest is new the next time


class Polled(NamedTuple):
    """What came of fetching the feeds anew.

    Attributes:
        feeds: How many feeds could be read.
        handed: The new pages, to be read.
        failed: Feeds and pages that could not be fetched, each with why.
        left: New entries that have to wait for the next time.
    """

    feeds: int
    handed: list[Handed]
    failed: list[tuple[str, str]]
    left: int


def add_feed(address: str, staging: Staging, fetch: Fetch) -> Feed:
    """Fetch a feed and remember it.

    Raises:
        CaptureError: It cannot be fetched.
        FeedError: It is no feed.
    """
    found = read_feed(fetch(address, FEEDS).content, address)
    staging.know(found)
    return found


def poll(
    staging: Staging,
    known: Collection[str],
    fetch: Fetch,
    *,
    now: dt.datetime,
    again: bool = False,
) -> Polled:
    """Fetch the known feeds, and the pages of their entries that are new.

    Args:
        staging: Knows the feeds; notes what was fetched and how it went.
        known: Addresses of the documents there are.
        fetch: Gets one page.
        now: When this is.
        again: Fetch also what was fetched before, to find what was changed since.
    """
    addresses = [address for address, _ in staging.feeds()]
    found, failed = fetch_all(addresses, fetch, FEEDS)
    feeds: list[Feed] = []
    for address, page in found.items():
        try:
            feeds.append(read_feed(page.content, address))
        except FeedError as error:
            failed.append((address, str(error)))
    had = frozenset() if again else frozenset(known) | staging.seen()
    new = {e.address: (e, f) for f in feeds for e in f.entries if e.address not in had}
    wanted = dict(list(new.items())[: min(MOST_AT_ONCE, MOST_FILES)])
    fetched = fetch_entries((entry for entry, _ in wanted.values()), fetch)
    handed = [
        handed_of(page, publisher=feed.title, published=entry.published)
        for entry, page in fetched.pages
        for feed in [wanted[entry.address][1]]
    ]
    staging.see(entry.address for entry, _ in fetched.pages)
    polled = Polled(
        len(feeds), handed, [*failed, *fetched.failed], len(new) - len(wanted)
    )
    staging.note_polled(
        {
            "when": now.isoformat(),
            "feeds": polled.feeds,
            "new": len(handed),
            "left": polled.left,
            "failed": polled.failed,
        }
    )
    return polled
