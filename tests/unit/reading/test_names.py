"""Names: the longest the theatre knows, wherever a capital letter begins one."""

from trucewatch.reading.lexicon import lexicon
from trucewatch.reading.names import find_names
from trucewatch.reading.tokens import tokenise
from trucewatch.reference.theatre import load_theatre


def test_an_acronym_that_spells_a_function_word_is_a_name() -> None:
    theatre = load_theatre("world")
    text = "The US said it, and WHO counted nine, but nobody told us who."
    found = find_names(text, tokenise(text), theatre, lexicon())
    assert [one.span.of(text) for one in found] == ["US", "WHO"]
