from pathlib import Path

from trucewatch.reference.assembly import gather, merged_places
from trucewatch.reference.entries import Place
from trucewatch.reference.theatre import HOME


def place(key: str, lat: float | None, *names: str, source: str = "geonames") -> Place:
    return Place(key, key, "settlement", lat, lat, 3.0, "SY", None, names, source, "1")


def test_what_a_pack_writes_out_is_not_made_again_by_a_pattern(pack: Path) -> None:
    with (pack / "speakers.yaml").open("a") as file:
        file.write("- {id: sy_gov, label: Our own words, source: note}\n")
    material = gather(pack, (), HOME)
    assert [s.label for s in material.speakers if s.id == "sy_gov"] == ["Our own words"]


def test_an_own_row_with_a_point_replaces_the_gazetteers() -> None:
    (made,) = merged_places([place("a", 1.0, source="supplement")], [place("a", 2.0)])
    assert (made.lat, made.source) == (1.0, "supplement")


def test_an_own_row_without_a_point_takes_it_and_adds_names() -> None:
    own, base = place("a", None, "Y", source="supplement"), place("a", 2.0, "Z")
    (made,) = merged_places([own], [base])
    assert (made.lat, made.source) == (2.0, "geonames")
    assert made.names == ("Y", "a", "Z")


def test_the_first_of_own_rows_with_one_key_holds() -> None:
    first = place("a", 1.0, source="supplement")
    assert merged_places([first, place("a", 5.0, source="supplement")], []) == [first]


def test_places_of_other_countries_in_the_world_pack_are_left_out(pack: Path) -> None:
    keys = {p.id for p in gather(pack, (), HOME).places}
    assert "cd_goma" not in keys
    assert "xx_red_sea" in keys


def test_further_countries_are_loaded_after_the_packs_own(pack: Path) -> None:
    assert gather(pack, ("LY", "SY"), HOME).countries == ("SY", "LY")
