"""Errors to exit codes."""

import pytest

from trucewatch import errors
from trucewatch.cli.exits import Exit, exit_for


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.UnknownTheatreError("a", ["b"]), Exit.WRONG_REQUEST),
        (errors.ReferenceDataError("a.yaml", 3, "wrong"), Exit.THEATRE),
        (errors.UnknownClaimError("c_1"), Exit.WRONG_REQUEST),
        (errors.LedgerFormatError("a.db", "is no ledger"), Exit.LEDGER),
        (errors.UnknownNameError("kind", "a", ["b"]), Exit.WRONG_REQUEST),
        (errors.StandpointError("as_of", "a", "write b"), Exit.WRONG_REQUEST),
        (errors.DocumentError("a.txt", "is empty", "fill it"), Exit.WRONG_REQUEST),
    ],
)
def test_every_error_has_one_exit_code(
    error: errors.TrucewatchError, code: Exit
) -> None:
    assert exit_for(error) is code
