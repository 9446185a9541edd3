"""One file: its bytes become a document, the document finds its theatre and is read."""

import itertools
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from trucewatch.documents.document import Document
from trucewatch.documents.loading import Loaded, load
from trucewatch.documents.sources import Source, list_sources
from trucewatch.errors import DocumentError, ReferenceDataError, UnknownTheatreError
from trucewatch.intake.outcome import Outcome
from trucewatch.intake.path import Taken, read_document
from trucewatch.reference.choice import Choice, choose_theatre, noted, settle
from trucewatch.reference.theatre import Theatre, load_theatre
from trucewatch.values.gaps import Gap, GapKind

if TYPE_CHECKING:
    from trucewatch.reading.reading import Reading

BESIDE = 400  # files of its folder that are asked what one silent file is about
Item = Source | Gap  # a file to read, or why there is none


@dataclass(frozen=True, slots=True)
class FileReader:
    """Reads one file after another; small enough to hand to another process.

    Attributes:
        theatre: Name or folder of the theatre; None lets each document choose.
        defers: Whether a document that names no place is left unread for now.
    """

    theatre: str | None = None
    defers: bool = False

    def __call__(self, item: Item) -> Outcome:
        """Read one file; trouble with it comes back as gaps and never raises."""
        if isinstance(item, Gap):
            return Outcome(item.file, gaps=(item,))
        try:
            return self._read(item)
        except Exception as error:  # noqa: BLE001 - one document must not end the run
            why = f"reading it failed ({type(error).__name__}: {error}); report this."
            gap = Gap(GapKind.UNREADABLE_FILE, item.name, None, None, "", why)
            return Outcome(item.name, gaps=(gap,))

    def _read(self, source: Source) -> Outcome:
        from trucewatch.reading.relevance import speaks_of_conflict  # noqa: PLC0415

        loaded = load(source)
        if loaded.document is None:
            return Outcome(source.name, gaps=loaded.gaps)
        document = loaded.document
        if self.theatre is not None:
            taken = read_document(document, load_theatre(self.theatre))
            return _outcome(source, taken, loaded)
        if not speaks_of_conflict(document.text):
            taken = Taken(document, (), (_unrelated(document),))
            return _outcome(source, taken, loaded)
        choice = choice_of(document)
        if self.defers and choice.is_silent:
            return Outcome(source.name, choice=choice, waits=True)
        taken = read_document(document, choice.load())
        return replace(_outcome(source, taken, loaded), choice=choice)


def choice_of(document: Document) -> Choice:
    """Return the theatre that a document chooses for itself."""
    day = document.published.first_day if document.published else None
    return choose_theatre(document.text, document.publisher, day)


def _outcome(source: Source, taken: Taken, loaded: Loaded) -> Outcome:
    return Outcome(source.name, taken._replace(original=loaded.original), loaded.gaps)


def _unrelated(document: Document) -> Gap:
    """Say in the loss account why a document was not read further."""
    why = "it has no words of armed conflict; name a theatre to read it all the same."
    file = document.source_file or ""
    return Gap(GapKind.UNRELATED, file, document.key, None, "", why)


def reader_for(theatre: str | None) -> tuple[FileReader, list[Gap]]:
    """Return the reader for a theatre asked for, and what stands in its way.

    A theatre with a mistake in it must not cost a whole run: documents then choose
    among the theatres that ship, and the mistake is a row of the loss account.

    Args:
        theatre: Name or folder of a theatre, or None.

    Raises:
        UnknownTheatreError: No theatre has that name.
    """
    if theatre is None:
        return FileReader(), []
    try:
        load_theatre(theatre)
    except UnknownTheatreError:
        raise
    except ReferenceDataError as error:
        line = "" if error.line is None else f"line {error.line}: "
        why = f"{line}{error.what}; correct it (`trucewatch theatre check` shows all)."
        gap = Gap(GapKind.UNREADABLE_FILE, error.file, None, None, "", why)
        return FileReader(), [gap]
    return FileReader(theatre), []


def theatre_for(
    document: Document, asked: str | None = None, *, before: str = ""
) -> Theatre:
    """Return the theatre that a document by itself is read with.

    Args:
        document: The document.
        asked: Name or folder of the theatre that everything is read with, or None.
        before: What the ledger noted when it was read before, or empty.

    Raises:
        UnknownTheatreError: No theatre has the name asked for.
    """
    if asked is not None:
        return load_theatre(asked)
    return (noted(before) or choice_of(document)).load()


def _theatre_of(document: Document, source: Source, asked: str | None) -> Theatre:
    """The theatre of one file; where it names no place, that of its folder."""
    choice = choice_of(document)
    if asked is not None or not choice.is_silent:
        return theatre_for(document, asked)
    beside = (
        item
        for item in list_sources([source.path.parent])
        if isinstance(item, Source) and item.path != source.path
    )
    others = [load(item).document for item in itertools.islice(beside, BESIDE)]
    *_, settled = settle([*(choice_of(d) for d in others if d is not None), choice])
    return settled.load()


def reading_of(path: Path, theatre: str | None = None) -> "Reading":
    """Return the reading of one file, before any claim is made of it.

    A document that names no place is read as what its folder is about, as when the
    folder is read (``settling.py``); of a large folder the first files are asked.

    Args:
        path: The file.
        theatre: Name or folder of the theatre; by default the document chooses.

    Raises:
        DocumentError: The file cannot be read.
        UnknownTheatreError: No theatre has that name.
    """
    from trucewatch.reading.reading import read  # noqa: PLC0415 - as in path.py

    gaps: tuple[Gap, ...] = ()
    for item in list_sources([path]):
        if isinstance(item, Gap):
            gaps = (item,)
            continue
        document, gaps, _ = load(item)
        if document is not None:
            return read(document, _theatre_of(document, item, theatre))
    what, _, advice = gaps[0].why.partition("; ")
    raise DocumentError(str(path), what, advice.rstrip("."))
