import pytest

from tests.support.claims import a_document
from trucewatch.ledger.versions import VersionLinks, origin_of


@pytest.mark.parametrize(
    ("url", "file", "origin"),
    [
        ("https://wire.example/1", "a.txt", "url:https://wire.example/1"),
        (None, "a.txt", "file:a.txt"),
        (None, None, None),
        ("", "", None),
    ],
)
def test_a_document_comes_from_its_address_or_else_its_file(
    url: str | None, file: str | None, origin: str | None
) -> None:
    assert origin_of(a_document(url=url, source_file=file)) == origin


def test_the_version_before_is_the_one_last_seen_from_there() -> None:
    first, second, third = (
        a_document(text, source_file="a.txt") for text in ("One.", "Two.", "Six.")
    )
    links = VersionLinks()
    links.add(first, None)
    links.add(second, first.key)
    assert links.earlier(third) == second.key
    assert links.earlier(second) is None
    assert (links.before[second.key], links.after[first.key]) == (first.key, second.key)
