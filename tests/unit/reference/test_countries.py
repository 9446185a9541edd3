from pathlib import Path

import pytest

from trucewatch.errors import ReferenceDataError
from trucewatch.reference.countries import States
from trucewatch.reference.entries import EntryKind
from trucewatch.reference.folding import fold

HEADER = "code\tname\tnames\tadjectives\tcapital\tmetonyms\tkeys\tlat\tlon\tradius_km\n"
ROW = (
    "EX\tExamplia\tRepublic of Examplia\tExamplian\tReedham\tReed House"
    "\tmod=ex_war\t1\t2\t3\n"
)
PATTERNS = (
    "- {id: gov, makes: speaker, label: 'Government of [name]',"
    " names: ['[adj] government', 'government of [name]']}\n"
    "- {id: mod, makes: speaker, label: 'Defence of [name]',"
    ' names: ["[name]\'s {defence,defense} ministry"]}\n'
    "- {id: army, makes: actor, label: 'Forces of [name]', names: ['[adj] army']}\n"
)


@pytest.fixture
def states(tmp_path: Path) -> States:
    (tmp_path / "countries.tsv").write_text(HEADER + ROW)
    (tmp_path / "patterns.yaml").write_text(PATTERNS)
    return States.read(tmp_path)


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("Examplian government", EntryKind.SPEAKER, "ex_gov"),
        ("Government of the Republic of Examplia", EntryKind.SPEAKER, "ex_gov"),
        ("Examplia's defense ministry", EntryKind.SPEAKER, "ex_war"),
        ("Examplia’s Defence Ministry", EntryKind.SPEAKER, "ex_war"),
        ("Examplian Army", EntryKind.ACTOR, "ex_army"),
    ],
)
def test_a_name_of_a_state_and_a_part_is_taken_apart(
    states: States, name: str, kind: EntryKind, key: str
) -> None:
    (entry,) = states.compose(fold(name))
    assert (entry.kind, entry.id, entry.actor) == (kind, key, "ex")


@pytest.mark.parametrize("name", ["Examplian", "Examplian cheese", "Other army", "of"])
def test_other_names_are_nothing_to_it(states: States, name: str) -> None:
    assert states.compose(fold(name)) == ()


def test_first_words_leave_room_for_the_longest_composed_name(states: States) -> None:
    assert states.longest["examplian"] == 2
    assert states.longest["examplias"] == 3
    assert states.longest["government"] >= 4


def test_a_capital_speaks_for_its_government_as_a_metonym(states: States) -> None:
    found = {text: entry for text, entry in states.entries() if entry.sort == "metonym"}
    assert found["Reedham"].id == found["Reed House"].id == "ex_gov"


def test_demonyms_point_at_the_state_and_are_no_places(states: States) -> None:
    kinds = {text: entry.kind for text, entry in states.entries()}
    assert kinds["Examplians"] is EntryKind.DEMONYM


def test_every_state_is_a_place_an_actor_and_has_its_parts(states: States) -> None:
    assert [p.id for p in states.places()] == ["ex"]
    assert [a.id for a in states.actors()] == ["ex", "ex_army"]
    assert [s.id for s in states.speakers()] == ["ex_gov", "ex_war"]


@pytest.mark.parametrize(
    ("file", "text", "what"),
    [
        ("countries.tsv", HEADER + ROW.replace("mod=ex_war", "mod"), "pattern=key"),
        (
            "patterns.yaml",
            PATTERNS.replace("makes: actor", "makes: cake"),
            "makes must",
        ),
        ("patterns.yaml", PATTERNS.replace("[adj] army", "army"), "must begin"),
    ],
)
def test_a_wrong_row_is_told_with_its_line(
    tmp_path: Path, file: str, text: str, what: str
) -> None:
    (tmp_path / "countries.tsv").write_text(HEADER + ROW)
    (tmp_path / "patterns.yaml").write_text(PATTERNS)
    (tmp_path / file).write_text(text)
    with pytest.raises(ReferenceDataError, match=rf"{file}:\d: .*{what}"):
        States.read(tmp_path)
