"""Which files of a folder are documents."""

import os
from pathlib import Path

import pytest

from trucewatch.documents.metadata import METADATA_FILE, NO_METADATA
from trucewatch.documents.sources import Source, list_sources
from trucewatch.values.gaps import Gap


def _write(path: Path, text: str = "Text.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _names(*paths: Path) -> list[str]:
    return [item.name for item in list_sources(paths) if isinstance(item, Source)]


def _gaps(*paths: Path) -> list[Gap]:
    return [item for item in list_sources(paths) if isinstance(item, Gap)]


def test_folders_are_walked_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "sub/c.pdf", "sub/deep/d.md"):
        _write(tmp_path / name)
    assert _names(tmp_path) == ["a.html", "b.txt", "sub/c.pdf", "sub/deep/d.md"]


@pytest.mark.parametrize(
    "name", ["README.md", "readme", "LICENSE.txt", ".hidden.txt", ".git/a.txt"]
)
def test_files_about_the_documents_are_none_themselves(
    tmp_path: Path, name: str
) -> None:
    _write(tmp_path / "a.txt")
    _write(tmp_path / name)
    assert _names(tmp_path) == ["a.txt"]
    assert _gaps(tmp_path) == []


def test_a_file_of_another_type_is_a_gap(tmp_path: Path) -> None:
    _write(tmp_path / "sub" / "table.xlsx")
    (gap,) = _gaps(tmp_path)
    assert gap.file == "sub/table.xlsx"
    assert "a type that is not read" in gap.why


def test_a_file_named_by_itself_is_always_tried(tmp_path: Path) -> None:
    path = _write(tmp_path / "README.log")
    assert _names(path) == ["README.log"]


def test_a_file_met_twice_is_listed_once(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.txt")
    assert _names(path, tmp_path, path) == ["a.txt"]


def test_metadata_beside_a_file_goes_before_that_of_the_folder_above(
    tmp_path: Path,
) -> None:
    _write(tmp_path / "sub/a.txt")
    _write(tmp_path / "sub/b.txt")
    above = (
        '{"file": "sub/a.txt", "title": "above"}\n{"file": "sub/b.txt", "title": "b"}'
    )
    _write(tmp_path / METADATA_FILE, above)
    _write(tmp_path / "sub" / METADATA_FILE, '{"file": "a.txt", "title": "beside"}')
    sources = [item for item in list_sources([tmp_path]) if isinstance(item, Source)]
    assert [source.metadata.title for source in sources] == ["beside", "b"]


def test_a_single_file_takes_its_line_and_no_gap_of_others(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.txt")
    _write(tmp_path / METADATA_FILE, '{"file": "a.txt", "title": "T"}\n{"file": "b"}')
    (source,) = list_sources([path])
    assert isinstance(source, Source)
    assert source.metadata.title == "T"


def test_a_line_for_a_file_that_is_not_there_is_a_gap(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt")
    _write(tmp_path / METADATA_FILE, '{"file": "gone.txt"}')
    (gap,) = _gaps(tmp_path)
    assert gap.text == "gone.txt"


def test_a_name_that_does_not_exist_is_a_gap(tmp_path: Path) -> None:
    (gap,) = _gaps(tmp_path / "nowhere.txt")
    assert "no such file or folder" in gap.why


def test_a_folder_without_documents_says_so(tmp_path: Path) -> None:
    (gap,) = _gaps(tmp_path)
    assert "holds no document" in gap.why


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_a_folder_that_must_not_be_read_is_a_gap(tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0)
    (gap,) = _gaps(tmp_path)
    assert "must not be read" in gap.why


def test_without_metadata_nothing_is_known(tmp_path: Path) -> None:
    (source,) = list_sources([_write(tmp_path / "a.txt")])
    assert isinstance(source, Source)
    assert source.metadata == NO_METADATA
