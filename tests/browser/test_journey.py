"""The whole way in the browser: from documents to a released brief."""

import json
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Served
from tests.integration.workbench.conftest import TEXTS
from trucewatch.api import EXAMPLES, Review

pytestmark = pytest.mark.slow


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that waits a while: reading documents takes its time."""
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    opened = context.new_page()
    opened.set_default_timeout(60_000)
    yield opened
    context.close()


@pytest.fixture(params=["ours", "examples", "seeds"])
def documents(request: pytest.FixtureRequest, tmp_path: Path) -> list[Path]:
    """Documents to hand in: two of ours, those that ship, the five seeds."""
    if request.param == "ours":
        folder = tmp_path / "documents"
        folder.mkdir()
        for name, text in TEXTS.items():
            (folder / name).write_text(text, encoding="utf-8")
    elif request.param == "examples":
        folder = EXAMPLES
    else:
        folder = request.getfixturevalue("shared") / "corpus" / "seeds"
        if not folder.is_dir():
            pytest.skip("no seeds in the shared folder")
    suffixes = {".txt", ".html"}
    return sorted(path for path in folder.iterdir() if path.suffix in suffixes)


def test_documents_become_a_released_brief(
    empty: Served, page: Page, documents: list[Path]
) -> None:
    take_in(empty, page, documents)
    review_with_keys(empty, page)
    page.goto(f"{empty.address}/registers/parties")
    page.locator("td a[data-evidence]").first.click()
    page.wait_for_selector("#drawer[open] mark")
    explain(empty, page)
    release(empty, page)


def take_in(empty: Served, page: Page, documents: list[Path]) -> None:
    """Hand documents in, look at the dry run, and record them."""
    page.goto(f"{empty.address}/intake")
    page.set_input_files('[name="files"]', [str(path) for path in documents])
    page.click("text=Look what is in it")
    page.wait_for_selector("#take")
    assert empty.bench.casebook.claims() == []  # a dry run records nothing
    page.click("#take")
    page.wait_for_url("**/documents?copies=all")
    assert page.locator("table.list tbody tr").count() == len(documents)


def review_with_keys(empty: Served, page: Page) -> None:
    """Accept, reject, be unsure, and undo, without touching the mouse."""

    def verdicts() -> list[str]:
        view = empty.bench.casebook.view()
        made = [entry.judgement for entry in view.judgements()]
        return [one.verdict.value for one in made if isinstance(one, Review)]

    page.goto(f"{empty.address}/review")
    shown = None
    for key, word in (("a", "accepted"), ("x", "rejected"), ("u", "unsure")):
        shown = page.get_attribute("#verdict", "action")
        page.keyboard.press(key)
        page.wait_for_selector(f"#verdict:not([action='{shown}'])")
        assert verdicts()[-1] == word
    page.keyboard.press("z")
    page.wait_for_selector(f"#verdict[action='{shown}']")  # back to the last claim
    assert verdicts() == ["accepted", "rejected", "unsure", "withdrawn"]
    page.goto(f"{empty.address}/review?only=number")
    page.wait_for_selector("#gate:not(:empty)")
    assert page.locator("tr[data-field=number]").count() == 1


def explain(empty: Served, page: Page) -> None:
    """Say why what seems to contradict does not; any finding will do."""
    page.goto(f"{empty.address}/contradictions?kind=all")
    card = page.locator("article.card").first
    card.locator("summary:has-text('Decide')").click()
    card.locator('[name="note"]').fill("They speak of different areas.")
    card.locator('[name="reason"]').select_option("area")
    with page.expect_navigation():
        card.locator("button:has-text('Record')").click()
    assert page.locator(".state-explained").count() > 0
    assert "They speak of different areas." in page.content()


def release(empty: Served, page: Page) -> None:
    """Draft a brief, approve it, and freeze it."""
    page.goto(f"{empty.address}/briefs")
    page.fill('[name="title"]', "The week on paper")
    page.click("#draft")
    page.click("#approve")
    page.click("#release")
    page.wait_for_selector("#digest")
    with page.expect_download() as waiting:
        page.click("text=pack.zip")
    pack = Path(waiting.value.path()).read_bytes()
    with zipfile.ZipFile(BytesIO(pack)) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        assert set(archive.namelist()) == {"manifest.json", *manifest["files"]}
        assert b"The week on paper" in archive.read("brief.html")
