import pytest

from trucewatch.ledger.words import (
    INDEX_BYTES,
    WORD_CHARACTERS,
    Asked,
    asked,
    excerpt,
    index_words,
    words_of,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Café, in 1,200 parts", ["the", "cafe", "in", "1", "200", "parts"]),
        ("ru_crc.groups", ["ru", "crc", "groups"]),
        ("Ёлка ÉCOLE", ["елка", "ecole"]),
        ("?!", []),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_a_star_asks_for_a_beginning() -> None:
    prefix, word = asked("Reconcil* of")
    assert prefix == Asked("reconcil", is_prefix=True)
    assert word == Asked("of", is_prefix=False)


def test_an_index_keeps_each_word_once_in_order() -> None:
    assert index_words("b a b") == ["a", "b"]


def test_an_index_keeps_only_so_much_of_a_word_and_of_all() -> None:
    assert index_words("a" * 1_000) == ["a" * WORD_CHARACTERS]
    many = " ".join(f"{n:050}" for n in range(INDEX_BYTES // 40))
    kept = index_words(many)
    assert 0 < sum(len(word) + 1 for word in kept) <= INDEX_BYTES


def test_an_excerpt_shows_the_first_word_found() -> None:
    text = "word " * 100 + "Here it is. " + "word " * 100
    assert "Here it is." in excerpt(text, asked("here"))
    assert excerpt("Nothing\n\nof that", asked("absent")) == "Nothing of that"
