"""Phrases found from their rarest word."""

from trucewatch.reading.phrasebook import Phrasebook

COMMON = frozenset({"in", "the", "of", "to"})


def book() -> Phrasebook[str]:
    return Phrasebook(
        [
            (("in", "the", "words", "of"), "cites"),
            (("according", "to"), "cites"),
            (("words",), "noun"),
            (("to", "the"), "common"),
        ],
        COMMON,
    )


def test_a_phrase_is_found_at_its_rarest_word_and_starts_before_it() -> None:
    low = ["as", "in", "the", "words", "of", "him"]
    assert book().at(low, low.index("words")) == [
        (1, ("in", "the", "words", "of"), "cites"),
        (3, ("words",), "noun"),
    ]


def test_only_rare_words_open_a_search() -> None:
    assert book().gate == {"words", "according", "the"}


def test_a_phrase_cut_off_by_the_beginning_is_none() -> None:
    low = ["the", "words", "of", "him"]
    assert [meaning for _, _, meaning in book().at(low, 1)] == ["noun"]


def test_a_phrase_cut_off_by_the_end_is_none() -> None:
    assert book().at(["according"], 0) == []


def test_a_word_outside_the_gate_finds_nothing() -> None:
    assert book().at(["him"], 0) == []
