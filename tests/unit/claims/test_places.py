"""Which words are places, known or not, and how claims record them."""

import pytest

from tests.unit.claims.reading_of import figures_of
from trucewatch.values.stances import PlacePrecision, PlaceRole


def placed(text: str) -> list[str]:
    return [p.text for c in figures_of(text, "2016-05-18") for p in c.places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six people were killed in Qarn Zubayd.", ["Qarn Zubayd"]),
        ("Six people were killed in Zubayd district.", ["Zubayd"]),
        ("Six people were killed in May.", []),
        ("Six people were killed, NATO said.", []),
        ("Six people were killed under the Minsk agreement.", []),
        ("Six people were killed for Mr X.", []),
        ("Six people were killed in the Cold War.", []),
        ("The mayor, Adam Zubayd, lost six people.", []),
        ("Gen. Adam Zubayd lost six people.", []),
        ("Adam Zubayd said six people died.", []),
    ],
    ids=["unknown", "by its generic word", "month", "letters", "accord",
         "initial", "war", "office", "rank", "speaker"],
)  # fmt: skip
def test_a_capital_after_a_preposition_may_be_a_place(
    text: str, expected: list[str]
) -> None:
    assert placed(text) == expected


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("in Homs", PlaceRole.AT),
        ("near Homs", PlaceRole.NEAR),
        ("south of Homs", PlaceRole.NEAR),
        ("in an area south of Homs", PlaceRole.NEAR),
        ("from Homs", PlaceRole.FROM),
        ("to Homs", PlaceRole.TO),
    ],
)
def test_the_preposition_says_what_the_place_is_to_the_claim(
    words: str, role: PlaceRole
) -> None:
    claim = figures_of(f"Six fighters were moved {words}.")[0]
    assert [place.role for place in claim.places] == [role]


def test_a_total_holds_for_all_the_places_of_its_parts() -> None:
    text = "They saw 14 breaches in the provinces of Damascus (8) and Hama (6)."
    assert [[p.text for p in c.places] for c in figures_of(text, "2016-05-18")] == [
        [],
        ["Damascus"],
        ["Hama"],
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israel has killed six people in Tyre.", ["Tyre"]),
        ("Six people were killed by Israel in Tyre.", ["Tyre"]),
        ("Officials accused Israel of killing six people in Tyre.", ["Tyre"]),
        ("Lebanon lost six people.", ["Lebanon"]),
    ],
)
def test_a_country_that_acts_is_not_where_it_acts(
    text: str, expected: list[str]
) -> None:
    assert placed(text) == expected


def test_a_known_place_has_its_point() -> None:
    place = figures_of("Six people were killed in Palmyra.")[0].places[0]
    assert place.id is not None
    assert place.lat == pytest.approx(34.55, abs=0.2)


def test_near_a_settlement_is_less_precise() -> None:
    place = figures_of("Six people were killed near Palmyra.")[0].places[0]
    assert place.precision is PlacePrecision.NEAR


def test_a_place_unknown_to_the_theatre_is_kept_as_written() -> None:
    place = figures_of("Six people were killed in Qarn Zubayd.")[0].places[0]
    assert (place.id, place.precision) == (None, PlacePrecision.UNRESOLVED)


def test_rows_pair_names_with_numbers() -> None:
    text = "Violations by town\n\nQarn Zubayd | 4\nTel Waraq | 2"
    assert placed(text) in ([], ["Qarn Zubayd", "Tel Waraq"])
