"""Claims on their way out, and what is said of them."""

import io
from dataclasses import replace

from tests.support.handed import made_handout
from tests.support.made import NOON, made_claim, made_document, made_ledger
from trucewatch.ledger.standpoint import Standpoint
from trucewatch.views.exports.handout import Handed, in_words
from trucewatch.views.looking import Looking

DOCUMENT = replace(
    made_document("Layla Haddad, a resident, said 41 groups joined."),
    title="Layla Haddad, a resident, speaks",
    url="https://example.org/layla-haddad",
)
CLAIM = made_claim(DOCUMENT, "41 groups joined")


def test_a_redacted_document_has_no_words_no_name_and_no_address() -> None:
    found = made_handout(DOCUMENT, CLAIM, redacted=True).document(DOCUMENT.key)
    assert found is not None
    assert (found.text, found.url, found.key) == ("", None, DOCUMENT.key)
    assert "Haddad" not in str(found.title)


def test_an_unredacted_document_is_as_it_is() -> None:
    handout = made_handout(DOCUMENT, CLAIM)
    assert handout.document(DOCUMENT.key) == DOCUMENT
    assert handout.document("d_none") is None


def test_a_country_has_a_name_and_no_country_has_none() -> None:
    handout = made_handout(DOCUMENT, CLAIM)
    assert handout.country("SY") == "Syria"
    assert handout.country("??") == ""


def test_what_was_left_out_is_counted_and_said() -> None:
    handed = Handed("acled", "much", 3, 1, {"of a type that is no event there": 2})
    assert handed.said() == (
        "loses much. Left out of 3 claims: 2 of a type that is no event there"
    )
    assert handed.record()["left_out"] == {"of a type that is no event there": 2}


def test_the_standpoint_is_said_in_words_and_what_it_leaves_open_is_not() -> None:
    point = Standpoint.parse(
        as_of="2016-05", according_to="un", min_grade="B2", min_independent=2
    )
    assert in_words(point) == {
        "true_at": "2016-05-31",
        "according_to": "un",
        "min_grade": "B2",
        "min_independent": "2",
    }
    assert in_words(Standpoint()) == {}


def test_an_export_is_made_from_where_one_looks() -> None:
    looking = Looking(made_ledger((DOCUMENT, (CLAIM,))))
    before = Standpoint(known_on=NOON.replace(hour=11))
    now, then = io.StringIO(), io.StringIO()
    assert looking.export("records", now).claims == 1
    handed = looking.export("records", then, before)
    assert (handed.claims, then.getvalue()) == (0, "")
    assert handed.standpoint["known_on"].startswith("2026-11-01")


def test_claims_make_an_arrow_table() -> None:
    looking = Looking(made_ledger((DOCUMENT, (CLAIM,))))
    assert looking.arrow().column("claim").to_pylist() == [CLAIM.key]
