"""What the demonstration shows, section by section."""

import sys
from pathlib import Path
from shutil import which

from rich.rule import Rule
from rich.text import Text

from trucewatch import api
from trucewatch.cli.console import console, print_table, shorten
from trucewatch.cli.rows import print_register
from trucewatch.cli.tables import (
    left_out,
    many,
    named,
    print_counts,
    print_findings,
)

EXAMPLES_SHOWN = 8  # losses shown with their words


def show_casebook(casebook: api.Casebook, account: api.LossAccount) -> None:
    """Show claims by type, the parties, the contradictions and the losses."""
    _title("What was read")
    _line(
        f"{many(account.documents, 'document')} gave {many(account.claims, 'claim')}. "
        "Each claim keeps its exact words and who says so."
    )
    status = casebook.status()
    print_counts("claims by type", status.by_kind, most=20)
    print_counts("claims by speaker", named(status.by_speaker, casebook), most=10)
    _title("Who is said to be party to what")
    print_register(*casebook.register("parties"))
    _line("These are different claims by different speakers: nothing is added up.")
    _title("Where sources contradict each other")
    found = casebook.contradictions()
    print_findings(found)
    if not found:
        _line("No contradiction was found.")
    _title("What was not understood")
    _show_losses(account)


def _show_losses(account: api.LossAccount) -> None:
    for kind, number in account.by_kind().items():
        _line(f"{number:>5,}  {api.LOSS_LABELS[kind]}")
    ordered = account.ordered()
    for gap in ordered:
        if gap.kind in api.LEFT_OUT:
            _line(left_out(gap))
    gaps = [gap for gap in ordered if gap.kind not in api.LEFT_OUT]
    rows = [
        [shorten(gap.file, 30), shorten(gap.text, 40) or None, shorten(gap.why, 90)]
        for gap in gaps[:EXAMPLES_SHOWN]
    ]
    if rows:
        print_table(["file", "words", "why"], rows)
    if len(gaps) > EXAMPLES_SHOWN:
        _line(f"{len(gaps) - EXAMPLES_SHOWN} more: `trucewatch losses` shows them.")
    if not ordered:
        _line("Nothing: every number, place and time seen is in a claim.")


def show_next(ledger: Path, page: Path) -> None:
    """Say where the files are and what to try next."""
    _title("What to try next")
    for what, path in (("The ledger:", ledger), ("The brief: ", page)):
        console().print(Text(f"{what} {path.resolve()}"), soft_wrap=True)
    _line("Open the brief in a browser: every number leads to its words.")
    for arguments, what in (
        (f"status {ledger}", "what the ledger holds"),
        (f"claims {ledger} --kind PTY", "claims of one family"),
        (f"register {ledger} counters", "running totals, never summed"),
        (f"register {ledger} areas --as-of 2016-05-01", "true at a date"),
        (f"contradictions {ledger} --kind all", "all findings"),
        (f"losses {ledger}", "everything not understood"),
    ):
        console().print(Text(f"  # {what}", style="dim"))
        console().print(Text(f"  {_program()} {arguments}"), soft_wrap=True)


def _program() -> str:
    """Return what to type to run this program again from here."""
    if which("trucewatch"):
        return "trucewatch"
    here = Path(sys.argv[0])
    return str(
        here.relative_to(Path.cwd()) if here.is_relative_to(Path.cwd()) else here
    )


def _title(text: str) -> None:
    console().print(Rule(Text(text, style="bold"), align="left", style="dim"))


def _line(text: str) -> None:
    console().print(Text(text))
