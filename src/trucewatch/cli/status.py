"""`trucewatch status`: a ledger at a glance."""

from trucewatch.cli.options import AsJson, LedgerPath
from trucewatch.cli.standpoint import Point, looking


@looking
def status(ledger: LedgerPath, *, as_json: AsJson = False, point: Point) -> None:
    """Say what a ledger holds: documents, claims by type and speaker, losses."""
    from trucewatch import api
    from trucewatch.cli.tables import print_status

    with api.Casebook.open(ledger, create=False) as casebook:
        found = casebook.status(casebook.standpoint(**point))
        print_status(found, casebook, as_json=as_json)
