"""Feeds: listed first, and only what is chosen is fetched."""

import threading
from collections.abc import Mapping

import pytest

from trucewatch.web.capture import Captured, CaptureError
from trucewatch.web.feeds import (
    MOST_ENTRIES,
    Entry,
    FeedError,
    fetch_entries,
    read_feed,
)

AT = "https://example.org/feed"
RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Daily wire</title>
<item><title>A quiet  day</title><link>https://example.org/1</link>
<pubDate>Tue, 24 May 2016 23:30:00 GMT</pubDate></item>
<item><link>https://example.org/2</link></item>
<item><title>Again</title><link>https://example.org/2</link></item>
<item><title>Bad</title><link>javascript:alert(1)</link></item>
<item><title>Inside</title><link>file:///etc/passwd</link></item>
<item><title>No page</title></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Atom wire</title>
<entry><title>&lt;b&gt;Bold&lt;/b&gt;</title><link href="https://example.org/a"/>
<updated>2016-05-25T01:00:00Z</updated></entry></feed>"""


def test_a_feed_lists_its_pages_once_each_with_their_day() -> None:
    feed = read_feed(RSS, AT)
    assert (feed.title, feed.address) == ("Daily wire", AT)
    assert feed.entries == (
        Entry("A quiet day", "https://example.org/1", "2016-05-24"),
        Entry("Again", "https://example.org/2", ""),
    )


def test_an_atom_feed_is_read_too() -> None:
    (entry,) = read_feed(ATOM, AT).entries
    assert (entry.address, entry.published) == ("https://example.org/a", "2016-05-25")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no feed"),
        (b"<html><p>A page</p></html>", "no feed"),
        (b"<rss><channel><title>Empty</title></channel></rss>", "no feed"),
        (b'<!DOCTYPE r [<!ENTITY a "aa">]><rss>&a;</rss>', "entities"),
        (b"\x00\xff" * 1_000, "no feed"),
    ],
)
def test_what_is_no_feed_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(FeedError, match=why):
        read_feed(content, AT)


def test_a_file_of_this_machine_is_not_opened_as_a_feed() -> None:
    with pytest.raises(FeedError):
        read_feed(b"/etc/hostname", AT)


def test_only_so_many_entries_are_listed() -> None:
    items = "".join(
        f"<item><link>https://example.org/{n}</link></item>" for n in range(100)
    )
    feed = read_feed(f"<rss><channel>{items}</channel></rss>".encode(), AT)
    assert len(feed.entries) == MOST_ENTRIES


def fetch(address: str, kinds: Mapping[str, str]) -> Captured:
    """Give every page but one."""
    assert "text/html" in kinds
    if address.endswith("gone"):
        raise CaptureError(address, "it answers 404")
    return Captured(address, ".html", b"words")


def test_chosen_entries_are_fetched_in_order_and_failures_are_said() -> None:
    names = ("b", "gone", "a")
    entries = [Entry(name, f"https://example.org/{name}", "") for name in names]
    fetched = fetch_entries(entries, fetch)
    assert [entry.title for entry, _ in fetched.pages] == ["b", "a"]
    assert fetched.failed == [
        ("https://example.org/gone", "https://example.org/gone: it answers 404")
    ]


def test_a_server_that_keeps_one_waiting_does_not_keep_the_others() -> None:
    waiting = threading.Event()

    def slow(address: str, kinds: Mapping[str, str]) -> Captured:
        if address.endswith("slow"):
            waiting.wait(10)
        return fetch(address, kinds)

    entries = [Entry(n, f"https://example.org/{n}", "") for n in ("slow", "a")]
    fetched = fetch_entries(entries, slow, seconds=0.5)
    waiting.set()
    assert [entry.title for entry, _ in fetched.pages] == ["a"]
    assert fetched.failed == [
        ("https://example.org/slow", "there was no time left for it")
    ]
