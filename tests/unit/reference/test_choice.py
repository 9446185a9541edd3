import datetime as dt

import pytest

from trucewatch.reference.choice import Choice, choose_theatre, settle

DAY = dt.date(2016, 5, 1)


@pytest.mark.parametrize(
    ("text", "theatre"),
    [
        ("Shells fell on Talbiseh and in Eastern Ghouta.", "syria_2016"),
        ("Patrols near Horlivka and Avdiivka counted shots.", "donbas_2014"),
        ("Mines were cleared at Hays and At Tuhayta, Yemen.", "yemen_2018"),
    ],
)
def test_the_places_of_a_text_tell_its_theatre(text: str, theatre: str) -> None:
    assert choose_theatre(text, None, DAY).name == theatre


def test_another_conflict_gets_the_world_with_its_countries() -> None:
    choice = choose_theatre("Fighting in Khartoum and Darfur, Sudan.", None, DAY)
    assert (choice.name, choice.countries) == ("world", ("SD",))
    assert choice.load().countries == ("SD",)


def test_a_pack_that_does_not_cover_the_day_is_out() -> None:
    choice = choose_theatre("Shells fell on Aleppo.", None, dt.date(2024, 12, 1))
    assert (choice.name, choice.countries) == ("world", ("SY",))


def test_a_text_about_nowhere_says_so() -> None:
    choice = choose_theatre("Nothing happened.", None, None)
    assert choice == Choice("world", (), choice.reason)
    assert "no country" in choice.reason


def test_a_publisher_of_one_theatre_tips_the_scale() -> None:
    assert choose_theatre("A quiet day.", "OSCE SMM", DAY).name == "donbas_2014"


def test_signals_count_in_small_letters_too() -> None:
    text = "The number in the disengagement areas is unchanged."
    assert choose_theatre(text, None, DAY).name == "donbas_2014"


def test_mentioning_a_theatre_in_passing_does_not_choose_it() -> None:
    text = "Khartoum, Omdurman, Darfur, Nyala and El Fasher, as in Syria before."
    assert choose_theatre(text, None, DAY).name == "world"


SILENT = Choice("world", (), "says nothing")
SYRIA = Choice("syria_2016", (), "says it")
SUDAN = Choice("world", ("SD",), "says it")


def test_silent_documents_follow_a_folder_that_agrees() -> None:
    settled = settle([SYRIA, SILENT, SYRIA])
    assert [c.name for c in settled] == ["syria_2016"] * 3
    assert "folder" in settled[1].reason


@pytest.mark.parametrize(
    "choices", [[SILENT], [SYRIA, SUDAN, SILENT], [SUDAN, SUDAN, SILENT]]
)
def test_a_mixed_or_silent_folder_stays_as_it_is(choices: list[Choice]) -> None:
    assert settle(choices) == choices
