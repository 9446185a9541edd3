"""`trucewatch read`: documents to claims, without a ledger."""

import typer

from trucewatch.cli.exits import Exit
from trucewatch.cli.options import AsJson, Paths, Processes, TheatreName


def read(
    paths: Paths,
    *,
    as_json: AsJson = False,
    theatre: TheatreName = None,
    processes: Processes = None,
) -> None:
    """Read documents and print their claims; nothing is kept.

    With --json one claim record a line goes to stdout, as soon as it is read. Exit
    code 1 says that a file, or a part of one, could not be read.
    """
    from trucewatch import api
    from trucewatch.cli.console import print_json_lines
    from trucewatch.cli.tables import print_claims, say_losses
    from trucewatch.cli.waiting import waiting

    claims: list[api.Claim] = []
    with waiting("Reading", printing=as_json) as told:
        run = api.read(paths, theatre=theatre, processes=processes, progress=told)
        if as_json:
            print_json_lines(map(api.to_record, run))
        else:
            claims += run
    print_claims(claims)
    say_losses(run.account)
    raise typer.Exit(Exit.LEFT_OUT if run.account.left_out else Exit.OK)
