"""From a feed to the ledger: listed, chosen, fetched, looked at, recorded."""

import re
from collections.abc import Mapping

import pytest

from tests.integration.workbench.conftest import TEXTS
from tests.support.workbench import Client, text_of
from trucewatch.web.capture import Captured, CaptureError

FEED = "https://example.org/feed"
RSS = b"""<rss><channel><title>Harbour wire</title>
<item><title>&lt;script&gt;taken()&lt;/script&gt;</title>
<link>https://example.org/one</link>
<pubDate>Tue, 24 May 2016 10:00:00 GMT</pubDate></item>
<item><title>Two</title><link>https://example.org/two</link></item>
<item><title>Gone</title><link>https://example.org/gone</link></item>
</channel></rss>"""


def fetch(address: str, _: Mapping[str, str]) -> Captured:
    """Give the feed and its pages without any network."""
    if address == FEED:
        return Captured(FEED, ".xml", RSS)
    if address.endswith("gone"):
        raise CaptureError(address, "it answers 404")
    words = f"{address}\n\n52 armed groups have joined the ceasefire in Syria.\n"
    return Captured(address, ".txt", words.encode())


@pytest.fixture
def fed(client: Client) -> Client:
    """A workbench with that network."""
    client.bench.fetch = fetch
    return client


def listed(fed: Client) -> str:
    """List the feed; return where its entries are."""
    answer = fed.post("/intake", {"feed": FEED})
    return str(answer.headers["location"])


def test_a_feed_is_listed_and_nothing_is_fetched_or_recorded(fed: Client) -> None:
    page = fed.get(listed(fed))
    assert "Harbour wire 3 entries" in text_of(page)
    assert "<script>taken" not in page.text
    assert page.text.count("checked") == 3
    assert len(fed.bench.casebook.view().documents()) == len(TEXTS)


def test_chosen_entries_go_through_a_dry_run_into_the_ledger(fed: Client) -> None:
    at = listed(fed)
    sent = {"csrf": fed.token(), "entry": ["https://example.org/one", FEED + "/gone"]}
    sent["entry"] = [f"https://example.org/{name}" for name in ("one", "gone")]
    answer = fed.ask("POST", f"{at}/entries", data=sent)
    dry = text_of(fed.get(answer.headers["location"]))
    assert "1 document read" in dry
    assert "Not fetched https://example.org/gone: it answers 404" in dry
    fed.post(at, {"word": "take"})
    documents = fed.bench.casebook.view().documents()
    (made,) = [d for d in documents if d.url]
    assert (made.url, made.publisher) == ("https://example.org/one", "Harbour wire")
    assert str(made.published) == "2016-05-24"
    page = fed.get(listed(fed)).text
    assert "in the ledger" in page
    assert len(re.findall(r'name="entry"[^>]*checked', page)) == 2


def test_a_feed_can_be_listed_again(fed: Client) -> None:
    listed(fed)
    listed(fed)
    assert fed.get("/intake").text.count("List again:") == 1


@pytest.mark.parametrize("entry", ["", "https://evil.example/"])
def test_only_what_the_feed_lists_is_fetched(fed: Client, entry: str) -> None:
    answer = fed.post(f"{listed(fed)}/entries", {"entry": entry})
    assert answer.status_code == 400


def test_entries_are_of_a_feed_that_waits(fed: Client) -> None:
    at = fed.post("/intake", {"text": "Words."}).headers["location"]
    assert fed.post(f"{at}/entries", {"entry": "x"}).status_code == 400


def test_what_is_no_feed_is_said_so(fed: Client) -> None:
    fed.bench.fetch = lambda address, _: Captured(address, ".xml", b"<p>")
    assert "it is no feed" in text_of(fed.post("/intake", {"feed": FEED}))


def test_a_feed_can_be_forgotten(fed: Client) -> None:
    at = listed(fed)
    assert fed.post(at, {"word": "drop"}).headers["location"] == "/intake"
    assert fed.get(at).status_code == 400


def test_known_feeds_are_fetched_anew_with_one_button(fed: Client) -> None:
    listed(fed)
    answer = fed.post("/intake/feeds")
    dry = text_of(fed.get(answer.headers["location"]))
    assert "2 documents read" in dry
    assert "it answers 404" in dry
    fed.post(answer.headers["location"], {"word": "drop"})
    # nothing is new, and what was dropped does not come back of its own accord
    assert fed.post("/intake/feeds").headers["location"] == "/intake"
    page = text_of(fed.get("/intake"))
    assert "1 feed, 0 new pages" in page
    assert "it answers 404" in page
    again = fed.post("/intake/feeds", {"again": "yes"})
    assert "2 documents read" in text_of(fed.get(again.headers["location"]))


def test_a_known_feed_is_forgotten(fed: Client) -> None:
    listed(fed)
    fed.post("/intake/feeds/forget", {"feed": FEED})
    assert "Known feeds" not in text_of(fed.get("/intake"))
