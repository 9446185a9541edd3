"""How results look as tables for people and as JSON Lines for programs."""

from collections.abc import Iterable, Mapping, Sequence, Sized
from dataclasses import asdict
from itertools import groupby
from typing import Protocol

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from trucewatch import api
from trucewatch.cli.console import (
    Cell,
    clean,
    console,
    print_json_lines,
    print_table,
    say,
    shorten,
)


class Polled(Protocol):
    """What came of fetching feeds, as ``trucewatch.web.polling`` has it."""

    @property
    def feeds(self) -> int:
        """How many feeds could be read."""

    @property
    def handed(self) -> Sized:
        """The new pages."""

    @property
    def failed(self) -> Sequence[tuple[str, str]]:
        """What could not be fetched, each with why."""

    @property
    def left(self) -> int:
        """New entries that wait for the next time."""


QUOTE_WIDTH = 110  # characters of a quote in a table; the record has all of it
NAME_WIDTH = 28
WIDE = 150  # columns from which a table of claims can be read
_CLAIM_COLUMNS = (
    "span",
    "kind",
    "number",
    "unit",
    "speaker",
    "place",
    "time",
    "quote",
)
NAMED_FILES = 10  # files named one by one in a summary of losses
RANKED = 15  # types and speakers in the status


def print_claims(claims: Iterable[api.Claim], *, as_json: bool = False) -> None:
    """Print claims as JSON Lines, or for people file by file.

    A wide terminal gets a table; on others each claim has a line of what it says and
    under it its words.
    """
    if as_json:
        print_json_lines(map(api.to_record, claims))
        return
    out = console()
    for file, group in groupby(claims, key=lambda claim: claim.source_file):
        if out.width >= WIDE:
            print_table(_CLAIM_COLUMNS, map(_claim_row, group), title=file)
            continue
        out.print(Text(clean(file or ""), style="bold"))
        for claim in group:
            _print_claim(claim, out)


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


def _print_claim(claim: api.Claim, out: Console) -> None:
    number = api.number_text(claim.quantity)
    known = [
        f"{number} {claim.quantity.unit}" if claim.quantity else "",
        shorten(api.speaker_text(claim), NAME_WIDTH),
        shorten(api.place_text(claim) or "", NAME_WIDTH),
        api.time_text(claim.time, basis=False) or "",
    ]
    head = Text(f"{claim.kind}  ", style="cyan")
    head.append(" · ".join(filter(None, known)), style="default")
    head.append(f"  [{claim.span.start}-{claim.span.end}]", style="dim")
    out.print(head)
    out.print(Padding(Text(f"“{shorten(claim.quote, QUOTE_WIDTH)}”"), (0, 0, 0, 4)))


def print_findings(
    comparisons: Sequence[api.Comparison], *, as_json: bool = False
) -> None:
    """Print findings as JSON Lines, or each with the words of its claims."""
    if as_json:
        print_json_lines(map(api.finding_record, comparisons))
        return
    out = console()
    for comparison in comparisons:
        finding = comparison.finding
        head = Text(f"{finding.relation} · {finding.aspect} · {finding.state}", "bold")
        out.print(head, Text(f"  {finding.matter}", style="dim"))
        out.print(Text(f"  {finding.why}"))
        for claim in comparison.claims:
            out.print(_side(claim))
        out.print()
    say(many(len(comparisons), "finding"))


def _side(claim: api.Claim) -> Text:
    side = Text("  - ")
    side.append(shorten(api.speaker_text(claim), 60), style="bold")
    side.append(f": “{shorten(claim.quote, QUOTE_WIDTH)}”")
    where = f"{claim.source_file} [{claim.span.start}-{claim.span.end}]"
    side.append(f"  {shorten(where, 60)}", style="dim")
    return side


def print_status(
    status: api.Status, casebook: api.Casebook, *, as_json: bool = False
) -> None:
    """Print what a ledger holds, speakers with the names of the casebook."""
    if as_json:
        print_json_lines([asdict(status)])
        return
    published = f"{status.first_published or '?'} to {status.last_published or '?'}"
    facts = [
        ("documents", f"{status.documents:,}, published {published}"),
        ("without a date", f"{status.undated:,}"),
        ("claims", f"{status.claims:,}"),
        ("judgements", f"{status.judgements:,}"),
        ("log", f"{status.entries:,} entries, last {status.known or '-'}"),
        ("root", status.root),
    ]
    print_table(["", "ledger"], facts)
    print_counts("claims by type", status.by_kind)
    print_counts("claims by speaker", named(status.by_speaker, casebook))
    labels = {api.LOSS_LABELS[api.GapKind(k)]: n for k, n in status.losses.items()}
    print_counts("not understood", labels)


def print_pairs(
    columns: tuple[str, str], pairs: Mapping[str, str | int], *, as_json: bool = False
) -> None:
    """Print names with what belongs to them."""
    if as_json:
        print_json_lines(
            {columns[0]: name, columns[1]: value} for name, value in pairs.items()
        )
        return
    print_table(columns, list(pairs.items()))


def print_formats(lines: Iterable[api.FormatLine], *, as_json: bool = False) -> None:
    """Print what each format carries and loses."""
    if as_json:
        print_json_lines(line._asdict() for line in lines)
        return
    out = console()
    for line in lines:
        lacks = f" (needs the extra {line.lacks}, not installed)" if line.lacks else ""
        out.print(Text(f"{line.name}{lacks}", style="bold"))
        for text in (line.holds, f"Loses {line.loses}."):
            out.print(Padding(Text(text), (0, 0, 0, 4)))


def print_problems(problems: Sequence[api.Problem], *, as_json: bool = False) -> None:
    """Print what is wrong in a theatre, one problem a line."""
    if as_json:
        print_json_lines(map(asdict, problems))
        return
    for problem in problems:
        console().print(Text(clean(problem)), soft_wrap=True)
    say(many(len(problems), "problem"))


def print_counts(title: str, counts: dict[str, int], *, most: int = RANKED) -> None:
    """Print counts by name, the most frequent first; the rest as one line."""
    if not counts:
        return
    ranked = list(counts.items())
    rows: list[tuple[Cell, ...]] = [(f"{n:,}", name) for name, n in ranked[:most]]
    if len(ranked) > most:
        rest = sum(n for _, n in ranked[most:])
        rows.append((f"{rest:,}", f"in {len(ranked) - most} others"))
    print()
    print_table(["#", title], rows)


def named(counts: dict[str, int], casebook: api.Casebook) -> dict[str, int]:
    """Return counts by name and identifier; an identifier alone says little."""
    return {_named(key, casebook.label(key)): number for key, number in counts.items()}


def _named(key: str, label: str) -> str:
    return key if key == label else f"{label} ({key})"


def print_losses(account: api.LossAccount, *, as_json: bool = False) -> None:
    """Print the loss account as JSON Lines, or as a summary and one table a file."""
    if as_json:
        print_json_lines(map(api.gap_record, account.ordered()))
        return
    for file, gaps in account.by_file().items():
        rows = [
            [
                f"{gap.span.start}-{gap.span.end}" if gap.span else None,
                gap.kind.replace("_", " "),
                shorten(gap.text, 40) or None,
                shorten(gap.why, 200),
            ]
            for gap in gaps
        ]
        print_table(["span", "what", "words", "why"], rows, title=file)
    say_counts(account)


def print_hits(hits: Sequence[api.Hit], *, as_json: bool = False) -> None:
    """Print what full-text search found."""
    if as_json:
        print_json_lines(hit._asdict() for hit in hits)
        return
    rows = [[hit.kind, hit.key, shorten(hit.excerpt, QUOTE_WIDTH)] for hit in hits]
    print_table(["kind", "key", "words"], rows)
    say(many(len(hits), "hit"))


def print_places(found: Mapping[str, api.Resolution], *, as_json: bool = False) -> None:
    """Print every place a name can mean; the chosen one is marked."""
    records = api.place_records(found)
    if as_json:
        print_json_lines(records)
        return
    names = [
        "id",
        "label",
        "kind",
        "lat",
        "lon",
        "country",
        "admin1",
        "source",
        "reason",
    ]
    for theatre, resolution in found.items():
        rows = [
            ["*" if one["chosen"] else "", *(one[name] for name in names)]
            for one in records
            if one["theatre"] == theatre
        ]
        title = f"{theatre}: {resolution.precision}, {resolution.reason}"
        print_table(["", *names], rows, title=title)
    say(many(len(records), "candidate"))


def print_verification(found: api.Verification, *, as_json: bool = False) -> None:
    """Print whether a log is sound, and what is wrong where."""
    if as_json:
        print_json_lines([asdict(found)])
        return
    if found.faults:
        print_table(
            ["what", "why"], [[fault.kind, fault.why] for fault in found.faults]
        )
    for digest in found.unclaimed:
        say(f"  original {digest} belongs to no document; a stopped run left it")
    sound = "sound" if found.is_sound else many(len(found.faults), "fault")
    for document in found.erased:
        say(f"  document {document} was erased; its tombstones are in order")
    kept = many(found.originals, "original")
    say(f"{f'{found.size:,} entries'}, {kept}, root {found.root}: {sound}")


def print_erasure(erasure: api.Erasure, *, done: bool, as_json: bool) -> None:
    """Print what erasing a document takes away, or took."""
    if as_json:
        record = {
            "document": erasure.document,
            "erased": done,
            "entries": dict(erasure.counts),
            "original": erasure.original,
        }
        print_json_lines([record])
        return
    print_counts(f"entries of {erasure.document}", erasure.counts, most=9)
    say(f"original: {erasure.original or 'none is kept'}")
    if done:
        say(
            "Erased. Backups, exports and released briefs made before keep their words."
        )
    else:
        say("Nothing was erased. The same command with --yes erases it for good.")


def print_feeds(feeds: Iterable[tuple[str, str]], *, as_json: bool) -> None:
    """Print the feeds that are known."""
    if as_json:
        print_json_lines({"feed": address, "title": title} for address, title in feeds)
        return
    print_table(("feed", "title"), feeds)


def print_polled(polled: Polled, account: api.LossAccount, *, as_json: bool) -> None:
    """Print what fetching the feeds brought, and say what could not be fetched."""
    if as_json:
        record = {
            "feeds": polled.feeds,
            "fetched": len(polled.handed),
            "left": polled.left,
            "failed": dict(polled.failed),
            "documents": account.documents,
            "claims": account.claims,
        }
        print_json_lines([record])
    say(f"{many(polled.feeds, 'feed')}, {many(len(polled.handed), 'new page')}")
    for address, why in polled.failed:
        say(f"  not fetched: {shorten(address, 200)}: {shorten(why, 200)}")
    if polled.left:
        say(f"  {polled.left:,} more are new; run it again")
    say_losses(account)


def print_account(account: api.LossAccount, *, as_json: bool = False) -> None:
    """Print what a run took in, and say what it left out."""
    if as_json:
        counts = {kind.value: number for kind, number in account.by_kind().items()}
        summary = {
            "documents": account.documents,
            "known_already": account.known_already,
            "claims": account.claims,
            "losses": counts,
        }
        print_json_lines([summary])
    say_losses(account)


def left_out(gap: api.Gap) -> str:
    """Return the one line that says which file was left out, why, and what to do."""
    return f"left out: {shorten(gap.file, 200)}: {shorten(gap.why, 300)}"


def say_losses(account: api.LossAccount) -> None:
    """Say on stderr what a run read and, by kind and file, what it left out."""
    say_counts(account)
    lost = [gap for gap in account.gaps if gap.kind in api.LEFT_OUT]
    for gap in lost[:NAMED_FILES]:
        say(f"  {left_out(gap)}")
    if len(lost) > NAMED_FILES:
        say(f"  left out: {len(lost) - NAMED_FILES} more; `trucewatch losses` has all")


def say_counts(account: api.LossAccount) -> None:
    """Say on stderr how much was read, and how many losses of each kind there are."""
    known = f", {account.known_already:,} known already"
    say(
        f"{many(account.documents, 'document')} read"
        f"{known if account.known_already else ''}, {many(account.claims, 'claim')}"
    )
    for kind, count in account.by_kind().items():
        say(f"  {api.LOSS_LABELS[kind]}: {count:,}")


def many(number: int, noun: str) -> str:
    """Return a number with its noun, as in ``1 claim`` and ``2 claims``."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
