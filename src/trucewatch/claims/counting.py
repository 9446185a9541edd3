"""Counts become drafts: what was counted, where, when, by whom, over what."""

from collections.abc import Callable, Iterator
from sys import intern

from trucewatch.claims.aggregating import Surroundings, aggregation_of, by_rules
from trucewatch.claims.claim import ClaimTime, Role, Vouching
from trucewatch.claims.dating import Dateable, Dating
from trucewatch.claims.draft import Draft
from trucewatch.claims.kind_scoring import Wording, weighed_kind
from trucewatch.claims.kinds import (
    COUNTED_ROLE,
    WHO_COUNTS,
    brings_up,
    is_sure,
    kind_of,
)
from trucewatch.claims.lines_above import LinesAbove
from trucewatch.claims.places import PlaceUse
from trucewatch.claims.ruled_units import RuledUnits
from trucewatch.claims.scene import Scene
from trucewatch.claims.selves import with_speaker
from trucewatch.claims.settings import length_of, quantity_of, setting_of
from trucewatch.claims.siting import Counted, Siting
from trucewatch.claims.timing import Chosen
from trucewatch.claims.unit_scoring import Units
from trucewatch.claims.wordings import Wordings
from trucewatch.reading.clauses import clause_around, unmarked
from trucewatch.reading.counts import Count, unit_words
from trucewatch.reading.hedges import stance_of
from trucewatch.reading.sentences import Form, Sentence
from trucewatch.values.spans import Span
from trucewatch.values.stances import Aggregation, Voice

Chain = tuple[Vouching, ...]

_BACK = 24  # tokens of a clause looked at before a count
_AHEAD = 14
_BESIDE = 6


class Counting:
    """Makes the drafts of one scene's counts."""

    def __init__(
        self,
        scene: Scene,
        decide: Callable[[Surroundings], Aggregation] = aggregation_of,
        typed: Callable[[Wording], str] = weighed_kind,
        weighing: type[Units] = Units,
    ) -> None:
        """Take a scene.

        Args:
            scene: The scene.
            decide: Says over what a number was counted; training puts the rules here.
            typed: Says which claim type it belongs to; training puts the rules here.
            weighing: Weighs the units that the rules are not sure of.
        """
        self.scene, self.decide, self.typed = scene, decide, typed
        self.reading = scene.reading
        self.units: list[str] = []
        self.kinds: list[str] = []
        self.aggregations: list[Aggregation] = []
        self.chosen: list[Chosen | None] = []
        self.times: list[ClaimTime] = []
        self.voices: list[str | None] = []
        self.above = LinesAbove(self.reading.sentences, scene.acts_between)
        self.ruling = RuledUnits(scene, self.above, self.units)
        self.weighing = weighing(scene, self.above, self.units)
        self.wordings = Wordings(scene, self.above, self.units)
        self.siting = Siting(scene.whereabouts, scene.weak_places)
        self.dating = Dating(scene.timing)
        self._plain_of: dict[int, tuple[str, ...]] = {}
        self.counted: list[Counted] = []
        self.dateable: list[Dateable] = []

    def drafts(self) -> Iterator[Draft]:
        """Yield one draft a count, or one a place where a count distributes."""
        position: list[int] = []
        made = 0
        for index in range(len(self.reading.counts)):
            count = self._as_weighed(index)
            draft = self._draft(index, count)
            if draft.whole is not None:
                draft = draft._replace(whole=position[draft.whole])
            position.append(made)
            drafts = [draft]
            if len(draft.places) > 1 and self._distributes(count):
                # "one each in Damascus and Homs"
                drafts = [draft._replace(places=(place,)) for place in draft.places]
            made += len(drafts)
            yield from drafts

    def _distributes(self, count: Count) -> bool:
        low = self.reading.tokens.low
        around = low[max(0, count.first - 2) : count.after + 2]
        return "each" in around or "apiece" in around

    def _setting(
        self, index: int, chosen: Chosen | None, chain: Chain
    ) -> tuple[str, ...]:
        count = self.reading.counts[index]
        of = None if count.whole is None else self.counted[count.whole].aggregation
        above = self.above.head(count.sentence)
        return tuple(setting_of(self.scene, index, chosen, chain, above, of))

    def _places(
        self, index: int, around: Surroundings, aggregation: Aggregation, chain: Chain
    ) -> tuple[PlaceUse, ...]:
        """Return the places a count holds for, weighed."""
        running = aggregation is Aggregation.CUMULATIVE_TOTAL
        # Who joined, and how many so far, is told of the truce, not of a place.
        over_all = (running and around.unit in _JOINED) or around.kind == _JOINING
        counted = Counted(
            index, around.unit, around.kind, (around.ruled or by_rules(around)).value,
            inherits=not over_all,
            voices=tuple(link.span for link in chain if link.span is not None),
        )  # fmt: skip
        self.counted.append(counted)
        return self.siting.of(counted)

    def _draft(self, index: int, count: Count) -> Draft:
        scene, tokens = self.scene, self.reading.tokens
        unit = self.units[index]
        kind, rule = self._kind_of(index, count)
        self.kinds.append(kind)
        if self._exceeds(count):
            count = count._replace(whole=None)
        span = tokens.span(count.first, count.after)
        chosen = self._time_shared(count, self._time_chosen(count, span))
        self.chosen.append(chosen)
        told = chain, voice = scene.chain_at(span)
        said = chain and voice is not Voice.OWN
        self.voices.append((chain[-1].id or chain[-1].text) if said else None)
        if self._is_answer(count):
            count = count._replace(whole=None)
        around = self._around(count, unit, kind, chosen)
        around = around._replace(
            setting=self._setting(index, chosen, chain), ruled=by_rules(around)
        )
        aggregation = self.decide(around)
        self.aggregations.append(aggregation)
        uses = self._places(index, around, aggregation, chain)
        polarity, assertion, tense = stance_of(
            tokens, count.number.core, scene.hedges(count.sentence), None
        )
        quantity = quantity_of(count, unit, aggregation, self.reading.document.text)
        time = self._time(index, kind, chosen, chain)
        self.times.append(time)
        sentence = self.reading.sentences[count.sentence]
        return Draft(
            span=self._quote(count, span, sentence),
            kind=kind,
            rule=rule,
            sentence=count.sentence,
            voice=voice,
            polarity=polarity,
            assertion=assertion,
            tense=tense,
            chain=chain,
            roles=self._roles(index, count, kind, told),
            places=tuple(scene.place(use) for use in uses),
            time=time,
            quantity=quantity,
            counter=scene.belongings.counter(
                quantity, chain, part=count.whole is not None
            ),
            instrument=scene.belongings.instrument(sentence, kind, time),
            whole=count.whole,
        )

    def _time(
        self, index: int, kind: str, chosen: Chosen | None, chain: Chain
    ) -> ClaimTime:
        """Return the time a count is about: the rules' weighed with the rest."""
        count, aggregation = self.reading.counts[index], self.aggregations[index]
        length = length_of(count, self.units[index])
        ruled = self.scene.timing.of(
            chosen, aggregation, length,
            before=self._time_compared(count),
            speaker=chain[-1].id if chain else None,
        )  # fmt: skip
        figure = Dateable(index, kind, aggregation, chosen, ruled, length)
        self.dateable.append(figure)
        return self.dating.of(figure)

    def _quote(self, count: Count, own: Span, sentence: Sentence) -> Span:
        """Return the clause a count stands in: the words a reader needs to judge it."""
        tokens = self.reading.tokens
        tight = count.how in ("elided", "demonym") or sentence.form is Form.ROW
        bounds = clause_around(tokens, sentence, count.first, count.after, tight=tight)
        quote = tokens.span(*bounds)
        reported = self.scene.reported_at(own)
        if reported is None:
            return quote
        # "which follows the war, said that eight …": from what is said on
        start = max(quote.start, reported.start)
        first = tokens.at(start)
        if tokens.low[first] == "that" and first < count.first:
            start = tokens.start[first + 1]
        after = unmarked(tokens, count.after, tokens.at(min(quote.end, reported.end)))
        told = Span(start, tokens.end[after - 1])
        # "; the other side 7": a bare number says nothing without whose it is
        return quote if told == own else told

    def _roles(
        self,
        index: int,
        count: Count,
        kind: str,
        told: tuple[tuple[Vouching, ...], Voice],
    ) -> tuple[Role, ...]:
        """Return who takes part: by the nearest act, and those counted themselves."""
        sentence = self.reading.sentences[count.sentence]
        clause, unit = (sentence.first, sentence.after), self.units[index]
        counted = None
        role = COUNTED_ROLE.get(kind)
        if role is not None and count.noun is not None and unit in WHO_COUNTS[kind]:
            span = self.reading.tokens.span(count.first, count.after)
            words = span.of(self.reading.document.text)
            counted = Role(role, None, words, span)
        trigger = self._trigger(index, count)
        roles = self.scene.parties.roles(kind, clause, trigger, counted)
        return with_speaker(roles, kind, trigger, *told, self.reading)

    def _trigger(self, index: int, count: Count) -> tuple[int, int]:
        """Return where the nearest act stands, or the count where none is near."""
        near = self.scene.governing(index)
        if near and near[0].cost < _NEAR:
            return near[0].act.first, near[0].act.after
        return count.first, count.after

    def _whole_aggregation(self, count: Count) -> Aggregation | None:
        """A part is counted over what its total is counted over."""
        if count.whole is None or count.how not in ("elided", "of"):
            return None
        return self.aggregations[count.whole]

    def _around(
        self, count: Count, unit: str, kind: str, chosen: Chosen | None
    ) -> Surroundings:
        """Gather what decides over what a number was counted."""
        sentence = self.reading.sentences[count.sentence]
        low = self.reading.tokens.low
        return Surroundings(
            unit,
            kind,
            self._clause(count),
            " ".join(low[count.after : count.after + 4]),
            chosen.time if chosen is not None and chosen.own else None,
            self.scene.periodic,
            self._whole_aggregation(count),
            count.how,
            sentence.form.value,
            count.number.quantifier.value,
            self._plain(max(sentence.first, count.first - _BESIDE), count.first),
            self._plain(count.after, min(sentence.after, count.after + _BESIDE)),
            self._plain_sentence(count.sentence),
        )

    def _plain_sentence(self, index: int) -> tuple[str, ...]:
        """Return the words of a sentence that are no names and no figures."""
        if index not in self._plain_of:
            self._plain_of.clear()  # counts come sentence by sentence
            sentence = self.reading.sentences[index]
            self._plain_of[index] = self._plain(sentence.first, sentence.after)
        return self._plain_of[index]

    def _plain(self, first: int, after: int) -> tuple[str, ...]:
        """Return the words of a stretch that are no names and no figures."""
        text = self.reading.tokens.text[first:after]
        return tuple([word for word in text if word.islower() and word.isalpha()])

    def _time_chosen(self, count: Count, span: Span) -> Chosen | None:
        """Return the time expression that dates a count by the rules, or None."""
        scene, length = self.scene, count.noun is not None and "time" in count.noun.tags
        told = scene.reported_at(span)
        return scene.timing.choose(span, count.sentence, told, whole=length)

    def _time_shared(self, count: Count, chosen: Chosen | None) -> Chosen | None:
        """Let a part have its total's time, but never an earlier period's figure."""
        if count.whole is None:
            return chosen
        above = self.chosen[count.whole]
        if count.how == "earlier":
            same = (
                chosen is not None and above is not None and chosen.time is above.time
            )
            return None if same else chosen
        return chosen if chosen is not None and chosen.own else above

    def _time_compared(self, count: Count) -> ClaimTime | None:
        """Return the time of the figure that an earlier one is compared with."""
        if count.how != "earlier" or count.whole is None:
            return None
        return self.times[count.whole]

    def _clause(self, count: Count) -> str:
        sentence = self.reading.sentences[count.sentence]
        low = self.reading.tokens.low
        first = max(sentence.first, count.first - _BACK)
        words = low[first : min(sentence.after, count.after + _AHEAD)]
        if sentence.form in (Form.ITEM, Form.ROW):
            intro = self.above.intro(count.sentence)
            if intro is not None:
                words = low[intro.first : intro.after] + words
        return " ".join(words)

    def _as_weighed(self, index: int) -> Count:
        """Return a count once its unit is weighed; another unit has another total."""
        count = self.reading.counts[index]
        ruled = self.ruling.of(index)
        unit = self.weighing.of(index, ruled)
        self.units.append(unit)
        return count if unit == ruled else count._replace(whole=None)

    def _kind_of(self, index: int, count: Count) -> tuple[str, str]:
        """Return the claim type of a count, and the rule that gives it."""
        unit = self.units[index]
        if count.whole is not None and self._keeps_kind(count, unit):
            return self.kinds[count.whole], intern(f"counts.{count.how}")
        return self._kind(index, count, unit)

    def _kind(self, index: int, count: Count, unit: str) -> tuple[str, str]:
        """Return the claim type of a count of its own, and the rule that gives it."""
        near = [one.act for one in self.scene.governing(index)]
        telling = [a for a in near if not brings_up(a.after, self.reading.tokens.low)]
        acts = [name for act in telling for name in act.classes]
        if len(telling) == len(near):
            acts += self.above.acts(count.sentence)
        kept, _factor = unit_words().convert.get(unit, (unit, 1.0))
        lemma = None if count.noun is None else count.noun.lemma
        kind, known = kind_of(kept, acts, lemma)
        if not is_sure(kept):
            kind = self.typed(self.wordings.of(index, kept, kind))
        rule = f"counts.{count.how if known else 'unknown_noun'}"
        return kind, intern(rule)  # few rules make many drafts

    def _exceeds(self, count: Count) -> bool:
        """Say whether a number is above the total it leans on, and so no part of it.

        "55 in the last day. That makes 199 since May": one thing, counted over more.
        """
        behind = self.reading.tokens.low[count.after : count.after + 1]
        if count.whole is None or count.how != "elided" or behind != ["since"]:
            return False
        value = count.number.value
        total = self.reading.counts[count.whole].number.value
        return value is not None and total is not None and value > total

    def _is_answer(self, count: Count) -> bool:
        """Say whether a figure is another side's own: "nine; the other side two".

        What goes on without a speaker goes on from the total: "…; seven for mines".
        """
        if count.whole is None or count.how != "elided" or not self.voices[-1]:
            return False
        beside = self.reading.counts[count.whole].sentence == count.sentence
        return beside and self.voices[count.whole] != self.voices[-1]

    def _keeps_kind(self, count: Count, unit: str) -> bool:
        """Say whether a count is of its total's type: one that is of the same thing."""
        whole = self.reading.counts[count.whole or 0]
        if count.how in ("of", "elided", "earlier"):
            return unit == self.units[count.whole or 0]
        if count.how == "share" and count.noun is not None:
            return count.noun.unit == whole.unit
        return count.how == "share"


_JOINING = "PTY.accession"
_JOINED = frozenset(("settlements", "groups"))  # counted over a whole truce
_NEAR = 10.0  # an act further off says little about who did it
