"""Pages of a large ledger that take long, as a browser without scripts sees them."""

import time
from collections.abc import Callable, Hashable
from pathlib import Path

import httpx2
import pytest
from starlette.responses import Response

from tests.integration.workbench.conftest import TEXTS, clock
from tests.support.workbench import Client, opened
from trucewatch.api import Casebook, Decision
from trucewatch.ledger.memory import MemoryLedger
from trucewatch.web.bench import Bounds
from trucewatch.web.waiting import Waiting

PATIENCE = 60.0  # seconds until a page is there on a busy machine
SCREENS = ("/", "/claims", "/registers/parties", "/counters", "/administration")


@pytest.fixture
def client(tmp_path: Path) -> Client:
    """A client of a workbench that tells everybody to wait."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    casebook = Casebook(MemoryLedger(), clock=clock, theatre="syria_2016")
    casebook.take_in([tmp_path / name for name in TEXTS], processes=1)
    client = opened(casebook, tmp_path / "desk")
    client.bench.bounds = Bounds(5, at_once=0, patience=0.0)
    client.get("/sign-in")
    return client


def waited(client: Client, path: str) -> httpx2.Response:
    """Return a page as soon as it is there, as a browser asks for it."""
    until = time.monotonic() + PATIENCE
    answer = client.get(path)
    while answer.status_code == 202 and time.monotonic() < until:
        time.sleep(0.02)
        answer = client.get(path)
    return answer


class Slow(Waiting):
    """Every page takes long the first time it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: set[tuple[str, str]] = set()

    def page(
        self,
        who: tuple[str, str],
        what: Hashable,
        make: Callable[[], Response],
        patience: float,
    ) -> Response | None:
        """Return the page the second time."""
        del patience
        if who not in self._asked:
            self._asked.add(who)
            return None
        return super().page(who, what, make, PATIENCE)


@pytest.mark.parametrize("path", SCREENS)
def test_a_page_that_is_not_there_says_so_and_comes(client: Client, path: str) -> None:
    client.bench.waiting = Slow()
    first = client.get(path)
    assert first.status_code == 202
    assert '<meta http-equiv="refresh" content="1">' in first.text
    page = client.get(path)
    assert page.status_code == 200
    assert "http-equiv" not in page.text
    assert client.token() in page.text or "csrf" not in page.text


def test_the_first_page_is_waited_for(client: Client) -> None:
    assert client.bench.patience > client.bench.bounds.patience
    waited(client, "/claims")
    assert client.bench.patience == client.bench.bounds.patience


def test_programs_wait_for_the_answer(client: Client) -> None:
    answer = client.get("/claims", headers={"accept": "*/*"})
    assert answer.status_code == 200


def test_trouble_comes_too(client: Client) -> None:
    assert waited(client, "/registers/nothing").status_code == 404


def test_nobody_is_handed_the_session_of_another(client: Client) -> None:
    other = Client(client.app)
    other.get("/sign-in")
    pages = [waited(one, "/contradictions").text for one in (client, other)]
    for page, mine, theirs in zip(pages, (client, other), (other, client), strict=True):
        assert mine.token() in page
        assert theirs.token() not in page


def test_what_somebody_decides_is_in_the_page_that_follows(client: Client) -> None:
    client.get("/administration")
    claim = client.bench.casebook.claims()[0]
    sent = client.post(f"/review/{claim.key}", {"word": "rejected"})
    assert sent.status_code == 303
    page = waited(client, "/administration").text
    assert f"/review/{claim.key}" in page  # in the audit


def test_what_others_decide_is_in_the_page_that_is_asked_for_later(
    client: Client,
) -> None:
    claims = client.bench.casebook.claims()
    before = waited(client, "/claims").text
    client.bench.casebook.judge(Decision(claims[0].key, "rejected"))
    after = waited(client, "/claims").text
    assert f"/evidence/{claims[0].key}" in before
    assert f"/evidence/{claims[0].key}" not in after
