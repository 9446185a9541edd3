"""Which claim type a count belongs to: the table's answer, weighed with its wording."""

from functools import lru_cache
from typing import NamedTuple

from trucewatch.claims.scoring import scorer

_TABLE = "kind_weights.tsv"

_MARGIN = 1.0
_NEAREST = 3  # acts whose order counts; the others only by being there


class Wording(NamedTuple):
    """What decides the claim type of a count.

    Attributes:
        ruled: The type the table of kinds gives.
        unit: The count's unit.
        noun: Dictionary form of the counted noun, or "".
        how: How the counted thing was found.
        form: What the sentence's line looks like.
        periodic: Whether the document reports a period (a bulletin).
        acts: Classes of each act around it, the nearest act first.
        left: Up to six words before the count, names left out.
        right: Up to six words after it.
        sentence: All words of its sentence, names left out.
        intro: The words of the heading or line above that announces a list.
    """

    ruled: str
    unit: str
    noun: str
    how: str
    form: str
    periodic: bool
    acts: tuple[tuple[str, ...], ...]
    left: tuple[str, ...]
    right: tuple[str, ...]
    sentence: tuple[str, ...]
    intro: tuple[str, ...]


def features_of(wording: Wording) -> list[str]:
    """Return the names of what the scorer of claim types weighs."""
    return [
        *_features_beside(wording),
        *_features_around(wording.sentence, wording.intro),
    ]


def _features_beside(wording: Wording) -> list[str]:
    found = [
        "always",
        f"rule={wording.ruled}",
        f"unit={wording.unit}",
        f"noun={wording.noun}",
        f"how={wording.how}",
        f"form={wording.form}",
        f"periodic={wording.periodic}",
    ]
    for place, classes in enumerate(wording.acts[:_NEAREST]):
        found += [f"act{place}={name}" for name in classes]
    found += sorted({f"acts={name}" for classes in wording.acts for name in classes})
    found += [f"left={word}" for word in wording.left]
    found += [f"right={word}" for word in wording.right]
    return found


def _features_around(sentence: tuple[str, ...], intro: tuple[str, ...]) -> list[str]:
    return [
        *(f"sentence={word}" for word in sorted(set(sentence))),
        *(f"intro={word}" for word in sorted(set(intro)) if word.isalpha()),
    ]


@lru_cache(maxsize=1_024)
def _weight_around(sentence: tuple[str, ...], intro: tuple[str, ...]) -> int:
    """Return what a sentence and its heading weigh; most have several figures."""
    return scorer(_TABLE).weigh(_features_around(sentence, intro))


def weighed_kind(wording: Wording) -> str:
    """Return the claim type of a count.

    The weights are learned from half A of the development gold and from training
    documents of our own (`tools/train_kinds.py`, decision 63); the table's answer is
    one feature among the others, and the heaviest.
    """
    table = scorer(_TABLE)
    around = _weight_around(wording.sentence, wording.intro)
    weighed = table.weigh(_features_beside(wording)) + around
    return table.best_unless(weighed, wording.ruled, _MARGIN)


def reasons_for(wording: Wording) -> tuple[str, ...]:
    """Return the strongest features behind a claim type, the strongest first."""
    features, table = features_of(wording), scorer(_TABLE)
    return table.reasons(features, table.best(table.weigh(features)))


def ruled_kind(wording: Wording) -> str:
    """Return the type the table of kinds gives; what is learned is learned over it."""
    return wording.ruled
