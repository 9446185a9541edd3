"""What the training scripts share: figures with their gold, and a model of choices.

A choice is a list of candidates, each with the names of its features; some of them are
right. The model (conditional logit) gives every feature a weight so that the right
candidates have the highest sums; a penalty on the squares keeps the weights small.
Needs numpy and scipy (1.16 was used).
"""

import itertools
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from trucewatch.claims.aggregating import Surroundings, aggregation_of, settled
from trucewatch.claims.counting import Counting
from trucewatch.claims.kind_scoring import Wording, weighed_kind
from trucewatch.claims.scene import Scene
from trucewatch.claims.unit_scoring import Units
from trucewatch.documents.document import Document
from trucewatch.documents.loading import load_documents
from trucewatch.reading.reading import Reading, read
from trucewatch.reference.choice import choose_theatre
from trucewatch.reference.theatre import load_theatre
from trucewatch.values.stances import Aggregation

SETS = {
    "own_train": None,
    "own_dev": None,
    "composed_dev": None,
    "syria_dev": "syria_2016",
    "seeds": "syria_2016",
    "donbas_dev": "donbas_2014",
}
ROOT = Path(__file__).parents[1]
CLAIMS = ROOT / "src/trucewatch/claims"
OWN = {"own_dev": ROOT / "evaluation/own", "own_train": ROOT / "evaluation/own_train"}
SLACK = 3  # characters by which gold and reader may differ on a number's start
SEEN = 3  # features seen less often are left out
SMALL = 0.03  # weights nearer to zero are left out
PARTS = 6  # parts of half A that are predicted from the others


@dataclass(frozen=True)
class Page:
    """One document read, with the gold of its figures.

    Attributes:
        name: Its set.
        half: A or B; what is there to learn from has no halves and is A.
        key: Its file's stem.
        counting: Its figures, drafted.
        surroundings: What decides over what each figure was counted.
        wordings: What decides the claim type of the figures whose type is not sure.
        facts: Gold by the index of its figure.
    """

    name: str
    half: str
    key: str
    counting: Counting
    surroundings: list[Surroundings]
    wordings: dict[int, Wording]
    facts: dict[int, dict[str, Any]]


@dataclass(frozen=True)
class Choice:
    """A figure's candidates.

    Attributes:
        name: Its set.
        half: A or B; what is there to learn from has no halves and is A.
        key: Its document.
        features: Those of each candidate.
        right: Which candidates the gold accepts.
    """

    name: str
    half: str
    key: str
    features: list[tuple[str, ...]]
    right: list[bool]


def _gold(path: Path) -> dict[str, list[dict[str, Any]]]:
    facts = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        fact = json.loads(line)
        if fact["value"] is not None:
            facts[fact["doc"]].append(fact)
    return facts


def scene_of(document: Document, theatre: str | None) -> Scene:
    """Return the scene of a document, with a theatre or the one it chooses."""
    if theatre is not None:
        return Scene(read(document, load_theatre(theatre)))
    day = document.published.first_day if document.published else None
    known = choose_theatre(document.text, document.publisher, day)
    return Scene(read(document, known.load()))


def _pairs(
    reading: Reading, facts: list[dict[str, Any]]
) -> Iterator[tuple[int, dict[str, Any]]]:
    used: set[int] = set()
    for index, count in enumerate(reading.counts):
        number = count.number
        at, value = (
            number.span,
            number.value if number.value is not None else number.low,
        )
        for position, fact in enumerate(facts):
            start, end = fact["span"]
            near = start - SLACK < at.end and at.start < end and position not in used
            if near and value is not None and float(value) == float(fact["value"]):
                used.add(position)
                yield index, fact
                break


class _Noting:
    """Decisions about figures that also keep what they were made on."""

    def __init__(
        self, decide: Callable[[Surroundings], Aggregation],
        typed: Callable[[Wording], str],
    ) -> None:  # fmt: skip
        self._decide, self._typed = decide, typed
        self.surroundings: list[Surroundings] = []
        self.wordings: dict[int, Wording] = {}

    def decide(self, around: Surroundings) -> Aggregation:
        self.surroundings.append(around)
        return self._decide(around)

    def typed(self, wording: Wording) -> str:
        # Figures are drafted in order, and typed before they are decided.
        self.wordings[len(self.surroundings)] = wording
        return self._typed(wording)


def _recalling(
    key: str,
    known: Mapping[tuple[str, int], Aggregation],
    decide: Callable[[Surroundings], Aggregation],
) -> Callable[[Surroundings], Aggregation]:
    """Return a decision that takes the answers known for a document's counts."""
    number = itertools.count()

    def recalled(around: Surroundings) -> Aggregation:
        answer = known.get((key, next(number)))
        return decide(around) if answer is None else settled(around, answer)

    return recalled


def pages(
    shared: Path,
    decide: Callable[[Surroundings], Aggregation] = aggregation_of,
    typed: Callable[[Wording], str] = weighed_kind,
    weighing: Callable[[dict[int, dict[str, Any]]], type[Units]] = lambda _: Units,
    known: Mapping[tuple[str, int], Aggregation] = MappingProxyType({}),
) -> Iterator[Page]:
    """Yield every document of the gold sets, with its figures and their gold.

    Args:
        shared: The shared folder.
        decide: Says over what a number was counted.
        typed: Says which claim type it belongs to.
        weighing: Returns what weighs units, given the gold by the index of its figure.
        known: Over what, where that is known, by document and index of the count.
    """
    folds = json.loads((shared / "gold/folds.json").read_text("utf-8"))
    folds |= json.loads((OWN["own_dev"] / "folds.json").read_text("utf-8"))
    for name, theatre in SETS.items():
        own = OWN.get(name)
        gold = _gold(own / "gold.jsonl" if own else shared / f"gold/{name}.jsonl")
        folder = own / "documents" if own else shared / "corpus" / name
        for item in load_documents([folder]):
            if item.document is None:
                continue
            key = (item.document.source_file or "").rsplit(".", 1)[0]
            half = "A" if name not in folds or key in folds[name]["A"] else "B"
            noted = _Noting(_recalling(key, known, decide), typed)
            scene = scene_of(item.document, theatre)
            facts = dict(_pairs(scene.reading, gold[key]))
            units = weighing(facts)
            counting = Counting(scene, noted.decide, noted.typed, units)
            list(counting.drafts())
            around, wordings = noted.surroundings, noted.wordings
            yield Page(name, half, key, counting, around, wordings, facts)


_ADMIN = re.compile(
    r"\b(?:province|governorate|region|oblast|district|city|town of|countryside|rural"
    r"|rif|near|area)\b|\b(?:al|el|ad|ash|as|at|az|ar|an|the)\b[- ]?"
)


def folded(name: str) -> str:
    """Return a place's name without words of rank, articles and marks."""
    return re.sub(r"[\W_]", "", _ADMIN.sub("", name.lower()))


def fit(choices: Sequence[Choice], softness: float) -> dict[str, float]:
    """Return the weights under which the right candidates of choices stand out."""
    told = [c for c in choices if any(c.right) and not all(c.right)]
    seen = Counter(f for c in told for one in c.features for f in set(one))
    names = {f: i for i, f in enumerate(sorted(f for f in seen if seen[f] >= SEEN))}
    rows = [one for c in told for one in c.features]
    pairs = [(i, names[f]) for i, one in enumerate(rows) for f in one if f in names]
    at, columns = np.array(pairs).T
    table = csr_matrix(
        (np.ones(len(pairs)), (at, columns)), shape=(len(rows), len(names))
    )
    right = np.array([r for c in told for r in c.right], float)
    sizes = [len(c.right) for c in told]
    starts, of = np.cumsum([0, *sizes[:-1]]), np.repeat(np.arange(len(told)), sizes)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        sums = table @ weights
        odds = np.exp(sums - np.maximum.reduceat(sums, starts)[of])
        every = np.add.reduceat(odds, starts)
        good = np.add.reduceat(odds * right, starts)
        slope = odds * right / good[of] - odds / every[of]
        value = np.log(every / good).sum() + weights @ weights / (2 * softness)
        return value, weights / softness - table.T @ slope

    found = minimize(
        loss, np.zeros(len(names)), jac=True, method="L-BFGS-B",
        options={"maxiter": 300},
    )  # fmt: skip
    return {name: float(found.x[i]) for name, i in names.items()}


def share(weights: dict[str, float], choices: Sequence[Choice]) -> str:
    """Return "right/of" for choices decided by weights."""
    good = 0
    for choice in choices:
        sums = [sum(weights.get(f, 0.0) for f in one) for one in choice.features]
        good += bool(sums) and choice.right[sums.index(max(sums))]
    return f"{good}/{len(choices)}"


def crossed(choices: Sequence[Choice], softness: float) -> str:
    """Return "right/of", every part of the documents predicted from the others."""
    keys = sorted({c.key for c in choices})
    good = 0
    for part in range(PARTS):
        held = set(keys[part::PARTS])
        weights = fit([c for c in choices if c.key not in held], softness)
        tested = [c for c in choices if c.key in held]
        good += int(share(weights, tested).split("/", 1)[0])
    return f"{good}/{len(choices)}"


def crossed_picks(choices: Sequence[Choice], softness: float) -> list[int]:
    """Return which candidate of each choice is taken, learned from other documents.

    Of half B all is learned from half A. A choice without candidates takes the first.
    """
    first = [c for c in choices if c.half == "A"]
    keys = sorted({c.key for c in first})
    parts = {key: number % PARTS for number, key in enumerate(keys)}
    weights = [
        fit([c for c in first if parts[c.key] != part], softness)
        for part in range(PARTS)
    ]
    whole = fit(first, softness)
    found = []
    for choice in choices:
        part = parts.get(choice.key)
        table = whole if part is None else weights[part]
        sums = [sum(table.get(f, 0.0) for f in one) for one in choice.features]
        found.append(sums.index(max(sums)) if sums else 0)
    return found


def learn(
    choices: Sequence[Choice], softness: float, file: str, header: str,
    say: Callable[[str], None] = print,
) -> None:  # fmt: skip
    """Fit on half A, report on both halves, and write the table of weights."""
    first = [c for c in choices if c.half == "A"]
    weights = fit(first, softness)
    say(f"half A, part from part: {crossed(first, softness)}")
    for name in SETS:
        for half in "AB":
            some = [c for c in choices if (c.name, c.half) == (name, half)]
            say(f"{name} {half}: {share(weights, some)}")
    keep(weights, file, header)


def keep(weights: dict[str, float], file: str, header: str) -> None:
    """Write the table of weights that are not small."""
    lines = [f"{header}feature\tfits"]
    lines += [f"{n}\t{w:.2f}" for n, w in sorted(weights.items()) if abs(w) >= SMALL]
    (CLAIMS / file).write_text("\n".join(lines) + "\n", "utf-8")
