"""A document that its origin changed."""

from pathlib import Path

import pytest

from tests.support.workbench import Client, text_of

BEFORE = "41 armed groups have joined the ceasefire in Syria, the ministry said.\n"
AFTER = "52 armed groups have joined the ceasefire in Syria, the ministry said.\n"


@pytest.fixture
def changed(client: Client, tmp_path: Path) -> Client:
    """A workbench with two versions of one document."""
    path = tmp_path / "changed.txt"
    for text in (BEFORE, AFTER):
        path.write_text(text, encoding="utf-8")
        client.bench.casebook.take_in([path], processes=1)
    return client


def test_a_changed_document_says_which_claims_went_and_came(changed: Client) -> None:
    documents = changed.bench.casebook.view().documents()
    new = next(d for d in documents if d.text == AFTER)
    page = text_of(changed.get(f"/documents/{new.key}"))
    assert "Version 2 of 2" in page
    versions = text_of(changed.get(f"/documents/{new.key}/versions"))
    assert "1 are gone" in versions
    assert "- 41 armed groups" in versions
    assert "+ 52 armed groups" in versions
    assert "version 2 of 2" in text_of(changed.get("/documents"))


def test_a_document_that_never_changed_has_no_versions_page(changed: Client) -> None:
    documents = changed.bench.casebook.view().documents()
    alone = next(d for d in documents if d.source_file == "ministry.txt")
    assert changed.get(f"/documents/{alone.key}/versions").status_code == 404
