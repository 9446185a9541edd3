"""Opening a ledger by its file or address."""

from pathlib import Path

from trucewatch.documents.store import FolderOriginals
from trucewatch.errors import LedgerFormatError
from trucewatch.ledger.sql import SqlLedger
from trucewatch.ledger.sql.engine import MAGIC, connect

ORIGINALS = ".originals"  # after the ledger's file name: the folder of its originals


def open_ledger(where: str | Path, *, must_exist: bool = False) -> SqlLedger:
    """Open a ledger, making a new one where there is none.

    Args:
        where: A file, or an address such as ``postgresql://host/name``.
        must_exist: Refuse to make a new file; for commands that only look.

    Raises:
        LedgerFormatError: Something else is there, a ledger of a newer program, or
            nothing although something should be.
    """
    address = str(where)
    if "://" in address:
        engine = connect(address)
        address = engine.url.render_as_string(hide_password=True)
    else:
        path = Path(where)
        _check_file(path, must_exist=must_exist)
        engine = connect(f"sqlite:///{path}")
    # A server is shared by several machines, and so must be what it keeps.
    file = engine.url.database if engine.url.get_backend_name() == "sqlite" else None
    originals = FolderOriginals(Path(f"{file}{ORIGINALS}")) if file else None
    return SqlLedger(engine, address, originals)


def _check_file(path: Path, *, must_exist: bool) -> None:
    if path.is_dir():
        raise LedgerFormatError(str(path), "is a folder, not a ledger")
    if not path.exists():
        if must_exist:
            raise LedgerFormatError(
                str(path), "no such ledger; `trucewatch ingest` makes one"
            )
        if not path.parent.is_dir():
            raise LedgerFormatError(str(path), f"there is no folder {path.parent}")
        return
    with path.open("rb") as file:
        start = file.read(len(MAGIC))
    if start and start != MAGIC:
        raise LedgerFormatError(
            str(path), "is no ledger; give the file that `trucewatch ingest` wrote"
        )
