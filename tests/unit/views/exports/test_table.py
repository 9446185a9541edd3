"""Claims as flat rows."""

from dataclasses import replace

from tests.support.made import made_claim, made_document, made_quantity
from trucewatch.claims.claim import Role
from trucewatch.views.exports.table import COLUMNS, row_of

DOCUMENT = made_document()


def test_every_row_has_every_column_in_one_order() -> None:
    bare = replace(made_claim(DOCUMENT, "41 armed groups"), chain=())
    assert tuple(row_of(bare)) == COLUMNS
    assert row_of(bare)["speaker"] is None
    assert row_of(bare)["value"] is None


def test_a_row_holds_who_where_when_and_how_many() -> None:
    claim = made_claim(
        DOCUMENT,
        "7 people were killed in Nawa",
        "CAS.casualties",
        quantity=made_quantity(DOCUMENT, "7", unit="killed"),
        place="Nawa",
        day="2016-05-23",
        roles=(Role("victims", None, "7 people", None),),
    )
    row = row_of(claim)
    assert row["publisher"] == "morning_post"
    assert (row["speaker"], row["speaker_text"]) == ("ru_crc", "the centre")
    assert (row["place"], row["lat"], row["lon"]) == ("Nawa", 32.9, 36.0)
    assert (row["value"], row["unit"]) == (7, "killed")
    assert row["from"] == "2016-05-23"
    assert row["roles"] == "victims: 7 people"
