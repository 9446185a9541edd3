"""Candidate places of a figure, and what is weighed for each."""

import pytest

from trucewatch.claims.aggregating import by_rules
from trucewatch.claims.counting import Counting
from trucewatch.claims.scene import Scene
from trucewatch.claims.siting import Candidate, Counted, Siting
from trucewatch.documents.document import Document
from trucewatch.reading.reading import read
from trucewatch.reference.theatre import load_theatre
from trucewatch.values.dates import PartialDate


def candidates(text: str, index: int = 0) -> dict[str, Candidate]:
    day = PartialDate.parse("2016-05-18")
    document = Document(text, publisher="RT", published=day)
    counting = Counting(Scene(read(document, load_theatre("syria_2016"))))
    list(counting.drafts())
    found = Siting(counting.scene.whereabouts, counting.scene.weak_places).candidates(
        counting.counted[index]
    )
    return {"+".join(u.span.of(text) for u in one.uses): one for one in found}


def test_a_place_of_the_sentence_and_one_of_the_heading_are_both_weighed() -> None:
    found = candidates("Shelling of Idlib\n\nSix people were killed in Homs.")
    assert {name: one.where for name, one in found.items()} == {
        "Homs": "own",
        "Idlib": "title",
    }


def test_places_listed_together_are_one_candidate() -> None:
    assert "Homs+Hama" in candidates("Six people were killed in Homs and Hama.")


def test_a_country_is_a_candidate_where_only_its_truce_is_named() -> None:
    found = candidates("Six people were killed although Syria's truce held.")
    assert [use.entries[0].id for use in found["Syria"].uses] == ["sy"]


def test_a_bare_capitalised_name_is_a_weak_candidate() -> None:
    found = candidates("Shells hit upper Qarnfara and six people were killed.")
    assert "weak=unknown" in found["Qarnfara"].features


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Qarnfara: 6 people killed. Shells hit Homs.", "own"),
        ("Shells hit Homs.\n\nQarnfara. Six people were killed there.", "label"),
    ],
)
def test_an_unknown_name_that_heads_its_line_is_a_candidate(
    text: str, where: str
) -> None:
    assert candidates(text)["Qarnfara"].where == where


def test_an_unknown_name_that_opens_a_sentence_is_none() -> None:
    assert "Qarnfara" not in candidates("Qarnfara lost six people killed in Homs.")


def test_the_one_place_between_a_total_and_its_part_is_of_both() -> None:
    text = "Nine violations were noted in Homs: four with mortars, five others."
    assert "Homs" in candidates(text)


def test_a_place_of_a_part_is_no_candidate_for_its_total() -> None:
    text = "Nine violations were noted: Aleppo (4), Hama (5)."
    assert not {"Aleppo", "Hama"} & set(candidates(text))


def test_who_vouches_is_marked_on_a_place_in_his_name() -> None:
    text = "Moscow said six people were killed in Homs."
    assert "voices" not in candidates(text)["Homs"].features


@pytest.mark.parametrize("inherits", [True, False])
def test_a_figure_whose_rules_find_nothing_has_no_place(*, inherits: bool) -> None:
    text = "Six people were killed."
    scene = Scene(read(Document(text), load_theatre("syria_2016")))
    rules = Counting(scene, by_rules)
    list(rules.drafts())
    counted = Counted(0, "killed", "CAS.casualties", "per_event", inherits=inherits)
    assert rules.siting.of(counted) == ()


def test_many_countries_named_in_passing_change_nothing_by_being_left_out() -> None:
    text = (
        "Shelling near Homs\n\n"
        "Russian, Turkish, Iranian, French, German, Iraqi, Jordanian, Egyptian, "
        "Qatari, Lebanese and American envoys met. Iraq's and Iran's truces held.\n\n"
        "Six people were killed in Homs. Four died later. Nine more were wounded."
    )
    counting = Counting(Scene(read(Document(text), load_theatre("syria_2016"))))
    list(counting.drafts())
    siting = Siting(counting.scene.whereabouts, counting.scene.weak_places)
    passing = 0
    for counted in counting.counted:
        every = siting.candidates(counted)
        passing = max(passing, sum(one.where == "loose" for one in every))
        assert siting.of(counted) == max(every, key=lambda one: one.weight).uses
    assert passing > 4  # so many are always weighed


@pytest.mark.parametrize(
    ("text", "name", "dated"),
    [
        ("Aleppo, 12 May 2016\n\nSix people were killed.", "Aleppo", True),
        ("Homs: 6 people killed.\n\nThe truce came on 8 May 2016.", "Homs", False),
    ],
)
def test_only_a_line_that_ends_with_its_day_is_a_dated_one(
    text: str, name: str, *, dated: bool
) -> None:
    assert ("mark=dated" in candidates(text)[name].features) is dated


def test_the_first_mention_of_what_is_named_most_stays_a_candidate() -> None:
    text = "News from Aleppo\n\nShells fell on Idlib and Idlib burns.\n\n"
    text += "Nobody came.\n\n" * 14
    found = candidates(f"{text}Six people were killed in Homs.")
    assert found["Idlib"].where == "often"
