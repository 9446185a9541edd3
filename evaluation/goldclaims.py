"""Gold facts as claims, so that comparison can be measured apart from reading.

A fact says what a perfect reader would find. What it leaves open (roles, parts of a
total, whether words stand in the headline) is filled in as that reader would do it.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from trucewatch.claims.claim import Claim, ClaimPlace, ClaimTime, Role, Vouching
from trucewatch.values.quantities import Quantity
from trucewatch.values.spans import Span
from trucewatch.values.stances import (
    Aggregation,
    Assertion,
    PlacePrecision,
    PlaceRole,
    Quantifier,
    TimeBasis,
    TimePrecision,
    Voice,
)

Fact = dict[str, Any]
# What one half of a commission says of the other's count has no kind in the gold.
_KINDS = {
    "turkish_reports_confirmed": "INC.violation",
    "turkish_reports_not_confirmed": "INC.violation",
}
OWN_VOICE = "press_own_voice"


def read_facts(path: Path) -> list[Fact]:
    """Return the facts of a gold file, each with an ``id``."""
    facts = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]
    for number, fact in enumerate(facts):
        fact.setdefault("id", f"{fact['doc']}#{number}")
    return facts


def claims_of(facts: list[Fact], corpus: Path) -> dict[str, Claim]:
    """Return one claim for each fact, by the fact's id.

    Args:
        facts: Facts of one gold file.
        corpus: Folder of its documents, ``<doc>.txt``.
    """
    claims = {fact["id"]: _claim(fact, corpus) for fact in facts}
    for part, whole in _parts(facts):
        claims[part] = replace(claims[part], part_of=claims[whole].key, key="")
    return claims


def _claim(fact: Fact, corpus: Path) -> Claim:
    span = Span(*fact["span"])
    text = (corpus / f"{fact['doc']}.txt").read_text("utf-8")
    own = fact["speaker"] in {None, OWN_VOICE} and not fact.get("speaker_text")
    chain = [Vouching("publisher", None, fact["doc"], None, None)]
    if not own:
        chain.append(
            Vouching("speaker", fact["speaker"], fact.get("speaker_text"), None, None)
        )
    clock = "00:00" if "00:00" in (fact["note"] or "") else None
    clock = "12:00" if "12:00" in (fact["note"] or "") else clock
    start = f"{fact['from']}T{clock}" if clock and fact["from"] else fact["from"]
    return Claim(
        document=fact["doc"],
        span=span,
        quote=fact["quote"],
        kind=fact["kind"] or _KINDS.get(fact["unit"], "STA.context"),
        voice=_voice(span, text),
        assertion=Assertion(fact["assertion"] or "asserted"),
        chain=tuple(chain),
        roles=tuple(_roles(fact)),
        places=tuple(_places(fact)),
        time=ClaimTime(
            start, fact["to"], TimePrecision.DAY, TimeBasis.STATED, None, None
        ),
        quantity=_quantity(fact, span),
        variant=_variant(fact),
        source_file=f"{fact['doc']}.txt",
        reader="gold",
    )


def _voice(span: Span, text: str) -> Voice:
    """Take the first line of some length, when it is short, for the headline."""
    head = len(text) - len(text.lstrip())
    end = text.find("\n", head)
    return (
        Voice.HEADLINE
        if head <= span.start and span.end <= end < head + 160
        else Voice.OWN
    )


def _roles(fact: Fact) -> Iterator[Role]:
    if fact.get("actor"):
        yield Role("actor", None, fact["actor"], None)


def _places(fact: Fact) -> Iterator[ClaimPlace]:
    for name in (fact["place"] or "").split(";"):
        if name.strip():
            yield ClaimPlace(
                PlaceRole.AT,
                None,
                name.strip(),
                name.strip(),
                None,
                None,
                None,
                PlacePrecision.UNRESOLVED,
                0,
            )


def _variant(fact: Fact) -> str | None:
    unit = fact["unit"] or ""
    return unit.partition("_")[2] or None if unit.startswith("missiles_") else None


def _quantity(fact: Fact, span: Span) -> Quantity | None:
    if fact["value"] is None and fact["low"] is None and fact["high"] is None:
        return None
    return Quantity(
        fact["value"],
        fact["low"],
        fact["high"],
        Quantifier(fact["quantifier"] or "exact"),
        _unit(fact["unit"]),
        Aggregation(fact["aggregation"] or "period_unstated"),
        fact["quote"],
        span,
    )


def _unit(unit: str) -> str:
    """Return the unit a reader would give: what was counted, not what became of it."""
    if unit in _KINDS:
        return "violations"
    return "missiles" if unit.startswith("missiles_") else unit


def _parts(facts: list[Fact]) -> Iterator[tuple[str, str]]:
    """Yield parts with their totals: figures for places after one for all places."""
    total: Fact | None = None
    for fact in facts:
        if fact["value"] is None or fact["aggregation"] != "per_period":
            continue
        if fact["place"] is None:
            total = fact
        elif total is not None and all(
            fact[k] == total[k]
            for k in ("doc", "kind", "unit", "speaker", "from", "to")
        ):
            yield fact["id"], total["id"]
