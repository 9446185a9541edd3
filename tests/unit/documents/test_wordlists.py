"""Word lists are data with a source for every entry."""

from importlib import resources

import pytest

from trucewatch.documents.wordlists import word_list

LISTS = sorted(
    path.name.removesuffix(".yaml")
    for path in (resources.files("trucewatch.documents") / "data").iterdir()
    if path.name.endswith(".yaml")
)


@pytest.mark.parametrize("name", LISTS)
def test_every_entry_names_its_source(name: str) -> None:
    assert word_list(name)
    assert all(entry["source"].strip() for entry in word_list(name))


def test_a_list_is_read_once() -> None:
    assert word_list("months") is word_list("months")


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        word_list("no-such-list")
