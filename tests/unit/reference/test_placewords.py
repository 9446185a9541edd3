import pytest

from trucewatch.reference.placewords import place_words


@pytest.mark.parametrize(
    ("name", "bare", "kind"),
    [
        ("Homs province", "Homs", "admin1"),
        ("Hama (province)", "Hama", "admin1"),
        ("the town of Nubl", "Nubl", "settlement"),
        ("province of Idlib", "Idlib", "admin1"),
        ("Jibreen area", "Jibreen", None),
        ("Idlib", "Idlib", None),
    ],
)
def test_the_words_beside_a_name_say_its_kind(
    name: str, bare: str, kind: str | None
) -> None:
    assert place_words().split(name) == (bare, kind)


def test_compass_words_are_no_places() -> None:
    assert "north" in place_words().generic
