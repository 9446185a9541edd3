"""With what commitment a draft is put forward: the rules' answer, weighed again.

The rules (`trucewatch.reading.hedges`) answer by the strongest hedge that reaches a
claim. Whether "would", "may" or "is to" leaves something open depends on more: on what
is claimed, when it is to be, who speaks, and what kind of text says it.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from trucewatch.claims.claim import ClaimTime
from trucewatch.claims.draft import Draft
from trucewatch.claims.provisions import has_article, is_titled_as_deed
from trucewatch.claims.scene import Scene
from trucewatch.claims.scoring import scorer
from trucewatch.reading.hedges import FUTURE, HedgeKind, tense_of
from trucewatch.reading.quotes_lexicon import lexicon
from trucewatch.values.spans import Span
from trucewatch.values.stances import Assertion, Tense

TABLE = "assertion_weights.tsv"
MARGIN = 3.0  # by which another answer must beat the one of the rules
_DIVIDES = frozenset((",", ";", ":", "(", ")", "–", "—", "while", "but", "and"))
_LEFT, _RIGHT = 8, 8  # tokens in which an infinitive belongs to a claim
_OPEN = frozenset(("will", "must", "modal"))  # tenses that may leave a thing open
# The first that a clause has a word of is its tense.
_TENSES: Mapping[str, frozenset[str]] = {
    "will": frozenset(("will", "shall", "won't")),
    "must": frozenset(("must", "should")),
    "modal": frozenset(("would", "could", "may", "might", "can")),
    "was": frozenset(("was", "were", "had", "did")),
    "has": frozenset(("has", "have")),
    "is": frozenset(("is", "are")),
}


def place_of(draft: Draft) -> Span:
    """Return where a draft's number or the word that makes it stands."""
    if draft.quantity is not None:
        return draft.quantity.span
    return next((s for name, s in draft.grounds if name == "trigger"), draft.span)


class Asserting:
    """Weighs the assertions of one scene's drafts."""

    def __init__(self, scene: Scene) -> None:
        """Take the scene."""
        self.scene, self.tokens = scene, scene.reading.tokens
        self._tenses: dict[tuple[int, int], str] = {}

    def decided(self, draft: Draft) -> Draft:
        """Return a draft with the assertion that weighs most, and its tense.

        The weights are learned from half A of the development gold and from training
        documents of our own (`tools/train_assertions.py`, decision 85); the answer of
        the rules is one feature among the others, and must be beaten by a margin.
        """
        if not self.is_open(draft):
            return draft
        table = scorer(TABLE)
        weighed = table.weigh(self.features_of(draft))
        ruled = draft.assertion
        answer = Assertion(table.best_unless(weighed, ruled.value, MARGIN))
        if answer is ruled:
            return draft
        return draft._replace(assertion=answer, tense=self._tense(draft, answer))

    def is_open(self, draft: Draft) -> bool:
        """Say whether anything in a draft's sentence speaks against a plain claim."""
        if draft.assertion is not Assertion.ASSERTED:
            return True
        if self.scene.hedges(draft.sentence) or self._when(draft.time) == "ahead":
            return True
        sentence = self.scene.reading.sentences[draft.sentence]
        return self._tense_between(sentence.first, sentence.after) in _OPEN

    def features_of(self, draft: Draft) -> list[str]:
        """Return the names of what is weighed."""
        span = place_of(draft)
        first = self.tokens.at(span.start)
        after = max(self.tokens.at(span.end), first + 1)
        what = "figure" if draft.quantity is not None else "statement"
        ruled, polarity = draft.assertion.value, draft.polarity.value
        return [
            "always",
            what,
            f"rule={ruled}",
            f"rule={ruled}+{what}",
            f"rule={ruled}+{draft.kind}",
            f"polarity={polarity}",
            f"polarity={polarity}+{what}",
            f"kind={draft.kind}",
            *self._of_page(draft, what),
            *self._of_words(draft, first, after, what),
            *self._of_hedges(draft, span),
            *self._of_infinitives(draft, first, after),
        ]

    def _of_page(self, draft: Draft, what: str) -> Iterator[str]:
        """Yield what the text and its line are, and how the figure is counted."""
        sentence = self.scene.reading.sentences[draft.sentence]
        deed = self._is_deed
        yield f"form={sentence.form.value}"
        yield f"voice={draft.voice.value}"
        yield f"periodic={self.scene.periodic}"
        yield f"deed={deed}+{what}"
        yield f"provisions={bool(self.scene.provisions)}"
        article = has_article(self.scene.reading.document.text, sentence)
        yield f"article={article}"
        yield f"article={article}+{deed}"
        if draft.quantity is not None:
            yield f"counted={draft.quantity.aggregation}"
            yield f"zero={draft.quantity.high == 0}"

    def _of_words(
        self, draft: Draft, first: int, after: int, what: str
    ) -> Iterator[str]:
        """Yield tenses of clause and sentence, the time and the verb of speaking."""
        sentence = self.scene.reading.sentences[draft.sentence]
        low = self.tokens.low
        begin, end = first, after
        while begin > sentence.first and low[begin - 1] not in _DIVIDES:
            begin -= 1
        while end < sentence.after and low[end] not in _DIVIDES:
            end += 1
        tense, when = self._tense_between(begin, end), self._when(draft.time)
        yield f"tense={tense}"
        yield f"tense={tense}+{what}"
        yield f"tensed={self._tense_between(sentence.first, sentence.after)}"
        yield f"when={when}"
        yield f"when={when}+{draft.assertion.value}"
        yield f"when={when}+{tense}"
        frame = self.scene.attribution.frame_at(place_of(draft))
        if frame is not None:
            yield f"says={frame.stance}"
            yield f"says={frame.cue_lemma}"

    def _of_hedges(self, draft: Draft, span: Span) -> Iterator[str]:
        """Yield the hedges that reach a claim or are its words, and conditions."""
        for hedge in self.scene.hedges(draft.sentence):
            side = "left" if hedge.cue.start < span.start else "right"
            if hedge.reaches(span):
                yield f"hedge={hedge.kind.value}"
                yield f"hedge={hedge.kind.value}+{side}"
            elif hedge.cue.touches(span):
                yield f"own={hedge.kind.value}"
            elif hedge.kind is HedgeKind.CONDITION:
                yield f"condition={side}"

    def _of_infinitives(self, draft: Draft, first: int, after: int) -> Iterator[str]:
        """Yield the words that an infinitive beside a claim hangs on: "agreed to"."""
        sentence = self.scene.reading.sentences[draft.sentence]
        low = self.tokens.low
        for side, places in (
            ("left", range(first - 1, max(sentence.first, first - _LEFT) - 1, -1)),
            ("right", range(after, min(sentence.after - 1, after + _RIGHT))),
        ):
            at = next((i for i in places if self._is_infinitive(i)), None)
            if at is not None:
                yield f"to={side}"
                named = at == sentence.first or not self.tokens.text[at - 1].islower()
                yield f"to={side}+{'' if named else low[at - 1]}"

    def _is_infinitive(self, at: int) -> bool:
        low = self.tokens.low
        if low[at] != "to" or at + 1 >= len(low):
            return False
        verb = self.tokens.text[at + 1]
        closed = lexicon().words["determiners"]
        return verb.islower() and verb.isalpha() and verb not in closed

    def _tense_between(self, first: int, after: int) -> str:
        """Return the tense of a stretch by its auxiliaries, or its verbs' endings."""
        key = first, after
        if key not in self._tenses:
            words = frozenset(self.tokens.low[first:after])
            told = (name for name, some in _TENSES.items() if some & words)
            self._tenses[key] = next(told, None) or _by_endings(words)
        return self._tenses[key]

    def _when(self, time: ClaimTime) -> str:
        """Return where a time lies, seen from the day of publication."""
        published = self.scene.timing.published
        if published is None or (time.start is None and time.end is None):
            return "unknown" if published is None else "none"
        if self.scene.timing.lies_ahead(time):
            return "ahead"
        end = time.end or ""
        return "today" if end[:10] >= published.first_day.isoformat() else "past"

    @cached_property
    def _is_deed(self) -> bool:
        return is_titled_as_deed(self.scene.reading.document.text)

    def _tense(self, draft: Draft, assertion: Assertion) -> Tense:
        """Return the tense of a draft whose assertion has changed."""
        if assertion in FUTURE:
            return Tense.FUTURE
        if draft.tense is Tense.FUTURE:
            return tense_of(self.tokens, place_of(draft))
        return draft.tense


def _by_endings(words: frozenset[str]) -> str:
    if any(word.endswith("ed") for word in words):
        return "ed"
    return "verb" if words & lexicon().words["common_verbs"] else "none"
