"""B1 counts four-word shingles, page by page."""

from pathlib import Path

import pytest

from evaluation.benchmarks import b1


def test_the_same_text_scores_full() -> None:
    assert b1.page_score("one two three four five", "one two three four five") == (1, 1)


def test_a_kept_menu_costs_precision_and_a_lost_line_recall() -> None:
    gold = "a b c d e f"  # three shingles
    precision, recall = b1.page_score("menu words here a b c d e", gold)
    assert (precision, recall) == (2 / 5, 2 / 3)


def test_repeated_shingles_count_as_often_as_they_stand() -> None:
    assert b1.page_score("a b c d a b c d", "a b c d") == (1 / 5, 1)


@pytest.mark.parametrize(
    ("kept", "gold", "expected"),
    [
        ("", "", (1, 1)),
        ("", "a b", (0, 0)),
        ("a b", "", (0, 1)),
        ("a b", "a b", (1, 1)),
    ],
)
def test_empty_and_short_texts_have_a_score(
    kept: str, gold: str, expected: tuple[float, float]
) -> None:
    assert b1.page_score(kept, gold) == expected


def test_f1_is_that_of_the_mean_precision_and_the_mean_recall() -> None:
    f1, precision, recall = b1.average([(1.0, 0.5), (0.5, 0.5)])
    assert (precision, recall) == (0.75, 0.5)
    assert f1 == pytest.approx(0.6)
    assert b1.average([(0.0, 0.0)])[0] == 0.0


@pytest.mark.slow
def test_both_tracks_are_measured_on_the_development_pages(shared: Path) -> None:
    figures = {(row.set, row.measure): row for row in b1.measure(shared)}
    assert set(figures) == {
        (f"b1_articles/{track}", measure)
        for track in ("text", "html")
        for measure in ("f1", "precision", "recall")
    }
    assert all(row.n == 59 for row in figures.values())
