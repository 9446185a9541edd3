"""One file: its bytes become a document, the document finds its theatre and is read."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from trucewatch.documents.document import Document
from trucewatch.documents.loading import Loaded, load
from trucewatch.documents.sources import Source, list_sources
from trucewatch.errors import DocumentError, ReferenceDataError, UnknownTheatreError
from trucewatch.intake.outcome import Outcome
from trucewatch.intake.path import Taken, read_document
from trucewatch.reference.choice import Choice, choose_theatre
from trucewatch.reference.theatre import Theatre, load_theatre
from trucewatch.values.gaps import Gap, GapKind

if TYPE_CHECKING:
    from trucewatch.reading.reading import Reading

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

    def theatre_of(self, document: Document) -> Theatre:
        """Return the theatre asked for, or the one the document speaks of."""
        if self.theatre is not None:
            return load_theatre(self.theatre)
        return choice_of(document).load()


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


def reading_of(path: Path, theatre: str | None = None) -> "Reading":
    """Return the reading of one file, before any claim is made of it.

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
            return read(document, FileReader(theatre).theatre_of(document))
    what, _, advice = gaps[0].why.partition("; ")
    raise DocumentError(str(path), what, advice.rstrip("."))
