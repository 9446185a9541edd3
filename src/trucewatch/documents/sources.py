"""Which files are documents: walks folders, passes over what is none, says so."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from trucewatch.documents.archives import is_archive, page_bytes, pages_of
from trucewatch.documents.metadata import (
    METADATA_FILE,
    NO_METADATA,
    Catalogue,
    Metadata,
    read_catalogue,
)
from trucewatch.documents.trouble import Trouble
from trucewatch.values.gaps import Gap, GapKind

SUFFIXES = frozenset({".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".pdf"})
# Stand in folders of documents and are about them, not of them.
ABOUT = ("readme", "license", "licence", "notice")

MISSING = Trouble("there is no such file or folder", "check the name")
NO_ACCESS = Trouble("the folder must not be read", "change its permissions")
OTHER_TYPE = Trouble(
    "it is of a type that is not read",
    "save it as text, HTML, PDF or WARC, or name the file itself",
)
NO_FILES = Trouble(
    "the folder holds no document", "put .txt, .html, .pdf or .warc into it"
)
UNUSED = Trouble("it names a file that is not there", "correct the name")


class Source(NamedTuple):
    """A file to load.

    Attributes:
        path: Where it stands.
        name: Its path from the folder that was given; its file name otherwise.
        metadata: What a ``metadata.jsonl`` says of it.
        offset: Where its record begins, for a page in a web archive; else None.
    """

    path: Path
    name: str
    metadata: Metadata = NO_METADATA
    offset: int | None = None

    def read(self) -> bytes:
        """Return the captured bytes.

        Raises:
            OSError: They cannot be read.
        """
        if self.offset is None:
            return self.path.read_bytes()
        return page_bytes(self.path, self.offset)


def list_sources(paths: Iterable[Path]) -> Iterator[Source | Gap]:
    """List the documents among files and folders, sorted, each once.

    Hidden files, ``metadata.jsonl`` and files like README are passed over in folders;
    files of another type give a gap. A file named by itself is always tried.

    Args:
        paths: Files and folders.
    """
    seen: set[Path] = set()
    for path in map(Path, paths):
        found = _in_folder(path) if path.is_dir() else _single(path)
        for item in found:
            if isinstance(item, Source):
                resolved = item.path.resolve()
                if resolved in seen:
                    continue
                seen.add(resolved)
                yield from _unpacked(item)
            else:
                yield item


def _unpacked(source: Source) -> Iterator[Source | Gap]:
    """Yield a file, or the pages in it where it is a web archive."""
    if not is_archive(source.path):
        yield source
        return
    for page in pages_of(source.path, source.name):
        if isinstance(page, Gap):
            yield page
            continue
        metadata = page.metadata.or_else(source.metadata)
        yield Source(source.path, f"{source.name}/{page.name}", metadata, page.offset)


def _single(path: Path) -> Iterator[Source | Gap]:
    if not path.exists():
        yield MISSING.gap(str(path))
        return
    catalogue = read_catalogue(path.parent / METADATA_FILE)
    yield Source(path, path.name, catalogue.entries.get(path.name, NO_METADATA))


def _in_folder(root: Path) -> Iterator[Source | Gap]:
    catalogues: dict[Path, Catalogue] = {}
    used: set[tuple[Path, str]] = set()
    found = False
    denied: list[Gap] = []

    def deny(error: OSError) -> None:
        denied.append(NO_ACCESS.gap(str(error.filename)))

    for folder, folders, files in os.walk(root, onerror=deny):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        here = Path(folder)
        catalogues[here] = read_catalogue(here / METADATA_FILE)
        yield from catalogues[here].gaps
        for name in sorted(files):
            if _is_about(name):
                continue
            found = True
            path = here / name
            relative = path.relative_to(root).as_posix()
            if path.suffix.lower() not in SUFFIXES and not is_archive(path):
                yield OTHER_TYPE.gap(relative)
                continue
            yield Source(path, relative, _look_up(path, root, catalogues, used))
    yield from denied
    if not found and not denied:
        yield NO_FILES.gap(str(root))
    yield from _unused(catalogues, used)


def _is_about(name: str) -> bool:
    lower = name.lower()
    return (
        lower.startswith(".")
        or lower == METADATA_FILE
        or lower.partition(".")[0] in ABOUT
    )


def _look_up(
    path: Path,
    root: Path,
    catalogues: dict[Path, Catalogue],
    used: set[tuple[Path, str]],
) -> Metadata:
    """Look for a file in the catalogue beside it, then in those of folders above."""
    folder = path.parent
    while True:
        name = path.relative_to(folder).as_posix()
        entry = catalogues[folder].entries.get(name)
        if entry is not None:
            used.add((folder, name))
            return entry
        if folder == root:
            return NO_METADATA
        folder = folder.parent


def _unused(
    catalogues: dict[Path, Catalogue], used: set[tuple[Path, str]]
) -> Iterator[Gap]:
    for folder, catalogue in catalogues.items():
        for name in catalogue.entries:
            if (folder, name) not in used:
                where = str(folder / METADATA_FILE)
                kind = GapKind.UNKNOWN_METADATA
                yield UNUSED.gap(where, kind=kind, text=name)
