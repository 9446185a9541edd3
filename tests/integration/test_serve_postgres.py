"""`trucewatch serve` over a real PostgreSQL, from address to recorded verdict."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import text

from tests.support.postgres import VARIABLE, a_server
from trucewatch.api import Casebook, Review
from trucewatch.ledger.sql.engine import connect

pytestmark = pytest.mark.slow
TEXT = "41 armed groups have joined the ceasefire in Syria, the ministry said.\n"
COMMAND = [sys.executable, "-c", "from trucewatch.cli.main import main; main()"]


@pytest.fixture
def address() -> Iterator[str]:
    """The address of a PostgreSQL database."""
    with a_server() as found:
        if found is None:
            why = f"no PostgreSQL server: install one, or name it in {VARIABLE}"
            if os.environ.get("CI") == "true":
                pytest.fail(why)
            pytest.skip(why)
        engine = connect(found)
        with engine.begin() as connection:
            connection.execute(text("DROP SCHEMA IF EXISTS served CASCADE"))
            connection.execute(text("CREATE SCHEMA served"))
        engine.dispose()
        joint = "&" if "?" in found else "?"
        yield f"{found}{joint}options=-csearch_path%3Dserved"


@contextmanager
def serving(address: str, folder: Path) -> Iterator[str]:
    """Serve a ledger in a process of its own; yield where."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    server = subprocess.Popen(  # noqa: S603 - our own command
        [*COMMAND, "serve", address, "--port", port],
        cwd=folder,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout is not None
        assert "Workbench" in server.stdout.readline()
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.communicate()


def test_a_team_s_ledger_is_served_by_its_address(address: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    with Casebook.open(address) as casebook:
        casebook.take_in([path], processes=1)
        (claim,) = [c for c in casebook.claims() if c.quantity]
    transport = httpx2.HTTPTransport(retries=20)
    with (
        serving(address, tmp_path) as at,
        httpx2.Client(base_url=at, transport=transport, timeout=60) as client,
    ):
        for page in ("/", "/documents", "/registers/parties", "/map", "/briefs"):
            assert client.get(page).status_code == 200, page
        found = re.search(r'data-csrf="(\w+)"', client.get("/review").text)
        assert found is not None
        form = {"csrf": found[1], "word": "accepted"}
        assert client.post(f"/review/{claim.key}", data=form).status_code == 303
    with Casebook.open(address) as casebook:
        (entry,) = casebook.view().judgements()
        assert isinstance(entry.judgement, Review)
        assert entry.judgement.target == claim.key
    assert (tmp_path / "trucewatch.workbench" / "audit.jsonl").exists()
