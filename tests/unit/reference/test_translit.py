import pytest

from trucewatch.reference.translit import translit_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khanaser", "Khanasir"),
        ("Hodeidah", "Al Hudaydah"),
        ("Tell Bisa", "Tallbisah"),
        ("Qabun", "Kaboun"),
    ],
)
def test_romanisations_of_one_name_share_a_key(one: str, other: str) -> None:
    assert translit_key(one) == translit_key(other) != ""


def test_a_name_of_few_consonants_has_no_key() -> None:
    assert translit_key("Nawa") == ""


def test_other_scripts_have_no_key() -> None:
    assert translit_key("حماة") == ""
