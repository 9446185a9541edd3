from trucewatch.reference.hints import FILE, derive, hints, lines, names_in
from trucewatch.reference.theatre import HOME


def test_the_committed_table_is_the_derived_one() -> None:
    committed = (HOME / "gazetteer" / FILE).read_text(encoding="utf-8").splitlines()
    assert committed == lines(derive(HOME)), (
        "run tools/build_refdata.py --hints after changing a pack"
    )


def test_a_state_weighs_more_than_a_town() -> None:
    table = hints(HOME)
    assert table["yemen"] == (("YE", 3),)
    assert table["taiz"] == (("YE", 2),)


def test_what_our_own_tables_say_outranks_namesakes() -> None:
    assert hints(HOME)["gaza"] == (("PS", 2),)


def test_words_of_every_country_speak_for_none() -> None:
    assert not {"north", "armed groups", "un"} & set(hints(HOME))


def test_names_are_runs_that_begin_with_a_capital() -> None:
    found = set(names_in("fighting near Deir ez-Zor, Syria. It stopped.", HOME))
    assert {"deir zor", "syria"} <= found
    assert "fighting" not in found


def test_runs_that_no_name_begins_like_are_passed_over() -> None:
    assert list(names_in("Weather for Tuesday: Sunshine", HOME)) == []


def test_an_article_before_a_name_does_not_hide_it() -> None:
    assert "bab" in set(names_in("The Bab of old", HOME))
    assert "homs" in set(names_in("al-Homs", HOME)) | set(names_in("Al Homs", HOME))
