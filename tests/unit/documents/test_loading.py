"""Files become documents; what is wrong with one is a row, the others are read."""

import os
from pathlib import Path

import pytest

from trucewatch.documents import loading, plain
from trucewatch.documents.document import Furniture
from trucewatch.documents.furniture import main_text
from trucewatch.documents.loading import (
    Loaded,
    document_from_bytes,
    document_from_text,
    load,
    load_documents,
)
from trucewatch.documents.metadata import Metadata
from trucewatch.documents.sources import Source
from trucewatch.values.dates import PartialDate
from trucewatch.values.gaps import GapKind
from trucewatch.values.keys import bytes_key

TEXT = "Nine shots were heard near Marzaf.\r\nNobody was hurt – said the mayor.\n"


def _why(loaded: Loaded) -> str:
    assert loaded.document is None
    (gap,) = loaded.gaps
    assert gap.kind is GapKind.UNREADABLE_FILE
    return gap.why


def test_a_file_becomes_a_document_with_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    (loaded,) = load_documents([tmp_path])
    document = loaded.document
    assert document is not None
    assert document.text == TEXT
    assert document.source_file == "a.txt"
    assert document.byte_count == len(TEXT.encode())
    assert document.key == bytes_key("d", loaded.original)
    assert loaded.gaps == ()


def test_each_bad_file_gives_one_row_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-16")
    (tmp_path / "page.html").write_text("<html><body></body></html>")
    loaded = list(load_documents([tmp_path]))
    bad = [item.gaps[0].file for item in loaded if item.document is None]
    assert bad == ["binary.txt", "broken.pdf", "empty.txt", "page.html"]
    assert [item.document.encoding for item in loaded if item.document] == ["utf-16"]
    assert all(len(item.gaps) <= 1 for item in loaded)


def test_a_file_that_vanishes_is_a_row(tmp_path: Path) -> None:
    assert "has vanished" in _why(load(Source(tmp_path / "gone.txt", "gone.txt")))


def test_a_file_that_is_a_folder_is_a_row(tmp_path: Path) -> None:
    assert "cannot be read" in _why(load(Source(tmp_path, "folder.txt")))


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_a_file_that_must_not_be_read_is_a_row(tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_text("secret")
    path.chmod(0)
    assert "must not be read" in _why(load(Source(path, "locked.txt")))


def test_a_name_that_does_not_exist_is_a_row(tmp_path: Path) -> None:
    (loaded,) = load_documents([tmp_path / "nowhere"])
    assert "no such file" in _why(loaded)


def test_a_file_too_large_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "MAX_FILE_BYTES", 10)
    (tmp_path / "a.txt").write_text("twelve bytes")
    assert "is larger than" in _why(load(Source(tmp_path / "a.txt", "a.txt")))
    assert "is larger than" in _why(document_from_bytes(b"twelve bytes", "a.txt"))


def test_one_endless_line_alone_is_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "MAX_LINE_CHARS", 1000)
    assert "only lines longer" in _why(document_from_bytes(b"x " * 5000, "a.txt"))


def test_an_endless_line_among_others_is_left_out_and_said() -> None:
    text = f"{TEXT}{'x ' * plain.MAX_LINE_CHARS}\n{TEXT}"
    loaded = document_from_bytes(text.encode(), "a.txt")
    assert loaded.document is not None
    (gap,) = loaded.gaps
    assert (gap.kind, gap.document) == (GapKind.SKIPPED_PART, loaded.document.key)
    body = " ".join(span.of(text) for span in main_text(loaded.document))
    assert "Nobody was hurt" in body
    assert "x x" not in body


def test_long_texts_of_short_lines_lose_nothing() -> None:
    loaded = document_from_bytes(TEXT.encode() * 20_000, "a.txt")
    assert loaded.gaps == ()


def test_lost_letters_are_a_row_of_the_document() -> None:
    loaded = document_from_bytes(TEXT.encode() * 20 + b"\xff", "a.txt")
    assert loaded.document is not None
    assert loaded.gaps[0].kind is GapKind.SKIPPED_PART


def test_the_type_is_told_from_the_bytes_before_the_name() -> None:
    page = b"<!DOCTYPE html><html><body><article><p>" + TEXT.encode() * 9
    loaded = document_from_bytes(page, "a.txt")
    assert loaded.document is not None
    assert loaded.document.media_type == "text/html"
    assert "broken PDF" in _why(document_from_bytes(b"%PDF-1.4", "a.txt"))


def test_a_binary_page_is_a_row() -> None:
    assert "no text" in _why(document_from_bytes(bytes(range(256)) * 9, "a.html"))


def test_metadata_goes_before_front_matter_and_that_before_the_text() -> None:
    text = (
        f"---\npublisher: Front\ntitle: Front title\n---\nKYIV, 3 October 2018. {TEXT}"
    )
    metadata = Metadata(publisher="Noted")
    document = document_from_bytes(text.encode(), "a.md", metadata).document
    assert document is not None
    assert (document.publisher, document.title) == ("Noted", "Front title")
    assert (str(document.published), document.published_basis) == ("2018-10-03", "text")


def test_front_matter_stays_in_the_text_and_is_marked() -> None:
    text = f"---\npublished: 2016-05-23\n---\n{TEXT}"
    document = document_from_bytes(text.encode(), "a.md").document
    assert document is not None
    assert document.text == text
    (mark,) = document.furniture
    assert mark.reason is Furniture.NOTICE
    assert mark.span.of(text) == "---\npublished: 2016-05-23\n---"
    assert document.published_basis == "metadata"


def test_a_bad_field_of_front_matter_is_a_row_and_the_text_is_read() -> None:
    loaded = document_from_bytes(f"---\npublished: soon\n---\n{TEXT}".encode(), "a.md")
    assert loaded.document is not None
    assert loaded.gaps[0].kind is GapKind.UNKNOWN_METADATA


def test_the_day_comes_from_metadata_then_text_then_address() -> None:
    dated = f"KYIV, 3 October 2018. {TEXT}"
    url = "https://x.example/2017/05/24/a"
    noted = document_from_text(dated, published=PartialDate(2016), url=url)
    assert (str(noted.published), noted.published_basis) == ("2016", "metadata")
    from_text = document_from_text(dated, url=url)
    assert (str(from_text.published), from_text.published_basis) == (
        "2018-10-03",
        "text",
    )
    from_url = document_from_text(TEXT, url=url)
    assert (str(from_url.published), from_url.published_basis) == ("2017-05-24", "url")
    unknown = document_from_text(TEXT)
    assert (unknown.published, unknown.published_basis) == (None, None)


def test_a_yearless_dateline_takes_the_year_of_the_address() -> None:
    text = f"KYIV, 3 October. {TEXT}"
    document = document_from_text(text, url="https://x.example/2017/10/04/a")
    assert (str(document.published), document.published_basis) == ("2017-10-03", "text")


def test_the_day_of_a_caption_or_a_post_is_not_the_documents() -> None:
    text = (
        "Residents look at a bridge in Marzaf, Syria, May 3, 2013.\n\n"
        "— Coast Mirror (@CoastMirror) March 5, 2014\n\n" + TEXT
    )
    assert document_from_text(text).published is None


def test_the_agency_of_the_dateline_is_the_publisher_where_none_is_noted() -> None:
    text = f"GENEVA (Reuters) – {TEXT}"
    assert document_from_text(text).publisher == "Reuters"
    assert document_from_text(text, publisher="Mirror").publisher == "Mirror"
