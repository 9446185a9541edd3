"""Statements become drafts: what is claimed without a count, act by act."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache
from sys import intern
from typing import NamedTuple

from trucewatch.claims.draft import Draft
from trucewatch.claims.places import PlaceUse
from trucewatch.claims.scene import Scene
from trucewatch.claims.selves import with_speaker
from trucewatch.claims.statement_scoring import (
    Clause,
    best_sign,
    clause_of,
    kinds_of,
)
from trucewatch.claims.timing import Chosen
from trucewatch.claims.triggers import (
    Trigger,
    covering,
    free_trigger,
    rows_of,
    triggers,
)
from trucewatch.reading.acts import Act
from trucewatch.reading.clauses import clause_around, clauses_of
from trucewatch.reading.hedge_limits import is_done
from trucewatch.reading.hedges import Hedge, stance_of
from trucewatch.reading.lexicon import lexicon
from trucewatch.reading.names import NameMention
from trucewatch.reading.quotes_lexicon import lexicon as closed_words
from trucewatch.reading.sentences import Form, Sentence
from trucewatch.reading.wordlists import word_list
from trucewatch.reference.entries import EntryKind
from trucewatch.values.spans import Span
from trucewatch.values.stances import Assertion, Polarity, Tense

_RECALLED = 40  # tokens back to the truce that "it" means
_NONE: frozenset[str] = frozenset()
# Families of claims about what happens on the ground, and so somewhere.
_ON_THE_GROUND = frozenset(("ARE", "CAS", "DET", "FRC", "HUM", "INC", "MON", "REC"))
_TOLD = 2  # figures of a clause that leave nothing of their type to state
_LABEL = 3  # words; a shorter line states nothing


def _is_verb(word: str) -> bool:
    """Say whether a heading's word is likely to be its verb."""
    words, known = closed_words().words, lexicon()
    return (
        word.endswith("ed")
        or word in words["auxiliaries"]
        or word in words["common_verbs"]
        or (word[-1] == "s" and word[:-1] in known.acts and word not in known.nouns)
    )


@cache
def _topics() -> dict[str, frozenset[str]]:
    data: dict[str, list[str]] = word_list("topics")
    return {name: frozenset(words) for name, words in data.items()}


_NAMED = {
    "group": (EntryKind.ACTOR,),
    "state": (EntryKind.ACTOR, EntryKind.DEMONYM),
    "place": (EntryKind.PLACE,),
    "instrument": (EntryKind.INSTRUMENT,),
    "mission": (),
}


def _met(need: str, words: set[str], names: Sequence[NameMention]) -> bool:
    """Say whether a clause has such a word or such a name; or has none ("-unrest")."""
    if need.startswith("-"):
        return words.isdisjoint(_topics()[need[1:]])
    if not words.isdisjoint(_topics()[need]):
        return True
    kinds = _NAMED.get(need, ())
    return any(name.is_a(kind) for name in names for kind in kinds)


_PROVISION = Trigger(
    "INS.term", frozenset(), (), frozenset(), frozenset(), "obligation"
)


class Found(NamedTuple):
    """A statement found: what makes it, by which act, in which clause."""

    trigger: Trigger
    act: Act
    clause: tuple[int, int]


class Weighed(NamedTuple):
    """A clause, first token and the one after it, with what decides about it."""

    at: tuple[int, int]
    clause: Clause


class Statements:
    """Makes the drafts of one scene's statements."""

    def __init__(self, scene: Scene, figures: Iterable[Draft] = ()) -> None:
        """Take a scene and the drafts of its figures."""
        self.scene, self.reading = scene, scene.reading
        self.tokens = scene.reading.tokens
        self.figures: dict[int, list[tuple[int, str]]] = {}
        for draft in figures:
            if draft.quantity is not None:
                at = self.tokens.at(draft.quantity.span.start)
                self.figures.setdefault(draft.sentence, []).append((at, draft.kind))
        self.spent = frozenset(self._acts_of_counts())
        self._named = [time.span.start for time in scene.timing.named]

    def counted(self, index: int) -> frozenset[str]:
        """Return the claim types of the figures of a sentence."""
        figures = self.figures.get(index)
        return frozenset([kind for _, kind in figures]) if figures else _NONE

    def _acts_of_counts(self) -> Iterator[int]:
        """Yield the first tokens of the acts that counts are of: "six were killed"."""
        for index, count in enumerate(self.reading.counts):
            for act in self.scene.acts_between(count.first, count.after):
                yield act.first
            nearest = self.scene.nearest_act(index)
            if nearest is not None:
                yield nearest

    def drafts(self) -> Iterator[Draft]:
        """Yield what the clauses state, at most two types of each."""
        acts = self.reading.acts
        position = 0
        for index, sentence in enumerate(self.reading.sentences):
            while position < len(acts) and acts[position].first < sentence.first:
                position += 1
            own: list[Act] = []
            while position < len(acts) and acts[position].first < sentence.after:
                own.append(acts[position])
                position += 1
            made: list[Draft] = []
            if not self._labels(sentence):
                made = list(self._of_sentence(index, sentence, own))
                yield from made
            if index in self.scene.provisions:
                yield from self._provision(index, sentence, made)

    def _provision(
        self, index: int, sentence: Sentence, made: list[Draft]
    ) -> Iterator[Draft]:
        """Yield an article of an agreement as a term, unless it states one already."""
        kinds = {draft.kind for draft in made} | self.counted(index)
        if not any(kind.startswith("INS.") for kind in kinds):
            act = Act(sentence.first, sentence.first + 1, ())
            clause = (sentence.first, sentence.after)
            draft = self._draft(_PROVISION, act, index, sentence, clause)
            yield draft._replace(polarity=Polarity.AFFIRMED)

    def _labels(self, sentence: Sentence) -> bool:
        """Say whether a line only names what stands below or beside it."""
        low = self.tokens.low[sentence.first : sentence.after]
        if sum(word[0].isalpha() for word in low) < _LABEL:
            return True
        return sentence.form is Form.HEADING and not any(map(_is_verb, low))

    def _of_sentence(
        self, index: int, sentence: Sentence, acts: list[Act]
    ) -> Iterator[Draft]:
        """Yield what a sentence's clauses state: found by rules, weighed, or both."""
        for weighed, ruled in self._weighed(index, sentence, acts):
            by_kind = {one.trigger.kind: one for one in ruled}
            for kind in kinds_of(weighed.clause, tuple(by_kind)):
                one = by_kind.get(kind)
                if one is None and weighed.clause.counted.count(kind) < _TOLD:
                    one = self._free(kind, weighed)
                if one is not None:
                    yield self._draft(one.trigger, one.act, index, sentence, one.clause)

    def clauses(self, index: int) -> list[tuple[Weighed, list[str]]]:
        """Return what decides about a sentence's clauses, and their ruled types."""
        sentence = self.reading.sentences[index]
        if self._labels(sentence):
            return []
        acts = list(self.scene.acts_between(sentence.first, sentence.after))
        return [
            (weighed, sorted({one.trigger.kind for one in ruled}))
            for weighed, ruled in self._weighed(index, sentence, acts)
        ]

    def _weighed(
        self, index: int, sentence: Sentence, acts: list[Act]
    ) -> Iterator[tuple[Weighed, list[Found]]]:
        """Yield each clause of a sentence and what the rules find in it."""
        parts = clauses_of(self.tokens, sentence)
        ruled = self._ruled(index, sentence, acts)
        figures, beside = self.figures.get(index, ()), self.counted(index)
        for at, (first, after) in enumerate(parts):
            clause = clause_of(
                self.tokens, first, after,
                acts=tuple(act for act in acts if first <= act.first < after),
                counted=tuple(kind for i, kind in figures if first <= i < after),
                beside=beside,
                form=sentence.form, periodic=self.scene.periodic,
                at=at, many=len(parts),
            )  # fmt: skip
            own = [one for one in ruled if first <= one.act.first < after]
            yield Weighed((first, after), clause), own

    def _free(self, kind: str, weighed: Weighed) -> Found | None:
        """Return a statement that no rule has found, by the word that tells it best.

        Where the rules know an act as a subkind of the type and did not take it, they
        had a reason: "has not confirmed any" answers a count and is no breach.
        """
        clause, at = weighed.clause, weighed.at
        rows = ((act, row) for act in clause.acts for row in rows_of(act, kind))
        act, row = next(rows, (None, None))
        if row is not None and row.variant is not None:
            return None
        if act is None:
            first = best_sign(clause, kind) if clause.signs else at[0]
            act = Act(first, first + 1, ())
        return Found(free_trigger(kind), act, at)

    def _ruled(self, index: int, sentence: Sentence, acts: list[Act]) -> list[Found]:
        counted = self.counted(index)
        done: dict[tuple[str, int], Found] = {}
        for act in acts:
            if self._in_a_name(act, sentence):
                continue
            clause = clause_around(self.tokens, sentence, act.first, act.after)
            for trigger in self._triggered(act):
                key = (trigger.kind, clause[0])
                known = done.get(key)
                if known is not None and not self._only_names(known.act):
                    continue
                if not self._counted(trigger, act, counted) and self._satisfied(
                    trigger, clause
                ):
                    done[key] = Found(trigger, act, clause)
        return list(done.values())

    def _triggered(self, act: Act) -> Iterator[Trigger]:
        table = triggers()
        words = " ".join(self.tokens.low[act.first : act.after])
        for name in act.classes:
            yield from (row for row in table.get(name, ()) if row.takes(words))

    def _in_a_name(self, act: Act, sentence: Sentence) -> bool:
        """Say whether a word is part of a name: "the Special Monitoring Mission"."""
        text = self.tokens.text
        if act.first == sentence.first or sentence.form is not Form.PROSE:
            return False
        word = text[act.first]
        if not word[0].isupper() or "-" in word:  # "Saudi-backed" says something
            return False
        after = text[act.after : min(act.after + 1, sentence.after)]
        return text[act.first - 1][0].isupper() or bool(after and after[0][0].isupper())

    def _counted(self, trigger: Trigger, act: Act, counted: Container[str]) -> bool:
        """Say whether a count of the sentence claims as much as the act would."""
        if trigger.kind in counted:
            return True
        return act.first in self.spent and any(
            kind in counted for kind in covering()[trigger.kind]
        )

    def _only_names(self, act: Act) -> bool:
        """Say whether a word names a truce or a service, and not what is said of it."""
        word = self.tokens.low[act.first]
        return word in _topics()["instrument"] or word in _topics()["utility"]

    def _satisfied(self, trigger: Trigger, clause: tuple[int, int]) -> bool:
        words = set(self.tokens.low[clause[0] : clause[1]])
        if trigger.kind == "INS.termination" and "it" in words:
            before = self.tokens.low[max(0, clause[0] - _RECALLED) : clause[0]]
            words.update(before)  # "too soon to call it dead": the truce told of
        names = self.scene.names_between(*clause)
        return all(
            any(_met(option, words, names) for option in need.split("|"))
            for need in trigger.needs
        )

    def _is_done(self, clause: tuple[int, int]) -> bool:
        return is_done(self.tokens.low[slice(*clause)])

    def _hedges(self, index: int, kind: str) -> tuple[Hedge, ...]:
        """Return what hedges a statement; an agreement itself sets its own terms."""
        hedges = self.scene.hedges(index)
        if kind.startswith("INS."):
            provision = self.scene.provisions.get(index)
            return tuple(hedge for hedge in hedges if hedge is not provision)
        return hedges

    def _named_after(self, span: Span, kind: str) -> Chosen | None:
        """Return the day that an agreement told of in a clause is named after."""
        if not kind.startswith("INS."):
            return None
        named = self.scene.timing.named
        for at in range(bisect_left(self._named, span.start), len(named)):
            if named[at].span.start >= span.end:
                return None
            if span.contains(named[at].span):
                return Chosen(named[at], own=True, beside=True)
        return None

    def _places(
        self, index: int, kind: str, clause: tuple[int, int]
    ) -> Sequence[PlaceUse]:
        """Return where a statement holds: its clause's places, else its passage's.

        What happens on the ground happens somewhere; an agreement or a demand that
        names no place is of the whole conflict.
        """
        whereabouts = self.scene.whereabouts
        own = whereabouts.by_sentence.get(index, ())
        uses = [use for use in own if clause[0] <= use.first < clause[1]]
        if uses or kind[:3] not in _ON_THE_GROUND:
            return uses
        topics = whereabouts.topics
        led = [
            use for use in own
            if use.led and use.first not in topics.speakers
            and use.first not in topics.venues
        ]  # fmt: skip
        if led:
            return led[:1]
        above = topics.above(index, whereabouts.taken)
        return [use for use in above if not self._is_head(use)]

    def _is_head(self, use: PlaceUse) -> bool:
        """Say whether a place is that of a dateline or of a line with a day."""
        topics = self.scene.whereabouts.topics
        line = self.reading.sentences[topics.sentence_of(use)]
        dated = line.form is not Form.PROSE and self.scene.timing.within(line.span)
        return use.first in topics.dateline or bool(dated)

    def _draft(
        self,
        trigger: Trigger,
        act: Act,
        index: int,
        sentence: Sentence,
        clause: tuple[int, int],
    ) -> Draft:
        scene = self.scene
        span = self.tokens.span(*clause)
        trigger_span = self.tokens.span(act.first, act.after)
        chain, voice = scene.chain_at(trigger_span)
        polarity, assertion, tense = stance_of(
            self.tokens, trigger_span, self._hedges(index, trigger.kind), None
        )
        reported = scene.reported_at(trigger_span)
        chosen = scene.timing.choose(trigger_span, index, reported)
        if not (chosen and chosen.own):
            chosen = self._named_after(span, trigger.kind) or chosen
        uses = self._places(index, trigger.kind, clause)
        time = scene.timing.of(
            chosen if chosen and chosen.own else None, None, speaker=chain[-1].id
        )
        ahead = scene.timing.lies_ahead(time)
        if assertion is Assertion.ASSERTED and ahead and not self._is_done(clause):
            assertion, tense = Assertion.SCHEDULED, Tense.FUTURE
        at = (act.first, act.after)
        roles = scene.parties.roles(trigger.kind, clause, at)
        roles = with_speaker(roles, trigger.kind, at, chain, voice, self.reading)
        return Draft(
            span=span,
            kind=trigger.kind,
            rule=intern(f"statements.{trigger.kind.lower()}"),
            sentence=index,
            voice=voice,
            polarity=polarity,
            assertion=assertion,
            tense=tense,
            chain=chain,
            roles=roles,
            places=tuple(scene.place(use) for use in uses),
            time=time,
            instrument=scene.belongings.instrument(sentence, trigger.kind, time),
            variant=trigger.variant,
            grounds=(("trigger", trigger_span),),
        )
