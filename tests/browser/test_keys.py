"""Keys pressed while a page is on its way: none lost, none twice, none for another."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.conftest import Served
from trucewatch.api import Review

pytestmark = pytest.mark.slow
SENTENCES = (
    "41 armed groups have joined the ceasefire in Syria, the ministry said.\n",
    "6 people were killed in Aleppo on 3 March 2016, the ministry said.\n",
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def filled(empty: Served, tmp_path: Path) -> Served:
    """A workbench with a few claims that wait."""
    for number, text in enumerate(SENTENCES):
        path = tmp_path / f"{number}.txt"
        path.write_text(text, encoding="utf-8")
        empty.bench.casebook.take_in([path], processes=1)
    return empty


class HeldUp:
    """What a page asked for and has not got yet.

    Attributes:
        address: What is kept on its way.
    """

    def __init__(self, page: Page, address: str) -> None:
        self.address = address
        self._waiting: list[Route] | None = []
        page.route(address, self._keep)

    def _keep(self, route: Route) -> None:
        if self._waiting is None:
            route.continue_()
        else:
            self._waiting.append(route)

    def arrive(self) -> None:
        """Let it arrive, and everything after it."""
        waiting, self._waiting = self._waiting or [], None
        for route in waiting:
            route.continue_()


def without(page: Page, script: str, address: str) -> HeldUp:
    """Show a page whose script does not come."""
    held = HeldUp(page, f"**/static/{script}.js")
    page.goto(address, wait_until="commit")
    page.wait_for_selector("main .head h1")
    return held


def verdicts(served: Served) -> list[tuple[str, str]]:
    """Return key and word of each verdict, in the order they were recorded."""
    made = [entry.judgement for entry in served.bench.casebook.view().judgements()]
    return [(one.target, one.verdict.value) for one in made if isinstance(one, Review)]


def shown(page: Page) -> str:
    """Return the key of the claim on the screen."""
    action = page.get_attribute("#verdict", "action") or ""
    return action.partition("?")[0].rpartition("/")[2]


def other_than(page: Page, key: str) -> None:
    """Wait until another claim is on the screen."""
    page.wait_for_selector(f"#verdict:not([action*='{key}'])")


def test_a_key_before_its_script_is_there_counts_for_the_claim_shown(
    filled: Served, page: Page
) -> None:
    late = without(page, "review", f"{filled.address}/review")
    page.wait_for_selector("#verdict .verdicts button")
    key = shown(page)
    page.keyboard.press("a")
    late.arrive()
    other_than(page, key)
    assert verdicts(filled) == [(key, "accepted")]


def test_keys_before_their_scripts_go_where_they_would_have_gone(
    filled: Served, page: Page
) -> None:
    late = without(page, "review", f"{filled.address}/review")
    page.wait_for_selector("#verdict .verdicts button")
    page.keyboard.press("n")
    page.keyboard.type("an axe")
    late.arrive()
    page.wait_for_load_state()
    assert page.input_value("#note") == "an axe"
    assert verdicts(filled) == []


def test_letters_in_a_field_are_not_held(filled: Served, page: Page) -> None:
    late = without(page, "review", f"{filled.address}/review")
    page.wait_for_selector("#verdict .verdicts button")
    page.focus("#note")
    page.keyboard.type("exact")
    late.arrive()
    page.wait_for_load_state()
    assert page.input_value("#note") == "exact"
    assert verdicts(filled) == []


def test_two_keys_on_one_page_make_one_verdict(filled: Served, page: Page) -> None:
    page.goto(f"{filled.address}/review")
    key = shown(page)
    late = HeldUp(page, f"**/review/{key}")
    page.keyboard.press("a")
    page.keyboard.press("x")
    page.keyboard.press("u")
    late.arrive()
    other_than(page, key)
    assert verdicts(filled) == [(key, "accepted")]


def test_the_palette_opens_with_what_was_typed_before_it_was_there(
    filled: Served, page: Page
) -> None:
    late = without(page, "palette", f"{filled.address}/claims")
    page.keyboard.press("Control+k")
    page.keyboard.type("casu")
    late.arrive()
    page.wait_for_selector("#palette-0:has-text('Casualties')")
    assert page.input_value("#palette-find") == "casu"
