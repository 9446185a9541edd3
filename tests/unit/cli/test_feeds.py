"""Feeds from the command line."""

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.shell import Shell
from trucewatch.web.capture import Captured

FEED = "https://example.org/feed"
RSS = b"""<rss><channel><title>Wire</title><item><title>One</title>
<link>https://example.org/one</link></item></channel></rss>"""


def fetch(address: str, _: Mapping[str, str]) -> Captured:
    """Give a feed and its page without any network."""
    words = b"52 armed groups have joined the ceasefire in Syria, the ministry said.\n"
    return Captured(address, ".txt", RSS if address == FEED else words)


@pytest.fixture
def fed(monkeypatch: pytest.MonkeyPatch, shell: Shell) -> Shell:
    from trucewatch.web import feeding  # noqa: PLC0415 - its default is changed

    monkeypatch.setattr(feeding.Feeds.__init__, "__kwdefaults__", {"fetch": fetch})
    return shell


def test_a_feed_is_remembered_listed_and_forgotten(fed: Shell, ledger: Path) -> None:
    assert fed("feeds", ledger, "--add", FEED, "--json").records() == [
        {"feed": FEED, "title": "Wire"}
    ]
    assert FEED in fed("feeds", ledger).out
    assert fed("feeds", ledger, "--forget", FEED, "--json").records() == []


def test_what_is_new_is_taken_in_once(fed: Shell, ledger: Path) -> None:
    (record,) = fed("feeds", ledger, "--add", FEED, "--fetch", "--json").records()
    assert (record["fetched"], record["documents"]) == (1, 1)
    assert record["claims"] > 0
    ran = fed("feeds", ledger, "--fetch")
    assert "0 new pages" in ran.err
    assert "52 armed groups" in fed("claims", ledger, "--json").out


def test_an_address_inside_is_refused(shell: Shell, ledger: Path) -> None:
    ran = shell("feeds", ledger, "--add", "http://127.0.0.1/feed")
    assert ran.code != 0
    assert "not public" in ran.err


def test_without_its_reader_it_says_what_to_install(
    fed: Shell, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "feedparser", None)
    assert "trucewatch[web]" in fed("feeds", ledger, "--add", FEED).err
