"""Addresses under names."""

import json
from pathlib import Path

import pytest

from trucewatch.errors import UnknownNameError
from trucewatch.web import saved
from trucewatch.web.saved import Saved, SavedViews, SavingError, local

MADE = "2026-11-20T12:00:00+00:00"


def view(name: str, address: str = "/claims", *, whose: str = "") -> Saved:
    return Saved(name, address, "mira", MADE, whose)


@pytest.fixture
def views(tmp_path: Path) -> SavedViews:
    return SavedViews(tmp_path / "desk" / "views.json")


def test_a_view_is_kept_under_its_name(views: SavedViews) -> None:
    assert views.all() == ()
    views.save(view("  The  dead ", "/claims?kind=CAS&page=3&as_of=2016-05"))
    (one,) = views.all()
    assert (one.name, one.path, one.query) == (
        "The dead",
        "/claims",
        "kind=CAS&as_of=2016-05",
    )


def test_a_view_of_the_same_name_gives_way(views: SavedViews) -> None:
    views.save(view("one", "/claims"))
    views.save(view("two", "/map"))
    views.save(view("one", "/documents"))
    assert [(v.name, v.address) for v in views.all()] == [
        ("one", "/documents"),
        ("two", "/map"),
    ]


def test_a_view_is_forgotten(views: SavedViews) -> None:
    views.save(view("one", "/claims"))
    views.remove("one")
    assert views.all() == ()
    with pytest.raises(UnknownNameError):
        views.remove("one")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/claims",
        "//example.org/claims",
        "/\\example.org",
        "/administration",
        "/claimsx",
        "claims",
        "/claims?find=" + "x" * 2_000,
    ],
)
def test_only_a_list_of_ours_is_saved(views: SavedViews, address: str) -> None:
    with pytest.raises(SavingError):
        views.save(view("one", address))


def test_a_view_needs_a_name(views: SavedViews) -> None:
    with pytest.raises(SavingError, match="name"):
        views.save(view(" ", "/claims"))


def test_there_is_an_end_to_views(
    views: SavedViews, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saved, "MOST", 1)
    views.save(view("one", "/claims"))
    with pytest.raises(SavingError, match="views are saved"):
        views.save(view("two", "/claims"))


def test_what_lies_below_a_screen_can_be_saved() -> None:
    assert local("/registers/parties?disputed=1") == "/registers/parties?disputed=1"


def test_what_is_somebodys_own_others_do_not_see(views: SavedViews) -> None:
    views.save(view("shared"))
    views.save(view("mine", whose="mira"))
    assert [one.name for one in views.of("mira")] == ["mine", "shared"]
    assert [one.name for one in views.of("ada")] == ["shared"]


def test_two_people_may_call_theirs_the_same(views: SavedViews) -> None:
    for whose, address in (("mira", "/map"), ("ada", "/documents"), ("", "/claims")):
        views.save(view("dead", address, whose=whose))
    views.remove("dead", "ada")
    assert [(v.whose, v.address) for v in views.all()] == [
        ("mira", "/map"),
        ("", "/claims"),
    ]
    with pytest.raises(UnknownNameError):
        views.remove("dead", "ada")


def test_views_of_before_there_were_own_ones_are_everybodys(tmp_path: Path) -> None:
    path = tmp_path / "views.json"
    row = {"name": "old", "address": "/map", "author": "mira", "made": MADE}
    path.write_text(json.dumps([row]), encoding="utf-8")
    (one,) = SavedViews(path).of("ada")
    assert one.whose == ""
