"""Over what a number was counted: an event, a period, since a date, in all."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from trucewatch.claims.scoring import scorer
from trucewatch.reading.times import TimeExpression, TimeKind
from trucewatch.reading.times.expression import Relation
from trucewatch.reading.wordlists import word_list
from trucewatch.values.stances import Aggregation

# Units whose counts are kept as running totals by the bodies that publish them.
_COUNTERS = frozenset(("settlements", "groups", "agreements", "actions", "meetings"))
_LENGTHS = frozenset(("hours", "days", "months", "years", "minutes", "weeks"))
_OF_LENGTHS = frozenset((Aggregation.DURATION, Aggregation.DEADLINE))
_LEVELS = frozenset(
    ("percent", "fighters", "weapons", "km", "countries", "partners", "bases",
     "hospitals",
     "cameras", "observation_posts", "displacement_sites", "zones", "provinces")
)  # fmt: skip
_EVENT_KINDS = frozenset(
    ("TLK.meeting", "INC.bombing", "DET.custody", "REC.disarmament", "DOC.status")
)


@dataclass(frozen=True, slots=True)
class _Phrases:
    words: dict[str, tuple[str, ...]]

    def any(self, name: str, text: str) -> bool:
        """Say whether a padded lower-case text holds a phrase of that list."""
        for phrase in self.words[name]:  # noqa: SIM110 - any() costs half as much again
            if phrase in text:
                return True
        return False

    def leads(self, name: str, text: str) -> bool:
        """Say whether a lower-case text begins with a phrase of that list."""
        return f"{text} ".startswith(tuple(p[1:] for p in self.words[name]))


@cache
def _phrases() -> _Phrases:
    data: dict[str, Any] = word_list("aggregation")
    return _Phrases(
        {name: tuple(f" {p} " for p in phrases) for name, phrases in data.items()}
    )


@dataclass(frozen=True, slots=True)
class Surroundings:
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


def features_of(around: Surroundings, ruled: Aggregation | None = None) -> list[str]:
    """Return the names of what the scorer of aggregations weighs.

    Args:
        around: What decides.
        ruled: The rules' answer, where it is known already.
    """
    time = around.time
    when = "none"
    if time is not None:
        when = f"{time.kind.value}.{time.relation.value}.{time.precision.value}"
    found = [
        "always",
        f"unit={around.unit}",
        f"kind={around.kind}",
        f"family={around.kind[:3]}",
        f"how={around.how}",
        f"rule={(ruled or by_rules(around)).value}",
        f"form={around.form}",
        f"periodic={around.periodic}",
        f"whole={around.whole.value if around.whole else ''}",
        f"time={when}",
        f"quantifier={around.quantifier}",
    ]
    found += [f"left={word}" for word in around.left]
    found += [f"right={word}" for word in around.right]
    found += [f"sentence={word}" for word in sorted(set(around.sentence))]
    return found


def aggregation_of(around: Surroundings) -> Aggregation:
    """Return over what a number was counted: the rules' answer, weighed with the rest.

    A rate said beside the figure stays one, what runs since a day runs since it, and a
    length stays a length. The weights are learned from the development gold; see
    decision 50.
    """
    ruled = by_rules(around)
    if _is_sure(around, ruled):
        return ruled
    weighed = Aggregation(
        scorer("aggregation_weights.tsv").best(features_of(around, ruled))
    )
    if around.unit in _LENGTHS and weighed not in _OF_LENGTHS:
        return ruled
    return weighed


def _is_sure(around: Surroundings, ruled: Aggregation) -> bool:
    """Say whether the words leave nothing to weigh."""
    if ruled is Aggregation.RATE:
        return _phrases().leads("rate", around.beside)
    since = around.time is not None and around.time.relation is Relation.SINCE
    return ruled is Aggregation.SINCE_DATE and since and around.whole is None


def reasons_for(around: Surroundings) -> tuple[str, ...]:
    """Return the strongest features behind an aggregation, the strongest first."""
    features = features_of(around)
    table = scorer("aggregation_weights.tsv")
    return table.reasons(features, table.best(features))


def by_rules(around: Surroundings) -> Aggregation:
    """Return over what a number was counted, by the words around it alone."""
    clause = f" {around.clause} "
    if around.unit in _LENGTHS:
        late = _phrases().any("deadline", clause)
        return Aggregation.DEADLINE if late else Aggregation.DURATION
    if _is_rate(around, clause):
        return Aggregation.RATE
    if around.whole is not None:
        return around.whole
    if _runs_since(around, clause):
        return Aggregation.SINCE_DATE
    if _is_running(around, clause):
        return Aggregation.CUMULATIVE_TOTAL
    if around.unit in _LEVELS:
        return Aggregation.STOCK
    return _of_event(around, clause)


def _is_rate(around: Surroundings, clause: str) -> bool:
    beside = f" {around.beside} "
    return _phrases().any("rate", beside) or " average " in clause


def _runs_since(around: Surroundings, clause: str) -> bool:
    time = around.time
    if time is not None and (time.relation is Relation.SINCE or _to_date(time)):
        return True
    return _phrases().any("since", clause)


def _is_running(around: Surroundings, clause: str) -> bool:
    """Say whether a body's running total is meant."""
    phrases = _phrases()
    if not phrases.any("cumulative", clause) or phrases.any("period", clause):
        return False
    if around.unit in _COUNTERS:
        return True
    summed = " total " in clause or " tally " in clause
    return summed and around.unit not in _LEVELS


def _to_date(time: TimeExpression) -> bool:
    """Say whether a time runs from the start of a year or month up to now."""
    return time.text.lower().startswith(("so far", "this year"))


def _of_event(around: Surroundings, clause: str) -> Aggregation:
    time = around.time
    if time is not None and (
        time.kind is TimeKind.PERIOD or time.relation is Relation.FROM_TO
    ):
        return Aggregation.PER_PERIOD
    if _phrases().any("period", clause):
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
