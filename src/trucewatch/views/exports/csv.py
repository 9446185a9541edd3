"""Claims as CSV, one row a claim, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable
from typing import TextIO

from trucewatch.claims.claim import Claim
from trucewatch.views.exports import table
from trucewatch.views.exports.table import Value

HOLDS = "one row a claim, under plain column names: for tables of any sort"
LOSES = table.LOSES
MEDIA_TYPE = "text/csv"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def neutral(value: Value) -> Value:
    """Return a cell that no spreadsheet takes for a formula.

    Text that begins like one gets an apostrophe before it; numbers stay numbers, so a
    longitude west of Greenwich keeps its sign.
    """
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value


def write(claims: Iterable[Claim], stream: TextIO) -> int:
    """Write claims under one line of column names; return how many there were."""
    writer = csv.DictWriter(stream, table.COLUMNS, lineterminator="\n")
    writer.writeheader()
    written = 0
    for claim in claims:
        row = table.row_of(claim)
        writer.writerow({name: neutral(value) for name, value in row.items()})
        written += 1
    return written
