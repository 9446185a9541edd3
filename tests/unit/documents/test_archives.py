"""The pages of web archives, and what hostile archives are met with."""

import gzip
import sys
from pathlib import Path

import pytest

from tests.support.archives import packed, record, resource
from trucewatch.documents import archives
from trucewatch.documents.archives import Page, page_bytes, pages_of
from trucewatch.documents.loading import load, load_documents
from trucewatch.documents.metadata import Metadata
from trucewatch.documents.sources import Source, list_sources
from trucewatch.values.gaps import Gap

NEWS = "https://example.org/2016/news.html"
WORDS = b"41 armed groups have joined the ceasefire, the ministry said."


def kept(folder: Path, content: bytes, name: str = "a.warc") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def found(path: Path) -> tuple[list[Page], list[Gap]]:
    all_ = list(pages_of(path, path.name))
    return (
        [one for one in all_ if isinstance(one, Page)],
        [one for one in all_ if isinstance(one, Gap)],
    )


@pytest.mark.parametrize("name", ["a.warc", "b.WARC.gz"])
def test_each_page_is_found_with_its_address(tmp_path: Path, name: str) -> None:
    one, two = record(NEWS, b"<html>"), resource("https://example.org/x", WORDS)
    content = packed(one, two) if name.endswith("gz") else one + two
    path = kept(tmp_path, content, name)
    pages, gaps = found(path)
    assert gaps == []
    assert [page.name for page in pages] == [
        "00001_example.org_news.html",
        "00002_example.org_x.txt",
    ]
    assert pages[0].metadata == Metadata(url=NEWS)
    assert [page_bytes(path, p.offset) for p in pages] == [b"<html>", WORDS]


def test_a_packed_answer_is_unpacked(tmp_path: Path) -> None:
    squeezed = record(NEWS, gzip.compress(WORDS), kind="text/plain", encoding="gzip")
    path = kept(tmp_path, squeezed)
    pages, _ = found(path)
    assert page_bytes(path, pages[0].offset) == WORDS


def test_what_is_no_page_is_counted_and_passed_over(tmp_path: Path) -> None:
    path = kept(
        tmp_path,
        record(NEWS, b"no", status=404)
        + record("https://example.org/i.png", b"\x89PNG", kind="image/png")
        + record(NEWS, WORDS, kind="text/plain; charset=utf-8"),
    )
    pages, gaps = found(path)
    assert len(pages) == 1
    assert gaps[0].why.startswith("2 of its records are no page")


@pytest.mark.parametrize("content", [b"", b"these are no records", b"\x1f\x8bbroken"])
def test_a_file_that_is_no_archive_is_said_so(tmp_path: Path, content: bytes) -> None:
    pages, gaps = found(kept(tmp_path, content))
    assert pages == []
    assert "no whole web archive" in gaps[0].why


def test_a_record_that_unpacks_without_end_is_cut_and_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MOST_BYTES", 1_000)
    monkeypatch.setattr("trucewatch.documents.loading.MAX_FILE_BYTES", 1_000)
    bomb = record(NEWS, gzip.compress(b"x" * 10**6), kind="text/plain", encoding="gzip")
    path = kept(tmp_path, bomb)
    pages, _ = found(path)
    assert len(page_bytes(path, pages[0].offset)) == 1_001
    sources = [s for s in list_sources([path]) if isinstance(s, Source)]
    assert "larger than" in load(sources[0]).gaps[0].why


def test_only_so_many_records_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MOST_RECORDS", 2)
    path = kept(tmp_path, record(NEWS, WORDS) * 3)
    pages, gaps = found(path)
    assert len(pages) == 2
    assert "rest was left out" in gaps[0].why


def test_without_the_parser_an_archive_is_a_gap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    _, gaps = found(kept(tmp_path, record(NEWS, WORDS)))
    assert "trucewatch[warc]" in gaps[0].why


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://example.org/", "00001_example.org.txt"),
        ("https://[broken/a.html", "00001_page.txt"),
        ("https://example.org/..%2F..%2Fetc", "00001_example.org_.._2F.._2Fetc.txt"),
    ],
)
def test_an_address_gives_a_name_that_leads_nowhere(
    tmp_path: Path, address: str, name: str
) -> None:
    pages, _ = found(kept(tmp_path, record(address, WORDS, kind="text/plain")))
    assert pages[0].name == name


def test_the_pages_of_an_archive_are_documents_of_their_addresses(
    tmp_path: Path,
) -> None:
    kept(tmp_path, record(NEWS, WORDS, kind="text/plain"))
    kept(tmp_path, b'{"file": "a.warc", "publisher": "TASS"}\n', "metadata.jsonl")
    loaded = [one.document for one in load_documents([tmp_path])]
    assert [(d.url, d.publisher, d.text) for d in loaded if d is not None] == [
        (NEWS, "TASS", WORDS.decode())
    ]


def test_the_bytes_of_a_record_that_is_not_there_are_none(tmp_path: Path) -> None:
    assert page_bytes(kept(tmp_path, b""), 0) == b""
