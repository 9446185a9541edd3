"""Known feeds, fetched anew."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest

from trucewatch.web import polling
from trucewatch.web.capture import Captured, CaptureError
from trucewatch.web.feeds import Feed, FeedError, read_feed
from trucewatch.web.polling import Polled, add_feed, poll
from trucewatch.web.staging import Staging

FEED, OTHER = "https://example.org/feed", "https://example.com/feed"
NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)


def rss(*names: str) -> bytes:
    items = "".join(
        f"<item><title>{name}</title><link>https://example.org/{name}</link></item>"
        for name in names
    )
    return f"<rss><channel><title>Wire</title>{items}</channel></rss>".encode()


class Web:
    """Pages by address, without any network.

    Attributes:
        pages: What stands where.
        asked: What was asked for, in order.
    """

    def __init__(self, pages: dict[str, bytes]) -> None:
        self.pages = pages
        self.asked: list[str] = []

    def __call__(self, address: str, _: Mapping[str, str]) -> Captured:
        """Give a page.

        Raises:
            CaptureError: There is none.
        """
        self.asked.append(address)
        if address not in self.pages:
            raise CaptureError(address, "it answers 404")
        return Captured(address, ".txt", self.pages[address])


@pytest.fixture
def web() -> Web:
    pages = {f"https://example.org/{name}": name.encode() for name in ("one", "two")}
    return Web(pages | {FEED: rss("one", "two", "gone")})


@pytest.fixture
def staging(tmp_path: Path, web: Web) -> Staging:
    made = Staging(tmp_path)
    assert add_feed(FEED, made, web).title == "Wire"
    web.asked.clear()
    return made


def polled(staging: Staging, web: Web, **more: bool) -> Polled:
    return poll(staging, (), web, now=NOW, **more)


def urls(found: Polled) -> list[str]:
    return sorted(one.url.rpartition("/")[2] for one in found.handed)


def test_new_pages_are_fetched_once(staging: Staging, web: Web) -> None:
    first = polled(staging, web)
    assert urls(first) == ["one", "two"]
    assert {one.publisher for one in first.handed} == {"Wire"}
    assert [address for address, _ in first.failed] == ["https://example.org/gone"]
    web.asked.clear()
    second = polled(staging, web)
    assert (second.handed, second.feeds) == ([], 1)
    # what was not there may be there by now
    assert web.asked == [FEED, "https://example.org/gone"]


def test_what_the_ledger_has_is_not_fetched(staging: Staging, web: Web) -> None:
    found = poll(staging, ["https://example.org/one"], web, now=NOW)
    assert urls(found) == ["two"]


def test_all_is_fetched_again_where_that_is_asked_for(
    staging: Staging, web: Web
) -> None:
    polled(staging, web)
    assert urls(polled(staging, web, again=True)) == ["one", "two"]


def test_there_is_an_end_to_what_is_fetched_at_once(
    staging: Staging, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "MOST_AT_ONCE", 1)
    first = polled(staging, web)
    assert (urls(first), first.left) == (["one"], 2)
    assert urls(polled(staging, web)) == ["two"]


def test_a_feed_that_fails_costs_no_other(staging: Staging, web: Web) -> None:
    staging.know(staging_feed(web, OTHER))
    web.pages[OTHER] = b"<p>moved</p>"
    found = polled(staging, web)
    assert (found.feeds, urls(found)) == (1, ["one", "two"])
    assert OTHER in dict(found.failed)
    assert staging.polled()["new"] == 2


def staging_feed(web: Web, address: str) -> Feed:
    web.pages[address] = rss("three")
    return read_feed(web.pages[address], address)


def test_what_is_no_feed_is_not_remembered(staging: Staging, web: Web) -> None:
    web.pages[OTHER] = b"words"
    with pytest.raises(FeedError):
        add_feed(OTHER, staging, web)
    assert [address for address, _ in staging.feeds()] == [FEED]


def test_a_feed_is_forgotten(staging: Staging, web: Web) -> None:
    staging.unknow(FEED)
    assert polled(staging, web) == Polled(0, [], [], 0)
    assert web.asked == []


def test_a_feed_that_leads_inside_is_refused(tmp_path: Path) -> None:
    from trucewatch.web.capture import capture  # noqa: PLC0415 - the real one

    with pytest.raises(CaptureError, match="not public"):
        add_feed("http://127.0.0.1/feed", Staging(tmp_path), capture)
