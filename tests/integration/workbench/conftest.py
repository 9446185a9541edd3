"""A ledger with two short documents, and a workbench over it."""

import datetime as dt
from pathlib import Path

import pytest

from tests.support.workbench import PASSWORD, Client, opened
from trucewatch.api import Casebook, Claim
from trucewatch.ledger.memory import MemoryLedger

NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
TEXTS = {
    "ministry.txt": (
        "The Centre counted the day.\n\n"
        "41 armed groups have joined the ceasefire, the Russian Defence Ministry said "
        "on 23 May 2016. Seven people were killed in Aleppo on 22 May 2016, the "
        "ministry said. Not a single village in Syria is held by ISIL, the ministry "
        "said.\n"
    ),
    "observatory.txt": (
        "The Syrian Observatory for Human Rights said on 23 May 2016 that ISIL still "
        "held about 12 per cent of Raqqa province.\n\n"
        "52 armed groups have joined the ceasefire, the Russian Defence Ministry said "
        "on 30 May 2016. Two convoys may leave for Homs on 2 June 2016, a UN spokesman "
        "said.\n"
    ),
}


def clock() -> dt.datetime:
    """Say that it is noon."""
    return NOON


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documents as files."""
    made = tmp_path_factory.mktemp("documents")
    for name, text in TEXTS.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def casebook(folder: Path) -> Casebook:
    """The documents, read into a ledger of this test's own."""
    made = Casebook(MemoryLedger(), clock=clock, theatre="syria_2016")
    made.take_in([folder], processes=1)
    return made


@pytest.fixture
def client(casebook: Casebook, tmp_path: Path) -> Client:
    """A workbench of one person."""
    return opened(casebook, tmp_path)


@pytest.fixture
def team(client: Client) -> Client:
    """A workbench with people in all four roles; nobody is signed in yet."""
    for role in ("owner", "adjudicator", "coder", "reader"):
        client.bench.people.enter(f"{role}-person", role, PASSWORD)
    return client


@pytest.fixture
def counted(casebook: Casebook) -> Claim:
    """A claim with a number."""
    return next(c for c in casebook.claims() if c.quantity and c.quantity.value == 41)
