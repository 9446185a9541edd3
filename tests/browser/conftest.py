"""A real browser before a real server, both on this machine and nowhere else."""

import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from tests.integration.workbench.conftest import TEXTS, clock
from trucewatch.api import Casebook
from trucewatch.ledger.memory import MemoryLedger
from trucewatch.web.app import create_app
from trucewatch.web.bench import Workbench

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
ROOT = Path(__file__).parents[2]
AXE = ROOT / "build" / "web" / "node_modules" / "axe-core" / "axe.min.js"
PATIENCE = 20  # seconds until a server answers on a busy machine
ARABIC = (
    "\u0642\u0627\u0644\u062a \u0648\u0632\u0627\u0631\u0629 "
    "\u0627\u0644\u062f\u0641\u0627\u0639 \u0625\u0646 "
    "\u0648\u0642\u0641 \u0625\u0637\u0644\u0627\u0642 "
    "\u0627\u0644\u0646\u0627\u0631 \u0645\u0633\u062a\u0645\u0631.\n"
)


def missing(what: str) -> None:
    """Skip a test that needs a browser; where CI runs, that is a failure."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is required and not there")
    pytest.skip(f"{what} is not there")


def chromium() -> str | None:
    """Return the browser that the system has, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, as the system has it."""
    found = chromium()
    if found is None:
        missing("chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield opened
        opened.close()


class Served:
    """A workbench that listens.

    Attributes:
        address: Where.
        bench: The workbench.
    """

    def __init__(self, bench: Workbench) -> None:
        self.bench = bench
        settings = uvicorn.Config(create_app(bench), port=0, log_level="error")
        self._server = uvicorn.Server(settings)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        until = time.monotonic() + PATIENCE
        while not self._server.started and time.monotonic() < until:
            time.sleep(0.02)
        port = self._server.servers[0].sockets[0].getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"

    def close(self) -> None:
        """Stop listening."""
        self._server.should_exit = True
        self._thread.join(PATIENCE)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Served]:
    """A workbench over a ledger with nothing in it."""
    casebook = Casebook(MemoryLedger(), clock=clock)
    served = Served(Workbench(casebook, tmp_path, owner="mira", clock=clock))
    yield served
    served.close()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A workbench over a few documents, one of them hostile and one Arabic."""
    folder = tmp_path_factory.mktemp("documents")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "hostile.html").write_text(HOSTILE, encoding="utf-8")
    (folder / "arabic.txt").write_text(ARABIC * 3, encoding="utf-8")
    casebook = Casebook(MemoryLedger(), clock=clock, theatre="syria_2016")
    casebook.take_in([folder], processes=1)
    bench = Workbench(casebook, tmp_path_factory.mktemp("desk"), owner="mira")
    made = Served(bench)
    yield made
    made.close()


def grave_findings(page: Page) -> list[tuple[str, str, str]]:
    """Return what axe finds serious or critical on a page."""
    if not AXE.exists():
        missing("axe-core (`make web`)")
    page.wait_for_load_state()
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("() => axe.run()")
    return [
        (v["id"], v["nodes"][0]["html"][:200], v["nodes"][0].get("failureSummary", ""))
        for v in found["violations"]
        if v["impact"] in {"serious", "critical"}
    ]


EVIL = (
    "&lt;script&gt;window.taken = 1&lt;/script&gt;"
    '&lt;img src=x onerror="window.taken = 2"&gt;'
)
HOSTILE = f"""<html><head><title>{EVIL}</title></head><body><article><h1>{EVIL}</h1>
<p>The Russian Defence Ministry said on 24 May 2016 that 3 people were killed in Homs
&lt;/script&gt;&lt;script&gt;window.taken = 3&lt;/script&gt; near the front.</p>
<p>A second paragraph says that the day was quiet in all other places of the province,
and that the centre will go on counting what it is told of the ceasefire.</p>
</article></body></html>
"""
