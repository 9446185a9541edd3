from collections.abc import Sequence
from pathlib import Path

import pytest

from evaluation import gate
from evaluation.floors import Fall, Floors
from evaluation.measuring import Measured
from evaluation.rows import Row, interval

F1 = Row("bulletins", "f1", 0.91237, 40)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "floors.json"
    Floors({"bulletins:f1": 0.9}).save(path)
    return path


def measured(value: float) -> Measured:
    return Measured([Row("bulletins", "f1", value, 40)], [], [])


def test_a_figure_below_its_floor_is_a_fall() -> None:
    floors = Floors({"bulletins:f1": 0.95})
    assert floors.falls([F1]) == [Fall("bulletins:f1", 0.91237, 0.95)]


def test_a_figure_at_its_floor_is_none() -> None:
    floors = Floors()
    floors.raise_to([F1])
    assert floors.floors == {"bulletins:f1": 0.9123}
    assert floors.falls([F1]) == []


def test_a_measure_that_vanished_is_a_fall() -> None:
    assert Floors({"bulletins:f1": 0.9}).falls([]) == [Fall("bulletins:f1", None, 0.9)]


@pytest.mark.parametrize("key", ["bulletins:f1", "bulletins/B:f1"])
def test_the_floors_of_a_set_that_is_not_there_rest(key: str) -> None:
    assert Floors({key: 0.9}).falls([], absent=["bulletins"]) == []


def test_raising_never_lowers() -> None:
    floors = Floors({"bulletins:f1": 0.95})
    assert floors.raise_to([F1]) == []
    assert floors.floors == {"bulletins:f1": 0.95}


def test_the_gate_passes_above_the_floor(file: Path) -> None:
    code, _ = gate.judge(measured(0.9), file, update=False, reason=None)
    assert code == gate.PASSED


def test_the_gate_fails_below_the_floor_and_names_it(file: Path) -> None:
    code, lines = gate.judge(measured(0.8), file, update=False, reason=None)
    assert code == gate.FELL
    assert lines[0] == "below its floor: bulletins:f1: 0.8000, floor 0.9000"


def test_an_update_raises_the_floor(file: Path) -> None:
    gate.judge(measured(0.97), file, update=True, reason=None)
    assert Floors.load(file).floors == {"bulletins:f1": 0.97}


def test_an_update_refuses_to_lower_without_a_reason(file: Path) -> None:
    before = file.read_text("utf-8")
    code, _ = gate.judge(measured(0.8), file, update=True, reason=None)
    assert code == gate.FELL
    assert file.read_text("utf-8") == before


def test_an_allowed_regression_is_kept_with_its_reason(file: Path) -> None:
    gate.judge(measured(0.8), file, update=True, reason="the gold was corrected")
    floors = Floors.load(file)
    assert floors.floors == {"bulletins:f1": 0.8}
    assert floors.lowered == [
        {
            "measure": "bulletins:f1",
            "from": 0.9,
            "to": 0.8,
            "reason": "the gold was corrected",
        }
    ]


def test_an_allowed_regression_drops_what_is_measured_no_more(file: Path) -> None:
    gate.judge(Measured([], [], []), file, update=True, reason="the set was withdrawn")
    assert Floors.load(file).floors == {}


def test_an_interval_holds_the_figure_and_comes_out_the_same_each_time() -> None:
    documents = [0.0, 1.0, 1.0, 1.0, 0.0, 1.0, 1.0, 1.0]

    def mean(drawn: Sequence[float]) -> float:
        return sum(drawn) / len(drawn)

    low, high = interval(documents, mean)
    assert low < mean(documents) < high
    assert (low, high) == interval(documents, mean)
