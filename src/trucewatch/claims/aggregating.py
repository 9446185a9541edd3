"""Over what a number was counted: an event, a period, since a date, in all."""

from functools import cache, lru_cache
from typing import Any, NamedTuple

import ahocorasick_rs

from trucewatch.claims.scoring import Said, names_of, scorer
from trucewatch.reading.times import TimeExpression, TimeKind
from trucewatch.reading.times.expression import Relation
from trucewatch.reading.wordlists import word_list
from trucewatch.values.stances import Aggregation

# Units whose counts are kept as running totals by the bodies that publish them.
_COUNTERS = frozenset(("settlements", "groups", "agreements", "actions", "meetings"))
_LENGTHS = frozenset(("hours", "days", "months", "years", "minutes", "weeks"))
_OF_LENGTHS = frozenset((Aggregation.DURATION, Aggregation.DEADLINE))
_DUE = frozenset(("inside", "ahead"))  # lists of phrases; both say "a deadline"
_FLOWS = frozenset(("FRC.movement",))  # who came and went is no level
_LEVELS = frozenset(
    ("percent", "fighters", "weapons", "km", "countries", "partners", "bases",
     "hospitals",
     "cameras", "observation_posts", "displacement_sites", "zones", "provinces")
)  # fmt: skip
_EVENT_KINDS = frozenset(
    ("TLK.meeting", "INC.bombing", "DET.custody", "REC.disarmament", "DOC.status")
)


class _Phrases(NamedTuple):
    """The lists of phrases, all looked for in one pass over a clause.

    Attributes:
        automaton: Finds every phrase, a space on either side.
        lists: The list each phrase of the automaton is of.
        rates: How a text that begins with a phrase of the list ``rate`` begins.
    """

    automaton: ahocorasick_rs.AhoCorasick
    lists: tuple[str, ...]
    rates: tuple[str, ...]

    def said(self, text: str) -> frozenset[str]:
        """Return the lists of which a lower-case text holds a phrase."""
        found = self.automaton.find_matches_as_indexes(f" {text} ", overlapping=True)
        return frozenset([self.lists[index] for index, _, _ in found])

    def leads_with_rate(self, text: str) -> bool:
        """Say whether a lower-case text begins with a rate."""
        return f"{text} ".startswith(self.rates)


@cache
def _phrases() -> _Phrases:
    data: dict[str, Any] = word_list("aggregation")
    pairs = [(f" {phrase} ", name) for name, list_ in data.items() for phrase in list_]
    return _Phrases(
        ahocorasick_rs.AhoCorasick([phrase for phrase, _ in pairs]),
        tuple(name for _, name in pairs),
        tuple(phrase[1:] for phrase, name in pairs if name == "rate"),
    )


class Surroundings(NamedTuple):
    """What decides an aggregation.

    Attributes:
        unit: The count's unit.
        kind: The claim type.
        clause: The clause in lower case, words separated by single spaces.
        beside: The words right after the number and its noun, in the same form.
        time: The time expression of the clause, or None.
        periodic: Whether the document reports a period (a bulletin).
        whole: Aggregation of the total this count is a part of, or None.
        how: How the counted thing was found.
        form: What the sentence's line looks like.
        quantifier: How exact the number is said to be.
        left: Up to six words before the count, names left out.
        right: Up to six words after it.
        sentence: All words of its sentence, names left out.
        setting: What else is seen around it, as names of features; see
            `trucewatch.claims.settings`.
        ruled: The rules' answer, where it is known already.
    """

    unit: str
    kind: str
    clause: str
    beside: str
    time: TimeExpression | None
    periodic: bool
    whole: Aggregation | None
    how: str = ""
    form: str = ""
    quantifier: str = ""
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()
    setting: tuple[str, ...] = ()
    ruled: Aggregation | None = None


def features_of(around: Surroundings, ruled: Aggregation | None = None) -> list[str]:
    """Return the names of what the scorer of aggregations weighs.

    Args:
        around: What decides.
        ruled: The rules' answer, where it is known already.
    """
    said = (*_said_beside(around), _said_in(around.sentence))
    return [*_features_beside(around, ruled or by_rules(around)), *names_of(said)]


def _said_beside(around: Surroundings) -> tuple[Said, ...]:
    return ("left=", around.left), ("right=", around.right)


def _said_in(sentence: tuple[str, ...]) -> Said:
    return "sentence=", sorted(set(sentence))


@lru_cache(maxsize=1_024)
def _weight_of_sentence(words: tuple[str, ...]) -> int:
    """Return what a sentence's words weigh; most have several figures."""
    return scorer("aggregation_weights.tsv").weigh_said((_said_in(words),))


def _features_beside(around: Surroundings, ruled: Aggregation) -> list[str]:
    time = around.time
    when = "none"
    if time is not None:
        when = f"{time.kind.value}.{time.relation.value}.{time.precision.value}"
    return [
        "always",
        f"unit={around.unit}",
        f"kind={around.kind}",
        f"family={around.kind[:3]}",
        f"how={around.how}",
        f"rule={ruled.value}",
        f"form={around.form}",
        f"periodic={around.periodic}",
        f"whole={around.whole.value if around.whole else ''}",
        f"time={when}",
        f"quantifier={around.quantifier}",
        *around.setting,
    ]


def aggregation_of(around: Surroundings) -> Aggregation:
    """Return over what a number was counted: the rules' answer, weighed with the rest.

    A rate said beside the figure stays one, what runs since a day runs since it, and a
    length stays a length. The weights are learned from the development gold; see
    decision 50.
    """
    ruled = around.ruled or by_rules(around)
    if _is_sure(around, ruled):
        return ruled
    table = scorer("aggregation_weights.tsv")
    beside = table.weigh(_features_beside(around, ruled))
    beside += table.weigh_said(_said_beside(around))
    weighed = Aggregation(table.best(beside + _weight_of_sentence(around.sentence)))
    return _of_lengths(around, ruled, weighed)


def settled(around: Surroundings, weighed: Aggregation) -> Aggregation:
    """Return what an answer weighed elsewhere becomes where the rules are sure.

    Args:
        around: What decides.
        weighed: The answer, such as one learned from other documents alone.
    """
    ruled = by_rules(around)
    return ruled if _is_sure(around, ruled) else _of_lengths(around, ruled, weighed)


def _of_lengths(
    around: Surroundings, ruled: Aggregation, weighed: Aggregation
) -> Aggregation:
    """Let a length be a duration or a deadline, and nothing else.

    What is to be done "within three days" has three days.
    """
    if around.unit in _LENGTHS:
        due = _phrases().said(around.clause) >= _DUE
        return Aggregation.DEADLINE if due else _length_or(ruled, weighed)
    if around.kind in _FLOWS and weighed is Aggregation.STOCK:
        return ruled
    return weighed


def _length_or(ruled: Aggregation, weighed: Aggregation) -> Aggregation:
    return weighed if weighed in _OF_LENGTHS else ruled


def _is_sure(around: Surroundings, ruled: Aggregation) -> bool:
    """Say whether the words leave nothing to weigh."""
    if ruled is Aggregation.RATE:
        return _phrases().leads_with_rate(around.beside)
    since = around.time is not None and around.time.relation is Relation.SINCE
    since = since or around.beside.startswith("since ")  # "199 since the truce began"
    return ruled is Aggregation.SINCE_DATE and since and around.whole is None


def reasons_for(around: Surroundings) -> tuple[str, ...]:
    """Return the strongest features behind an aggregation, the strongest first."""
    features = features_of(around)
    table = scorer("aggregation_weights.tsv")
    return table.reasons(features, table.best(table.weigh(features)))


def by_rules(around: Surroundings) -> Aggregation:
    """Return over what a number was counted, by the words around it alone."""
    said = _phrases().said(around.clause)
    if around.unit in _LENGTHS:
        return Aggregation.DEADLINE if "deadline" in said else Aggregation.DURATION
    if "rate" in _phrases().said(around.beside) or " average " in f" {around.clause} ":
        return Aggregation.RATE
    if around.whole is not None:
        return around.whole
    if "since" in said or _runs_since(around.time):
        return Aggregation.SINCE_DATE
    if _is_running(around, said):
        return Aggregation.CUMULATIVE_TOTAL
    if around.unit in _LEVELS and around.kind not in _FLOWS:
        return Aggregation.STOCK
    return _of_event(around, said)


def _runs_since(time: TimeExpression | None) -> bool:
    return time is not None and (time.relation is Relation.SINCE or _to_date(time))


def _is_running(around: Surroundings, said: frozenset[str]) -> bool:
    """Say whether a body's running total is meant."""
    if "cumulative" not in said or "period" in said:
        return False
    if around.unit in _COUNTERS:
        return True
    words = around.clause.split(" ")
    return ("total" in words or "tally" in words) and around.unit not in _LEVELS


def _to_date(time: TimeExpression) -> bool:
    """Say whether a time runs from the start of a year or month up to now."""
    return time.text.lower().startswith(("so far", "this year"))


def _of_event(around: Surroundings, said: frozenset[str]) -> Aggregation:
    time = around.time
    if time is not None and (
        time.kind is TimeKind.PERIOD or time.relation is Relation.FROM_TO
    ):
        return Aggregation.PER_PERIOD
    if "period" in said:
        return Aggregation.PER_PERIOD
    if around.kind in _EVENT_KINDS:
        return Aggregation.PER_EVENT
    if around.periodic:
        return Aggregation.PER_PERIOD
    if around.kind.startswith(("CAS.casualties", "INC.")) and time is not None:
        return Aggregation.PER_EVENT
    if around.kind.startswith("CAS.casualties"):
        return Aggregation.PER_EVENT
    return Aggregation.PERIOD_UNSTATED
