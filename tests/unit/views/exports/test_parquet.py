"""Claims as Parquet, read back by pyarrow."""

import io
import json
import sys

import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest

from tests.support.made import made_claim, made_document, made_quantity
from trucewatch.claims.claim import Claim, Role
from trucewatch.claims.record import Record, from_record, to_record
from trucewatch.errors import MissingPartError
from trucewatch.values.spans import Span
from trucewatch.views.exports import parquet, table

DOCUMENT = made_document()
NAWA = "7 people were killed in Nawa"
FULL = made_claim(
    DOCUMENT,
    NAWA,
    "CAS.casualties",
    quantity=made_quantity(DOCUMENT, "7", unit="killed"),
    place="Nawa",
    day="2016-05-22",
    roles=(Role("victims", None, "people", Span(88, 94)),),
)
PLAIN = Claim(DOCUMENT.key, FULL.span, NAWA, "STA.context")


def read_back(*claims: Claim) -> list[Record]:
    stream = io.BytesIO()
    assert parquet.write(claims, stream) == len(claims)
    rows: list[Record] = pq.read_table(stream).to_pylist()
    return rows


def record_of(row: Record) -> Record:
    """Make the claim record of a row again, as the reference says one can."""
    spanned = {"span": [row["span_start"], row["span_end"]]}
    grounds = [[one["name"], one["span"]] for one in row["grounds"]]
    names = to_record(PLAIN).keys() - {"span", "grounds"}
    return {name: row[name] for name in names} | spanned | {"grounds": grounds}


@pytest.mark.parametrize("claim", [FULL, PLAIN], ids=["full", "plain"])
def test_a_row_gives_its_claim_again(claim: Claim) -> None:
    (row,) = read_back(claim)
    assert from_record(record_of(row)) == claim


def test_the_flat_columns_are_those_of_the_csv() -> None:
    (row,) = read_back(FULL)
    flat = table.row_of(FULL)
    assert {name: row[name] for name in flat if name != "roles"} == {
        name: value for name, value in flat.items() if name != "roles"
    }


def test_claims_are_written_group_by_group(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "AT_ONCE", 2)
    stream = io.BytesIO()
    assert parquet.write(iter([FULL] * 5), stream) == 5
    assert pq.ParquetFile(stream).metadata.num_row_groups == 3


def test_no_claim_makes_a_file_with_columns_and_no_row() -> None:
    stream = io.BytesIO()
    assert parquet.write([], stream) == 0
    assert "quote" in pq.read_table(stream).column_names


def test_the_file_says_what_it_loses() -> None:
    stream = io.BytesIO()
    parquet.write([FULL], stream)
    said = pq.read_schema(stream).metadata[b"trucewatch"]
    assert json.loads(said)["loses"] == parquet.LOSES


def test_claims_make_a_table_for_data_frames() -> None:
    made = parquet.arrow_table([FULL, PLAIN])
    assert made.column("value").to_pylist() == [7.0, None]


def test_without_its_writer_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingPartError, match=r"trucewatch\[parquet\]"):
        parquet.write([], io.BytesIO())
