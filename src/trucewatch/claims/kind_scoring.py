"""Which claim type a count belongs to: the table's answer, weighed with its wording."""

from functools import lru_cache
from typing import NamedTuple

from trucewatch.claims.scoring import Said, names_of, scorer

_TABLE = "kind_weights.tsv"

_MARGIN = 1.0
_NEAREST = 3  # acts whose order counts; the others only by being there


class Acted(NamedTuple):
    """An act around a count.

    Attributes:
        classes: Its classes.
        side: ``left`` or ``right`` of the count.
        words: Its words without their endings; "" for one far off.
    """

    classes: tuple[str, ...]
    side: str = ""
    words: str = ""


class Wording(NamedTuple):
    """What decides the claim type of a count.

    Attributes:
        ruled: The type the table of kinds gives.
        unit: The count's unit.
        noun: Dictionary form of the counted noun, or "".
        how: How the counted thing was found.
        form: What the sentence's line looks like.
        periodic: Whether the document reports a period (a bulletin).
        acts: The acts around it, the nearest first.
        left: Up to six words before the count without their endings, names left out.
        right: Up to six words after it.
        sentence: All words of its sentence, in the same form.
        intro: The words of the heading or line above that announces a list.
        clause: The words before and after it in its clause, without their endings.
        before: The table's type of the figure before, where it is not sure.
        siblings: Units of the other figures of its sentence.
    """

    ruled: str
    unit: str
    noun: str
    how: str
    form: str
    periodic: bool
    acts: tuple[Acted, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]
    sentence: tuple[str, ...]
    intro: tuple[str, ...]
    clause: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    before: str = ""
    siblings: tuple[str, ...] = ()


def features_of(wording: Wording) -> list[str]:
    """Return the names of what the scorer of claim types weighs."""
    said = (*_said_beside(wording), *_said_around(wording.sentence, wording.intro))
    return [*_features_beside(wording), *names_of(said)]


def _features_beside(wording: Wording) -> list[str]:
    found = [
        "always",
        f"rule={wording.ruled}",
        f"unit={wording.unit}",
        f"noun={wording.noun}",
        f"how={wording.how}",
        f"form={wording.form}",
        f"periodic={wording.periodic}",
        f"previous={wording.before}",
        f"previous={wording.before.partition('+')[0]}",
    ]
    found += _of_acts(wording)
    if wording.left:
        found.append(f"unit={wording.unit}+left={wording.left[-1]}")
    if wording.right:
        found.append(f"unit={wording.unit}+right={wording.right[0]}")
    return found


def _of_acts(wording: Wording) -> list[str]:
    """Return the features of the acts around, alone and with what is counted."""
    found: list[str] = []
    near = wording.acts[:_NEAREST]
    for place, act in enumerate(near):
        found += [f"act{place}={name}" for name in act.classes]
        found += [f"act={name}+{act.side}" for name in act.classes]
        found.append(f"act={act.words}")
    found += sorted({f"acts={name}" for act in wording.acts for name in act.classes})
    for name in near[0].classes if near else ():
        found += [f"unit={wording.unit}+act={name}", f"noun={wording.noun}+act={name}"]
    return found


def _said_beside(wording: Wording) -> tuple[Said, ...]:
    before, behind = wording.clause
    return (
        ("left=", wording.left),
        ("right=", wording.right),
        ("before=", sorted(set(before))),
        ("behind=", sorted(set(behind))),
        ("sibling=", wording.siblings),
    )


def _said_around(sentence: tuple[str, ...], intro: tuple[str, ...]) -> tuple[Said, ...]:
    announced = [word for word in sorted(set(intro)) if word.isalpha()]
    return ("sentence=", sorted(set(sentence))), ("intro=", announced)


@lru_cache(maxsize=1_024)
def _weight_around(sentence: tuple[str, ...], intro: tuple[str, ...]) -> int:
    """Return what a sentence and its heading weigh; most have several figures."""
    return scorer(_TABLE).weigh_said(_said_around(sentence, intro))


def weighed_kind(wording: Wording) -> str:
    """Return the claim type of a count.

    The weights are learned from half A of the development gold and from training
    documents of our own (`tools/train_kinds.py`, decision 63); the table's answer is
    one feature among the others, and the heaviest.
    """
    table = scorer(_TABLE)
    around = _weight_around(wording.sentence, wording.intro)
    beside = table.weigh(_features_beside(wording))
    weighed = beside + table.weigh_said(_said_beside(wording)) + around
    return table.best_unless(weighed, wording.ruled, _MARGIN)


def reasons_for(wording: Wording) -> tuple[str, ...]:
    """Return the strongest features behind a claim type, the strongest first."""
    features, table = features_of(wording), scorer(_TABLE)
    return table.reasons(features, table.best(table.weigh(features)))


def ruled_kind(wording: Wording) -> str:
    """Return the type the table of kinds gives; what is learned is learned over it."""
    return wording.ruled
