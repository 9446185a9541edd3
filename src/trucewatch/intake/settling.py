"""Settling: a document that names no place is read as what its folder is about.

A bulletin of two lines may name nothing at all. It waits until the others of its folder
have said where they belong, and follows them where they agree. Files may come in any
order: what counts is what all of a folder say.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from trucewatch.documents.loading import load
from trucewatch.documents.sources import Source
from trucewatch.intake.files import FileReader, Item, choice_of
from trucewatch.intake.outcome import Outcome
from trucewatch.intake.runner import read_many
from trucewatch.reference.choice import FALLBACK, Choice, settle

_SILENT = Choice(FALLBACK, (), "it names no place")


def read_settled(
    items: Sequence[Item],
    reader: FileReader,
    *,
    known: Sequence[Source] = (),
    processes: int = 1,
) -> Iterator[Outcome]:
    """Read files, those last that have to wait for their folder.

    Args:
        items: What to read.
        reader: Reads one file; with a theatre of its own nothing has to wait.
        known: Files of the same folders that need not be read; they have a say.
        processes: How many worker processes; 1 reads in this one.

    Yields:
        One outcome per file; nothing a file holds raises.
    """
    if reader.theatre is not None:
        yield from read_many(items, reader, processes=processes)
        return
    waiting: dict[Path, list[Source]] = defaultdict(list)
    choices: dict[Path, list[Choice]] = defaultdict(list)
    first = read_many(items, replace(reader, defers=True), processes=processes)
    for item, outcome in zip(items, first, strict=True):
        if isinstance(item, Source) and outcome.choice is not None:
            choices[item.path.parent].append(outcome.choice)
        if isinstance(item, Source) and outcome.waits:
            waiting[item.path.parent].append(item)
        else:
            yield outcome
    for theatre, sources in _settled(waiting, choices, known).items():
        yield from read_many(sources, FileReader(theatre), processes=processes)


def _settled(
    waiting: dict[Path, list[Source]],
    choices: dict[Path, list[Choice]],
    known: Iterable[Source],
) -> dict[str | None, list[Source]]:
    """The files that wait, by the theatre they follow; None where there is none."""
    for source in known:
        if source.path.parent in waiting:
            document = load(source).document
            if document is not None:
                choices[source.path.parent].append(choice_of(document))
    found: dict[str | None, list[Source]] = defaultdict(list)
    for folder in sorted(waiting):
        *_, choice = settle([*choices[folder], _SILENT])
        found[None if choice.is_silent else choice.name] += waiting[folder]
    return found
