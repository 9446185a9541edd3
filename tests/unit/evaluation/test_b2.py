"""B2 rebuilds articles from labelled tokens and compares spans exactly."""

import json
from pathlib import Path

import pytest

from evaluation.benchmarks import b2

ROW = {
    "id": "one",
    "tokens": ["``", "It", "'s", "over", ",", "''", "said", "Anna", "Lind", "."],
    "labels": [
        *("B-content", "I-content", "I-content", "I-content", "I-content", "I-content"),
        *("B-cue", "B-source", "I-source", "O"),
    ],
}


def test_tokens_become_text_as_it_was_printed() -> None:
    article = b2.rebuild([ROW])
    assert article.text == "“It's over,” said Anna Lind.\n"


def test_labels_become_places() -> None:
    assert b2.rebuild([ROW]).gold == {
        "content": {(0, 0, 6)},
        "cue": {(0, 6, 7)},
        "source": {(0, 7, 9)},
    }


def test_two_spans_of_one_role_stay_apart() -> None:
    row = {"id": "x", "tokens": ["a", "b"], "labels": ["B-cue", "B-cue"]}
    assert b2.rebuild([row]).gold["cue"] == {(0, 0, 1), (0, 1, 2)}


def test_what_the_reader_finds_is_given_in_tokens() -> None:
    article = b2.rebuild([ROW])
    assert b2.predicted(article) == article.gold


def test_a_frame_inside_direct_speech_goes_unlabelled() -> None:
    frames = b2.frames_of('"He said it rained," said Anna Lind.')
    assert [one.cue_lemma for one in frames] == ["say"]


def test_f1_counts_equal_spans_over_documents() -> None:
    gold = {"source": {(0, 0, 1), (0, 2, 3)}, "cue": set(), "content": set()}
    found = {"source": {(0, 0, 1)}, "cue": set(), "content": set()}
    tallies = [b2.tally(gold, found)]
    assert b2.f1(tallies, "source") == pytest.approx(2 / 3)
    assert b2.f1(tallies, "cue") == 0


def test_the_rows_name_the_mean_of_source_and_content(tmp_path: Path) -> None:
    path = tmp_path / b2.NEEDS[0]
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(ROW) + "\n", "utf-8")
    rows = {row.measure: row.value for row in b2.measure(tmp_path)}
    assert rows == {
        "source_f1": 1,
        "cue_f1": 1,
        "content_f1": 1,
        "source_content_f1": 1,
    }
