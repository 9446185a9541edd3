"""Errors become exit codes here and nowhere else.

0 all done · 1 done, but something was left out or not found (a file that could not be
read, a place nobody knows, a fault in a log) · 2 the request was wrong (an unknown
name, option or path) · 3 the ledger cannot do it (there is none, or one of another
version) · 4 a theatre's data is wrong · 130 interrupted
"""

from enum import IntEnum

from trucewatch import errors


class Exit(IntEnum):
    """The exit codes of every command; documented in docs/reference/cli.md."""

    OK = 0
    LEFT_OUT = 1
    WRONG_REQUEST = 2
    LEDGER = 3
    THEATRE = 4
    INTERRUPTED = 130


_BY_ERROR: tuple[tuple[type[errors.TrucewatchError], Exit], ...] = (
    (errors.UnknownTheatreError, Exit.WRONG_REQUEST),
    (errors.ReferenceDataError, Exit.THEATRE),
    (errors.UnknownClaimError, Exit.WRONG_REQUEST),
    (errors.LedgerError, Exit.LEDGER),
    (errors.TrucewatchError, Exit.WRONG_REQUEST),
)


def exit_for(error: errors.TrucewatchError) -> Exit:
    """Return the exit code of an error; the first matching class decides."""
    return next(code for kind, code in _BY_ERROR if isinstance(error, kind))
