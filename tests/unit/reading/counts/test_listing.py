"""Figures in lists and tables, by class of wording; each row is one class."""

from collections.abc import Callable

import pytest

from trucewatch.reading.reading import Reading

Read = Callable[[str], Reading]
Counted = list[tuple[float | None, str]]


def counted(reading: Reading) -> Counted:
    return [(c.number.value, c.unit) for c in reading.counts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The bases at Talodi, Heiban and Kauda told of 3, five and 12 violations.",
            [(3, "violations"), (5, "violations"), (12, "violations")],
        ),
        (
            "The two posts heard four and no shots respectively.",
            [(2, "posts"), (4, "shots"), (0, "shots")],
        ),
        (
            "Two, five and nine shells fell.",
            [(2, "rounds"), (5, "rounds"), (9, "rounds")],
        ),
    ],
)
def test_figures_in_a_row_share_the_noun_of_the_last(
    reading_of: Read, text: str, expected: Counted
) -> None:
    assert counted(reading_of(text)) == expected


def test_two_figures_after_another_count_share_no_noun(reading_of: Read) -> None:
    reading = reading_of(
        "They noted six breaches, in Hama 4, 2 tanks among the causes."
    )
    assert counted(reading)[1] == (4, "violations")


def test_what_befell_those_counted_wins_over_a_noun_further_on(
    reading_of: Read,
) -> None:
    reading = reading_of("The raid killed 3 and 5 houses burnt.")
    assert counted(reading) == [(3, "killed"), (5, "houses")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ten breaches, 7 dead, 9 injuries. In May: 12, 5 and 30 in that order.",
            [(12, "violations"), (5, "killed"), (30, "wounded")],
        ),
        (
            "The army put its toll at 4 dead and 11 injuries, the police 1 and 6.",
            [(1, "killed"), (6, "wounded")],
        ),
    ],
)
def test_bare_figures_go_through_the_list_before_them_in_order(
    reading_of: Read, text: str, expected: Counted
) -> None:
    reading = reading_of(text)
    assert counted(reading)[-len(expected) :] == expected


TABLES = [
    (
        "Region | Violations | Explosions\nNorth | 310 | 95\nSouth | 44 | 12",
        [(310, "violations"), (95, "explosions"), (44, "violations")],
    ),
    (
        "Place\tAttacks\tCaptured\nNorth\t4\t11\nSouth\t1\t2",
        [(4, "attacks"), (11, "detained"), (1, "attacks"), (2, "detained")],
    ),
    (
        "Side    Villages    Killed\nNorth    4    11",
        [(4, "settlements"), (11, "killed")],
    ),
    (
        "Breaches, by week\nRegion | Week 11 | Week 12\nNorth | 9 | 7",
        [(9, "violations"), (7, "violations")],
    ),
    ("| Side | Number |\n| Killed | 150 |\n| Missing | 4 |", [(150, "killed")]),
    ("Aid handed out, tonnes\nMadaya | 40\nRastan | 12", [(40, "tonnes")]),
]


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_a_column_a_row_or_a_caption_says_what_a_figure_counts(
    reading_of: Read, text: str, expected: Counted
) -> None:
    assert counted(reading_of(text))[: len(expected)] == expected


def test_a_sentence_in_a_cell_is_read_as_a_sentence(reading_of: Read) -> None:
    reading = reading_of(
        "Health    The centre saw that 31 more had been wounded there."
    )
    assert counted(reading) == [(31, "wounded")]
