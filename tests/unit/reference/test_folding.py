import pytest

from trucewatch.reference.folding import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al-Nusra Front", "al Nusra Front"),
        ("Al-Nusra Front", "Nusra Front"),
        ("Deir ez-Zor", "Deir al-Zor"),
        ("Deir-ez-Zor", "Deir ez Zor"),
        ("Ahrar ash-Sham", "Ahrar al-Sham"),
        ("Hay'at Tahrir al-Sham", "Hayat Tahrir al Sham"),
        ("Sana'a", "Sana’a"),
        ("Ḩalab", "Halab"),
        ("the Free Syrian Army", "FREE SYRIAN ARMY"),
        ("At Tuhayta", "Al-Tuhayta"),
        ("As-Suwayda", "Suwayda"),
        ("U.S.", "US"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Homs", "Hama"),
        ("Deir ez-Zor", "Deir Hafer"),
        ("Al-Bab", "Bab"),
        ("al-Omar", "Omar"),
        ("US", "us"),
        ("IS", "is"),
        ("WHO", "who"),
        ("At Tuhayta", "at Tuhayta"),
    ],
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_short_names_keep_one_form_of_their_article() -> None:
    assert fold("El-Bab") == fold("Al Bab") == "al bab"


def test_names_in_arabic_and_cyrillic_letters_keep_their_letters() -> None:
    assert fold("حلب") == "حلب"
    assert fold("Алеппо") == "алеппо"


def test_a_lone_article_is_left_as_it_is() -> None:
    assert fold("al") == "al"
