"""Signs that speak for a time, and what they weigh."""

import pytest

from trucewatch.claims import time_signs as signs
from trucewatch.claims.scoring import Signs, scorer
from trucewatch.claims.time_signs import WEIGHTS, Around, Beside, Seen

AROUND = Around(
    "stock", "FRC", "prose", 1,
    carried=False, report=False, periodic=False, truce=False,
)  # fmt: skip
LENGTH = AROUND._replace(how="duration", truce=True)
SEEN = Seen("own", "date", "at", "day", 0, chosen=True)
BESIDE = Beside("left", "2", 0, "mine", (";",), first=True)


@pytest.mark.parametrize(
    "found",
    [
        signs.of_rules("own", "anchored", AROUND),
        signs.of_total("elided", "own", AROUND),
        signs.of_page("today", ("have",), AROUND),
        signs.of_words("other", ("have",)),
        signs.of_expression(SEEN, AROUND),
        signs.of_standing(BESIDE, "at", "stock"),
        signs.of_reading("since", "since", "stock"),
        signs.of_days("same", "0", AROUND),
    ],
)
def test_signs_weigh_what_the_table_says(found: Signs) -> None:
    assert found.names
    assert found.weight == scorer(WEIGHTS).total(found.names)


def test_a_length_of_a_truce_has_a_sign_of_its_own() -> None:
    assert "today|duration+truce=True" in signs.of_page("today", (), LENGTH).names


def test_a_variant_of_a_source_has_the_signs_of_both() -> None:
    names = signs.of_page("truce.end", (), AROUND).names
    assert {"truce", "truce.end"} <= set(names)


def test_an_expression_of_another_line_says_how_far_it_stands() -> None:
    other = SEEN._replace(where="above1", away=3, chosen=False)
    names = signs.of_expression(other, AROUND).names
    assert "away=above.3" in names
    assert "chosen" not in names


def test_an_end_not_known_has_no_age() -> None:
    assert not [n for n in signs.of_days("True.True", "", AROUND).names if "age" in n]
