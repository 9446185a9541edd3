"""Claim types by unit and act."""

import pytest

from trucewatch.claims.kinds import kind_of


@pytest.mark.parametrize(
    ("unit", "acts", "expected"),
    [
        ("settlements", [], ("REC.local_agreement", True)),
        ("settlements", ["CAPTURE"], ("ARE.control_change", True)),
        ("settlements", ["SHELL", "CAPTURE"], ("INC.shelling", True)),
        ("settlements", ["NOTHING", "SHELL"], ("INC.shelling", True)),
        ("violations", ["SHELL"], ("INC.violation", True)),
        ("umbrellas", ["SHELL"], ("INC.shelling", False)),
        ("umbrellas", [], ("STA.context", False)),
    ],
    ids=["alone", "an act", "nearest", "one that decides", "whatever", "unknown", "?"],
)
def test_the_nearest_act_that_decides_gives_the_type(
    unit: str, acts: list[str], expected: tuple[str, bool]
) -> None:
    assert kind_of(unit, acts) == expected
