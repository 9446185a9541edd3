"""Contradictions across documents: gold groups found, and nothing else called one.

The whole development folder is read and compared. A gold group counts as found when one
finding speaks of at least two of its facts.
"""

import itertools
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.goldclaims import Fact, read_facts
from evaluation.rows import Row, interval
from trucewatch.api import Casebook
from trucewatch.claims.claim import Claim
from trucewatch.comparison.comparing import compare_claims
from trucewatch.comparison.findings import Finding, Relation
from trucewatch.comparison.independence import same_bulletins
from trucewatch.comparison.surroundings import Surroundings
from trucewatch.documents.copies import find_copies
from trucewatch.reference.theatre import load_theatre

NAME = "syria_dev_pairs"
NEEDS = ("gold/syria_dev_pairs.jsonl", "gold/syria_dev.jsonl", "corpus/syria_dev")
AGAINST = frozenset({Relation.CONTRADICTS, Relation.DENIES, Relation.ARITHMETIC})
Group = dict[str, Any]


class Compared(NamedTuple):
    """Everything that came of the folder.

    Attributes:
        claims: All claims.
        findings: All findings.
        roots: Document to the root it shares with others.
        facts: Claim key to the ids of the facts it may be the claim of.
    """

    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    roots: Mapping[str, str]
    facts: Mapping[str, frozenset[str]]


def compare_folder(shared: Path) -> Compared:
    """Read and compare the development folder."""
    casebook = Casebook.over(shared / "corpus/syria_dev", theatre="syria_2016")
    view, theatre = casebook.view(), load_theatre("syria_2016")
    claims, documents = view.claims(), view.documents()
    published = {d.key: str(d.published) for d in documents if d.published}
    copies = {key: group[0] for group in find_copies(documents) for key in group}
    around = Surroundings(theatre, published, copies)
    around = Surroundings(theatre, published, same_bulletins(claims, around))
    facts = read_facts(shared / "gold/syria_dev.jsonl")
    return Compared(
        claims,
        compare_claims(claims, around),
        {_stem(d.source_file): around.root(d.key) for d in documents},
        facts_of(claims, facts),
    )


def stem(claim: Claim) -> str:
    """Return the name of a claim's document as the gold has it."""
    return _stem(claim.source_file)


def _stem(source_file: str | None) -> str:
    return (source_file or "").rpartition("/")[2].removesuffix(".txt")


def facts_of(
    claims: Iterable[Claim], facts: Iterable[Fact]
) -> dict[str, frozenset[str]]:
    """Return the facts each claim may stand for: same document, words that touch.

    A numbered fact also needs its number.
    """
    by_document: dict[str, list[Fact]] = {}
    for fact in facts:
        by_document.setdefault(fact["doc"], []).append(fact)
    return {
        claim.key: frozenset(
            fact["id"]
            for fact in by_document.get(stem(claim), ())
            if _stands_for(claim, fact)
        )
        for claim in claims
    }


def _stands_for(claim: Claim, fact: Fact) -> bool:
    start, end = fact["span"]
    span = claim.quantity.span if claim.quantity else claim.span
    if not (span.start < end and start < span.end):
        return False
    if fact["value"] is None and fact["low"] is None and fact["high"] is None:
        return True
    quantity = claim.quantity
    if quantity is None:
        return False
    ours = (quantity.value, quantity.low, quantity.high)
    return any(a == b is not None for a, b in zip(ours, _bounds(fact), strict=True))


def _bounds(fact: Fact) -> tuple[float | None, ...]:
    return fact["value"], fact["low"], fact["high"]


def read_groups(path: Path) -> list[Group]:
    """Return the gold groups."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def speaks_of(finding: Finding, group: Group, compared: Compared) -> bool:
    """Say whether a finding sets at least two facts of a group beside each other."""
    wanted = frozenset(group["facts"])
    met = [compared.facts.get(key, frozenset()) & wanted for key in finding.claims]
    return any(a and b and len(a | b) > 1 for a, b in itertools.combinations(met, 2))


def found(group: Group, compared: Compared) -> bool:
    """Say whether any finding against claims speaks of a group."""
    return any(
        f.relation in AGAINST and speaks_of(f, group, compared)
        for f in compared.findings
    )


def contradicted(group: Group, compared: Compared) -> bool:
    """Say whether facts of a group are called contradictory."""
    return any(
        f.relation is Relation.CONTRADICTS and speaks_of(f, group, compared)
        for f in compared.findings
    )


def one_root(group: Group, compared: Compared) -> bool:
    """Say whether the documents of a group are seen to be one."""
    return len({compared.roots.get(d, d) for d in group["docs"]}) == 1


def measure(shared: Path) -> list[Row]:
    """Return the share of groups found, and of those rightly left in peace."""
    compared = compare_folder(shared)
    groups = read_groups(shared / "gold/syria_dev_pairs.jsonl")

    def of(kind: str) -> list[Group]:
        return [g for g in groups if g["kind"] == kind]

    return [
        _row("contradictions_found", [found(g, compared) for g in of("contradiction")]),
        _row("updates_in_peace", [not contradicted(g, compared) for g in of("update")]),
        _row(
            "scope_in_peace", [not contradicted(g, compared) for g in of("agreement")]
        ),
        _row("syndicated_found", [one_root(g, compared) for g in of("syndicated")]),
    ]


def _row(measure_: str, right: Sequence[bool]) -> Row:
    def share(drawn: Sequence[bool]) -> float:
        return sum(drawn) / len(drawn)

    return Row(NAME, measure_, share(right), len(right), *interval(right, share))
