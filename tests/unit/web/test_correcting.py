"""A form of fields becomes a claim record, each field with its words."""

import pytest

from tests.support.claims import a_claim, a_document
from trucewatch.claims.record import to_record
from trucewatch.web.correcting import by_field, changed_record, fields_of, supports

TEXT = (
    "In Hama the centre said that 59 armed groups, and not 95, have joined the truce."
)
DOCUMENT = a_document(TEXT)
CLAIM = a_claim(DOCUMENT, "59 armed groups", chain=("wire", "centre"), value=59)


def words_at(span: list[int]) -> str:
    return TEXT[span[0] : span[1]]


def test_a_form_that_changes_nothing_gives_the_record_itself() -> None:
    assert changed_record(CLAIM, fields_of(CLAIM), TEXT) == to_record(CLAIM)
    assert changed_record(CLAIM, {}, TEXT) == to_record(CLAIM)


def test_a_number_rests_on_its_words_in_the_document() -> None:
    changed = changed_record(CLAIM, {"words": "95", "value": "95"}, TEXT)["quantity"]
    assert (changed["value"], changed["low"], changed["high"]) == (95, 95, 95)
    assert words_at(changed["span"]) == "95"


def test_a_bound_keeps_its_other_side_open() -> None:
    fields = {"quantifier": "at_least", "value": "59", "low": "59", "high": ""}
    changed = changed_record(CLAIM, fields, TEXT)["quantity"]
    assert (changed["low"], changed["high"]) == (59, None)


def test_a_number_that_is_none_is_left_to_the_gate() -> None:
    changed = changed_record(CLAIM, {"value": "many", "words": "59"}, TEXT)["quantity"]
    assert changed["value"] is None


def test_a_claim_without_number_and_words_has_no_quantity() -> None:
    assert changed_record(CLAIM, {"words": "", "value": ""}, TEXT)["quantity"] is None


def test_a_speaker_takes_the_place_of_the_last_one() -> None:
    chain = changed_record(CLAIM, {"speaker": "the centre"}, TEXT)["chain"]
    assert chain[0]["part"] == "publisher"
    assert words_at(chain[-1]["span"]) == "the centre"
    assert len(chain) == 2


def test_a_place_is_looked_up_and_rests_on_its_words() -> None:
    (place,) = changed_record(CLAIM, {"place": "Hama"}, TEXT)["places"]
    assert place["name"] == "Hama"
    assert words_at(place["span"]) == "Hama"


def test_a_place_nobody_knows_is_kept_unresolved() -> None:
    (place,) = changed_record(CLAIM, {"place": "Qwrtzuville"}, TEXT)["places"]
    assert (place["id"], place["precision"]) == (None, "unresolved")


def test_a_place_can_be_taken_away() -> None:
    placed = changed_record(CLAIM, {"place": "Hama"}, TEXT)
    assert placed["places"]
    assert changed_record(CLAIM, {"place": ""}, TEXT)["places"] == []


def test_a_time_is_put_in() -> None:
    fields = {"start": "2016-05-23", "end": "2016-05-24"}
    changed = changed_record(CLAIM, fields, TEXT)["time"]
    assert (changed["from"], changed["to"]) == ("2016-05-23", "2016-05-24")


def test_fields_say_what_they_rest_on() -> None:
    found = supports(CLAIM)
    assert found["quote"] == "59 armed groups"
    assert found["number"] == CLAIM.quantity.text if CLAIM.quantity else ""


@pytest.mark.parametrize(
    ("complaint", "field"),
    [
        ("the number 95 is not in its words", "number"),
        ("the place is not there", "place"),
        ("the document negates this", "polarity"),
        ("something else", "other"),
    ],
)
def test_a_complaint_is_shown_at_its_field(complaint: str, field: str) -> None:
    assert by_field((complaint,)) == {field: complaint}


def test_the_first_complaint_of_a_field_is_shown() -> None:
    assert by_field(("the quote is long", "the quote is wrong")) == {
        "quote": "the quote is long"
    }
