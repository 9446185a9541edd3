"""Who vouches for each gold fact, asked of the attribution directly.

The whole reader is left out: for every fact the chain at the fact's own span is
compared with the gold speaker by the rule of ``evaluate/score.py``, so that the figure
shows what attribution alone does.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from evaluation.rows import Row, interval
from evaluation.shared import load_module
from trucewatch.claims.attribution import Attribution
from trucewatch.claims.claim import Vouching
from trucewatch.documents.document import Document
from trucewatch.reading.lexicon import lexicon
from trucewatch.reading.names import find_names
from trucewatch.reading.quotes import find_frames, find_quotations
from trucewatch.reading.sentences import find_sentences
from trucewatch.reading.tokens import tokenise
from trucewatch.reference.choice import choose_theatre
from trucewatch.reference.theatre import Theatre
from trucewatch.values.dates import PartialDate
from trucewatch.values.spans import Span

NAME = "speakers"
SETS = ("seeds", "syria_dev", "donbas_dev", "composed_dev")
NEEDS = (
    "gold/folds.json",
    "evaluate/score.py",
    *(f"gold/{name}.jsonl" for name in SETS),
    *(f"corpus/{name}" for name in SETS),
)


def attribution_of(document: Document, theatre: Theatre) -> Attribution:
    """Return the attribution of a document, from its text on."""
    text = document.text
    tokens = tokenise(text)
    sentences = find_sentences(text, tokens, [m.span for m in document.furniture])
    quotations = find_quotations(text, [Span(0, len(text))])
    return Attribution(
        document=document,
        tokens=tokens,
        sentences=sentences,
        quotations=quotations,
        frames=find_frames(text, tokens, sentences, quotations),
        names=find_names(text, tokens, theatre, lexicon()),
        theatre=theatre,
    )


def _link(one: Vouching) -> dict[str, Any]:
    return {"part": one.part, "id": one.id, "text": one.text, "cue": one.cue}


def as_claim(chain: tuple[Vouching, ...], voice: str) -> dict[str, Any]:
    """Return the part of a claim record that the scorer looks at."""
    return {
        "chain": [_link(one) for one in chain],
        "speaker": chain[-1].id,
        "voice": voice,
    }


def documents(shared: Path, name: str) -> Iterator[tuple[str, Document]]:
    """Yield the documents of one corpus by the stem the gold calls them."""
    folder = shared / "corpus" / name
    rows = (folder / "metadata.jsonl").read_text("utf-8").splitlines()
    for row in map(json.loads, filter(None, rows)):
        text = (folder / row["file"]).read_text("utf-8")
        day = row.get("published")
        yield (
            row["file"].removesuffix(".txt"),
            Document(
                text=text,
                publisher=row.get("publisher"),
                published=PartialDate.parse(day) if day else None,
            ),
        )


def judged(shared: Path, name: str) -> Iterator[tuple[dict[str, Any], Any, bool]]:
    """Yield each fact with the claim made for it and whether its speaker is right."""
    scorer = load_module(shared / "evaluate" / "score.py")
    right: Callable[[Any, Any], bool] = scorer.speaker_ok
    known = {}
    for stem, document in documents(shared, name):
        day = document.published.first_day if document.published else None
        choice = choose_theatre(document.text, document.publisher, day)
        known[stem] = attribution_of(document, choice.load())
    lines = (shared / "gold" / f"{name}.jsonl").read_text("utf-8").splitlines()
    for fact in map(json.loads, lines):
        chain, voice = known[fact["doc"]].chain_at(Span(*fact["span"]))
        claim = as_claim(chain, voice)
        yield fact, claim, bool(right(claim, fact))


def measure(shared: Path) -> list[Row]:
    """Return the share of facts with the right speaker, per set and half."""
    folds = json.loads((shared / "gold" / "folds.json").read_text("utf-8"))
    rows = []
    for name in SETS:
        results = list(judged(shared, name))
        for half in ("A", "B"):
            per_document = [
                [ok for fact, _, ok in results if fact["doc"] == doc]
                for doc in folds[name][half]
            ]
            per_document = [one for one in per_document if one]
            if per_document:
                share = _share(per_document)
                low, high = interval(per_document, _share)
                n = sum(map(len, per_document))
                rows.append(Row(f"{name}/{half}", "speaker_at", share, n, low, high))
    return rows


def _share(groups: Sequence[Sequence[bool]]) -> float:
    flat = [ok for group in groups for ok in group]
    return sum(flat) / len(flat)
