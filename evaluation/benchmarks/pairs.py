"""Contradictions across documents: gold groups found, and nothing else called one.

The whole development folder is read and compared. A gold group counts as found when one
finding speaks of at least two of its facts.
"""

import itertools
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.goldclaims import Fact, claims_of, read_facts
from evaluation.rows import Row, interval
from evaluation.verdicts import judged, read_verdicts
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
    roots = same_bulletins(claims, around)
    facts = read_facts(shared / "gold/syria_dev.jsonl")
    return Compared(
        claims,
        compare_claims(claims, around),
        {_stem(d.source_file): roots.get(d.key, d.key) for d in documents},
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


def reported(compared: Compared) -> tuple[Finding, ...]:
    """Return the findings that set claims against each other."""
    return tuple(f for f in compared.findings if f.relation in AGAINST)


def found(group: Group, compared: Compared) -> bool:
    """Say whether any finding against claims speaks of a group."""
    return any(speaks_of(f, group, compared) for f in reported(compared))


def contradicted(group: Group, compared: Compared) -> bool:
    """Say whether facts of a group are called contradictory."""
    return any(
        f.relation is Relation.CONTRADICTS and speaks_of(f, group, compared)
        for f in compared.findings
    )


def one_root(group: Group, compared: Compared) -> bool:
    """Say whether the documents of a group are seen to be one."""
    return len({compared.roots.get(d, d) for d in group["docs"]}) == 1


def rival_counts(facts: Iterable[Fact]) -> list[Group]:
    """Return what two bodies counted over one period by their own definitions.

    Each side of a commission has its own count of a day's violations: two numbers that
    differ in scope and are no contradiction, listed by no annotator for their number.
    """
    totals: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in facts:
        counted = fact["unit"] == "violations" and fact["value"] is not None
        if counted and fact["place"] is None and fact["speaker"] in {"ru_jc", "tr_jc"}:
            key = (fact["doc"], str(fact["from"]), str(fact["to"]))
            totals.setdefault(key, []).append(fact)
    return [
        {"kind": "scope", "facts": [a["id"], b["id"]], "docs": [a["doc"]]}
        for group in totals.values()
        for a, b in itertools.combinations(group, 2)
        if a["speaker"] != b["speaker"] and a["value"] != b["value"]
    ]


def measure(shared: Path) -> list[Row]:
    """Return the share of groups found, and of those rightly left in peace.

    Measured twice: on what the reader finds, and on the gold's own facts, which tells
    how much of a loss is the reader's.
    """
    facts = read_facts(shared / "gold/syria_dev.jsonl")
    groups = read_groups(shared / "gold/syria_dev_pairs.jsonl") + rival_counts(facts)
    read_by_us = compare_folder(shared)
    perfect = compare_facts(facts, shared)
    return [
        *_rows(NAME, groups, read_by_us),
        _row(NAME, "syndicated_found", _of(groups, "syndicated", one_root, read_by_us)),
        *_precision(read_by_us),
        *_rows(f"{NAME}/facts", groups, perfect),
    ]


def _precision(compared: Compared) -> list[Row]:
    """Return the share of read contradictions that are some, and the share read.

    The last row is over all that was read, other corpora and pairs of B8 included.
    """
    verdicts = read_verdicts()
    findings = reported(compared)
    read = judged(findings, verdicts)
    if not read:
        return []
    right = [verdicts[f.key].right for f in read]
    known = [f.key in verdicts for f in findings]
    everywhere = [verdict.right for verdict in verdicts.values()]
    return [
        _row(NAME, "precision", right),
        _row(NAME, "judged", known),
        _row(NAME, "precision_of_all_read", everywhere),
    ]


def compare_facts(facts: list[Fact], shared: Path) -> Compared:
    """Compare the gold's own facts, as if a reader had found just these."""
    claims = claims_of(facts, shared / "corpus/syria_dev")
    around = Surroundings(load_theatre("syria_2016"))
    roots = same_bulletins(claims.values(), around)
    return Compared(
        tuple(claims.values()),
        compare_claims(claims.values(), around),
        roots,
        {claim.key: frozenset([key]) for key, claim in claims.items()},
    )


def _rows(name: str, groups: Sequence[Group], compared: Compared) -> list[Row]:
    def peace(group: Group, compared: Compared) -> bool:
        return not contradicted(group, compared)

    scope = [*_of(groups, "agreement", peace, compared)]
    scope += _of(groups, "scope", peace, compared)
    return [
        _row(
            name, "contradictions_found", _of(groups, "contradiction", found, compared)
        ),
        _row(name, "updates_in_peace", _of(groups, "update", peace, compared)),
        _row(name, "scope_in_peace", scope),
    ]


def _of(
    groups: Iterable[Group],
    kind: str,
    right: Callable[[Group, Compared], bool],
    compared: Compared,
) -> list[bool]:
    return [right(group, compared) for group in groups if group["kind"] == kind]


def _row(name: str, measure_: str, right: Sequence[bool]) -> Row:
    def share(drawn: Sequence[bool]) -> float:
        return sum(drawn) / len(drawn)

    return Row(name, measure_, share(right), len(right), *interval(right, share))
