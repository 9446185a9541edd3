import io
from pathlib import Path

import pytest
from rich.console import Console
from rich.table import Table

from evaluation.evaluate import benchmark_table, check_missing, gold_table
from evaluation.floors import Floors
from evaluation.gold import MEASURES
from evaluation.measuring import CORPORA, Measured, benchmarks, measure
from evaluation.rows import Row
from evaluation.shared import REQUIRED_VARIABLE, MissingSharedError


def printed(table: Table) -> str:
    page = io.StringIO()
    Console(file=page, width=200).print(table)
    return page.getvalue()


def a_set(name: str, value: float) -> list[Row]:
    return [Row(name, measure_, value, 50, value - 0.1, value) for measure_ in MEASURES]


def test_every_figure_stands_in_the_table_with_its_interval() -> None:
    text = printed(gold_table(a_set("bulletins", 0.875), Floors()))
    assert text.count("87.5") == len(MEASURES)
    assert text.count("78-88") == len(MEASURES)


def test_a_figure_below_its_floor_is_marked() -> None:
    floors = Floors({"bulletins:f1": 0.9})
    text = printed(gold_table(a_set("bulletins", 0.875), floors))
    assert text.count("87.5!") == 1


def test_the_difference_of_the_halves_has_a_line() -> None:
    rows = [
        *a_set("bulletins", 0.8),
        *a_set("bulletins/A", 0.85),
        *a_set("bulletins/B", 0.75),
    ]
    text = printed(gold_table(rows, Floors()))
    assert "bulletins A-B" in text
    assert text.count("+10.0") == len(MEASURES)


def test_a_benchmark_has_a_line_with_its_floor() -> None:
    rows = [Row("B9 made up", "recall", 0.5, 7)]
    text = printed(benchmark_table(rows, Floors({"B9 made up:recall": 0.4})))
    assert "0.500" in text
    assert "0.400" in text


def test_without_data_nothing_is_measured_and_every_set_is_named(
    tmp_path: Path,
) -> None:
    measured = measure(tmp_path)
    assert measured.rows == []
    assert set(measured.absent) >= set(CORPORA)


def test_a_missing_set_is_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(REQUIRED_VARIABLE, raising=False)
    page = io.StringIO()
    check_missing(Measured([], ["seeds"], ["corpus/seeds"]), Console(file=page))
    assert "seeds" in page.getvalue()


def test_a_missing_set_is_an_error_where_all_are_required(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(REQUIRED_VARIABLE, "1")
    with pytest.raises(MissingSharedError, match="corpus/seeds"):
        check_missing(Measured([], ["seeds"], ["corpus/seeds"]), Console())


def test_every_benchmark_says_its_name_and_what_it_needs() -> None:
    for benchmark in benchmarks():
        assert benchmark.NAME
        assert all(isinstance(path, str) for path in benchmark.NEEDS)
