import pytest

from trucewatch.claims.folding import POLICY, fold_text, locate
from trucewatch.values.spans import Span
from trucewatch.values.stances import Grounding

TEXT = "He said: “The 25,000\u00a0people — all of them — left.”"


@pytest.mark.parametrize(
    "quote", ['The 25,000 people - all of them - left."', "“The 25,000 people"]
)
def test_typing_may_differ(quote: str) -> None:
    found = locate(quote, TEXT)
    assert found is not None
    span, how = found
    assert how is Grounding.FOLDED
    assert fold_text(span.of(TEXT)).text == fold_text(quote).text


def test_the_same_words_are_exact() -> None:
    assert locate("He said", TEXT) == (Span(0, 7), Grounding.EXACT)


@pytest.mark.parametrize(
    "quote",
    [
        "5,000\u00a0people",
        "25,00",
        "The 25,000 person",
        "e said",
        "",
        "   ",
        "the 25,000",
    ],
)
def test_a_cut_figure_a_cut_word_or_other_letters_are_not_found(quote: str) -> None:
    assert locate(quote, TEXT) is None


def test_of_two_places_the_nearer_is_taken() -> None:
    found = locate("it", "it was it", near=8)
    assert found is not None
    assert found[0] == Span(7, 9)


def test_the_policy_has_a_fingerprint() -> None:
    assert len(POLICY) == 12
