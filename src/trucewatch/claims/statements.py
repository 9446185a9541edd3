"""Statements become drafts: what is claimed without a count, act by act."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from trucewatch.claims.draft import Draft
from trucewatch.claims.scene import Scene
from trucewatch.reading.acts import Act
from trucewatch.reading.clauses import clause_around
from trucewatch.reading.hedges import stance_of
from trucewatch.reading.sentences import Sentence
from trucewatch.reading.wordlists import word_list
from trucewatch.reference.entries import EntryKind


@dataclass(frozen=True, slots=True)
class Trigger:
    """One row of ``subjects.tsv``: what makes a statement of a claim type."""

    kind: str
    acts: frozenset[str]
    needs: tuple[str, ...]
    variant: str | None


@cache
def triggers() -> dict[str, tuple[Trigger, ...]]:
    """Return the triggers by class of act; read from the package's data once."""
    path = resources.files("trucewatch.claims") / "subjects.tsv"
    table: dict[str, list[Trigger]] = {}
    for line in path.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, acts, needs, variant, _source = line.split("\t")
        trigger = Trigger(
            kind,
            frozenset(acts.split()),
            tuple(need for need in needs.split() if need != "quiet"),
            variant or None,
        )
        for act in trigger.acts:
            table.setdefault(act, []).append(trigger)
    return {act: tuple(rows) for act, rows in table.items()}


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


class Statements:
    """Makes the drafts of one scene's statements."""

    def __init__(self, scene: Scene, counted: dict[int, set[str]]) -> None:
        """Take a scene and, by sentence, the claim types its counts already make."""
        self.scene, self.reading = scene, scene.reading
        self.tokens = scene.reading.tokens
        self.counted = counted

    def drafts(self) -> Iterator[Draft]:
        """Yield at most one draft for each claim type and clause."""
        acts = self.reading.acts
        position = 0
        for index, sentence in enumerate(self.reading.sentences):
            while position < len(acts) and acts[position].first < sentence.first:
                position += 1
            own: list[Act] = []
            while position < len(acts) and acts[position].first < sentence.after:
                own.append(acts[position])
                position += 1
            if own:
                yield from self._of_sentence(index, sentence, own)

    def _of_sentence(
        self, index: int, sentence: Sentence, acts: list[Act]
    ) -> Iterator[Draft]:
        words = set(self.tokens.low[sentence.first : sentence.after])
        counted = self.counted.get(index, ())
        done: dict[tuple[str, int], tuple[Trigger, Act, tuple[int, int]]] = {}
        for act in acts:
            clause = clause_around(self.tokens, sentence, act.first, act.after)
            for trigger in self._triggered(act):
                key = (trigger.kind, clause[0])
                known = done.get(key)
                if known is not None and not self._only_names(known[1]):
                    continue
                if trigger.kind not in counted and self._satisfied(
                    trigger, words, sentence
                ):
                    done[key] = (trigger, act, clause)
        for trigger, act, clause in done.values():
            yield self._draft(trigger, act, index, sentence, clause)

    def _triggered(self, act: Act) -> Iterator[Trigger]:
        table = triggers()
        for name in act.classes:
            yield from table.get(name, ())

    def _only_names(self, act: Act) -> bool:
        """Say whether an act's word names the truce rather than what is said of it."""
        return self.tokens.low[act.first] in _topics()["instrument"]

    def _satisfied(self, trigger: Trigger, words: set[str], sentence: Sentence) -> bool:
        topics = _topics()
        for need in trigger.needs:
            if not words.isdisjoint(topics[need]):
                continue
            kinds = _NAMED.get(need, ())
            names = self.scene.names_between(sentence.first, sentence.after)
            if not any(name.is_a(kind) for name in names for kind in kinds):
                return False
        return True

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
            self.tokens, trigger_span, scene.hedges(index), None
        )
        chosen = scene.timing.choose(trigger_span, index)
        uses = [
            use
            for use in scene.whereabouts.by_sentence.get(index, ())
            if clause[0] <= use.first < clause[1]
        ]
        time = scene.timing.of(
            chosen if chosen and chosen.own else None, None, speaker=chain[-1].id
        )
        roles = scene.parties.roles(trigger.kind, clause, (act.first, act.after))
        return Draft(
            span=span,
            kind=trigger.kind,
            rule=f"statements.{trigger.kind.lower()}",
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
