"""Take pictures of the workbench's screens, in both themes, for the documentation.

``python tools/take_pictures.py [FOLDER]`` reads the examples that ship into a ledger of
its own, serves it, and keeps a picture of each screen. Look at them: a picture nobody
looked at proves nothing.
"""

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Page, sync_playwright  # noqa: E402 - after the path

from tests.browser.conftest import FLAGS, Served, chromium  # noqa: E402
from tests.support.screens import PICTURED, address  # noqa: E402 - after the path
from trucewatch.api import EXAMPLES, Casebook, Decision  # noqa: E402
from trucewatch.ledger.memory import MemoryLedger  # noqa: E402
from trucewatch.web.bench import Workbench  # noqa: E402

PICTURES = ROOT / "docs" / "images" / "web"
SIZE = {"width": 1100, "height": 720}
OVER = {"evidence": "claims", "palette": "claims"}
SLID_IN = 500  # milliseconds until the drawer stands still
DRAWN = 3_000  # milliseconds a map gets to be drawn


def take(page: Page, served: Served, theme: str) -> None:
    """Take a picture of every screen."""
    for name in PICTURED:
        # a picture of what opens over a screen is one of that screen
        screen = OVER.get(name, name)
        page.goto(address(served.bench, served.address, screen))
        page.wait_for_load_state("networkidle")
        if name == "evidence":
            page.locator("td a[data-evidence]").first.click()
            page.wait_for_selector("#drawer[open] mark")
            page.wait_for_timeout(SLID_IN)
        if name == "palette":
            page.keyboard.press("Control+k")
            page.keyboard.type("horlivka")
            page.wait_for_selector("#palette-list li:has-text('document')")
        if name == "map":
            page.wait_for_timeout(DRAWN)
        page.screenshot(path=PICTURES / f"{name}-{theme}.png")


def main() -> None:
    """Take them all."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLES
    PICTURES.mkdir(parents=True, exist_ok=True)
    casebook = Casebook(MemoryLedger())
    casebook.take_in([folder])
    claims = [claim for claim in casebook.claims() if claim.quantity is not None]
    for person, word in (("ana", "accepted"), ("ben", "rejected")):
        coder = Casebook(casebook.ledger, author=person)
        coder.judge(Decision(claims[0].key, word))
    coder.judge(Decision(claims[1].key, "accepted"))
    with tempfile.TemporaryDirectory() as desk:
        bench = Workbench(casebook, Path(desk), owner="ana", name="mission")
        made = {"author": "ana", "made": bench.clock().isoformat()}
        bench.views.save("The dead, as alleged", "/claims?kind=CAS", **made)
        bench.views.save("Disputed parties", "/registers/parties?disputed=1", **made)
        served = Served(bench)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium(), args=list(FLAGS)
            )
            for theme in ("light", "dark"):
                context = browser.new_context(viewport=SIZE, color_scheme=theme)
                take(context.new_page(), served, theme)
                context.close()
            browser.close()
        served.close()


if __name__ == "__main__":
    main()
