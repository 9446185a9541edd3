"""All theatres as one."""

from pathlib import Path

from tests.support.made import made_document
from trucewatch.reference.theatre import load_theatre, theatre_names
from trucewatch.views.surroundings import copies_among, everywhere


def test_whatever_one_theatre_knows_is_known() -> None:
    together = everywhere()
    for name in theatre_names():
        theatre = load_theatre(name)
        assert {actor.id for actor in theatre.actors} <= {a.id for a in together.actors}
        assert {p.id for p in theatre.places} <= {p.id for p in together.places}


def test_a_name_stands_for_what_any_theatre_says() -> None:
    together = everywhere()
    for name in theatre_names():
        theatre = load_theatre(name)
        for key in ("aleppo", "un", "houthis", "horlivka"):
            assert set(theatre.entries(key)) <= set(together.entries(key))
            assert theatre.longest(key) <= together.longest(key)


def test_everything_a_theatre_has_is_there() -> None:
    together = everywhere()
    public = {name for name in vars(load_theatre("world")) if name[0] != "_"}
    assert public <= set(vars(together))
    assert "syria_2016" in repr(together)


def test_the_users_own_theatre_is_asked_first(tmp_path: Path) -> None:
    pack = tmp_path / "own"
    pack.mkdir()
    (pack / "theatre.yaml").write_text(
        "name: own\ntitle: Ours\ncountries: [SY]\nsource: common\n"
        "sources:\n  common: Written for a test.\n",
        encoding="utf-8",
    )
    assert everywhere(str(pack)).name.startswith("own+")


def test_papers_that_print_one_story_share_its_root() -> None:
    story = (
        "The mission counted seven explosions near the river crossing on Monday night. "
        "Its patrol heard them from the observation post on the western bank. "
        "Nobody was hurt, its report says, and the bridge stayed open to families.\n"
    )
    first, second = (
        made_document(head + story, file=f"{head}.txt") for head in ("", "By AFP\n")
    )
    other = made_document("Aid reached the town in 12 lorries.", file="c.txt")
    root = copies_among([first, second, other])
    assert root == {first.key: first.key, second.key: first.key}
