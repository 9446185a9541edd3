"""B3: event types of snippets (CASE 2021 task 2) by a declared mapping of ours.

Our types know no protests, riots or disasters; what no type of ours means is an
abstention, and an abstention is wrong.
"""

import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from evaluation.rows import Row, interval
from trucewatch.claims.claim import Claim
from trucewatch.claims.extraction import extract_claims
from trucewatch.documents.document import Document
from trucewatch.reading.reading import read
from trucewatch.reference.theatre import Theatre, load_theatre

NAME = "B3"
NEEDS = ("benchmarks/case2021_task2/case21.jsonl",)
MAPPING = Path(__file__).with_name("b3_labels.tsv")
ABSTAINED = "-"
_WORD = re.compile(r"\w+")
_GROUPS = frozenset(("group", "coalition"))

Pair = tuple[str, str]  # predicted, gold


class Rule(NamedTuple):
    """One row of the mapping."""

    kind: str
    variant: str
    who: str
    words: str
    label: str


def mapping() -> list[Rule]:
    """Return the declared mapping, in its order."""
    lines = MAPPING.read_text("utf-8").splitlines()
    return [Rule(*line.split("\t")) for line in lines if line and line[0] != "#"]


def _who(claim: Claim, theatre: Theatre) -> str:
    for role in claim.roles:
        actor = theatre.actors.get(role.id)
        if actor is not None and role.role in ("gainer", "actor", "attacker"):
            return "group" if actor.sort in _GROUPS else "gov"
    return "-"


def words_of(quote: str) -> list[str]:
    """Return the words of a quote in lower case."""
    return _WORD.findall(quote.casefold())


def label_of(claims: Sequence[Claim], theatre: Theatre) -> str:
    """Return the label of a snippet: the first row of the mapping any claim fits."""
    told = [
        (c.kind, c.variant or "-", _who(c, theatre), frozenset(words_of(c.quote)))
        for c in claims
    ]
    for rule in mapping():
        for kind, variant, who, words in told:
            if rule.kind != kind or rule.variant not in ("-", variant):
                continue
            if rule.words != "-" and words.isdisjoint(rule.words.split()):
                continue
            if rule.who in ("-", who):
                return rule.label
    return ABSTAINED


def weighted_f1(pairs: Sequence[Pair]) -> float:
    """Return the F1 of each gold label, weighted by how often it is gold."""
    gold = Counter(pair[1] for pair in pairs)
    predicted = Counter(pair[0] for pair in pairs)
    right = Counter(pair[1] for pair in pairs if pair[0] == pair[1])
    scores = {
        label: 2 * right[label] / (number + predicted[label])
        for label, number in gold.items()
    }
    return sum(scores[label] * number for label, number in gold.items()) / len(pairs)


def measure(shared: Path) -> list[Row]:
    """Return weighted F1 over all labels, and over those our types can mean."""
    theatre = load_theatre("syria_2016")
    pairs: list[Pair] = []
    for line in (shared / NEEDS[0]).read_text("utf-8").splitlines():
        snippet = json.loads(line)
        if snippet["split"] == "dev":
            claims = extract_claims(read(Document(snippet["text"]), theatre)).claims
            pairs.append((label_of(claims, theatre), snippet["label"]))
    known = {rule.label for rule in mapping()}
    ours = [pair for pair in pairs if pair[1] in known]
    return [
        Row(f"B3/{name}", "weighted_f1", weighted_f1(some), len(some),
            *interval(some, weighted_f1))
        for name, some in (("all", pairs), ("ours", ours))
    ]  # fmt: skip
