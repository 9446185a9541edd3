"""Claims as Parquet: the columns of the CSV, and whole what a flat table cannot hold.

The writer is pyarrow. Chain, roles, places, time, quantity and grounds are nested
columns beside the flat ones, so that each row gives its claim record again.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, BinaryIO

from trucewatch.claims.claim import Claim
from trucewatch.claims.record import Record, to_record
from trucewatch.errors import MissingPartError
from trucewatch.views.exports import table

BINARY = True
MEDIA_TYPE = "application/vnd.apache.parquet"
NEEDS = "parquet"
HOLDS = "one row a claim, flat and nested columns: for data frames and data lakes"
LOSES = "nothing of a claim; judgements on it, and when it became known, stay behind"
AT_ONCE = 10_000  # claims of one row group
_PART = "writer of Parquet"
_REAL = frozenset({"lat", "lon", "value", "low", "high"})
_WHOLE = frozenset({"span_start", "span_end", "candidates"})
_SPAN = "span"
MANY = {
    "chain": ("part", "id", "text", _SPAN, "cue"),
    "roles": ("role", "id", "text", _SPAN),
    "places": (
        *("role", "id", "name", "text", _SPAN),
        *("lat", "lon", "precision", "candidates"),
    ),
    "grounds": ("name", _SPAN),
}
ONE = {
    "time": ("from", "to", "precision", "basis", "text", _SPAN),
    "quantity": (
        *("value", "low", "high", "quantifier"),
        *("unit", "aggregation", "text", _SPAN),
    ),
}
"""The fields of the nested columns, those that hold several things and those of one."""
FLAT = tuple(name for name in table.COLUMNS if name not in MANY)


def write(claims: Iterable[Claim], stream: BinaryIO) -> int:
    """Write claims in row groups; return how many there were.

    Raises:
        MissingPartError: The extra ``parquet`` is not installed.
    """
    pa = _arrow()
    from pyarrow.parquet import (  # type: ignore[import-untyped]  # noqa: PLC0415
        ParquetWriter,
    )

    written = 0
    with ParquetWriter(stream, _schema(pa), compression="zstd") as writer:
        for some in _groups(claims):
            writer.write_table(pa.Table.from_pylist(some, schema=_schema(pa)))
            written += len(some)
    return written


def arrow_table(claims: Iterable[Claim]) -> Any:  # noqa: ANN401 - pyarrow is an extra
    """Return claims as a ``pyarrow.Table``, which data frames are made of.

    Raises:
        MissingPartError: The extra ``parquet`` is not installed.
    """
    pa = _arrow()
    return pa.Table.from_pylist([row_of(c) for c in claims], schema=_schema(pa))


def row_of(claim: Claim) -> Record:
    """Return the row of a claim: its flat columns and its nested ones."""
    record = to_record(claim)
    nested = {name: record[name] for name in (*MANY, *ONE)}
    nested["grounds"] = [
        {"name": name, _SPAN: span} for name, span in record["grounds"]
    ]
    whole = {"grounding": record["grounding"], "policy": record["policy"]}
    return {**table.row_of(claim), **nested, **whole}


def _groups(claims: Iterable[Claim]) -> Iterator[list[Record]]:
    left = map(row_of, claims)
    while some := list(islice(left, AT_ONCE)):
        yield some


def _schema(pa: Any) -> Any:  # noqa: ANN401 - pyarrow is an extra
    """Return the columns with their types; the file says what it loses."""

    def kind(name: str) -> Any:  # noqa: ANN401 - as above
        if name == _SPAN:
            return pa.list_(pa.int64())
        if name in _REAL:
            return pa.float64()
        return pa.int64() if name in _WHOLE else pa.string()

    def struct(names: tuple[str, ...]) -> Any:  # noqa: ANN401 - as above
        return pa.struct([(name, kind(name)) for name in names])

    columns = [(name, kind(name)) for name in FLAT]
    columns += [(name, pa.list_(struct(names))) for name, names in MANY.items()]
    columns += [(name, struct(names)) for name, names in ONE.items()]
    columns += [("grounding", pa.string()), ("policy", pa.string())]
    said = {"trucewatch": json.dumps({"holds": "claims", "loses": LOSES})}
    return pa.schema(columns, metadata=said)


def _arrow() -> Any:  # noqa: ANN401 - pyarrow is an extra
    try:
        import pyarrow as pa  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise MissingPartError(_PART, "parquet") from error
    return pa
