"""The lists of reporting words: inflection, codes, and no YAML accidents."""

import pytest

from trucewatch.reading.quotes_lexicon import forms_of, lexicon


@pytest.mark.parametrize(
    ("lemma", "given", "forms"),
    [
        ("claim", {}, {"s": "claims", "past": "claimed", "ing": "claiming"}),
        ("note", {}, {"s": "notes", "past": "noted", "ing": "noting"}),
        ("deny", {}, {"s": "denies", "past": "denied", "ing": "denying"}),
        ("say", {"past": "said"}, {"s": "says", "past": "said", "participle": "said"}),
        ("stress", {}, {"s": "stresses", "past": "stressed"}),
        ("point out", {}, {"s": "points out", "ing": "pointing out"}),
        ("put it", {"past": "put_it"}, {"base": "put it", "past": "put it"}),
    ],
)
def test_verbs_are_inflected(
    lemma: str, given: dict[str, str], forms: dict[str, str]
) -> None:
    made = forms_of(lemma, given)
    assert {name: made[name] for name in forms} == forms


def test_a_form_of_several_words_keeps_its_tail() -> None:
    tails = {verb.tail for verb in lexicon().verbs["pointed"]}
    assert ("out",) in tails


def test_the_longest_form_comes_first() -> None:
    sizes = [len(verb.tail) for verb in lexicon().verbs["went"]]
    assert sizes == sorted(sizes, reverse=True)


def test_a_weak_verb_is_an_attitude_whatever_its_group() -> None:
    assert {verb.stance for verb in lexicon().verbs["wishes"]} == {"attitude"}


def test_every_word_of_the_lists_is_a_word() -> None:
    words = lexicon()
    classes = [*words.words.values(), *words.speakers.values()]
    classes += [words.possessed, words.count_nouns, words.clause_nouns]
    assert all(isinstance(word, str) for group in classes for word in group)
    assert "on" in words.words["prepositions"]  # YAML reads a bare "on" as true
    assert "no" in words.words["determiners"]
    assert "off" in words.words["prepositions"]


def test_every_code_of_a_verb_is_explained() -> None:
    codes = {c for verbs in lexicon().verbs.values() for v in verbs for c in v.codes}
    assert codes <= set("ctnoidrmkbwesq")


def test_speaking_nouns_leave_papers_out() -> None:
    assert "ministry" in lexicon().speaking
    assert "herald" not in lexicon().speaking


def test_every_preposition_of_a_verb_is_one() -> None:
    words = lexicon()
    named = {p for verbs in words.verbs.values() for v in verbs for p in v.prepositions}
    assert named <= words.words["prepositions"] | {"as"}
