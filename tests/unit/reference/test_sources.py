from pathlib import Path

import pytest

from trucewatch.reference.sources import (
    interest,
    publisher,
    publisher_id,
    speaks_as_organisation,
)
from trucewatch.reference.theatre import load_theatre


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Reuters", "reuters"),
        ("syria.mil.ru (Russian MoD)", "ru_mod"),
        ("https://www.syriahr.com/en/1234/", "sohr"),
        ("Ministry of Defence of the Russian Federation", "ru_mod"),
        ("The New Arab (AFP)", "new_arab"),
        ("TIME (AP)", "time"),
        ("Al-Alam (citing FNA)", "alalam"),
        ("OSCE SMM (restated)", "osce_smm"),
        ("UNMHA monthly note", "unmha"),
        ("Syrian Network for Human Rights", "snhr"),
    ],
)
def test_a_publisher_is_known_by_name_or_domain(name: str, key: str) -> None:
    found = publisher_id(name)
    assert found is not None
    assert found.id == key


@pytest.mark.parametrize("name", ["", "  ", "Journal of Nowhere", "nowhere.example"])
def test_an_unknown_publisher_is_none(name: str) -> None:
    assert publisher_id(name) is None


def test_a_capital_is_no_publisher() -> None:
    assert publisher("Moscow") is None


def test_a_page_below_a_known_domain_belongs_to_it() -> None:
    found = publisher("eng.syria.mil.ru")
    assert found is not None
    assert found.id == "ru_mod"


def test_a_ministry_speaks_as_itself_and_a_paper_as_press() -> None:
    assert speaks_as_organisation("syria.mil.ru")
    assert not speaks_as_organisation("Jordan Times")
    assert not speaks_as_organisation("Journal of Nowhere")


def test_only_the_given_theatre_is_asked(pack: Path) -> None:
    theatre = load_theatre(pack)
    assert publisher("The Blue Sheet", theatre) is theatre.speakers.get("blue_front")
    assert publisher("news.bluefront.example", theatre) is not None
    assert publisher("The Blue Sheet") is None


def test_interest_tags_come_from_the_pack(pack: Path) -> None:
    theatre = load_theatre(pack)
    assert interest("blue_front", theatre) == ("belligerent",)
    assert interest("nobody", theatre) == ()
