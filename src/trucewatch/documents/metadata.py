"""What is known of a document beside its text: `metadata.jsonl` and front matter.

``metadata.jsonl`` stands beside the files; each line is a JSON object such as
``{"file": "a.txt", "publisher": "TASS", "published": "2016-05-23"}``. Front matter
stands between two lines of ``---`` at the head of a text file, as YAML.
"""

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from trucewatch.documents.trouble import Trouble
from trucewatch.errors import PartialDateError
from trucewatch.values.dates import PartialDate
from trucewatch.values.gaps import Gap, GapKind

METADATA_FILE = "metadata.jsonl"
FIELDS = ("publisher", "published", "title", "url")
# Fields other collections write and we have no use for: passed over by name.
IGNORED = frozenset(
    {"file", "note", "dateline_place", "language", "licence", "license", "sha256"}
)
_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
MAX_FRONT_CHARS = 10_000  # front matter is a few lines; more is a text with rules


@dataclass(frozen=True, slots=True)
class Metadata:
    """What somebody noted of a document, apart from its text.

    Attributes:
        publisher: Who published it, or None.
        published: When, as far as known, or None.
        title: Its headline, or None.
        url: Where it was captured, or None.
    """

    publisher: str | None = None
    published: PartialDate | None = None
    title: str | None = None
    url: str | None = None

    def or_else(self, other: "Metadata") -> "Metadata":
        """Return this metadata, with what it lacks taken from ``other``."""
        return Metadata(
            self.publisher or other.publisher,
            self.published or other.published,
            self.title or other.title,
            self.url or other.url,
        )


NO_METADATA = Metadata()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The entries of one ``metadata.jsonl``, by file name, and what was wrong.

    Attributes:
        entries: Metadata by the name its line gives, as written there.
        gaps: One row per line or field that could not be used.
    """

    entries: Mapping[str, Metadata] = field(default_factory=dict)
    gaps: tuple[Gap, ...] = ()


def read_metadata(values: Mapping[Any, Any], file: str) -> tuple[Metadata, list[Gap]]:
    """Make metadata of a mapping, and a gap of every field that cannot be used.

    Args:
        values: Field names and values, from JSON or YAML.
        file: File (and line) to name in a gap.
    """
    gaps = [
        _gap(file, f"the field {name!r} is not known", f"use {', '.join(FIELDS)}")
        for name in values
        if name not in FIELDS and name not in IGNORED
    ]
    published = None
    given = values.get("published")
    if given is not None:
        try:
            published = _date(given)
        except PartialDateError as error:
            gaps.append(_gap(file, f"published: {error}", "correct the date"))
    words = {}
    for name in ("publisher", "title", "url"):
        value = values.get(name)
        if isinstance(value, str) and value.strip():
            words[name] = value.strip()
        elif value is not None and value != "":
            gaps.append(_gap(file, f"{name} is no text: {value!r}", "write a text"))
    return Metadata(published=published, **words), gaps


def _date(value: object) -> PartialDate:
    if isinstance(value, dt.date):  # YAML reads 2016-05-23 as a date by itself
        return PartialDate.of(value)
    return PartialDate.parse(str(value))


def _gap(file: str, what: str, advice: str) -> Gap:
    return Trouble(what, advice).gap(file, kind=GapKind.UNKNOWN_METADATA)


def read_catalogue(path: Path) -> Catalogue:
    """Read a ``metadata.jsonl``; a missing file is an empty catalogue.

    Args:
        path: Where the file stands, or would.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        return Catalogue()
    except (OSError, UnicodeDecodeError) as error:
        what = f"it cannot be read ({type(error).__name__})"
        return Catalogue({}, (_gap(str(path), what, "save it as UTF-8 text"),))
    entries: dict[str, Metadata] = {}
    gaps: list[Gap] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            _read_line(line, f"{path.name}:{number}", entries, gaps)
    return Catalogue(entries, tuple(gaps))


def _read_line(
    line: str, where: str, entries: dict[str, Metadata], gaps: list[Gap]
) -> None:
    try:
        values = json.loads(line)
    except ValueError as error:
        gaps.append(_gap(where, f"it is no JSON ({error})", "correct the line"))
        return
    if not isinstance(values, dict) or not isinstance(values.get("file"), str):
        gaps.append(_gap(where, 'it names no "file"', "write one object a line"))
        return
    entries[values["file"]], found = read_metadata(values, where)
    gaps.extend(found)


def read_front_matter(text: str, file: str) -> tuple[Metadata, int, list[Gap]]:
    """Read the YAML between two lines of ``---`` at the head of a text.

    Args:
        text: The text of a document.
        file: File to name in a gap.

    Returns:
        The metadata, the offset where the front matter ends (0 without any), and a
        gap for each field that cannot be used. A text that merely begins with a rule
        has no front matter.
    """
    if not text.startswith("---"):
        return NO_METADATA, 0, []
    match = _FRONT.match(text[:MAX_FRONT_CHARS])
    if match is None:
        return NO_METADATA, 0, []
    try:
        values = yaml.safe_load(match[1])
    except yaml.YAMLError:
        return NO_METADATA, 0, [_gap(file, "its front matter is no YAML", "correct it")]
    if not isinstance(values, dict):
        return NO_METADATA, 0, []
    metadata, gaps = read_metadata(values, file)
    return metadata, match.end(), gaps
