"""On whose side somebody speaks or acts."""

import pytest

from trucewatch.views.surroundings import everywhere
from trucewatch.web.parties import side_of


@pytest.mark.parametrize(
    ("key", "side"),
    [
        ("ru_mod", "ru"),
        ("ru_crc", "ru"),
        ("sy_army", "sy"),
        ("somebody no theatre knows", ""),
        ("", ""),
    ],
)
def test_whoever_speaks_for_a_party_is_on_its_side(key: str, side: str) -> None:
    assert side_of(key, everywhere()) == side


def test_a_publisher_of_no_party_has_no_side() -> None:
    assert side_of("reuters", everywhere()) == ""
