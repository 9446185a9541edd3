"""Tables: lines handed out as CSV that no spreadsheet takes for formulas."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from starlette.responses import Response

from trucewatch import api


def csv_text(
    columns: Sequence[str], rows: Iterable[Mapping[str, str | int | float | None]]
) -> str:
    """Return lines under one line of column names.

    Args:
        columns: Names of the columns, in order.
        rows: What stands in each; a missing value is an empty cell.
    """
    stream = io.StringIO()
    writer = csv.DictWriter(stream, columns, restval=None, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: api.neutral_cell(row.get(name)) for name in columns})
    return stream.getvalue()


def handed_out(text: str | bytes, name: str, media_type: str = "text/csv") -> Response:
    """Return a file to keep.

    Args:
        text: What is in it.
        name: What it is called.
        media_type: What it is.
    """
    return Response(
        text,
        media_type=media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
