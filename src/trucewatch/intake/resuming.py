"""Resuming: which files a ledger has already, so that a second run reads only the rest.

And which it shall not have any more.

A file counts as known when its document stands in the ledger exactly as it loads now,
metadata and all, read by the present reader, and its captured bytes are kept. All else
is read again; the ledger itself sees to it that nothing is entered twice.
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from trucewatch.documents.loading import load
from trucewatch.documents.sources import Source
from trucewatch.documents.store import Originals
from trucewatch.intake.files import Item
from trucewatch.ledger.view import LedgerView
from trucewatch.values.gaps import Gap, GapKind
from trucewatch.values.keys import bytes_key


class Division(NamedTuple):
    """Files divided by whether they need to be read.

    Attributes:
        to_read: Files to read, and what is known to be no document.
        known: Files the ledger has.
    """

    to_read: list[Item]
    known: list[Source]


def divide(
    items: Iterable[Item], view: LedgerView, originals: Originals, reader: str
) -> Division:
    """Divide files by whether the ledger has them.

    Args:
        items: The files.
        view: Everything the ledger holds now.
        originals: The captured bytes it keeps.
        reader: Name and version of the reader that would read them.
    """
    readers = _readers(view)

    def is_known(source: Source) -> bool:
        data = _bytes_of(source)
        key = bytes_key("d", data)
        return (
            reader in readers.get(key, ())
            and originals.holds(data)
            and load(source).document == view.document(key)
        )

    to_read: list[Item] = []
    known: list[Source] = []
    for item in items:
        if isinstance(item, Source) and is_known(item):
            known.append(item)
        else:
            to_read.append(item)
    return Division(to_read, known)


def without_erased(items: Iterable[Item], erased: Collection[str]) -> list[Item]:
    """Put a gap in the place of every file whose document was erased.

    Args:
        items: The files.
        erased: Keys of the erased documents.
    """
    if not erased:
        return list(items)
    return [
        _refusal(item)
        if isinstance(item, Source) and bytes_key("d", _bytes_of(item)) in erased
        else item
        for item in items
    ]


def _refusal(source: Source) -> Gap:
    why = "it was erased from this ledger on purpose; --readmit takes it in again."
    return Gap(GapKind.ERASED, source.name, None, None, "", why)


def _readers(view: LedgerView) -> dict[str, set[str]]:
    """Return who read each document; one without a claim has no reader to show."""
    readers: dict[str, set[str]] = {}
    for claim in view.claims():
        readers.setdefault(claim.document, set()).add(claim.reader)
    return readers


def _bytes_of(source: Source) -> bytes:
    try:
        return source.read()
    except OSError:  # the loader says what is wrong with it
        return b""
