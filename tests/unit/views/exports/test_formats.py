"""The formats a ledger can be exported to."""

import io

import pytest

from tests.support.made import made_claim, made_document, made_ledger
from trucewatch.views.exports import jsonl
from trucewatch.views.exports.formats import SHIPPED, claim_formats

DOCUMENT = made_document()
CLAIM = made_claim(DOCUMENT, "41 armed groups")


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_every_format_writes_claims_and_names_what_it_loses(name: str) -> None:
    stream = io.StringIO()
    shipped = claim_formats()[name]
    shipped.write([CLAIM], stream)
    assert stream.getvalue()
    assert len(shipped.LOSES) > 10


def test_the_log_is_written_whole() -> None:
    ledger = made_ledger((DOCUMENT, (CLAIM,)))
    stream = io.StringIO()
    assert jsonl.write(ledger, stream) == ledger.head().size + 2
    assert stream.getvalue().count("\n") == ledger.head().size + 2
