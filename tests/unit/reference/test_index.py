from pathlib import Path

from trucewatch.reference.assembly import gather
from trucewatch.reference.index import index
from trucewatch.reference.theatre import HOME


def test_each_thing_stands_once_under_a_name(pack: Path) -> None:
    found = index(gather(pack, (), HOME))
    assert all(len(entries) == len(set(entries)) for entries in found.values())


def test_fragments_among_the_alternates_of_gazetteers_are_left_out(pack: Path) -> None:
    material = gather(pack, (), HOME)
    found = index(material)
    own = {p.id for p in material.places if p.source == "supplement"}
    short = [
        entry.id
        for key, entries in found.items()
        if len(key) < 3
        for entry in entries
        if entry.kind.value == "place" and entry.sort == "settlement"
    ]
    assert set(short) <= own


def test_nothing_is_called_nothing(pack: Path) -> None:
    assert "" not in index(gather(pack, (), HOME))


def test_an_agency_is_not_a_town_of_like_spelling() -> None:
    found = index(gather(HOME / "syria_2016", (), HOME))
    assert {entry.kind.value for entry in found["sana"]} == {"speaker"}
