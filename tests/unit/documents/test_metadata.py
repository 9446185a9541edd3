"""What is known of a document beside its text."""

from pathlib import Path

import pytest

from trucewatch.documents.metadata import (
    METADATA_FILE,
    NO_METADATA,
    Catalogue,
    Metadata,
    read_catalogue,
    read_front_matter,
    read_metadata,
)
from trucewatch.values.dates import PartialDate
from trucewatch.values.gaps import GapKind


def _catalogue(folder: Path, text: str) -> Catalogue:
    (folder / METADATA_FILE).write_text(text, encoding="utf-8")
    return read_catalogue(folder / METADATA_FILE)


def test_a_line_gives_publisher_day_title_and_address(tmp_path: Path) -> None:
    line = (
        '{"file": "a.txt", "publisher": "TASS", "published": "2017-03", '
        '"title": "T", "url": "https://x.example/a", "note": "scan"}'
    )
    catalogue = _catalogue(tmp_path, line)
    expected = Metadata("TASS", PartialDate(2017, 3), "T", "https://x.example/a")
    assert catalogue == Catalogue({"a.txt": expected}, ())


def test_null_and_empty_fields_say_nothing(tmp_path: Path) -> None:
    line = '{"file": "a.txt", "published": null, "title": "", "publisher": " "}'
    catalogue = _catalogue(tmp_path, f"{line}\n\n")
    assert catalogue.entries == {"a.txt": NO_METADATA}


def test_no_file_is_an_empty_catalogue(tmp_path: Path) -> None:
    assert read_catalogue(tmp_path / METADATA_FILE) == Catalogue()


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{broken", "it is no JSON"),
        ('["a.txt"]', 'it names no "file"'),
        ('{"publisher": "TASS"}', 'it names no "file"'),
        ('{"file": "a.txt", "published": "soon"}', "not a date: 'soon'"),
        ('{"file": "a.txt", "title": 5}', "title is no text: 5"),
        ('{"file": "a.txt", "colour": "red"}', "the field 'colour' is not known"),
    ],
)
def test_a_bad_line_is_a_gap_with_its_number(
    tmp_path: Path, line: str, why: str
) -> None:
    catalogue = _catalogue(tmp_path, '{"file": "b.txt"}\n' + line)
    (gap,) = catalogue.gaps
    assert (gap.kind, gap.file) == (GapKind.UNKNOWN_METADATA, "metadata.jsonl:2")
    assert why in gap.why
    assert "b.txt" in catalogue.entries


def test_a_catalogue_that_is_no_text_is_one_gap(tmp_path: Path) -> None:
    (tmp_path / METADATA_FILE).write_bytes(b"\xff\xfe\xff")
    catalogue = read_catalogue(tmp_path / METADATA_FILE)
    assert catalogue.entries == {}
    assert "save it as UTF-8" in catalogue.gaps[0].why


def test_what_is_lacking_is_taken_from_the_next() -> None:
    first = Metadata(publisher="A", url="u")
    second = Metadata("B", PartialDate(2016), "T", "v")
    assert first.or_else(second) == Metadata("A", PartialDate(2016), "T", "u")


def test_front_matter_is_read_and_ends_where_the_text_begins() -> None:
    text = "---\npublisher: SANA\npublished: 2016-09-12\n---\nFour places signed.\n"
    metadata, end, gaps = read_front_matter(text, "a.md")
    assert metadata == Metadata("SANA", PartialDate(2016, 9, 12))
    assert text[end:] == "Four places signed.\n"
    assert gaps == []


@pytest.mark.parametrize(
    "text",
    [
        "Plain text.",
        "---\nA rule, and no second one.",
        "--- \n- a list\n- of things\n---\nText.",
    ],
)
def test_a_rule_alone_makes_no_front_matter(text: str) -> None:
    assert read_front_matter(text, "a.md") == (NO_METADATA, 0, [])


def test_front_matter_that_is_no_yaml_is_a_gap() -> None:
    _, end, gaps = read_front_matter("---\na: [b\n---\nText.", "a.md")
    assert end == 0
    assert "front matter is no YAML" in gaps[0].why


def test_a_bad_date_in_front_matter_is_a_gap_of_the_file() -> None:
    _, gaps = read_metadata({"published": "13 May"}, "a.md")
    assert gaps[0].file == "a.md"
