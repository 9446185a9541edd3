"""Figures as NewsQuant writes them, against a gold of invented sentences."""

import json
from pathlib import Path

import pytest

from evaluation.benchmarks import b7


def quantity(value: str, unit: str) -> dict[str, str]:
    return {"value": value, "unit": unit, "normalized_unit": unit, "change": "="}


@pytest.mark.parametrize(
    ("text", "gold", "value", "unit"),
    [
        ("It paid 30 euros.", quantity("30.0", "euro"), 1.0, 1.0),
        ("It weighs 30 tonnes.", quantity("30.0", "metric ton"), 1.0, 1.0),
        ("It paid 30 euros.", quantity("30.0", "dollar"), 1.0, 0.0),
        ("It fell to minus 3 °C.", quantity("-3.0", "celsius"), 1.0, 1.0),
        ("It runs from 2 to 3 km.", quantity("2.0-3.0", "kilometre"), 1.0, 1.0),
        ("A third of it is gone.", quantity("0.333333", "% town"), 1.0, 1.0),
        ("Dozens of lorries came.", quantity("12-120", "lorry"), 1.0, 1.0),
        ("They left it at 30.", quantity("30.0", "-"), 1.0, 1.0),
    ],
)
def test_value_and_normal_unit_are_compared(
    tmp_path: Path, text: str, gold: dict[str, str], value: float, unit: float
) -> None:
    for need, row in zip(
        b7.NEEDS,
        (
            {"split": "dev", "title": "", "text": "", "nb_civilians": 0,
             "nb_noncivilians": 0},
            {"split": "dev", "text": text, "quantities": [gold]},
        ),
        strict=True,
    ):  # fmt: skip
        path = tmp_path / need
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(row), "utf-8")
    rows = {row.measure: row.value for row in b7.measure(tmp_path)}
    assert (rows["value_f1"], rows["value_unit_f1"]) == (value, unit)
