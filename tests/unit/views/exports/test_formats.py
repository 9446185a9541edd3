"""The formats a ledger can be exported to."""

import io

import pytest

from tests.support.made import made_claim, made_document, made_ledger
from trucewatch.errors import UnknownNameError
from trucewatch.views.exports import jsonl
from trucewatch.views.exports.formats import SHIPPED, claim_formats, file_of

DOCUMENT = made_document()
CLAIM = made_claim(DOCUMENT, "41 armed groups")


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_every_format_writes_claims_and_names_what_it_loses(name: str) -> None:
    kept = file_of(name)
    stream = io.BytesIO() if kept.is_binary else io.StringIO()
    shipped = claim_formats()[name]
    assert shipped.write([CLAIM], stream) == (0 if name == "geojson" else 1)
    assert stream.getvalue()
    assert len(shipped.LOSES) > 10
    assert "/" in kept.media_type


def test_a_format_that_does_not_exist_is_said_so() -> None:
    with pytest.raises(UnknownNameError, match="geojson"):
        file_of("geojsn")


def test_the_log_is_written_whole() -> None:
    ledger = made_ledger((DOCUMENT, (CLAIM,)))
    stream = io.StringIO()
    assert jsonl.write(ledger, stream) == ledger.head().size + 2
    assert stream.getvalue().count("\n") == ledger.head().size + 2
