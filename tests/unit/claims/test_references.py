"""Words that go back to a speaker: pronouns, offices, spokespeople, observers."""

import pytest

from trucewatch.claims.attribution import Attribution
from trucewatch.documents.document import Document
from trucewatch.reading.reading import read
from trucewatch.reference.theatre import Theatre, load_theatre
from trucewatch.values.spans import Span


@pytest.fixture(scope="module")
def world() -> Theatre:
    """The shipped fallback, which knows the United Nations and armed groups."""
    return load_theatre("world")


def speaker(theatre: Theatre, text: str, words: str, publisher: str) -> str | None:
    """Return the name of whoever vouches for some words, or None for the page."""
    reading = read(Document(text=text, publisher=publisher), theatre)
    attribution = Attribution(
        document=reading.document,
        tokens=reading.tokens,
        sentences=reading.sentences,
        quotations=reading.quotations,
        frames=reading.frames,
        names=reading.names,
        theatre=theatre,
    )
    start = text.index(words)
    last = attribution.chain_at(Span(start, start + len(words)))[0][-1]
    return None if last.part == "publisher" else last.text


PAPER = "Valley News"


class TestObservers:
    def test_they_are_those_of_the_body_named_before(self, world: Theatre) -> None:
        text = (
            "The rebels gave rifles to United Nations observers.\n\n"
            "The 90 observers confirmed eight breaches."
        )
        assert speaker(world, text, "eight", PAPER) == "United Nations observers"

    def test_without_such_a_body_they_are_themselves(self, world: Theatre) -> None:
        text = "The 90 observers confirmed eight breaches."
        assert speaker(world, text, "eight", PAPER) == "The 90 observers"

    def test_observers_who_spoke_before_come_first(self, world: Theatre) -> None:
        text = (
            "Raids by the Houthis killed two men, military observers said. "
            "The militia of Houthis broke the truce nine times, the observers said."
        )
        assert speaker(world, text, "nine", PAPER) == "military observers"

    def test_a_clause_about_somebody_is_not_his_name(self, world: Theatre) -> None:
        text = (
            "The body that monitors the truce said it was calm. "
            "The monitors said nine men left."
        )
        assert speaker(world, text, "nine", PAPER) == "The monitors"

    def test_on_a_missions_page_they_are_the_page(self, world: Theatre) -> None:
        text = (
            "Talks were held with the UN Security Council. The mission has 20 monitors."
        )
        assert speaker(world, text, "20", "Hillside Monitoring Mission") is None


class TestSpokespeople:
    def test_they_speak_for_whom_their_statement_tells_of(self, world: Theatre) -> None:
        text = "The valley monitors have upheld nine complaints, a spokesman said."
        assert speaker(world, text, "nine", PAPER) == "The valley monitors"

    def test_else_for_the_last_body_that_spoke(self, world: Theatre) -> None:
        text = "UNIFIL said it was calm. Nine shells fell, a spokesman said."
        assert speaker(world, text, "Nine", PAPER) == "UNIFIL"

    def test_alone_they_are_themselves(self, world: Theatre) -> None:
        text = "Nine shells fell, a spokesman said."
        assert speaker(world, text, "Nine", PAPER) == "a spokesman"


class TestPronouns:
    def test_it_is_the_party_the_sentence_before_is_about(self, world: Theatre) -> None:
        text = "Last year Hezbollah held nineteen towns. Now it claims 26."
        assert speaker(world, text, "26", PAPER) == "Hezbollah"

    def test_it_is_no_party_of_another_paragraph(self, world: Theatre) -> None:
        text = "Last year Hezbollah held nineteen towns.\n\nNow it claims 26."
        assert speaker(world, text, "26", PAPER) is None

    def test_one_is_whoever_spoke_last(self, world: Theatre) -> None:
        text = 'Local officials noted 30 shells. "It is half a war," said one.'
        assert speaker(world, text, "half", PAPER) == "Local officials"

    def test_an_office_is_no_other_person(self, world: Theatre) -> None:
        text = "The mayor said it was calm. Nine men fell, the colonel said."
        assert speaker(world, text, "Nine", PAPER) == "the colonel"

    def test_he_is_the_person_just_introduced(self, world: Theatre) -> None:
        text = (
            "It was calm, the colonel said. In the hills Odo Maria Brenn, a shopkeeper,"
            ' slept well. "We were sixty in there," he said.'
        )
        assert speaker(world, text, "sixty", PAPER) == "Odo Maria Brenn"

    def test_a_day_before_a_name_is_no_name(self, world: Theatre) -> None:
        text = (
            "It was calm, the colonel said. On Sunday Brenn, who slept, ate. "
            "He said nine fell."
        )
        assert speaker(world, text, "nine", PAPER) == "the colonel"


def test_a_spokesman_with_a_name_is_himself(world: Theatre) -> None:
    text = "UNIFIL was calm. Its spokesman, Odo ag Brenn, said nine men fell."
    assert speaker(world, text, "nine", PAPER) == "Its spokesman, Odo ag Brenn"


def test_a_name_after_an_office_belongs_to_it(world: Theatre) -> None:
    text = '"We lost nine," said the mayor of the town, Odo Brenn, 63.'
    assert speaker(world, text, "nine", PAPER) == "the mayor of the town, Odo Brenn"


@pytest.mark.parametrize(
    "text",
    [
        "According to the agreement of May 5, commanders had nine days.",
        "Aid: the deal speaks of nine lorries a day.",
        "Movements asked for 61, granted 44, refused nine.",
        "The number of groups that accepted the terms is nine.",
        "TOTAL protests until June: nine.",
    ],
)
def test_texts_and_figures_vouch_for_nothing(world: Theatre, text: str) -> None:
    assert speaker(world, text, "nine", PAPER) is None


class TestPages:
    @pytest.mark.parametrize(
        "text",
        ["Our side proposed nine roads.", "The Parties declared nine prisoners."],
    )
    def test_our_side_and_the_parties_are_the_page(
        self, world: Theatre, text: str
    ) -> None:
        assert speaker(world, text, "nine", "Hillside Command") is None

    def test_a_partys_page_speaks_for_it(self, world: Theatre) -> None:
        text = "The KNU says nine men fell."
        assert speaker(world, text, "nine", "Karen National Union") is None

    def test_a_page_knows_its_initials(self, world: Theatre) -> None:
        text = "HMM finds that nine shots were fired."
        assert speaker(world, text, "nine", "Hillside Monitoring Mission") is None

    def test_a_body_of_the_same_family_is_another(self, world: Theatre) -> None:
        text = "WFP says nine lorries were looted."
        assert speaker(world, text, "nine", "OCHA") == "WFP"


def test_places_before_colons_in_a_list_do_not_speak(world: Theatre) -> None:
    text = "Khartoum: nine lorries\nGezira: 12 lorries\nNorth Kordofan: 3 lorries"
    assert speaker(world, text, "nine", "Access Desk") is None
