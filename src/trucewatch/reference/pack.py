"""Reading a pack's files into rows that know their line."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NoReturn

import yaml

from trucewatch.errors import PartialDateError, ReferenceDataError
from trucewatch.reference.entries import Days
from trucewatch.values.dates import PartialDate

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BRACES = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a pack's file, with the line where it begins.

    Attributes:
        file: The file, as the user gave it.
        line: Line of the entry, from 1.
        fields: Field name to text, list of texts or list of mappings.
        lines: Field name to the line where the field stands.
    """

    file: str
    line: int
    fields: dict[str, Any]
    lines: dict[str, int]

    def refuse(self, what: str, field: str | None = None) -> NoReturn:
        """Refuse the row, naming its file and line.

        Raises:
            ReferenceDataError: Always.
        """
        line = self.lines.get(field, self.line) if field else self.line
        raise ReferenceDataError(self.file, line, what) from None

    def text(self, field: str, default: str = "") -> str:
        """Return a field that holds one text."""
        value = self.fields.get(field, default)
        if not isinstance(value, str):
            self.refuse(f"{field} must be one text", field)
        return value

    def needed(self, field: str) -> str:
        """Return a field that must be there and hold one text."""
        value = self.text(field)
        if not value:
            self.refuse(f"{field} is missing", field)
        return value

    def texts(self, field: str) -> tuple[str, ...]:
        """Return a field that holds a list of texts, or one text."""
        value = self.fields.get(field, [])
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            self.refuse(f"{field} must be a list of texts", field)
        return tuple(value)

    def maps(self, field: str) -> tuple[dict[str, Any], ...]:
        """Return a field that holds a list of mappings."""
        value = self.fields.get(field, [])
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            self.refuse(f"{field} must be a list of mappings", field)
        return tuple(value)

    def day(self, field: str, *, last: bool = False) -> dt.date | None:
        """Return the first or last day of a field that holds a date."""
        return self._day(self.text(field), field, last=last)

    def days(self, values: dict[str, Any] | None = None) -> Days | None:
        """Return ``from`` and ``until`` of the row, or of a mapping inside it."""
        found = self.fields if values is None else values
        first = self._day(str(found.get("from", "")), "from", last=False)
        last = self._day(str(found.get("until", "")), "until", last=True)
        return None if first is None and last is None else (first, last)

    def number(self, field: str) -> float | None:
        """Return a field that holds a number, or None when it is empty."""
        text = self.text(field)
        if not text:
            return None
        try:
            return float(text)
        except ValueError:
            self.refuse(f"{field} must be a number, not {text!r}", field)

    def _day(self, text: str, field: str, *, last: bool) -> dt.date | None:
        if not text:
            return None
        try:
            date = PartialDate.parse(text)
        except PartialDateError as error:
            self.refuse(f"{field}: {error}", field)
        return date.last_day if last else date.first_day


@lru_cache(maxsize=50_000)
def expand(text: str) -> tuple[str, ...]:
    """Return every name that a pattern with ``{a,b}`` alternatives stands for.

    Braces may nest; an empty alternative drops out with its space, so ``{the ,}center``
    is "the center" and "center".
    """
    found, open_forms = [], [text]
    while open_forms:
        form = open_forms.pop()
        inner = _BRACES.search(form)
        if inner is None:
            found.append(" ".join(form.split()))
            continue
        before, after = form[: inner.start()], form[inner.end() :]
        open_forms.extend(before + choice + after for choice in inner[1].split(","))
    return tuple(dict.fromkeys(found))


def read_yaml(path: Path) -> list[Row]:
    """Read a YAML file that holds a list of mappings, or one mapping.

    Raises:
        ReferenceDataError: The file is not YAML of that form; names file and line.
    """
    text = path.read_text(encoding="utf-8")
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = None if mark is None else mark.line + 1
        raise ReferenceDataError(
            str(path), line, f"not YAML: {error.problem}"
        ) from error
    if node is None:
        return []
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return [_row(path, n) for n in nodes]


def _row(path: Path, node: yaml.Node) -> Row:
    if not isinstance(node, yaml.MappingNode):
        raise ReferenceDataError(str(path), node.start_mark.line + 1, "not a mapping")
    fields: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if key.value in fields:
            raise ReferenceDataError(str(path), line, f"{key.value} stands twice")
        fields[key.value], lines[key.value] = _plain(value), line
    return Row(str(path), node.start_mark.line + 1, fields, lines)


def _plain(node: yaml.Node) -> Any:  # noqa: ANN401 - a tree of texts
    if isinstance(node, yaml.SequenceNode):
        return [_plain(n) for n in node.value]
    if isinstance(node, yaml.MappingNode):
        return {k.value: _plain(v) for k, v in node.value}
    return node.value


def read_tsv(path: Path) -> Iterator[Row]:
    """Read a table with a header line; lines that begin with # are comments.

    Raises:
        ReferenceDataError: A line has more cells than the header; names file and line.
    """
    header: list[str] | None = None
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.startswith("#") or not line.strip():
                continue
            cells = line.rstrip("\n").split("\t")
            if header is None:
                header = cells
                continue
            if len(cells) > len(header):
                what = f"{len(cells)} cells, the header has {len(header)}"
                raise ReferenceDataError(str(path), number, what)
            yield Row(str(path), number, dict(zip(header, cells, strict=False)), {})
