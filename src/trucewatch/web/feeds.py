"""Feeds: RSS and Atom, listed first; only the entries somebody chooses are fetched.

The parser is feedparser. A feed is somebody else's file: it may name any address, so
every entry is fetched like any other page, checked and bounded, and what cannot be
fetched is said so.
"""

import datetime as dt
import io
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import Any, NamedTuple

from trucewatch.errors import MissingPartError, RequestError
from trucewatch.web.capture import SUFFIXES, Captured, CaptureError, checked_parts

_PART = "reader of feeds"
MOST_ENTRIES = 60
MOST_TITLE = 300
AT_ONCE = 4
Fetch = Callable[[str, Mapping[str, str]], Captured]
SECONDS = 60.0  # for all entries that somebody chose together


class FeedError(RequestError):
    """What was fetched is no feed."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(f"{address}: {why}")


class Entry(NamedTuple):
    """One entry of a feed.

    Attributes:
        title: Its title, or its address.
        address: Where its page is.
        published: The day it was published, or empty.
    """

    title: str
    address: str
    published: str


class Feed(NamedTuple):
    """A feed.

    Attributes:
        title: Its title.
        address: Where it is.
        entries: Its entries with a page, as it has them.
    """

    title: str
    address: str
    entries: tuple[Entry, ...]


class Fetched(NamedTuple):
    """What became of chosen entries.

    Attributes:
        pages: Entries with their pages.
        failed: Addresses that could not be fetched, each with why.
    """

    pages: list[tuple[Entry, Captured]]
    failed: list[tuple[str, str]]


def read_feed(content: bytes, address: str) -> Feed:
    """Return what a feed lists.

    Args:
        content: Its bytes.
        address: Where it is.

    Raises:
        FeedError: It is none, or defines words of its own, as attacks do.
        MissingPartError: What reads feeds is not installed.
    """
    # A seventh of a second to import, and most days nobody looks at a feed.
    try:
        import feedparser  # type: ignore[import-untyped]  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise MissingPartError(_PART, "web") from error

    if b"<!ENTITY" in content:
        raise FeedError(address, "it defines entities, which no feed needs")
    parsed = feedparser.parse(io.BytesIO(content))
    entries = [entry for one in parsed.entries if (entry := _entry(one)) is not None]
    if not entries:
        raise FeedError(address, "it is no feed, or lists no page")
    once = {entry.address: entry for entry in entries}
    title = str(parsed.feed.get("title") or "")[:MOST_TITLE]
    return Feed(title, address, tuple(once.values())[:MOST_ENTRIES])


def _entry(one: Any) -> Entry | None:  # noqa: ANN401 - of feedparser
    address = str(one.get("link") or "").strip()
    try:
        checked_parts(address)
    except CaptureError:
        return None
    day = one.get("published_parsed") or one.get("updated_parsed")
    published = "" if day is None else dt.date(*day[:3]).isoformat()
    title = " ".join(str(one.get("title") or address).split())
    return Entry(title[:MOST_TITLE], address, published)


def fetch_entries(
    entries: Iterable[Entry],
    fetch: Fetch,
    *,
    seconds: float = SECONDS,
) -> Fetched:
    """Fetch the pages of entries, a few at once and all within a time.

    Args:
        entries: The entries.
        fetch: Gets one page.
        seconds: How long all may take.
    """
    by_address = {one.address: one for one in entries}
    pages, failed = fetch_all(by_address, fetch, SUFFIXES, seconds=seconds)
    return Fetched([(by_address[at], page) for at, page in pages.items()], failed)


def fetch_all(
    addresses: Iterable[str],
    fetch: Fetch,
    kinds: Mapping[str, str],
    *,
    seconds: float = SECONDS,
) -> tuple[dict[str, Captured], list[tuple[str, str]]]:
    """Fetch addresses, a few at once and all within a time.

    Args:
        addresses: What is fetched.
        fetch: Gets one page.
        kinds: Types of content that are taken.
        seconds: How long all may take.

    Returns:
        What was fetched, by the address asked for and in that order; and what was
        not, each with why.
    """
    pages: dict[str, Captured] = {}
    failed: dict[str, str] = {}
    pool = ThreadPoolExecutor(AT_ONCE)
    asked = {pool.submit(fetch, one, kinds): one for one in addresses}
    try:
        for future in as_completed(asked, timeout=seconds):
            address = asked[future]
            try:
                pages[address] = future.result()
            except CaptureError as error:
                failed[address] = str(error)
    except TimeoutError:
        for address in asked.values():
            if address not in pages:
                failed.setdefault(address, "there was no time left for it")
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    ordered = {at: pages[at] for at in asked.values() if at in pages}
    return ordered, list(failed.items())
