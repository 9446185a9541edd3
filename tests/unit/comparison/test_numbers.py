"""Whether two numbers can both be right."""

import pytest

from tests.support.statements import AROUND, number, say
from trucewatch.comparison import numbers
from trucewatch.comparison.facets import Facet, facet_of
from trucewatch.values.quantities import Quantity
from trucewatch.values.stances import Quantifier


def facet(count: Quantity) -> Facet:
    found = facet_of(say("sohr", count=count), AROUND)
    assert found is not None
    return found


def killed(value: float | None, quantifier: Quantifier = Quantifier.EXACT) -> Facet:
    return facet(number(value, "killed", quantifier=quantifier))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (killed(6000, Quantifier.AT_LEAST), killed(6000, Quantifier.SOME)),
        (killed(6000), killed(6100, Quantifier.ABOUT)),
        (killed(870), killed(900, Quantifier.NEARLY)),
        (killed(12), killed(20, Quantifier.AT_MOST)),
        (killed(12), killed(12)),
        (killed(0), killed(None, Quantifier.NONE)),
    ],
)
def test_numbers_agree_within_what_their_words_allow(left: Facet, right: Facet) -> None:
    assert numbers.agree(left, right)
    assert numbers.agree(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (killed(1470), killed(1471)),
        (killed(300_000, Quantifier.ABOUT), killed(275_000)),
        (killed(12), killed(20, Quantifier.AT_LEAST)),
        (killed(700), killed(900, Quantifier.NEARLY)),
        (killed(3), killed(None, Quantifier.NONE)),
    ],
)
def test_numbers_outside_each_other_clash(left: Facet, right: Facet) -> None:
    assert not numbers.agree(left, right)


def test_measures_agree_up_to_the_rounding_of_their_units() -> None:
    assert numbers.agree(facet(number(145.04, "km2")), facet(number(145.0, "km2")))


def test_a_number_without_bounds_agrees_with_everything() -> None:
    vague = facet(number(None, "killed", quantifier=Quantifier.SOME))
    assert numbers.agree(vague, killed(7))
    assert numbers.middle(vague) is None


def test_days_and_hours_are_one_length() -> None:
    assert numbers.agree(facet(number(3, "days")), facet(number(72, "hours")))


def test_a_sum_carries_the_bounds_of_its_parts() -> None:
    parts = (killed(3), killed(10, Quantifier.AT_LEAST))
    assert numbers.total(parts) == (13, float("inf"))


def test_a_sum_with_an_unknown_part_is_unknown() -> None:
    assert numbers.total((killed(3), killed(None, Quantifier.SOME))) is None


def test_clusters_put_vague_numbers_to_the_exact_ones_they_fit() -> None:
    over, exact, other = killed(30, Quantifier.AT_LEAST), killed(32), killed(9)
    found = numbers.clusters([over, exact, other])
    assert sorted(len(group) for group in found) == [1, 2]


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (number(1996, "killed"), "1,996"),
        (number(30, "killed", quantifier=Quantifier.AT_LEAST), "at least 30"),
        (number(None, "killed", bounds=(80, 100)), "80 to 100"),
        (number(None, "killed", quantifier=Quantifier.NONE), "none"),
        (number(2.5, "km"), "2.5"),
    ],
)
def test_numbers_are_worded_as_they_were_meant(count: Quantity, text: str) -> None:
    assert numbers.worded(facet(count)) == text


def test_the_middle_of_a_range_stands_for_it() -> None:
    assert numbers.middle(facet(number(None, "killed", bounds=(80, 100)))) == 90
    assert numbers.middle(killed(5, Quantifier.AT_MOST)) == 5


def test_a_claim_without_a_number_has_no_range() -> None:
    silent = facet_of(say("sohr"), AROUND)
    assert silent is not None
    assert numbers.interval(silent) is None
    assert numbers.worded(silent) == "no number"
