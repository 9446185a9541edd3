"""Parts of screens that live in a browser: the palette, feeds, versions, files."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Served, grave_findings
from trucewatch.web.capture import Captured

pytestmark = pytest.mark.slow
FEED = b"""<rss><channel><title>Harbour wire</title>
<item><title>&lt;img src=x onerror="window.taken = 1"&gt;</title>
<link>https://example.org/one</link></item></channel></rss>"""
SENT = 500  # milliseconds in which a form that was sent by mistake arrives
PAGE = b"52 armed groups have joined the ceasefire in Syria, the ministry said.\n"


def fetch(address: str, _: Mapping[str, str]) -> Captured:
    """Give a feed and its page without any network."""
    body = FEED if address.endswith("feed") else PAGE
    return Captured(address, ".txt", body)


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page in one of the themes."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 860}, color_scheme=request.param
    )
    opened = context.new_page()
    yield opened
    context.close()


def open_palette(served: Served, page: Page, path: str = "/claims") -> None:
    page.goto(f"{served.address}{path}")
    page.wait_for_selector("#palette-button:not([hidden])")
    page.keyboard.press("Control+k")
    page.wait_for_selector("#palette[open]")


def test_the_palette_goes_to_a_screen_by_a_few_letters(
    served: Served, page: Page
) -> None:
    open_palette(served, page, "/claims?as_of=2016-05-24")
    page.keyboard.type("casu")
    page.wait_for_selector("#palette-0:has-text('Casualties')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/registers/casualties?as_of=2016-05-24")


def test_the_palette_finds_documents_and_claims(served: Served, page: Page) -> None:
    open_palette(served, page)
    page.keyboard.type("joined ceasefire")
    page.wait_for_selector("#palette-list[aria-busy=false] li:has-text('document')")
    assert page.locator("#palette-list li:has-text('claim')").count() > 0
    assert page.evaluate("() => window.taken") is None
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#palette-1", "aria-selected") == "true"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/d_*")


def test_the_palette_has_no_grave_faults_and_escape_closes_it(
    served: Served, page: Page
) -> None:
    open_palette(served, page)
    page.keyboard.type("re")
    page.wait_for_selector("#palette-1")
    assert grave_findings(page) == []
    page.keyboard.press("Escape")
    page.wait_for_selector("#palette:not([open])", state="attached")


def test_words_that_nothing_is_called_are_looked_for(
    served: Served, page: Page
) -> None:
    open_palette(served, page)
    page.keyboard.type("zzz")
    page.wait_for_selector("#palette-0:has-text('zzz')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?find=zzz")


def test_entries_of_a_feed_are_chosen_and_read(served: Served, page: Page) -> None:
    served.bench.fetch = fetch
    page.goto(f"{served.address}/intake")
    page.fill('[name="feed"]', "https://example.org/feed")
    page.click("text=List its entries")
    page.wait_for_selector("#fetch")
    assert grave_findings(page) == []
    assert page.evaluate("() => window.taken") is None
    with page.expect_navigation():
        page.click("#fetch")
    assert page.locator("#take").count() == 1
    assert "52 armed groups" in page.content()
    page.click("text=Forget it")
    page.wait_for_url("**/intake")


def test_what_a_changed_document_lost_is_shown(
    served: Served, page: Page, tmp_path: Path
) -> None:
    path = tmp_path / "changed.txt"
    for number in (61, 62):
        path.write_bytes(PAGE.replace(b"52", str(number).encode()))
        served.bench.casebook.take_in([path], processes=1)
    page.goto(f"{served.address}/documents")
    with page.expect_navigation():
        page.locator("a.chip:has-text('version 2 of')").first.click()
    assert page.locator("h2:has-text('Gone')").count() == 1
    assert page.locator(".diff .minus").count() == 1
    assert grave_findings(page) == []


def test_claims_are_taken_away_as_a_file(served: Served, page: Page) -> None:
    page.goto(f"{served.address}/claims")
    page.click("a:has-text('Take with you')")
    with page.expect_download() as waiting:
        page.get_by_label("csv, redacted").click()
    assert waiting.value.suggested_filename == "ledger-claims-redacted.csv"


def test_enter_in_a_note_or_a_field_accepts_nothing(
    empty: Served, page: Page, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(PAGE)
    empty.bench.casebook.take_in([path], processes=1)
    page.goto(f"{empty.address}/review")
    page.wait_for_selector("#gate:not(:empty)")
    page.keyboard.press("n")
    page.keyboard.type("odd")
    page.keyboard.press("Enter")
    page.keyboard.press("e")
    page.fill('[name="value"]', "95")
    page.wait_for_selector("#correct:disabled")
    page.keyboard.press("Enter")
    page.wait_for_timeout(SENT)
    assert page.input_value("#note") == "odd"
    assert empty.bench.casebook.view().judgements() == ()


def test_a_contradiction_is_decided_with_keys(served: Served, page: Page) -> None:
    page.goto(f"{served.address}/contradictions?kind=all")
    page.wait_for_selector("#palette-button:not([hidden])")
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.wait_for_selector("details.judge[open]")
    focused = "() => document.activeElement.name"
    assert page.evaluate(focused) == "state"


def test_a_citation_is_copied(served: Served, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{served.address}/claims")
    page.locator("td a[data-evidence]").first.click()
    page.click("#drawer [data-copy]")
    page.wait_for_selector("button:has-text('Copied')")
    assert "(c_" in page.evaluate("() => navigator.clipboard.readText()")


def test_columns_and_facets_are_chosen_and_the_view_is_saved(
    empty: Served, page: Page, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(PAGE)
    empty.bench.casebook.take_in([path], processes=1)
    page.goto(f"{empty.address}/claims")
    page.click("summary:has-text('Columns')")
    with page.expect_navigation():
        page.click("[role=switch]:has-text('Rule')")
    assert page.locator("th:has-text('Rule')").count() == 1
    page.click("summary:has-text('What is counted')")
    with page.expect_navigation():
        page.click("a:has-text('groups')")
    page.click("summary:has-text('Save this view')")
    page.fill('.menu [name="name"]', "Joined")
    with page.expect_navigation():
        page.click("button:has-text('Save')")
    page.goto(empty.address)
    with page.expect_navigation():
        page.click(".tiles a:has-text('Joined')")
    assert page.locator("th:has-text('Rule')").count() == 1
    assert "unit=groups" in page.url
    assert page.locator("table.list tbody tr").count() == 1


def test_what_is_in_view_is_what_the_table_has(served: Served, page: Page) -> None:
    page.goto(f"{served.address}/map")
    page.click("#area-here:visible")
    page.wait_for_selector("#area-note:has-text('Only what lies in the area')")
    west, south, east, north = map(float, page.input_value("#area").split(","))
    assert west < east
    assert south < north
    page.click("#other")
    page.wait_for_selector("#area-note:has-text('Only what lies in the area')")
    assert page.locator("table.list tbody tr").count() > 0
