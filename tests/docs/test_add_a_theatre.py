"""The how-to makes the theatre it says it makes."""

import re
from pathlib import Path

import pytest

from trucewatch.reference.checking import check_theatre
from trucewatch.reference.folding import fold
from trucewatch.reference.places import Places
from trucewatch.reference.skeleton import new_theatre
from trucewatch.reference.theatre import Theatre, load_theatre

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "add-a-theatre.md"
BLOCK = re.compile(r'```\w+ title="([\w.]+)"\n(.*?)```', re.DOTALL)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """The pack a reader has after following the page."""
    home = new_theatre("karabakh_2020", tmp_path)
    for name, text in BLOCK.findall(PAGE.read_text("utf-8")):
        (home / name).write_text(text, encoding="utf-8")
    return home


@pytest.fixture
def theatre(made: Path) -> Theatre:
    return load_theatre(made)


def test_the_pack_of_the_page_checks_clean(made: Path) -> None:
    assert check_theatre(made) == []


def test_the_page_replaces_every_example_of_the_skeleton(made: Path) -> None:
    assert not any("example_front" in f.read_text("utf-8") for f in made.iterdir())


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Artsakh Defense Army", "karabakh_force"),
        ("Rustam Muradov", "ru_peacekeepers"),
        ("trilateral statement", "statement_2020"),
        ("Azerbaijani defence ministry", "az_mod"),
    ],
)
def test_names_of_the_page_are_known(theatre: Theatre, name: str, key: str) -> None:
    assert key in {entry.id for entry in theatre.entries(fold(name))}


@pytest.mark.parametrize(
    ("name", "key"),
    [("Talysh", "az_talish"), ("Murovdag", "az_murov"), ("Yerevan", "am_yerevan")],
)
def test_places_of_the_page_resolve(theatre: Theatre, name: str, key: str) -> None:
    chosen = Places(theatre).resolve(name).chosen
    assert chosen is not None
    assert chosen.id == key
