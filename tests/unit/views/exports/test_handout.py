"""Claims on their way out, and what is said of them."""

import io
import re
import zipfile
from dataclasses import replace

import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest

from tests.support.handed import made_handout, of_ledger
from tests.support.made import NOON, made_claim, made_document, made_ledger
from trucewatch.claims.claim import Role
from trucewatch.ledger.judgements import AuthorRole, Standing, Status
from trucewatch.ledger.standpoint import Standpoint
from trucewatch.views.exports.formats import SHIPPED, claim_format, file_of
from trucewatch.views.exports.handout import Handed, Handout, in_words
from trucewatch.views.looking import Looking

DOCUMENT = replace(
    made_document("Layla Haddad, a resident, said 41 groups joined in Nawa."),
    title="Layla Haddad, a resident, speaks",
    url="https://example.org/layla-haddad",
)
CLAIM = made_claim(DOCUMENT, "41 groups joined")
NAMED = replace(
    made_claim(
        DOCUMENT,
        "Layla Haddad, a resident, said 41 groups joined in Nawa",
        "REC.local_agreement",
        speaker=None,
        speaker_text="Layla Haddad",
        place="Nawa",
        day="2016-05-22",
    ),
    roles=(Role("representative", None, "Layla Haddad", None),),
)


def test_a_redacted_document_has_no_words_no_name_and_no_address() -> None:
    found = made_handout(DOCUMENT, CLAIM, redacted=True).document(DOCUMENT.key)
    assert found is not None
    assert (found.text, found.url, found.key) == ("", None, DOCUMENT.key)
    assert "Haddad" not in str(found.title)


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_no_format_lets_out_what_is_redacted(name: str) -> None:
    ledger = made_ledger((DOCUMENT, (CLAIM, NAMED)))
    said = Standing(NAMED.key, Status.CONFIRMED, note="Layla Haddad, a resident, rang")
    ledger.judge(said, known=NOON, author="Omar Nassif", role=AuthorRole.CODER)
    handout = of_ledger(ledger, redacted=True)
    text = whole(name, handout)
    assert "withheld" in text or name == "claimreview"
    assert not {"Haddad", "haddad", "Nassif"} & set(re.findall(r"[\w.]*\w", text))


def whole(name: str, handout: Handout) -> str:
    """Return all words of a file, whatever its format."""
    stream = io.BytesIO() if file_of(name).is_binary else io.StringIO()
    claim_format(name).write(handout, stream)
    if isinstance(stream, io.StringIO):
        return stream.getvalue()
    if name == "parquet":
        return str(pq.read_table(stream).to_pylist())
    with zipfile.ZipFile(stream) as archive:
        return " ".join(archive.read(part).decode() for part in archive.namelist())


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
