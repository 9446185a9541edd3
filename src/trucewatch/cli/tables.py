"""How claims and losses look as tables and as JSON Lines."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from trucewatch import api
from trucewatch.cli.console import Cell, print_table, say, shorten

QUOTE_WIDTH = 110  # characters of a quote in a table; the record has all of it
NAME_WIDTH = 28
NAMED_FILES = 10  # files named one by one in a summary of losses


def print_claims(claims: Iterable[api.Claim]) -> None:
    """Print claims as one table per file."""
    columns = ["span", "kind", "number", "unit", "speaker", "place", "time", "quote"]
    for file, group in groupby(claims, key=lambda claim: claim.source_file):
        print_table(columns, map(_claim_row, group), title=file)


def _claim_row(claim: api.Claim) -> list[Cell]:
    quantity = claim.quantity
    return [
        f"{claim.span.start}-{claim.span.end}",
        claim.kind,
        api.number_text(quantity),
        quantity.unit if quantity else None,
        shorten(api.speaker_text(claim), NAME_WIDTH),
        shorten(api.place_text(claim) or "-", NAME_WIDTH),
        api.time_text(claim.time, basis=False),
        shorten(claim.quote, QUOTE_WIDTH),
    ]


def say_losses(account: api.LossAccount) -> None:
    """Say on stderr what a run read and, by kind, what it left out."""
    documents, claims = account.documents, account.claims
    say(f"{_many(documents, 'document')}, {_many(claims, 'claim')}")
    for kind, count in account.by_kind().items():
        say(f"  {api.LOSS_LABELS[kind]}: {count:,}")
    lost = [gap for gap in account.gaps if gap.kind in api.LEFT_OUT]
    for gap in lost[:NAMED_FILES]:
        say(f"  left out: {shorten(gap.file, 200)}: {shorten(gap.why, 300)}")
    if len(lost) > NAMED_FILES:
        say(f"  left out: {len(lost) - NAMED_FILES} more; `trucewatch losses` has all")


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def losses_by_file(account: api.LossAccount) -> list[list[Cell]]:
    """Return one row per file: its name, and how many losses of which kind."""
    rows: list[list[Cell]] = []
    for file, gaps in account.by_file().items():
        counts = Counter(gap.kind for gap in gaps)
        what = ", ".join(f"{n} {kind.replace('_', ' ')}" for kind, n in counts.items())
        rows.append([file, len(gaps), what])
    return rows
