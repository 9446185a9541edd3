"""Hedges: words that negate, doubt, plan or demand, and how far they reach."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from trucewatch.reading.hedge_limits import time_limits
from trucewatch.reading.hedge_scopes import COMMON, Bounds, reach
from trucewatch.reading.phrasebook import Phrasebook
from trucewatch.reading.quotes_frame import Frame
from trucewatch.reading.quotes_lexicon import forms_of, lexicon
from trucewatch.reading.sentences import Form, Sentence
from trucewatch.reading.tokens import Tokens
from trucewatch.reading.wordlists import word_list
from trucewatch.values.spans import Span
from trucewatch.values.stances import Assertion, Polarity, Tense


class HedgeKind(StrEnum):
    """What a hedge does to what it reaches."""

    NEGATION = "negation"
    DENIAL = "denial"
    UNCONFIRMED = "unconfirmed"
    CONDITION = "condition"
    DEMAND = "demand"
    REQUEST = "request"
    PROPOSAL = "proposal"
    OFFER = "offer"
    SCHEDULE = "schedule"
    PLAN = "plan"
    PREDICTION = "prediction"
    POSSIBILITY = "possibility"
    ALLEGATION = "allegation"
    ASSESSMENT = "assessment"


@dataclass(frozen=True, slots=True)
class Hedge:
    """One hedge.

    Attributes:
        cue: The words that hedge.
        kind: What they do.
        scope: What they reach, the cue included.
    """

    cue: Span
    kind: HedgeKind
    scope: Span

    def reaches(self, span: Span) -> bool:
        """Say whether it hedges what stands at a place other than its own cue."""
        inside = self.scope.start <= span.start < self.scope.end
        return (inside or span.contains(self.cue)) and not self.cue.contains(span)


@dataclass(frozen=True, slots=True)
class _Pattern:
    words: tuple[str, ...]
    kind: HedgeKind | None
    scope: str


# The strongest hedge on a claim decides its assertion, in this order: what is denied
# stays denied however it was planned; a plan that is only possible is still a plan.
_ASSERTIONS: Mapping[HedgeKind, Assertion] = {
    HedgeKind.DENIAL: Assertion.DENIED,
    HedgeKind.UNCONFIRMED: Assertion.UNCONFIRMED,
    HedgeKind.DEMAND: Assertion.DEMANDED,
    HedgeKind.REQUEST: Assertion.REQUESTED,
    HedgeKind.PROPOSAL: Assertion.PROPOSED,
    HedgeKind.OFFER: Assertion.OFFERED,
    HedgeKind.SCHEDULE: Assertion.SCHEDULED,
    HedgeKind.PLAN: Assertion.PLANNED,
    HedgeKind.PREDICTION: Assertion.PREDICTED,
    HedgeKind.CONDITION: Assertion.CONDITIONAL,
    HedgeKind.POSSIBILITY: Assertion.POSSIBLE,
    HedgeKind.ALLEGATION: Assertion.ALLEGED,
    HedgeKind.ASSESSMENT: Assertion.ASSESSED,
}
_STANCES: Mapping[str, Assertion] = {
    "denies": Assertion.DENIED,
    "cannot_confirm": Assertion.UNCONFIRMED,
    "demands": Assertion.DEMANDED,
    "proposes": Assertion.PROPOSED,
    "promises": Assertion.PLANNED,
    "expects": Assertion.PREDICTED,
    "alleges": Assertion.ALLEGED,
    "assesses": Assertion.ASSESSED,
}
_FUTURE = frozenset(
    {
        HedgeKind.PLAN,
        HedgeKind.SCHEDULE,
        HedgeKind.PREDICTION,
        HedgeKind.DEMAND,
        HedgeKind.REQUEST,
        HedgeKind.PROPOSAL,
        HedgeKind.OFFER,
        HedgeKind.CONDITION,
    }
)
FUTURE = frozenset(_ASSERTIONS[kind] for kind in _FUTURE)
"""Assertions by which a thing is still to come."""


def _expand(cue: str) -> Iterator[tuple[str, ...]]:
    """Yield the word sequences one cue of the list stands for."""
    closed = lexicon().words
    choices: Mapping[str, frozenset[str]] = {
        "<be>": closed["be_forms"],
        "<have>": closed["have_forms"],
        "<modal>": closed["modals"],
        "<will>": frozenset({"will", "shall"}),
        "n't": frozenset(
            word for word in closed["auxiliaries"] if word.endswith("n't")
        ),
    }
    sequences: list[tuple[str, ...]] = [()]
    for word in cue.split():
        options: Iterable[str] = choices.get(word) or (word,)
        if word.endswith("+"):
            irregular = _IRREGULAR.get(word[:-1], {})
            options = set(forms_of(word[:-1], irregular).values())
        sequences = [(*done, option) for done in sequences for option in options]
    yield from sequences


_IRREGULAR: Mapping[str, dict[str, str]] = {
    "swear": {"past": "swore", "participle": "sworn"},
    "seek": {"past": "sought"},
    "stop": {"past": "stopped", "ing": "stopping"},
    "beg": {"past": "begged", "ing": "begging"},
    "commit": {"past": "committed", "ing": "committing"},
    "plan": {"past": "planned", "ing": "planning"},
    "mean": {"past": "meant"},
    "think": {"past": "thought"},
    "stand": {"past": "stood"},
    "undertake": {"past": "undertook", "participle": "undertaken"},
    "foresee": {"past": "foresaw", "participle": "foreseen"},
    "forecast": {"past": "forecast"},
    "go": {"s": "goes", "past": "went", "participle": "gone"},
    "be": {"s": "is", "past": "was", "participle": "been"},
}


@cache
def _patterns() -> Phrasebook[_Pattern]:
    """Return the cues, and the phrases that only look like one."""
    data: dict[str, Any] = word_list("hedges")
    found = [
        (words, _Pattern(words, HedgeKind(kind), scope))
        for kind, scopes in data["classes"].items()
        for scope, cues in scopes.items()
        for cue in cues
        for words in _expand(cue)
    ]
    found += [
        (words, _Pattern(words, None, ""))
        for phrase in data["blocked"]
        for words in _expand(phrase)
    ]
    closed = lexicon().words
    return Phrasebook(found, frozenset().union(*(closed[name] for name in COMMON)))


def _matches(
    low: Sequence[str], first: int, after: int
) -> list[tuple[int, tuple[_Pattern, ...]]]:
    """Return the cues of a sentence in order; of overlapping ones the longest."""
    book = _patterns()
    gate = book.gate
    hits: list[tuple[int, int, _Pattern]] = []
    for index, word in enumerate(low[first:after], first):
        if word in gate:
            hits += [
                (start, -len(words), pattern)
                for start, words, pattern in book.at(low, index)
                if start >= first
            ]
    hits.sort(key=lambda hit: (hit[1], hit[0]))
    taken: dict[int, tuple[int, list[_Pattern]]] = {}
    busy: set[int] = set()
    for start, negative, pattern in hits:
        places = range(start, start - negative)
        if start in taken and taken[start][0] == negative:
            taken[start][1].append(pattern)
        elif busy.isdisjoint(places):
            taken[start] = (negative, [pattern])
            busy.update(places)
    return [(start, tuple(found)) for start, (_, found) in sorted(taken.items())]


def _is_false_cue(tokens: Tokens, index: int, pattern: _Pattern, after: int) -> bool:
    """Say whether a cue only looks like one: the month, a noun, "to" before a noun."""
    words = pattern.words
    closed = lexicon().words
    following = index + len(words)
    infinitive = words[-1] == "to" and pattern.kind is not HedgeKind.UNCONFIRMED
    if infinitive and following < after:
        word = tokens.low[following]
        return word in closed["determiners"] or not tokens.text[following][0].islower()
    if _has_literal_object(tokens, following, after, words[-1]):
        return True
    before = tokens.low[index - 1] if index else ""
    if words[0] in {"may", "might"}:
        if not tokens.text[index][0].isupper():
            return False
        dated = following < after and tokens.low[following][0].isdigit()
        return dated or (before != "" and before[0].isalnum())
    noun_before = before in closed["determiners"] or before.endswith("'s")
    counted = before[:1].isdigit() or before == "of"
    base = (
        pattern.scope == "right"
        and len(words) == 1
        and (not words[0].endswith(("ed", "ing")))
    )
    return base and (noun_before or counted)


@cache
def _literal_objects() -> Mapping[str, frozenset[str]]:
    data: dict[str, list[str]] = word_list("hedges")["literal_objects"]
    return {
        word: frozenset(objects)
        for cue, objects in data.items()
        for (word,) in _expand(cue)
    }


def _has_literal_object(tokens: Tokens, at: int, after: int, cue: str) -> bool:
    """Say whether a cue is meant by the letter: "claimed the lives of nine"."""
    objects = _literal_objects().get(cue)
    if objects is None:
        return False
    for word in tokens.low[at : min(at + _OBJECT, after)]:
        if word in objects:
            return True
        if not word[0].isalnum() or word in _NO_OBJECT:
            return False
    return False


def find_hedges(tokens: Tokens, sentence: Sentence) -> tuple[Hedge, ...]:
    """Return the hedges of one sentence, in order.

    Args:
        tokens: The document's tokens.
        sentence: Where to look.

    Returns:
        Hedges with their scopes; a sentence without a cue costs one look per token.
    """
    found: list[Hedge] = []
    bounds = Bounds(tokens, sentence.first, sentence.after)
    for index, patterns in _matches(tokens.low, sentence.first, sentence.after):
        if any(pattern.kind is None for pattern in patterns):
            continue
        for pattern in patterns:
            false = _is_false_cue(tokens, index, pattern, sentence.after)
            if pattern.kind is not None and not false:
                start, end = reach(
                    bounds, pattern.scope, index, index + len(pattern.words)
                )
                after = min(index + len(pattern.words), sentence.after)
                cue = tokens.span(index, after)
                found.append(Hedge(cue, pattern.kind, tokens.span(start, end)))
    for at, start, end in time_limits(bounds):
        limit = tokens.span(at, at + 1)
        found.append(Hedge(limit, HedgeKind.SCHEDULE, tokens.span(start, end)))
    if sentence.form in {Form.TITLE, Form.HEADING}:
        to = _headline_plan(tokens, sentence)
        if to is not None:
            whole = tokens.span(sentence.first, sentence.after)
            found.append(Hedge(tokens.span(to, to + 1), HedgeKind.SCHEDULE, whole))
    return tuple(found)


def _assertion(reaching: Sequence[Hedge], frame: Frame | None) -> Assertion:
    if not reaching and frame is None:
        return Assertion.ASSERTED
    kinds = {hedge.kind for hedge in reaching}
    for kind, assertion in _ASSERTIONS.items():
        if kind in kinds:
            return assertion
    if frame is not None:
        return _STANCES.get(frame.stance, Assertion.ASSERTED)
    return Assertion.ASSERTED


def _headline_plan(tokens: Tokens, sentence: Sentence) -> int | None:
    """Return the "to" of a headline such as "Ankara to send troops", or None."""
    closed = lexicon().words
    for index in range(sentence.first + 1, sentence.after - 1):
        word = tokens.low[index]
        if word in closed["auxiliaries"] or word in closed["common_verbs"]:
            return None
        if word == "to" and tokens.low[index - 1].isalpha():
            named = tokens.text[index - 1][0].isupper()
            verb = tokens.text[index + 1].islower()
            return index if named and verb else None
    return None


_OBJECT = 6  # tokens in which the object of a verb is looked for
_NO_OBJECT = frozenset(
    ("that", "they", "it", "he", "she", "we", "to", "in", "by", "was", "were", "had")
)
_PRESENT = frozenset(
    ("is", "are", "has", "have", "remains", "remain", "stands", "now", "still")
)
_PAST = frozenset(("was", "were", "had", "did"))


def tense_of(tokens: Tokens, span: Span) -> Tense:
    """Return the tense of what is told of as real, by the words around a place."""
    at = tokens.at(span.start)
    determiners = lexicon().words["determiners"]
    for word in tokens.low[max(0, at - 8) : at + 12]:
        if word in _PAST or (word[-2:] == "ed" and word not in determiners):
            return Tense.PAST
        if word in _PRESENT:
            return Tense.CURRENT
    return Tense.PAST


def stance_of(
    tokens: Tokens, span: Span, hedges: Sequence[Hedge], frame: Frame | None
) -> tuple[Polarity, Assertion, Tense]:
    """Return how a claim whose trigger or number stands at ``span`` is put forward.

    Args:
        tokens: The document's tokens.
        span: Where the claim's trigger or number stands.
        hedges: The hedges of its sentence.
        frame: The innermost reporting frame around it, or None.

    Returns:
        Polarity, assertion and tense. A hedge counts when its scope holds the span, or
        the span the hedge, and the span is not the cue itself.
    """
    reaching = [hedge for hedge in hedges if hedge.reaches(span)]
    negated = sum(hedge.kind is HedgeKind.NEGATION for hedge in reaching) % 2 == 1
    future = any(hedge.kind in _FUTURE for hedge in reaching)
    return (
        Polarity.NEGATED if negated else Polarity.AFFIRMED,
        _assertion(reaching, frame),
        Tense.FUTURE if future else tense_of(tokens, span),
    )
