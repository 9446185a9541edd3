"""Signs that speak for a place, and what they weigh."""

import pytest

from trucewatch.claims import place_signs as signs
from trucewatch.claims.place_signs import WEIGHTS, Beside, Elsewhere, Figure, Mark
from trucewatch.claims.scoring import Signs, scorer

FIGURE = Figure("right", "per_event", "killed", "CAS.casualties", "near")
MARK = Mark(
    2, None, ("mark=venue",), topic=True, country=0, whole=True, metonym=True, led=True,
    before="held", behind=".",
)  # fmt: skip
BESIDE = Beside(
    "left", "2", 1, clause=False, numbers=0, rank=0, lead="in", led=True, role="at",
    first=True, nearest="mine", marks=("and",),
)  # fmt: skip
ELSEWHERE = Elsewhere(
    "title", 0, 1, line=False, away="5", lead="in", first=True, figures=0, opens=True
)


@pytest.mark.parametrize(
    "found",
    [
        signs.of_kind("own", "city", 1, FIGURE, led=True),
        signs.of_rules("ruled", FIGURE),
        signs.of_mark(MARK, "own"),
        signs.of_holder("other", "own"),
        signs.of_voice("own"),
        signs.of_own(BESIDE),
        signs.of_other(ELSEWHERE),
    ],
)
def test_signs_weigh_what_the_table_says(found: Signs) -> None:
    assert found.weight == scorer(WEIGHTS).total(found.names)
    assert not scorer(WEIGHTS).weights.keys().isdisjoint(found.names)


@pytest.mark.parametrize(
    ("distance", "expected"),
    [(-3, "0"), (0, "0"), (1, "2"), (2, "2"), (3, "5"), (20, "20"), (21, "far")],
)
def test_a_distance_has_a_class_and_what_lies_ahead_is_near(
    distance: int, expected: str
) -> None:
    assert signs.step(distance) == expected


def test_a_place_that_opens_its_sentence_says_so() -> None:
    assert "first+left" in signs.of_own(BESIDE).names
    assert "first+left" not in signs.of_own(BESIDE._replace(first=False)).names
    assert "first+other" in signs.of_other(ELSEWHERE).names
    assert "first+other" not in signs.of_other(ELSEWHERE._replace(first=False)).names


def test_a_name_nobody_knows_has_no_country() -> None:
    unknown = Mark(
        0, "unknown", (), topic=False, country=None, whole=False, metonym=False,
        led=False, before="", behind="",
    )  # fmt: skip
    names = signs.of_mark(unknown, "heading").names
    assert {"mentions=0", "weak=unknown", "weak=unknown+heading"} <= set(names)
    assert not any(name.startswith("country=") for name in names)
