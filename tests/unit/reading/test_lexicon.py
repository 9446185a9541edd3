import pytest

from trucewatch.reading.acts import find_acts
from trucewatch.reading.lexicon import lexicon, plural_of, verb_forms
from trucewatch.reading.tokens import tokenise


@pytest.mark.parametrize(
    ("lemma", "plural"),
    [("breach", "breaches"), ("body", "bodies"), ("day", "days"), ("shell", "shells")],
)
def test_plurals_are_regular(lemma: str, plural: str) -> None:
    assert plural_of(lemma) == plural


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("shell", "shelled"),
        ("violate", "violating"),
        ("bury", "buried"),
        ("grab", "grabbed"),
        ("fix", "fixes"),
        ("destroy", "destroyed"),
    ],
)
def test_verbs_inflect(lemma: str, form: str) -> None:
    assert form in verb_forms(lemma)


@pytest.mark.parametrize(
    ("word", "unit"),
    [("violations", "violations"), ("gunmen", "fighters"), ("lorries", "vehicles")],
)
def test_a_noun_knows_its_unit(word: str, unit: str) -> None:
    assert lexicon().nouns[word].unit == unit


def test_a_phrase_wins_over_its_words() -> None:
    tokens = tokenise("they laid down everything")
    acts = find_acts(tokens, lexicon())
    assert [(a.first, a.after, a.classes[0]) for a in acts] == [(1, 3, "DISARM")]


def test_every_word_of_a_class_is_found_in_a_text() -> None:
    tokens = tokenise("Rebels shelled the town and wounded two.")
    classes = {name for act in find_acts(tokens, lexicon()) for name in act.classes}
    assert {"SHELL", "WOUND"} <= classes


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("The group has no positions left in Homs.", False),
        ("There are 3 tanks left.", False),
        ("Nine fighters left Homs.", True),
        ("They had left by noon.", True),
        ("The men who had seized the town left on Monday.", True),
    ],
)
def test_what_is_left_does_not_leave(text: str, *, leaves: bool) -> None:
    acts = find_acts(tokenise(text), lexicon())
    assert any("GO" in act.classes for act in acts) is leaves
