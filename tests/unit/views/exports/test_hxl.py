"""Claims with HXL hashtags."""

import csv
import io
import re

from tests.support.made import made_claim, made_document, made_quantity
from trucewatch.views.exports import table
from trucewatch.views.exports.hxl import TAGS, write

TAG = re.compile(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*")


def test_a_row_of_hashtags_stands_between_names_and_data() -> None:
    document = made_document()
    claim = made_claim(
        document, "41 armed groups", quantity=made_quantity(document, "41")
    )
    stream = io.StringIO()
    assert write([claim], stream) == 1
    names, tags, data = csv.reader(io.StringIO(stream.getvalue()))
    by_tag = dict(zip(tags, data, strict=True))
    assert by_tag["#indicator+value+num"] == "41"
    assert by_tag["#meta+id+claim"] == claim.key
    assert names == list(table.COLUMNS)


def test_every_hashtag_is_one_and_is_of_a_column() -> None:
    assert set(TAGS) <= set(table.COLUMNS)
    assert len(set(TAGS.values())) == len(TAGS)
    assert all(TAG.fullmatch(tag) for tag in TAGS.values())
