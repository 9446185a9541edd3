"""Subjects of reporting verbs past participles, days and marks."""

import pytest

from trucewatch.reading.quotes import find_frames, find_quotations
from trucewatch.reading.sentences import find_sentences
from trucewatch.reading.tokens import tokenise
from trucewatch.values.spans import Span


def told(text: str) -> list[tuple[str | None, str]]:
    """Return source and content of each frame, as words."""
    tokens = tokenise(text)
    sentences = find_sentences(text, tokens)
    quotations = find_quotations(text, [Span(0, len(text))])
    return [
        (one.source.of(text) if one.source else None, one.content.of(text))
        for one in find_frames(text, tokens, sentences, quotations)
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A medic related to the mayor had told the Post that six died.", "A medic"),
        ("A council backing the Old Guard said six died.", "A council"),
        (
            "Men loyal to Odo Brenn said six died.",
            "Men loyal to Odo Brenn",
        ),
        ("The armed group in the north said six died.", "The armed group in the north"),
        (
            "The monitoring body of the valley said six died.",
            "The monitoring body of the valley",
        ),
    ],
)
def test_a_participle_after_the_subject_is_passed_over(text: str, source: str) -> None:
    assert told(text)[0][0] == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("South of Pellow the mission said six died.", "the mission"),
        ("At Pellow the Marran army said six died.", "the Marran army"),
        ("The head of the mission said six died.", "The head of the mission"),
    ],
)
def test_a_place_told_first_is_none_of_the_subject(text: str, source: str) -> None:
    assert told(text)[0][0] == source


def test_a_day_may_stand_between_apposition_and_verb() -> None:
    text = "Odo Brenn, head of the clinic, yesterday said six had died."
    assert told(text) == [("Odo Brenn, head of the clinic,", "six had died")]


def test_a_month_cut_short_belongs_to_the_day_of_saying() -> None:
    text = "Six men died in the pass, clinic officials said on Dec. 14."
    assert told(text) == [("clinic officials", "Six men died in the pass")]


def test_a_plain_plural_verb_after_a_comma_is_a_verb() -> None:
    text = "Six men were taken away, say aid groups."
    assert told(text) == [("aid groups", "Six men were taken away")]


def test_a_figure_alone_is_no_speaker() -> None:
    text = "The envoys, six from the north, said nine."
    assert all(source != "nine" for source, _ in told(text))


@pytest.mark.parametrize("text", ["The blast claimed six lives.", "It claimed a life."])
def test_what_claims_lives_says_nothing(text: str) -> None:
    assert told(text) == []


def test_have_before_a_participle_counts_nothing() -> None:
    text = "Noria had broken the truce 90 times, while the number was 40 before."
    assert told(text) == []


def test_a_toll_can_be_set_anew() -> None:
    text = "The clinic raised its toll of the week to 61 dead."
    assert told(text) == [("The clinic", "its toll of the week to 61 dead")]


def test_raising_other_things_is_no_report() -> None:
    text = "The clinic updated its staff to 61 nurses."
    assert told(text) == []


def test_figures_compiled_by_somebody_are_his() -> None:
    text = "Breaches reached 62, according to figures compiled by Lume Watch."
    assert told(text)[0][0] == "Lume Watch"


def test_two_sources_of_one_sentence_keep_a_figure_each() -> None:
    text = "Ten men died according to the police, and 12 according to the clinic."
    assert told(text) == [("the police", "Ten men died"), ("the clinic", "12")]


def test_one_figure_according_to_two_stays_whole() -> None:
    text = "According to the police, ten men died, according to the clinic."
    assert "ten men died" in told(text)[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "Six men died, the agency quoted a medic as saying.",
        "The agency quoted a medic as saying that six men died.",
    ],
)
def test_who_is_quoted_as_saying_speaks(text: str) -> None:
    assert told(text)[-1][0] == "a medic"


def test_a_participle_with_its_agent_reports_its_noun_alone() -> None:
    text = "Nine reports accused both sides of raids denied by Odo Brenn."
    assert told(text)[-1] == ("Odo Brenn", "both sides of raids")


def test_at_least_opens_a_figure_and_no_place() -> None:
    text = "The mayor, a medic, gave at least 200 dead, ten of them men."
    assert told(text)[0] == (
        "The mayor, a medic,",
        "at least 200 dead, ten of them men",
    )


def test_a_noun_after_a_verb_of_saying_is_no_verb() -> None:
    text = "The clinic rejects reports about six raids, saying three were seen."
    assert {source for source, _ in told(text)} == {"The clinic"}


def test_over_before_a_figure_opens_what_is_said() -> None:
    text = "The clinic lamented over 100 people have died."
    assert told(text) == [("The clinic", "over 100 people have died")]


def test_what_was_said_in_a_year_may_follow_a_comma() -> None:
    text = "The clinic said in 2018, six men were hurt."
    assert told(text) == [("The clinic", "six men were hurt")]


def test_related_before_a_noun_says_nothing() -> None:
    assert told("Front related violence left 700 dead.") == []
