"""Claims as JSON Lines."""

import io
import json

from tests.support.made import made_claim, made_document
from trucewatch.claims.record import from_record
from trucewatch.views.exports.records import write


def test_what_is_written_is_the_claim_itself() -> None:
    claim = made_claim(made_document(), "41 armed groups")
    stream = io.StringIO()
    assert write([claim], stream) == 1
    assert from_record(json.loads(stream.getvalue())) == claim
