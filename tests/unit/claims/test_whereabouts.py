"""Where: the places figures hold for, beside them, in their clause or taken over."""

import pytest

from tests.unit.claims.reading_of import figures_of
from trucewatch.claims.scene import Scene
from trucewatch.documents.document import Document
from trucewatch.reading.reading import read
from trucewatch.reference.theatre import load_theatre

DAY = "2016-05-18"


def places(text: str, theatre: str = "syria_2016") -> list[list[str]]:
    claims = figures_of(text, DAY, "RT", theatre)
    return [[place.text for place in claim.places] for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six people were killed in Homs.", [["Homs"]]),
        ("In Homs six people were killed.", [["Homs"]]),
        ("Six people were killed in Homs, two in Hama.", [["Homs"], ["Hama"]]),
        ("Aleppo saw nothing; in Hama 6 people were killed.", [["Hama"]]),
        ("Five shellings in Homs, Hama and Idlib were noted.",
         [["Homs", "Hama", "Idlib"]]),
        ("Six people were killed near Khan Tuman.", [["Khan Tuman"]]),
        ("Six people were killed in Damascus province and near Homs.",
         [["Damascus province", "Homs"]]),
    ],
    ids=["behind", "before", "elided", "clause", "list", "near", "list of two kinds"],
)  # fmt: skip
def test_a_figure_has_the_place_of_its_clause(
    text: str, expected: list[list[str]]
) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Violations were noted: Aleppo – 4, Hama – 2.",
        "Violations were noted: Aleppo (4), Hama (2).",
        "Violations:\n\n• Aleppo: 4 violations\n• Hama: 2 violations",
    ],
    ids=["dashes", "brackets", "items"],
)
def test_each_part_of_a_breakdown_has_its_place(text: str) -> None:
    assert places(text)[-2:] == [["Aleppo"], ["Hama"]]


def test_a_place_of_a_part_is_not_the_totals() -> None:
    assert places("Nine violations were noted, two of them in Hama.")[0] != ["Hama"]


def test_a_sentence_takes_the_place_of_the_one_before() -> None:
    assert places("Shells fell on a market in Idlib. Six people were killed.")[-1] == [
        "Idlib"
    ]


def test_a_part_has_the_place_of_its_total() -> None:
    text = "Six people were killed in Homs. Two of the six were medics."
    assert places(text)[-1] == ["Homs"]


def test_the_earlier_figure_has_the_place_of_the_later() -> None:
    text = "In Homs 9 violations were registered, up from 4."
    assert places(text) == [["Homs"], ["Homs"]]


def test_a_heading_gives_its_place_to_what_stands_under_it() -> None:
    text = "Daily summary\n\nAleppo province\n\nSix people were killed."
    assert places(text)[-1] == ["Aleppo province"]


def test_a_place_that_heads_a_line_holds_for_the_line() -> None:
    text = "Report\n\nPalmyra. Quiet all day. Three violations.\nHoms. Two violations."
    assert places(text)[-2:] == [["Palmyra"], ["Homs"]]


def test_a_place_that_opens_a_sentence_holds_for_figures_far_behind() -> None:
    text = (
        "Idlib: five people were killed; since February the sum is 238 people killed."
    )
    assert places(text)[-1] == ["Idlib"]


def test_a_title_gives_the_topic() -> None:
    text = "Shelling in Hama goes on\n\nSix people were killed.\n\nTen were wounded."
    assert places(text) == [["Hama"], ["Hama"]]


def test_the_place_named_most_is_the_topic() -> None:
    text = (
        "Shells fell on Hama. The army went to Homs.\n\n"
        "Nobody left Hama.\n\nSix people were killed."
    )
    assert places(text)[-1] == ["Hama"]


def test_where_a_story_is_sent_from_is_not_where_it_happened() -> None:
    text = "BEIRUT, 18 May — Six people were killed. Shells fell on Idlib."
    assert places(text)[0] == ["Idlib"]


def test_without_another_place_the_dateline_stands() -> None:
    assert places("HOMS, 18 May — Six people were killed.") == [["HOMS"]]


def test_where_parties_met_is_not_where_it_happened() -> None:
    text = (
        "Under the deal signed in Geneva both sides stop firing.\n\n"
        "Shells fell on Idlib.\n\nSix people were killed."
    )
    assert places(text)[-1] == ["Idlib"]


def test_the_seat_of_a_speaker_is_not_where_it_happened() -> None:
    text = 'Shelling of Idlib\n\nThe ministry in Moscow said: "Six people were killed."'
    assert places(text)[-1] == ["Idlib"]


def test_a_country_is_the_topic_where_its_places_are_many() -> None:
    text = (
        "Syria's truce holds, mostly.\n\nShells fell on Idlib. Gunfire was heard in"
        " Hama.\n\nSix people were killed."
    )
    reading = read(Document(text), load_theatre("syria_2016"))
    topic = Scene(reading).whereabouts.topics.topic
    assert [use.span.of(text) for use in topic] == ["Syria"]


def test_a_document_without_places_has_no_topic() -> None:
    assert places("Six people were killed.") == [[]]


def test_running_totals_of_a_bulletin_hold_for_the_whole_conflict() -> None:
    text = (
        "Daily bulletin\n\nThree villages in Homs signed. The total number of"
        " settlements that joined reached 151."
    )
    assert places(text)[-1] == []
