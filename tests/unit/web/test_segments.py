"""A document's text cut where claims and furniture begin and end."""

from tests.support.claims import a_claim, a_document
from trucewatch.documents.document import Document
from trucewatch.web.segments import VOICES, segments, speakers_of

TEXT = "The centre said that 59 armed groups have joined the truce in Hama."


def test_segments_join_to_the_text() -> None:
    document = a_document(TEXT)
    claims = [
        a_claim(document, "59 armed groups"),
        a_claim(document, "the truce in Hama"),
    ]
    found = segments(document, claims)
    assert "".join(one.text for one in found) == TEXT
    assert [one.text for one in found if one.claims] == [
        "59 armed groups",
        "the truce in Hama",
    ]


def test_where_claims_overlap_the_shorter_comes_first() -> None:
    document = a_document(TEXT)
    long = a_claim(document, "59 armed groups have joined the truce")
    short = a_claim(document, "59 armed groups")
    found = [one for one in segments(document, [long, short]) if one.claims]
    assert [one.claims for one in found] == [(short.key, long.key), (long.key,)]


def test_the_claim_that_is_looked_at_stands_out() -> None:
    document = a_document(TEXT)
    claim = a_claim(document, "59 armed groups")
    found = segments(document, [claim], wanted=claim.key)
    assert [one.text for one in found if one.wanted] == ["59 armed groups"]


def test_a_text_without_claims_is_one_segment() -> None:
    document = a_document(TEXT)
    (only,) = segments(document, [])
    assert (only.text, only.claims, only.colour) == (TEXT, (), None)


def test_nothing_has_no_segments() -> None:
    assert segments(Document(text=""), []) == []


def test_voices_beyond_the_last_colour_share_it() -> None:
    document = a_document(TEXT)
    claims = [
        a_claim(document, "59 armed groups", chain=("wire", f"speaker {number:02}"))
        for number in range(VOICES + 3)
    ]
    colours = speakers_of(claims)
    assert max(colours.values()) == VOICES - 1
    assert list(colours.values()).count(VOICES - 1) == 4
