"""The same story twice, and a story inside another's."""

import pickle

import pytest

from trucewatch.documents.copies import CopyIndex, Match, find_copies, signature
from trucewatch.documents.document import Document
from trucewatch.documents.loading import document_from_text

STORY = (
    "Observers counted nine violations in the northern sector on Sunday, and a woman "
    "of 63 was hurt in Marzaf, the commission said. Both delegations are to meet again "
    "on 14 May to speak about the return of 120 families to the villages by the river. "
    "The commission has worked since 2018 and keeps twelve posts on the two banks."
)
OTHER = (
    "A dam near the border will be repaired this summer with money from the regional "
    "bank, the ministry of water said. Work on the two gates takes until October and "
    "will employ 300 people from the valley, most of whom lost fields to drought. "
)


def _copies(first: str, second: str) -> list[Match]:
    index = CopyIndex()
    assert index.add("first", signature(document_from_text(first))) == []
    return index.add("second", signature(document_from_text(second)))


def test_a_reprint_under_another_dateline_is_a_copy() -> None:
    (match,) = _copies(
        f"GENEVA (Reuters) – {STORY}", f"Quiet Sunday\n\nGeneva | AFP | {STORY}"
    )
    assert match.key == "first"
    assert match.within == match.contains == 1.0
    assert match.likeness > 0.9


def test_furniture_does_not_hide_a_copy() -> None:
    (match,) = _copies(STORY, f"Home\nNews\n{STORY}\n41 users have voted\nNewsletter")
    assert match.likeness == 1.0


def test_a_story_inside_a_longer_one_is_found_on_both_sides() -> None:
    (longer,) = _copies(STORY, f"{OTHER * 3}\n{STORY}\n{OTHER}")
    assert longer.contains == 1.0
    assert longer.within < 0.7
    (shorter,) = _copies(f"{OTHER * 3}\n{STORY}\n{OTHER}", STORY)
    assert shorter.within == 1.0


def test_a_lightly_edited_copy_is_found() -> None:
    edited = STORY.replace("woman of 63", "lady of 63").replace("speak", "talk")
    assert _copies(STORY, edited) != []


def test_two_stories_are_no_copies() -> None:
    assert _copies(STORY, OTHER) == []


def test_bulletins_of_two_days_share_a_template_and_no_figures() -> None:
    template = (
        "Over the past day the commission entered {} violations of the regime in its "
        "log: {} in the north and {} in the south. The regime is kept on the whole. "
        "The commission held {} actions of aid. Experts go on working with the elders "
        "of the villages, and lists of detained persons are being compared further."
    )
    assert _copies(template.format(31, 14, 17, 6), template.format(45, 29, 16, 8)) == []
    assert _copies(template.format(31, 14, 17, 6), template.format(31, 14, 17, 6)) != []


def test_a_key_added_again_is_no_copy_of_itself() -> None:
    index = CopyIndex()
    sign = signature(document_from_text(STORY))
    index.add("a", sign)
    assert index.add("a", sign) == []
    assert [match.key for match in index.find(sign)] == ["a"]


def test_the_nearest_copy_comes_first() -> None:
    index = CopyIndex()
    index.add("far", signature(document_from_text(f"{STORY}\n{OTHER}")))
    index.add("near", signature(document_from_text(STORY)))
    matches = index.find(signature(document_from_text(STORY)))
    assert [match.key for match in matches] == ["near", "far"]


def test_what_shares_half_its_shingles_but_is_not_alike_is_no_copy() -> None:
    mixed = STORY[:150] + OTHER[150:]
    assert _copies(STORY, mixed) == []


@pytest.mark.parametrize("text", ["Two words.", "Nine."])
def test_short_texts_have_a_signature(text: str) -> None:
    sign = signature(document_from_text(text))
    assert sign.passages == ()
    assert CopyIndex().add("a", sign) == []


def test_a_signature_travels_between_processes() -> None:
    sign = signature(document_from_text(STORY))
    index = CopyIndex()
    index.add("a", sign)
    assert index.find(pickle.loads(pickle.dumps(sign))) == index.find(sign)  # noqa: S301


def _keys(*texts: str) -> list[list[str]]:
    return find_copies(
        Document(text=text, key=str(number)) for number, text in enumerate(texts)
    )


def test_copies_are_grouped_in_the_order_they_came() -> None:
    groups = _keys(OTHER, STORY, "Something else altogether.", STORY, OTHER)
    assert groups == [["0", "4"], ["1", "3"]]


def test_a_document_that_holds_two_stories_joins_their_groups() -> None:
    assert _keys(STORY, OTHER, f"{STORY}\n{OTHER}") == [["0", "1", "2"]]
