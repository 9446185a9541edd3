"""The base install has no trafilatura; a web page then gives one clear line."""

import sys

import pytest

from trucewatch.documents.loading import document_from_bytes
from trucewatch.values.gaps import GapKind

PAGE = b"<html><body><p>Three people were killed in Homs.</p></body></html>"


def test_a_page_without_its_reader_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    monkeypatch.delitem(sys.modules, "trucewatch.documents.html", raising=False)
    loaded = document_from_bytes(PAGE, "page.html")
    assert loaded.document is None
    assert [gap.kind for gap in loaded.gaps] == [GapKind.UNREADABLE_FILE]
    assert "trucewatch[html]" in loaded.gaps[0].why
