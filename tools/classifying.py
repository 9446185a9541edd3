"""What the training scripts of answers share: a regression over classes, its table.

An answer is one of some classes (over what a figure is counted, which type it is of);
the model is multinomial logistic regression over features that are there or not. A
word somewhere in the sentence counts less than one beside the figure. Needs
scikit-learn (1.9 was used).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from tools.learning import CLAIMS, PARTS, SEEN, SETS, SMALL, Page

FAR_WORD = 0.5
_FAR = ("sentence=", "heading=", "intro=")


@dataclass(frozen=True)
class Example:
    """A figure and its answer.

    Attributes:
        name: Its set.
        half: A or B; what is there to learn from has no halves and is A.
        features: Names of what speaks for or against an answer; one may come twice.
        ruled: The answer that the rules give.
        gold: The right answer.
        weight: How much it counts beside the others.
        at: Its document and which of the document's counts it is.
    """

    name: str
    half: str
    features: tuple[str, ...]
    ruled: str
    gold: str
    weight: float = 1.0
    at: tuple[str, int] = ("", 0)

    @classmethod
    def of(
        cls, page: Page, features: Iterable[str], ruled: str, gold: str,
        weight: float = 1.0, number: int = 0,
    ) -> "Example":  # fmt: skip
        """Return the example of a figure on a page."""
        at = page.key, number
        return cls(page.name, page.half, tuple(features), ruled, gold, weight, at)


def _amount(name: str) -> float:
    return FAR_WORD if name.startswith(_FAR) else 1.0


def _row(example: Example, known: set[str]) -> dict[str, float]:
    times = Counter(name for name in example.features if name in known)
    return {name: _amount(name) * many for name, many in times.items()}


def _table(rows: DictVectorizer, model: Any, header: str) -> str:  # noqa: ANN401 - a model of scikit-learn, which has no types
    lines = [header + "\t".join(("feature", *model.classes_))]
    for name, column in sorted(rows.vocabulary_.items()):
        weights = model.coef_[:, column] * _amount(name)
        if name == "always":
            weights = weights + model.intercept_
        if np.abs(weights).max() >= SMALL:
            lines.append("\t".join((name, *(f"{weight:.2f}" for weight in weights))))
    return "\n".join(lines) + "\n"


def _fitted(
    examples: Sequence[Example], softness: float
) -> tuple[DictVectorizer, Any, set[str]]:
    """Return columns, model and the features that were seen often enough."""
    seen = Counter(name for one in examples for name in set(one.features))
    known = {name for name, many in seen.items() if many >= SEEN}
    rows = DictVectorizer()
    model = LogisticRegression(C=softness, max_iter=5000)
    model.fit(
        rows.fit_transform([_row(one, known) for one in examples]),
        [one.gold for one in examples],
        sample_weight=[one.weight for one in examples],
    )
    return rows, model, known


def predicted(
    examples: Sequence[Example], softness: float
) -> dict[tuple[str, int], str]:
    """Return the answers of half A, every part of it predicted from the others.

    What is learned on top of answers is to be learned on these: where a model was
    fitted, it is right too often. Examples without gold are only predicted.
    """
    first = [one for one in examples if one.half == "A"]
    keys = sorted({one.at[0] for one in first})
    found: dict[tuple[str, int], str] = {}
    for part in range(PARTS):
        held = set(keys[part::PARTS])
        told = [one for one in first if one.gold and one.at[0] not in held]
        rows, model, known = _fitted(told, softness)
        some = [one for one in first if one.at[0] in held]
        said = model.predict(rows.transform([_row(one, known) for one in some]))
        found |= {one.at: str(s) for one, s in zip(some, said, strict=True)}
    return found


def learn(
    examples: Sequence[Example], softness: float, file: str, header: str,
    say: Callable[[str], None] = print,
) -> None:  # fmt: skip
    """Fit on half A, report the share right on both halves, and write the table.

    Args:
        examples: All examples, of both halves.
        softness: How far weights may go from zero (scikit-learn's ``C``).
        file: Name of the table, beside the reader's claims.
        header: Comments at its head.
        say: Takes the lines of the report.
    """
    first = [one for one in examples if one.half == "A"]
    rows, model, known = _fitted(first, softness)
    for name in SETS:
        for half in "AB":
            some = [one for one in examples if (one.name, one.half) == (name, half)]
            if some:
                table = rows.transform([_row(one, known) for one in some])
                said = model.predict(table)
                right = sum(s == e.gold for s, e in zip(said, some, strict=True))
                ruled = sum(one.ruled == one.gold for one in some)
                n = len(some)
                say(f"{name} {half} n={n} rules={ruled / n:.3f} model={right / n:.3f}")
    (CLAIMS / file).write_text(_table(rows, model, header), "utf-8")
