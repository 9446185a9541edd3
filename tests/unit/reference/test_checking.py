from pathlib import Path

import pytest

from trucewatch.errors import UnknownTheatreError
from trucewatch.reference.checking import (
    check_theatre,
    gazetteer_problems,
    loaded_words,
    schemas,
)
from trucewatch.reference.theatre import theatre_names


@pytest.mark.parametrize("name", theatre_names())
def test_the_shipped_packs_are_right(name: str) -> None:
    assert check_theatre(name) == []


def test_the_shipped_gazetteer_has_no_key_twice() -> None:
    assert gazetteer_problems() == []


def test_a_right_pack_has_no_problem(pack: Path) -> None:
    assert check_theatre(pack) == []


def test_an_unknown_pack_is_told() -> None:
    with pytest.raises(UnknownTheatreError):
        check_theatre("syria_2061")


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "message"),
    [
        (
            "actors.yaml",
            "sort: group",
            "sort: gang",
            3,
            "sort: not one of the known: gang",
        ),
        ("actors.yaml", "source: note", "sauce: note", 1, "source is missing"),
        (
            "actors.yaml",
            "source: note",
            "source: hearsay",
            6,
            "no source is called hearsay",
        ),
        (
            "actors.yaml",
            "label: Blue Front",
            "label: Blue rebels",
            2,
            "rebels takes a side",
        ),
        ("actors.yaml", "actor: sy,", "actor: syy,", 5, "no actor is called syy"),
        (
            "actors.yaml",
            "tie: part_of",
            "tie: cousin_of",
            5,
            "tie: not one of the known",
        ),
        (
            "actors.yaml",
            "id: blue_front",
            "id: Blue Front",
            1,
            "'Blue Front' is no key",
        ),
        ("actors.yaml", "until: 2016-05-31", "til: 2016", 4, "a dated name has text"),
        (
            "speakers.yaml",
            "actor: blue_front",
            "actor: red_front",
            3,
            "no actor is called",
        ),
        ("speakers.yaml", "under: un", "under: onu", 10, "no speaker is called onu"),
        ("speakers.yaml", '{name: "Ada Blue|Blue", ', "{", 7, "a person has a name"),
        ("instruments.yaml", "declared: 2016-04", "declared: spring", 5, "not a date"),
        ("instruments.yaml", "parties: [blue_front]", "parties: [x_y]", 6, "x_y"),
        ("counters.yaml", "speaker: blue_front", "speaker: nobody", 3, "nobody"),
        ("designations.tsv", "listed", "praised", 2, "praised"),
        ("places.tsv", "35.5", "north", 2, "must be a number"),
        ("places.tsv", "\tSY\t", "\tSyria\t", 2, "no country code"),
        ("places.tsv", "sy_adm1_idlib", "sy_adm1_nowhere", 2, "sy_adm1_nowhere"),
        (
            "theatre.yaml",
            "sources: {note: Our own note}",
            "sources: [note]",
            8,
            "mapping",
        ),
    ],
)
def test_a_wrong_entry_is_told_with_file_and_line(
    pack: Path, file: str, old: str, new: str, line: int, message: str
) -> None:
    text = (pack / file).read_text()
    assert old in text
    (pack / file).write_text(text.replace(old, new, 1))
    told = [p for p in check_theatre(pack) if p.file.endswith(file) and p.line == line]
    assert any(message in p.message for p in told), check_theatre(pack)


def test_an_unknown_field_is_told_with_the_known_ones(pack: Path) -> None:
    with (pack / "counters.yaml").open("a") as file:
        file.write("  colour: blue\n")
    (problem,) = check_theatre(pack)
    assert "no field is called colour; known: against" in problem.message
    assert str(problem).endswith(f":{problem.line}: {problem.message}")


def test_a_key_that_stands_twice_is_told_with_both_lines(pack: Path) -> None:
    file = pack / "counters.yaml"
    file.write_text(file.read_text() * 2)
    (problem,) = check_theatre(pack)
    assert problem.line == 8
    assert "stands in line 1 too" in problem.message


def test_a_file_that_cannot_be_read_is_one_problem(pack: Path) -> None:
    (pack / "actors.yaml").write_text("- id: [open\n")
    (problem,) = check_theatre(pack)
    assert (problem.line, problem.message[:8]) == (2, "not YAML")


@pytest.mark.parametrize("names", ["one", "[1, [2]]"])
def test_names_of_another_form_are_told(pack: Path, names: str) -> None:
    file = pack / "instruments.yaml"
    file.write_text(file.read_text().replace("[truce of the reeds]", names))
    assert any("name" in p.message for p in check_theatre(pack))


def test_every_shipped_file_has_a_schema() -> None:
    assert {"actors.yaml", "publishers.yaml", "places.tsv"} <= set(schemas())
    assert schemas()["publishers.yaml"] == schemas()["speakers.yaml"]


def test_words_that_take_a_side_are_listed() -> None:
    assert "terrorists" in loaded_words()
