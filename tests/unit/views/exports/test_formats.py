"""The formats a ledger can be exported to."""

import io
import sys

import pytest

from tests.support.handed import made_handout
from tests.support.made import made_claim, made_document, made_ledger
from trucewatch.errors import UnknownNameError
from trucewatch.views.exports import jsonl
from trucewatch.views.exports.formats import (
    SHIPPED,
    claim_formats,
    file_of,
    format_lines,
)

DOCUMENT = made_document()
CLAIM = made_claim(DOCUMENT, "41 armed groups", place="Nawa", day="2016-05-22")
TEXTS = {name for name in SHIPPED if not file_of(name).is_binary} - {"claimreview"}
ROWS = {"claimreview": 0, "ftm": 3}  # nobody judged it; document, place and event


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_every_format_writes_claims_and_names_what_it_loses(name: str) -> None:
    kept = file_of(name)
    stream = io.BytesIO() if kept.is_binary else io.StringIO()
    shipped = claim_formats()[name]
    assert shipped.write(made_handout(DOCUMENT, CLAIM), stream) == ROWS.get(name, 1)
    assert stream.getvalue()
    assert len(shipped.LOSES) > 10
    assert "/" in kept.media_type


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_whatever_is_written_leads_back_to_its_claim(name: str) -> None:
    stream = io.StringIO()
    claim_formats()[name].write(made_handout(DOCUMENT, CLAIM), stream)
    assert CLAIM.key in stream.getvalue()


def test_what_each_format_carries_is_said_before_it_is_chosen() -> None:
    lines = format_lines()
    assert [line.name for line in lines] == list(SHIPPED)
    assert all(line.holds and line.loses for line in lines)
    assert len({line.holds for line in lines}) == len(lines)


def test_a_format_whose_writer_is_not_installed_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    lacks = {line.name: line.lacks for line in format_lines()}
    assert lacks["parquet"] == "parquet"
    assert lacks["csv"] == ""


def test_a_format_that_does_not_exist_is_said_so() -> None:
    with pytest.raises(UnknownNameError, match="geojson"):
        file_of("geojsn")


def test_the_log_is_written_whole() -> None:
    ledger = made_ledger((DOCUMENT, (CLAIM,)))
    stream = io.StringIO()
    assert jsonl.write(ledger, stream) == ledger.head().size + 2
    assert stream.getvalue().count("\n") == ledger.head().size + 2
