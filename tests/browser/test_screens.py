"""Every screen in a real browser: reachable, readable, and from this machine alone."""

from collections.abc import Iterator
from typing import Literal, cast, get_args
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Served, grave_findings
from tests.support.screens import SCREENS, address

pytestmark = pytest.mark.slow
Theme = Literal["light", "dark"]
THEMES = get_args(Theme)
DRAWN = 2_500  # milliseconds a map gets to be drawn


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    """Light or dark, as the system asks."""
    return cast("Theme", request.param)


@pytest.fixture
def page(theme: Theme, browser: Browser) -> Iterator[Page]:
    """A page in one of the themes, wide as a small laptop."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 860}, color_scheme=theme
    )
    opened = context.new_page()
    yield opened
    context.close()


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_asks_this_machine_alone_and_has_no_faults(
    served: Served, page: Page, name: str
) -> None:
    hosts: set[str] = set()
    faults: list[str] = []
    page.on("request", lambda r: hosts.add(urlsplit(r.url).netloc))
    page.on("pageerror", lambda e: faults.append(str(e)))
    page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    page.goto(address(served.bench, served.address, name))
    page.wait_for_load_state("networkidle")
    if name == "map":
        page.wait_for_timeout(DRAWN)
    assert hosts - {urlsplit(served.address).netloc, ""} == set()
    refused = "status of 400"  # the page of a wrong date says so by its status
    assert [fault for fault in faults if refused not in fault] == []


@pytest.mark.parametrize("name", SCREENS)
def test_axe_finds_nothing_serious(served: Served, page: Page, name: str) -> None:
    page.goto(address(served.bench, served.address, name))
    page.wait_for_load_state("networkidle")
    assert grave_findings(page) == []


@pytest.mark.parametrize("width", [360, 640])
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_fits_a_phone_and_twice_the_size(
    served: Served, browser: Browser, name: str, width: int
) -> None:
    """640 is what is left of 1280 at 200 per cent."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(address(served.bench, served.address, name))
    beyond = page.evaluate(
        "() => document.documentElement.scrollWidth - window.innerWidth"
    )
    context.close()
    assert beyond <= 1


def test_markup_in_a_document_never_runs(served: Served, page: Page) -> None:
    claim = next(c for c in served.bench.casebook.claims() if "Homs" in c.quote)
    documents = served.bench.casebook.view().documents()
    hostile = next(d for d in documents if d.source_file == "hostile.html")
    for path in (
        "/documents",
        f"/documents/{hostile.key}",
        f"/evidence/{claim.key}",
        "/review",
        "/search?find=killed",
        "/?as_of=%3Cscript%3Ewindow.taken=4%3C/script%3E",
    ):
        page.goto(served.address + path)
        assert page.evaluate("() => window.taken") is None, path
    page.goto(f"{served.address}/claims?find=Homs")
    page.locator("[data-evidence]").first.click()
    page.wait_for_selector("#drawer blockquote")
    assert page.evaluate("() => window.taken") is None


def test_a_number_opens_the_drawer_and_escape_closes_it(
    served: Served, page: Page
) -> None:
    page.goto(f"{served.address}/registers/parties")
    number = page.locator("a[data-evidence]").first
    number.click()
    page.wait_for_selector("#drawer[open] mark")
    page.keyboard.press("Escape")
    page.wait_for_selector("#drawer:not([open])", state="attached")
    page.wait_for_function("() => document.activeElement.matches('[data-evidence]')")


def test_arabic_text_runs_from_right_to_left(served: Served, page: Page) -> None:
    documents = served.bench.casebook.view().documents()
    arabic = next(d for d in documents if d.source_file == "arabic.txt")
    page.goto(f"{served.address}/documents/{arabic.key}")
    runs = "() => getComputedStyle(document.querySelector('article')).direction"
    assert page.evaluate(runs) == "rtl"


def test_the_theme_can_be_changed_and_stays(
    served: Served, page: Page, theme: Theme
) -> None:
    page.goto(served.address)
    page.click("#theme")
    page.goto(f"{served.address}/claims")
    other = {"light": "dark", "dark": "light"}[theme]
    assert page.evaluate("() => document.documentElement.dataset.theme") == other


def test_two_keys_go_to_a_screen(served: Served, page: Page) -> None:
    page.goto(f"{served.address}/?as_of=2016-05-24")
    page.keyboard.press("g")
    page.keyboard.press("x")
    page.wait_for_url("**/contradictions?as_of=2016-05-24")
