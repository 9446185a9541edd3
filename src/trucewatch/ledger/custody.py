"""Custody: are the captured bytes of all documents there, and what they were?"""

from collections.abc import Iterable
from typing import NamedTuple

from trucewatch.documents.store import RESTORE, TAKE_AGAIN, Originals, digits_of
from trucewatch.errors import CustodyError
from trucewatch.ledger.faults import Fault, FaultKind
from trucewatch.values.keys import KEY_DIGITS


class Custody(NamedTuple):
    """What was found among the originals.

    Attributes:
        sound: How many are there and what they were.
        faults: Those that are not, documents without one among them.
        unclaimed: SHA-256 of those that belong to no document, as an interrupted run
            leaves them; no fault, for the next run takes their documents in.
    """

    sound: int = 0
    faults: tuple[Fault, ...] = ()
    unclaimed: tuple[str, ...] = ()


def check_originals(
    documents: Iterable[str], originals: Originals, erased: Iterable[str] = ()
) -> Custody:
    """Read every original again and hold it against the documents of a log.

    Args:
        documents: Keys of the documents that should have one.
        originals: The originals.
        erased: Keys of documents that must not have one any more.

    Returns:
        What was found; faults are values, nothing is raised for them.
    """
    wanted = {digits_of(document): document for document in documents}
    gone = {digits_of(document) for document in erased} - wanted.keys()
    faults: list[Fault] = []
    unclaimed: list[str] = []
    sound = 0
    for digest in originals.digests():
        document = wanted.pop(digest[:KEY_DIGITS], None)
        try:
            originals.get(digest)
        except CustodyError as error:
            faults.append(Fault(FaultKind.ALTERED, 0, str(error)))
            continue
        if digest[:KEY_DIGITS] in gone:
            why = f"{originals.where(digest)}: of an erased document; erase it again"
            faults.append(Fault(FaultKind.ERASURE, 0, why))
        elif document is None:
            unclaimed.append(digest)
        else:
            sound += 1
    for document in sorted(wanted.values()):
        why = f"document {document} has no original; {RESTORE if sound else TAKE_AGAIN}"
        faults.append(Fault(FaultKind.MISSING, 0, why))
    return Custody(sound, tuple(faults), tuple(unclaimed))
