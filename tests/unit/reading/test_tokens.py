import pytest

from trucewatch.reading.tokens import tokenise
from trucewatch.values.spans import Span


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("72-hour truce", ["72", "-", "hour", "truce"]),
        ("Deir-ez-Zor (4)", ["Deir-ez-Zor", "(", "4", ")"]),
        ("120mm", ["120", "mm"]),
        ("Russia’s 1,250 tons", ["Russia’s", "1,250", "tons"]),
        ("10.5 km", ["10.5", "km"]),
        ("", []),
    ],
)
def test_numbers_and_words_come_apart(text: str, words: list[str]) -> None:
    assert tokenise(text).text == words


def test_offsets_lead_back_to_the_words() -> None:
    text = "Some 6,000 fighters,\n\tit says."
    tokens = tokenise(text)
    pairs = zip(tokens.start, tokens.end, strict=True)
    assert [text[a:b] for a, b in pairs] == tokens.text


def test_lower_case_keeps_a_plain_apostrophe() -> None:
    assert tokenise("The Centre’s").low == ["the", "centre's"]


def test_letters_that_grow_in_lower_case_shift_no_offset() -> None:
    text = "İdlib has 3 towns"
    tokens = tokenise(text)
    assert text[tokens.start[-2] : tokens.end[-2]] == "3"


def test_span_covers_the_tokens_asked_for() -> None:
    assert tokenise("one two three").span(1, 3) == Span(4, 13)


def test_at_finds_the_token_behind_an_offset() -> None:
    assert tokenise("one two three").at(4) == 1
