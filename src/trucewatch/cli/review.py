"""`trucewatch review`: a person's judgement, recorded."""

from typing import Annotated

import typer

from trucewatch.cli.options import AsJson, LedgerPath

Target = Annotated[
    str,
    typer.Argument(
        metavar="TARGET", help="Key of a claim (c_…) or finding (f_…), or a speaker."
    ),
]
Word = Annotated[
    str,
    typer.Argument(
        metavar="DECISION",
        help="Of a claim: accepted, rejected, retracted, reinstated, a status "
        "(contested, corroborated …), attributed …; of a claim or speaker: a grade "
        "(B2); of a finding: open, explained, superseded, standing.",
    ),
]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="Why.")]
Reason = Annotated[
    str | None,
    typer.Option(
        "--reason",
        metavar="REASON",
        help="Why a finding is explained: date, period, area, definition, counter, "
        "unit, translation, misprint, extraction or other.",
    ),
]
Party = Annotated[
    str | None,
    typer.Option("--party", metavar="ID", help="Who is responsible, or retracted."),
]
Topic = Annotated[
    str,
    typer.Option("--topic", metavar="FAMILY", help="What a speaker's grade is for."),
]
Role = Annotated[
    str,
    typer.Option("--role", metavar="ROLE", help="reader, coder, adjudicator or owner."),
]


def review(
    ledger: LedgerPath,
    target: Target,
    decision: Word,
    *,
    note: Note = "",
    reason: Reason = None,
    party: Party = None,
    topic: Topic = "",
    role: Role = "coder",
    as_json: AsJson = False,
) -> None:
    """Record a decision on a claim, a finding or a source; nothing is overwritten.

    A later decision counts from then on, and the earlier one stays in the history.
    """
    from trucewatch import api
    from trucewatch.cli.console import report
    from trucewatch.cli.who import author

    made = api.Decision(target, decision, note, reason, party, topic)
    with api.Casebook.open(ledger, create=False, author=author()) as casebook:
        entry = casebook.judge(made, role=role)
    number, who = entry.stamp.seq, entry.stamp.author
    done = f"{target}: {decision}, entry {number} by {who}"
    record = {"target": target, "decision": decision, "entry": number, "author": who}
    report(done, record, as_json=as_json)
