"""Every exception of the package.

TrucewatchError
├── ValueFormError            a value that cannot exist
│   ├── EmptySpanError        a span without characters
│   └── PartialDateError      not a date of partial precision
├── ReferenceDataError        a theatre file is wrong; names file and line
│   └── UnknownTheatreError   no theatre of that name; suggests near ones
├── DocumentError             a document cannot be read; names file, what, what to do
├── LedgerError               the ledger cannot do what was asked
│   ├── UnknownClaimError     no claim with that key
│   ├── MisplacedClaimError   a claim that does not quote its document
│   ├── ZonelessTimeError     a time of knowledge without a zone
│   ├── ErasedDocumentError   a document that was erased, and may not simply return
│   ├── CustodyError          something cannot be kept, or is not what it was
│   └── LedgerFormatError     not a ledger, or of another version
└── RequestError              the user asked for something that does not exist
    ├── MissingPartError      an optional part of the program is not installed
    ├── UnknownNameError      no such register, speaker, kind …; suggests near ones
    └── StandpointError       a standpoint that cannot be taken

Trouble with *data* is a value (a row of the loss account); these are for trouble with a
request or with the program. Each builds its own message: what was wrong, where, what
to do. Doors map them to exit codes and HTTP statuses in one place.
"""

import difflib
from collections.abc import Iterable


class TrucewatchError(Exception):
    """The root of all errors this package raises on purpose."""


class ValueFormError(TrucewatchError, ValueError):
    """A value that cannot exist."""


class EmptySpanError(ValueFormError):
    """A span that covers no character or begins before the text."""

    def __init__(self, start: int, end: int) -> None:
        super().__init__(f"a span needs 0 <= start < end, not [{start}, {end})")


class PartialDateError(ValueFormError):
    """Text that is not a date of partial precision."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"not a date: {text!r}; write 2016, 2016-05, 2016-05-23 or 2016-05-23T12:00"
        )


class ReferenceDataError(TrucewatchError):
    """A theatre's file is wrong."""

    def __init__(self, file: str, line: int | None, what: str) -> None:
        self.file, self.line, self.what = file, line, what
        where = file if line is None else f"{file}:{line}"
        super().__init__(f"{where}: {what}")


def _near(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, sorted(known), n=3, cutoff=0.5)
    return f"; did you mean {' or '.join(near)}?" if near else ""


class UnknownTheatreError(ReferenceDataError):
    """No theatre has that name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        known = sorted(known)
        what = f"no such theatre{_near(name, known) or '; known: ' + ', '.join(known)}"
        super().__init__(name, None, what)


class DocumentError(TrucewatchError):
    """A document that cannot be read."""

    def __init__(self, file: str, what: str, advice: str) -> None:
        self.file, self.what, self.advice = file, what, advice
        super().__init__(f"{file}: {what}; {advice}")


class LedgerError(TrucewatchError):
    """The ledger cannot do what was asked."""


class UnknownClaimError(LedgerError):
    """No claim has that key."""

    def __init__(self, key: str) -> None:
        super().__init__(f"no claim {key}; `trucewatch claims LEDGER` lists them")


class MisplacedClaimError(LedgerError):
    """A claim that does not quote the document it was taken in with."""

    def __init__(self, key: str, document: str) -> None:
        super().__init__(
            f"claim {key} does not quote document {document}; "
            "span and quote must be those of its text"
        )


class ZonelessTimeError(LedgerError):
    """A time of knowledge without a zone, so that nobody can say when it was."""

    def __init__(self, text: str) -> None:
        super().__init__(f"known {text}: give the time with its zone (UTC)")


class LedgerFormatError(LedgerError):
    """The file is no ledger, or one of another version."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(f"{path}: {what}")


class ErasedDocumentError(LedgerError):
    """A document that was erased from the ledger on purpose."""

    def __init__(self, document: str) -> None:
        super().__init__(
            f"document {document} was erased from this ledger; "
            "`trucewatch ingest --readmit` takes it in all the same"
        )


class CustodyError(LedgerError):
    """Something cannot be kept, is not there any more, or is not what it was."""

    def __init__(self, where: str, what: str, advice: str) -> None:
        super().__init__(f"{where}: {what}; {advice}")


class RequestError(TrucewatchError):
    """The user asked for something that does not exist or cannot be."""


class MissingPartError(RequestError):
    """An optional part of the program is not installed."""

    def __init__(self, what: str, part: str) -> None:
        advice = f"`pip install trucewatch[{part}]`"
        super().__init__(f"the {what} is not installed; {advice}")


class UnknownNameError(RequestError):
    """No register, speaker, claim type or the like has that name."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        known = sorted(known)
        hint = _near(name, known) or f"; known: {', '.join(known[:20])}"
        super().__init__(f"no {what} {name!r}{hint}")


class StandpointError(RequestError):
    """A standpoint that cannot be taken."""

    def __init__(self, question: str, text: str, advice: str) -> None:
        self.question, self.text, self.advice = question, text, advice
        super().__init__(f"{question.replace('_', '-')}: cannot use {text!r}; {advice}")
