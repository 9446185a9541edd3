"""The lexicon: counted nouns with their units, and words that name an act."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

from trucewatch.reading.wordlists import word_list


class Noun(NamedTuple):
    """A noun that is counted or measured, in one of its forms.

    Attributes:
        unit: Canonical unit it counts in.
        lemma: Its dictionary form.
        tags: What sort of noun it is: person, fighter, event, measure, time, …
        words: How many words the form has (``air strikes``: 2).
    """

    unit: str
    lemma: str
    tags: frozenset[str]
    words: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Looks up words in lower case.

    Attributes:
        nouns: One-word forms to nouns.
        compounds: Last word of a compound to (words before it, noun), longest first.
        acts: One-word forms to the classes of act they name.
        phrases: First word of a phrase to (all words, class of act), longest first.
        function_words: Words that end a noun phrase: prepositions, auxiliaries, …
        inner_words: Those of them that may stand inside one, between the number and
            what it counts: "five other villages".
        dotted: Words that a compound writes with a full stop: "sq" in "sq. km".
    """

    nouns: dict[str, Noun]
    compounds: dict[str, tuple[tuple[tuple[str, ...], Noun], ...]]
    acts: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    function_words: frozenset[str]
    inner_words: frozenset[str]
    dotted: frozenset[str]


_VOWELS = "aeiou"
_SHORT = 3  # letters of a word whose last -s is no plural: "gas"
_FULL_STOP = re.compile(r"(\.)(?= )")  # a token of its own: "sq. km"


def plural_of(lemma: str) -> str:
    """Return the regular plural of an English noun."""
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def singular_of(word: str) -> str:
    """Return the singular of a noun: the lexicon's lemma, else by rule."""
    noun = lexicon().nouns.get(word)
    if noun is not None:
        return noun.lemma
    if len(word) <= _SHORT or not word.endswith("s") or word.endswith(("ss", "us")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    es = ("ses", "xes", "zes", "ches", "shes")
    return word[:-2] if word.endswith(es) else word[:-1]


def verb_forms(lemma: str) -> set[str]:
    """Return the regular forms of an English verb: third person, past, -ing."""
    forms = {lemma, plural_of(lemma)}
    last, before = lemma[-1], lemma[-2:-1]
    if last == "e":
        forms |= {lemma + "d", lemma[:-1] + "ing"}
    elif last == "y" and before not in _VOWELS:
        forms |= {lemma[:-1] + "ied", lemma + "ing"}
    else:
        forms |= {lemma + "ed", lemma + "ing"}
        if last not in _VOWELS + "wxy" and before in _VOWELS:
            forms |= {lemma + last + "ed", lemma + last + "ing"}
    return forms


def _rows(name: str) -> list[list[str]]:
    path = resources.files("trucewatch.reading") / "english" / name
    lines = path.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _nouns() -> tuple[
    dict[str, Noun], dict[str, tuple[tuple[tuple[str, ...], Noun], ...]]
]:
    single: dict[str, Noun] = {}
    compound: dict[str, list[tuple[tuple[str, ...], Noun]]] = {}
    for unit, tags, lemmas, _source in _rows("nouns.tsv"):
        for item in lemmas.split():
            lemma, _, irregular = item.partition("/")
            words = _FULL_STOP.sub(r" \1", lemma.lower().replace("_", " ")).split()
            last = words[-1]
            plural = (irregular.lower() or plural_of(last)).split("_")[-1]
            noun = Noun(unit, " ".join(words), frozenset(tags.split(",")), len(words))
            for form in {last, plural}:
                if len(words) == 1:
                    single.setdefault(form, noun)
                else:
                    compound.setdefault(form, []).append((tuple(words[:-1]), noun))
    ordered = {
        last: tuple(sorted(found, key=lambda pair: -len(pair[0])))
        for last, found in compound.items()
    }
    return single, ordered


def _acts() -> tuple[
    dict[str, tuple[str, ...]], dict[str, tuple[tuple[tuple[str, ...], str], ...]]
]:
    single: dict[str, list[str]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for act, words, _source in _rows("verbs.tsv"):
        for item in words.split():
            forms: set[str]
            if item.startswith("="):
                forms = {item[1:].lower().replace("_", " ")}
            else:
                lemma, *irregular = item.lower().replace("_", " ").split("/")
                head, _, rest = lemma.partition(" ")
                tail = f" {rest}" if rest else ""
                forms = {form + tail for form in verb_forms(head)}
                forms |= {form + tail for form in irregular}
            for form in forms:
                parts = tuple(form.split())
                if len(parts) == 1:
                    known = single.setdefault(form, [])
                    if act not in known:
                        known.append(act)
                else:
                    phrases.setdefault(parts[0], []).append((parts, act))
    return (
        {form: tuple(acts) for form, acts in single.items()},
        {
            first: tuple(sorted(found, key=lambda pair: -len(pair[0])))
            for first, found in phrases.items()
        },
    )


_BOUNDING = (
    "determiners",
    "possessives",
    "subject_pronouns",
    "object_pronouns",
    "prepositions",
    "coordinators",
    "subordinators",
    "relatives",
    "auxiliaries",
    "adverbs",
    "common_verbs",
)


def _function_words() -> frozenset[str]:
    data: dict[str, list[str]] = word_list("function_words")
    bounding = {word for name in _BOUNDING for word in data[name]}
    return frozenset(bounding | set(word_list("counting")["verbs"]))


@cache
def lexicon() -> Lexicon:
    """Return the English lexicon; read from the package's data on first use."""
    nouns, compounds = _nouns()
    acts, phrases = _acts()
    inner = frozenset(word_list("function_words")["inside_phrases"])
    dotted = frozenset(
        word
        for found in compounds.values()
        for before, _ in found
        for word, behind in pairwise((*before, ""))
        if behind == "."
    )
    return Lexicon(nouns, compounds, acts, phrases, _function_words(), inner, dotted)
