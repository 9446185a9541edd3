"""The whole ledger as JSON Lines: every entry, exactly, to be taken in elsewhere."""

from typing import TextIO

from trucewatch.ledger.jsonl import write_lines
from trucewatch.ledger.ledger import Ledger

LOSES = "the original files, which `trucewatch backup` keeps too"


def write(ledger: Ledger, stream: TextIO) -> int:
    """Write the log of a ledger; return how many lines there were."""
    written = 0
    for line in write_lines(ledger):
        stream.write(line)
        written += 1
    return written
