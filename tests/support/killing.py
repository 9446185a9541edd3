"""Kills a process that takes documents in, over and over, and counts what is lost.

Run as a program (``python -m tests.support.killing FILE KILLS``), so that every victim
is a fork of a process that has imported everything: two hundred kills take seconds. It
prints one JSON object: what was acknowledged, what of it is missing, and what became of
the ledger after each kill.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path
from random import Random  # noqa: TID251 - the house draws no lots, this test does

from tests.support.claims import a_claim, a_document, at
from trucewatch.errors import CustodyError
from trucewatch.intake.path import Taken
from trucewatch.intake.path import take_in as take_in_whole
from trucewatch.ledger.ledger import Ledger
from trucewatch.ledger.opening import open_ledger
from trucewatch.ledger.verification import verify

MOST_DOCUMENTS = 8  # acknowledged before the kill; with none, it hits the opening
LONGEST_S = 0.03  # from then to the kill: somewhere in the next few transactions
CLAIMS = 6
SEED = 20161230


def take_in(ledger: Ledger, number: int) -> str:
    """Take in one document, bytes and claims; return its key, the acknowledgement."""
    text = f"Document {number} says that one fell."
    document = a_document(text, source_file=None)
    claims = tuple(a_claim(document, "one fell", value=n) for n in range(CLAIMS))
    taken = Taken(document, claims, (), text.encode())
    take_in_whole(taken, ledger, known=at("2026-01-01"), author="anna")
    return document.key


def work(path: Path, first: int, pipe: int) -> None:
    """Append documents and acknowledge each, until killed."""
    ledger = open_ledger(path)
    number = first
    while True:
        os.write(pipe, f"{take_in(ledger, number)}\n".encode())
        number += 1


def one_kill(path: Path, first: int, documents: int, wait_s: float) -> list[str]:
    """Let a child work for a while and kill it; return what it acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        work(path, first, writing)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        lines = [pipe.readline() for _ in range(documents)]
        time.sleep(wait_s)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        lines += pipe.read().splitlines(keepends=True)
    # A key whose line is not whole was not told to anybody.
    return [line.strip() for line in lines if line.endswith("\n")]


def missing(ledger: Ledger, keys: list[str]) -> list[str]:
    """Those acknowledged documents that the ledger lacks, or a part of them."""
    view = ledger.view()
    return [
        key
        for key in keys
        if (document := view.document(key)) is None
        or len(view.claims(document=key)) != CLAIMS
        or original_of(ledger, key) != document.text.encode()
    ]


def original_of(ledger: Ledger, key: str) -> bytes | None:
    """The captured bytes of a document, or None where they are gone or changed."""
    digest = ledger.originals.find(key)
    try:
        return None if digest is None else ledger.originals.get(digest)
    except CustodyError:
        return None


def kill_many(path: Path, kills: int) -> dict[str, object]:
    """Kill as often as asked, on one ledger that grows; report what was found."""
    chance = Random(SEED)  # noqa: S311 - chooses moments, keeps no secret
    acknowledged: list[str] = []
    lost: list[str] = []
    opening_s: list[float] = []
    for kill in range(kills):
        documents = chance.randint(0, MOST_DOCUMENTS)
        wait_s = chance.uniform(0, LONGEST_S)
        keys = one_kill(path, kill * 1_000, documents, wait_s)
        acknowledged += keys
        start = time.perf_counter()
        ledger = open_ledger(path)
        size = ledger.head().size
        opening_s.append(time.perf_counter() - start)
        lost += missing(ledger, keys)
        assert size >= len(acknowledged)
        ledger.close()
    ledger = open_ledger(path)
    lost += missing(ledger, acknowledged)
    held = len(ledger.view().document_entries())
    found = verify(ledger, originals=ledger.originals)
    faults = [fault.why for fault in found.faults]
    ledger.close()
    return {
        "kills": kills,
        "acknowledged": len(acknowledged),
        "documents": held,
        "originals": found.originals,
        "lost": sorted(set(lost)),
        "faults": faults,
        "slowest_opening_s": max(opening_s),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(kill_many(Path(sys.argv[1]), int(sys.argv[2]))))
