"""Figures reckoned from one told before, by class of wording."""

from collections.abc import Callable

import pytest

from trucewatch.reading.reading import Reading

Read = Callable[[str], Reading]


def counted(reading: Reading) -> list[tuple[float | None, str]]:
    return [(c.number.value, c.unit) for c in reading.counts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine people died and three times as many were wounded.", (27, "wounded")),
        ("They counted 40 violations, the town twice that.", (80, "violations")),
        ("It saw 60 soldiers here and half as many police there.", (30, "persons")),
        ("They say 50 fighters came; others say a fifth of that.", (10, "fighters")),
        ("May had 90 breaches. In June it was three times fewer.", (30, "violations")),
        ("It left 12 injuries and twice that number of deaths.", (24, "killed")),
    ],
)
def test_a_multiple_or_share_of_a_count_is_reckoned(
    reading_of: Read, text: str, expected: tuple[float, str]
) -> None:
    assert counted(reading_of(text))[-1] == expected


def test_a_multiple_is_of_the_total_and_not_of_its_part(reading_of: Read) -> None:
    text = "It counted 40 breaches, ten of them grave, the rebels twice that number."
    assert counted(reading_of(text))[-1] == (80, "violations")


@pytest.mark.parametrize(
    "text",
    [
        "They counted 40 violations, twice as many as in April.",
        "They counted 40 violations, three times what the army had.",
        "Of the 40 violations half were noted by day.",
        "Twice that number came.",
    ],
)
def test_a_comparison_of_two_figures_is_no_third(reading_of: Read, text: str) -> None:
    values = [c.number.value for c in reading_of(text).counts]
    assert not {80, 120, 20, 2} & set(values)


def test_a_figure_that_is_told_after_the_multiple_counts_once(
    reading_of: Read,
) -> None:
    text = "They counted 40 violations, the rebels three times that, a round 120."
    assert [value for value, _unit in counted(reading_of(text))] == [40, 120]
