"""Statements measured where all of them are annotated."""

from typing import Any

from evaluation.benchmarks.statements import (
    counts,
    held_documents,
    is_exhaustive,
    is_held,
    rows,
    score,
)


def claim(start: int, end: int, kind: str, quantity: object = None) -> dict[str, Any]:
    return {
        "span": [start, end],
        "kind": kind,
        "quantity": quantity,
        "source_file": "w77_a.txt",
    }


def fact(start: int, end: int, kind: str, value: float | None = None) -> dict[str, Any]:
    return {"span": [start, end], "kind": kind, "value": value, "doc": "w77_a"}


def same(one: str, other: str) -> bool:
    return one == other


def test_words_that_overlap_and_a_like_type_make_a_hit() -> None:
    given = [claim(0, 20, "A"), claim(30, 40, "A"), claim(50, 60, "B")]
    gold = [fact(10, 15, "A"), fact(50, 55, "A")]
    assert counts(given, gold, same) == (3, 2, 1)


def test_each_is_matched_once() -> None:
    assert counts([claim(0, 9, "A")], [fact(0, 4, "A"), fact(5, 9, "A")], same) == (
        1,
        2,
        1,
    )


def test_figures_are_left_out() -> None:
    assert counts([claim(0, 9, "A", {})], [fact(0, 9, "A", 3)], same) == (0, 0, 0)


def test_shares_are_over_all_documents() -> None:
    precision, recall, f1 = rows([(4, 2, 1), (1, 3, 1)])
    assert (precision.value, recall.value, f1.value) == (0.4, 0.4, 0.4)


def test_only_documents_held_back_are_measured() -> None:
    held = held_documents()
    assert held
    assert all(is_held(path.stem) and is_exhaustive(path.stem) for path in held)
    assert not is_exhaustive("w51_a")


def test_a_document_that_teaches_is_not_scored() -> None:
    expected = [(0, 1, 0)] if is_held("w77_a") else []
    assert score([], [fact(0, 9, "A")], same) == expected
