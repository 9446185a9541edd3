"""Addresses under names."""

from pathlib import Path

import pytest

from trucewatch.errors import UnknownNameError
from trucewatch.web import saved
from trucewatch.web.saved import SavedViews, SavingError, local

MADE = {"author": "mira", "made": "2026-11-20T12:00:00+00:00"}


@pytest.fixture
def views(tmp_path: Path) -> SavedViews:
    return SavedViews(tmp_path / "desk" / "views.json")


def test_a_view_is_kept_under_its_name(views: SavedViews) -> None:
    assert views.all() == ()
    views.save("  The  dead ", "/claims?kind=CAS&page=3&as_of=2016-05", **MADE)
    (one,) = views.all()
    assert (one.name, one.path, one.query) == (
        "The dead",
        "/claims",
        "kind=CAS&as_of=2016-05",
    )


def test_a_view_of_the_same_name_gives_way(views: SavedViews) -> None:
    views.save("one", "/claims", **MADE)
    views.save("two", "/map", **MADE)
    views.save("one", "/documents", **MADE)
    assert [(v.name, v.address) for v in views.all()] == [
        ("one", "/documents"),
        ("two", "/map"),
    ]


def test_a_view_is_forgotten(views: SavedViews) -> None:
    views.save("one", "/claims", **MADE)
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
        views.save("one", address, **MADE)


def test_a_view_needs_a_name(views: SavedViews) -> None:
    with pytest.raises(SavingError, match="name"):
        views.save(" ", "/claims", **MADE)


def test_there_is_an_end_to_views(
    views: SavedViews, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saved, "MOST", 1)
    views.save("one", "/claims", **MADE)
    with pytest.raises(SavingError, match="views are saved"):
        views.save("two", "/claims", **MADE)


def test_what_lies_below_a_screen_can_be_saved() -> None:
    assert local("/registers/parties?disputed=1") == "/registers/parties?disputed=1"
