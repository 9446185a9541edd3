"""One file, from its bytes to its claims."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from trucewatch.documents.document import Document
from trucewatch.documents.sources import Source
from trucewatch.errors import DocumentError, UnknownTheatreError
from trucewatch.intake.files import FileReader, reader_for, reading_of, theatre_for
from trucewatch.intake.outcome import Outcome
from trucewatch.values.dates import PartialDate
from trucewatch.values.gaps import Gap, GapKind

TEXT = "Forty armed groups have joined the truce in Syria, the ministry said.\n"


def source(folder: Path, text: str = TEXT) -> Source:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    return Source(path, "a.txt")


def test_a_file_becomes_a_document_with_claims(tmp_path: Path) -> None:
    outcome = FileReader("syria_2016")(source(tmp_path))
    assert outcome.taken is not None
    assert outcome.taken.document.source_file == "a.txt"
    numbers = [claim.quantity for claim in outcome.taken.claims]
    assert 40 in [number.value for number in numbers if number is not None]


def test_a_file_that_cannot_be_read_gives_its_gaps(tmp_path: Path) -> None:
    outcome = FileReader()(source(tmp_path, ""))
    assert outcome.taken is None
    assert [gap.kind for gap in outcome.gaps] == [GapKind.UNREADABLE_FILE]


def test_what_is_no_file_passes_through_as_its_gap() -> None:
    gap = Gap(GapKind.UNREADABLE_FILE, "x.doc", None, None, "", "of another type")
    assert FileReader()(gap).gaps == (gap,)


@dataclass(frozen=True, slots=True)
class BrokenReader(FileReader):
    """A reader with a defect that shows on every document."""

    def _read(self, source: Source) -> Outcome:
        raise ZeroDivisionError(source.name)


def test_a_defect_of_the_reader_costs_one_document_and_not_the_run(
    tmp_path: Path,
) -> None:
    outcome = BrokenReader()(source(tmp_path))
    (gap,) = outcome.gaps
    assert gap.file == "a.txt"
    assert "ZeroDivisionError" in gap.why


def test_each_document_chooses_its_theatre() -> None:
    syria = Document(text="Aleppo and Idlib in Syria. Homs, Syria.")
    day = PartialDate(2016, 5, 23)
    assert theatre_for(syria).name == "syria_2016"
    dated = Document(text="Nothing known is named here.", published=day)
    assert theatre_for(dated).name == "world"
    assert theatre_for(syria, "world").name == "world"


@pytest.mark.parametrize(
    ("before", "name", "countries"),
    [
        ("syria_2016", "syria_2016", ()),
        ("world IQ SY", "world", ("IQ", "SY")),
        ("a_pack_that_is_gone", "world", ()),
        ("", "world", ()),
    ],
)
def test_a_document_is_read_again_with_what_it_was_read_with(
    before: str, name: str, countries: tuple[str, ...]
) -> None:
    silent = Document(text="Government forces shelled the village.")
    found = theatre_for(silent, before=before)
    assert found.name == name
    assert set(countries) <= set(found.countries)


def test_one_silent_file_is_explained_as_its_folder_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Government forces shelled the village.\n", encoding="utf-8")
    assert reading_of(path).theatre.name == "world"
    (tmp_path / "b.txt").write_text("Homs and Idlib, Syria.\n", encoding="utf-8")
    assert reading_of(path).theatre.name == "syria_2016"
    assert reading_of(path, "donbas_2014").theatre.name == "donbas_2014"


def test_an_unknown_theatre_is_a_wrong_request() -> None:
    with pytest.raises(UnknownTheatreError, match="syria_2016"):
        reader_for("syria_2015")


def test_a_theatre_with_a_mistake_costs_one_line_and_not_the_run(
    tmp_path: Path,
) -> None:
    (tmp_path / "theatre.yaml").write_text("name: [unclosed\n", encoding="utf-8")
    reader, (gap,) = reader_for(str(tmp_path))
    assert reader.theatre is None
    assert gap.kind is GapKind.UNREADABLE_FILE
    assert gap.file.endswith("theatre.yaml")
    assert "theatre check" in gap.why


def test_a_sound_theatre_is_used() -> None:
    assert reader_for("world") == (FileReader("world"), [])
    assert reader_for(None) == (FileReader(), [])


def test_a_reading_can_be_had_without_claims(tmp_path: Path) -> None:
    reading = reading_of(source(tmp_path).path, "syria_2016")
    assert reading.document.text.startswith("Forty")


@pytest.mark.parametrize("text", [None, ""])
def test_a_file_without_a_reading_is_an_error_that_says_why(
    tmp_path: Path, text: str | None
) -> None:
    path = tmp_path / "gone.txt" if text is None else source(tmp_path, text).path
    with pytest.raises(DocumentError, match=str(path)):
        reading_of(path)


OTHER_NEWS = "Sales of cars and phones rose by 4 per cent in the spring.\n" * 40


def test_a_long_document_about_other_things_is_kept_and_not_read(
    tmp_path: Path,
) -> None:
    outcome = FileReader()(source(tmp_path, OTHER_NEWS))
    assert outcome.taken is not None
    assert outcome.taken.claims == ()
    assert [gap.kind for gap in outcome.taken.gaps] == [GapKind.UNRELATED]


def test_whoever_names_a_theatre_has_every_document_read(tmp_path: Path) -> None:
    outcome = FileReader("syria_2016")(source(tmp_path, OTHER_NEWS))
    assert outcome.taken is not None
    assert GapKind.UNRELATED not in {gap.kind for gap in outcome.taken.gaps}
