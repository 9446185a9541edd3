"""What the reader knows of reporting words and function words, from two YAML files."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from trucewatch.reading.phrasebook import Phrasebook
from trucewatch.reading.wordlists import word_list


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb, or one of its forms of several words.

    Attributes:
        lemma: Its lemma, words joined by spaces.
        stance: What saying it so does: asserts, denies, warns …
        codes: What may follow it; the letters are explained in ``reporting.yaml``.
        prepositions: Prepositions that bring in what is reported.
        form: base, s, past, participle or ing.
        tail: Further words of the form, after the first.
    """

    lemma: str
    stance: str
    codes: frozenset[str]
    prepositions: frozenset[str]
    form: str
    tail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists of the reporting frames.

    Attributes:
        verbs: First word of a form to the verbs it can be, longest form first.
        phrases: Prepositional cues ("according to").
        possessed: Nouns that make "by X's …" a source.
        possessors: Prepositions that do so.
        clause_nouns: Nouns that carry a that-clause.
        count_nouns: Nouns of counting, which make "X's … is 71" a source.
        adverbs: Adverbs that report without a source, with their stance.
        addressees: Words that are spoken to.
        speakers: Nouns that can speak (person, people, organisation) and word lists
            about speakers and their pages.
        speaking: The nouns that can speak, together.
        background: Subjects and cues of sentences that give background.
        sheets: What a body issues by the day: bulletins, daily reports.
        words: The closed classes of ``function_words.yaml`` by name, and unions of
            them that are asked for often.
    """

    verbs: dict[str, tuple[Verb, ...]]
    phrases: Phrasebook[None]
    possessed: frozenset[str]
    possessors: frozenset[str]
    clause_nouns: frozenset[str]
    count_nouns: frozenset[str]
    adverbs: dict[str, str]
    addressees: frozenset[str]
    speakers: dict[str, frozenset[str]]
    speaking: frozenset[str]
    background: dict[str, frozenset[str]]
    sheets: frozenset[str]
    words: dict[str, frozenset[str]]


_VOWELS = "aeiou"


def _regular(lemma: str) -> dict[str, str]:
    """Return the regular forms of a verb of one word."""
    if lemma.endswith("e"):
        return {"s": lemma + "s", "past": lemma + "d", "ing": lemma[:-1] + "ing"}
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        stem = lemma[:-1] + "i"
        return {"s": stem + "es", "past": stem + "ed", "ing": lemma + "ing"}
    s = "es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return {"s": lemma + s, "past": lemma + "ed", "ing": lemma + "ing"}


def forms_of(lemma: str, given: dict[str, str]) -> dict[str, str]:
    """Return form name to form, regular where ``given`` names no other.

    The first word of a verb of several words is the one that is inflected.
    """
    first, _, rest = lemma.partition(" ")
    forms = {"base": first, **_regular(first)}
    forms = {name: f"{word} {rest}".strip() for name, word in forms.items()}
    forms.update({name: word.replace("_", " ") for name, word in given.items()})
    forms.setdefault("participle", forms["past"])
    return forms


def _read_verb(line: str, stance: str) -> list[tuple[str, Verb]]:
    """Return every form of one line of the list, as first word and verb."""
    name, *fields = line.split()
    lemma = name.replace("_", " ")
    given = dict(field.split("=") for field in fields if "=" in field)
    plain = [field for field in fields if "=" not in field]
    prepositions = {
        word
        for field in plain
        if field.startswith("p:")
        for word in field[2:].split(",")
    }
    codes = {c for field in plain if not field.startswith("p:") for c in field}
    stance = "attitude" if "w" in codes else stance
    read = []
    forms = forms_of(lemma, given)
    if forms["participle"] == forms["past"]:
        del forms["participle"]  # "past" stands for both
    for form, words in forms.items():
        first, *tail = words.split()
        verb = Verb(
            lemma, stance, frozenset(codes), frozenset(prepositions), form, tuple(tail)
        )
        read.append((first, verb))
    return read


def _closed_classes(data: dict[str, Any]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in data.items() if name != "source"}


@cache
def lexicon() -> Lexicon:
    """Return the word lists; read from the package once a process."""
    data = word_list("reporting")
    verbs: dict[str, list[Verb]] = {}
    for stance, lines in data["verbs"].items():
        for line in lines:
            for first, verb in _read_verb(line, stance):
                verbs.setdefault(first, []).append(verb)
    closed = _closed_classes(word_list("function_words"))
    closed["breaks"] = closed["subordinators"] | closed["relatives"]
    closed["sayers"] = closed["speaker_pronouns"] | {"who"}
    phrase_words = (
        "subject_pronouns",
        "coordinators",
        "breaks",
        "auxiliaries",
        "common_verbs",
    )
    closed["phrase_stops"] = frozenset(verbs).union(*(closed[n] for n in phrase_words))
    speakers = _closed_classes(data["speakers"])
    common = closed["prepositions"] | closed["determiners"] | {"as", "to"}
    adverbs = {
        word: stance
        for stance, words in data["adverbs"].items()
        if stance != "source"
        for word in words
    }
    return Lexicon(
        verbs={
            first: tuple(sorted(found, key=lambda verb: -len(verb.tail)))
            for first, found in verbs.items()
        },
        phrases=Phrasebook(
            ((tuple(phrase.split()), None) for phrase in data["prepositions"]["cites"]),
            common,
        ),
        possessed=frozenset(data["possessed"]["nouns"]),
        possessors=frozenset(data["possessed"]["prepositions"]),
        clause_nouns=frozenset(data["nouns"]["carries_clause"]),
        count_nouns=frozenset(data["nouns"]["counts"]),
        adverbs=adverbs,
        addressees=frozenset(data["addressees"]["words"]),
        speakers=speakers,
        speaking=speakers["person"] | speakers["people"] | speakers["organisation"],
        background=_closed_classes(data["background"]),
        sheets=frozenset(data["sheets"]["words"]),
        words=closed,
    )
