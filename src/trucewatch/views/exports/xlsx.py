"""Claims as a spreadsheet, XLSX: the columns of the CSV, numbers as numbers.

The writer is XlsxWriter. Words are written as words whatever they begin with, so a cell
is never a formula or a link, and the same claims give the same bytes.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any, BinaryIO

from trucewatch.claims.claim import Claim
from trucewatch.errors import MissingPartError
from trucewatch.views.exports import table
from trucewatch.views.exports.handout import ATTRIBUTION
from trucewatch.views.exports.table import Value

_PART = "writer of spreadsheets"
BINARY = True
NEEDS = "xlsx"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST = 32_767  # characters that a cell of this format holds
HOLDS = "one row a claim, as a spreadsheet with numbers as numbers"
LOSES = f"{table.LOSES}; of a longer cell all after {MOST:,} characters"
SAME = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - the format knows no zones


def write(claims: Iterable[Claim], stream: BinaryIO) -> int:
    """Write claims under one line of column names; return how many there were.

    Raises:
        MissingPartError: The extra ``xlsx`` is not installed.
    """
    try:
        from xlsxwriter import (  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra
            Workbook,
        )
    except ModuleNotFoundError as error:
        raise MissingPartError(_PART, "xlsx") from error

    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"created": SAME})
    sheet = book.add_worksheet("claims")
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(table.COLUMNS):
        sheet.write_string(0, column, name, book.add_format({"bold": True}))
    line = 0
    for line, claim in enumerate(claims, 1):
        for column, value in enumerate(table.row_of(claim).values()):
            _put(sheet, line, column, value)
    about = book.add_worksheet("about")
    for row, said in enumerate((f"Loses {LOSES}.", ATTRIBUTION)):
        about.write_string(row, 0, said)
    book.close()
    return line


def _put(sheet: Any, line: int, column: int, value: Value) -> None:  # noqa: ANN401 - untyped
    match value:
        case None:
            pass
        case str():
            sheet.write_string(line, column, value[:MOST])
        case _:
            sheet.write_number(line, column, value)
