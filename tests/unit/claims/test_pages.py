"""Pages: in whose voice a publisher speaks."""

import pytest

from trucewatch.claims.pages import page_of
from trucewatch.reference.theatre import Theatre, load_theatre


@pytest.fixture(scope="module")
def syria() -> Theatre:
    return load_theatre("syria_2016")


def test_no_publisher_is_nobodys_page(syria: Theatre) -> None:
    page = page_of(None, syria)
    assert (page.speaker, page.own, page.relayed) == (None, False, None)


@pytest.mark.parametrize(
    ("name", "key", "own"),
    [
        ("Syrian Observatory for Human Rights", "sohr", True),
        ("TASS", "tass", False),
        ("United Nations (a summary for readers)", "un", True),
    ],
)
def test_a_known_publisher_has_its_key_and_voice(
    syria: Theatre, name: str, key: str, *, own: bool
) -> None:
    page = page_of(name, syria)
    assert page.speaker is not None
    assert page.speaker.id == key
    assert page.own is own


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("Hillside Monitoring Committee", True),
        ("Agreement text, Hillside committee", True),
        ("Hillside Army press service (weekly sheet)", True),
        ("Hillside Herald", False),
        ("Hillside Press", False),
        ("Hillside News Agency", False),
        ("hillside.example (the ministry)", False),
        ("Nowhere", False),
    ],
)
def test_an_unknown_publisher_is_judged_by_the_words_of_its_name(
    syria: Theatre, name: str, *, own: bool
) -> None:
    assert page_of(name, syria).own is own


def test_a_repost_is_the_bodys_text_on_a_page_of_its_own(syria: Theatre) -> None:
    page = page_of("valley blog (repost of Russian Ministry of Defence)", syria)
    assert page.relayed is not None
    assert page.relayed.id == "ru_mod"
    assert page.relayed_name == "Russian Ministry of Defence"
    assert not page.own


def test_a_repost_of_a_paper_is_no_bodys_text(syria: Theatre) -> None:
    assert page_of("valley blog (repost of TASS)", syria).relayed is None


def test_a_body_that_reposts_itself_passes_nothing_on(syria: Theatre) -> None:
    page = page_of("Russian Ministry of Defence (Russian Ministry of Defence)", syria)
    assert page.own
    assert page.relayed is None


def test_a_capital_in_a_papers_name_is_no_government() -> None:
    page = page_of("Cairo Evening Mail", load_theatre("world"))
    assert not page.own


def test_a_partys_page_has_the_partys_key() -> None:
    world = load_theatre("world")
    page = page_of("Karen National Union, Information Desk", world)
    assert (page.key, page.own) == ("knu", True)


def test_a_paper_that_bears_a_partys_name_is_a_paper() -> None:
    page = page_of("Karen National Union Herald", load_theatre("world"))
    assert (page.key, page.own) == (None, False)


def test_a_mission_may_publish_under_its_organisations_name() -> None:
    assert page_of("OSCE", load_theatre("donbas_2014")).key == "osce_smm"
    assert page_of("OSCE", load_theatre("world")).key == "osce"
