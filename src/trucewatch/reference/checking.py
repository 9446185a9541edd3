"""Checking a pack: every problem with its file and line, not only the first."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from trucewatch.errors import PartialDateError, ReferenceDataError
from trucewatch.reference import gazetteer
from trucewatch.reference.assembly import gather
from trucewatch.reference.pack import Row, read_tsv, read_yaml
from trucewatch.reference.theatre import HOME, find_pack
from trucewatch.values.dates import PartialDate

_KEY = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*(?:\.[a-z0-9_]+)?")
_COUNTRY = re.compile(r"[A-Z]{2}")
_FEW = 12  # choices that a message can list
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in a pack.

    Attributes:
        file: The file.
        line: The line, from 1; 0 when the whole file is meant.
        message: What is wrong and what to write instead.
    """

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class FileSchema:
    """What a file of a pack may hold.

    Attributes:
        fields: Field name to form.
        required: Fields that must be there.
        choices: Field name (or "tie") to the values allowed.
    """

    fields: dict[str, str]
    required: tuple[str, ...]
    choices: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Known:
    """Keys that rows may refer to, by the form that names them."""

    actors: frozenset[str]
    speakers: frozenset[str]
    places: frozenset[str]
    instruments: frozenset[str]
    sources: frozenset[str]

    def of(self, form: str) -> frozenset[str]:
        """Return the keys a form such as "actor" or "actors" refers to."""
        name = form if form.endswith("s") else f"{form}s"
        return frozenset(getattr(self, name))


def check_theatre(name_or_path: str | Path) -> list[Problem]:
    """Check a pack's files against the schema, and every reference between them.

    This is what ``trucewatch theatre check PATH`` prints, one problem a line.

    Args:
        name_or_path: A shipped pack's name, or the folder of any pack.

    Returns:
        The problems by file and line; empty when the pack is right.

    Raises:
        UnknownTheatreError: There is no such pack.
    """
    folder = find_pack(name_or_path)
    try:
        rows = {path: _rows(path) for path in _files(folder)}
        known = _known(folder, rows)
    except ReferenceDataError as error:
        return [Problem(error.file, error.line or 0, error.what)]
    problems: list[Problem] = []
    for path, found in rows.items():
        schema = schemas()[path.name]
        for row in found:
            problems.extend(_check_row(row, schema, known))
        problems.extend(_doubles(found))
    return sorted(problems)


def _files(folder: Path) -> Iterator[Path]:
    for name in schemas():
        if (folder / name).is_file():
            yield folder / name


def _rows(path: Path) -> list[Row]:
    return read_yaml(path) if path.suffix == ".yaml" else list(read_tsv(path))


@lru_cache(maxsize=1)
def schemas() -> dict[str, FileSchema]:
    """Return the schema of every file a pack may have, by file name."""
    found: dict[str, FileSchema] = {}
    for row in read_yaml(HOME / "schema.yaml"):
        name = row.needed("file")
        if "like" in row.fields:
            found[name] = found[row.text("like")]
        elif "fields" in row.fields:
            choices = {
                field: frozenset(values)
                for field, values in row.fields.items()
                if isinstance(values, list) and field != "required"
            }
            found[name] = FileSchema(
                row.fields["fields"], row.texts("required"), choices
            )
    return found


@lru_cache(maxsize=1)
def loaded_words() -> frozenset[str]:
    """Return the words that take a side, which no label may hold."""
    rows = read_yaml(HOME / "schema.yaml")
    return frozenset(
        w for r in rows if r.text("file") == "labels" for w in r.texts("words")
    )


def _known(folder: Path, rows: dict[Path, list[Row]]) -> Known:
    """Return the keys of the pack and of what it extends."""
    # A pack for the whole world may refer to the divisions of any country.
    about = rows[folder / "theatre.yaml"][0].texts("countries")
    anywhere = () if about else gazetteer.countries(HOME / "gazetteer")
    material = gather(folder, anywhere, HOME)
    return Known(
        frozenset(a.id for a in material.actors),
        frozenset(s.id for s in material.speakers),
        frozenset(p.id for p in material.places),
        frozenset(i.id for i in material.instruments),
        frozenset(_citations(folder, rows)),
    )


def _citations(folder: Path, rows: dict[Path, list[Row]]) -> Iterator[str]:
    heads = [
        *rows[folder / "theatre.yaml"],
        *read_yaml(HOME / "world" / "theatre.yaml"),
    ]
    for head in heads:
        cited = head.fields.get("sources", {})
        if isinstance(cited, dict):
            yield from cited


def _doubles(rows: Iterable[Row]) -> Iterator[Problem]:
    """Report a key that an earlier row of the same file has."""
    first: dict[str, int] = {}
    for row in rows:
        key = row.fields.get("id")
        if isinstance(key, str) and key in first:
            yield Problem(
                row.file, row.line, f"id {key} stands in line {first[key]} too"
            )
        elif isinstance(key, str):
            first[key] = row.line


def _check_row(row: Row, schema: FileSchema, known: Known) -> Iterator[Problem]:
    for field in schema.required:
        if not row.fields.get(field):
            yield Problem(row.file, row.line, f"{field} is missing")
    for field, value in row.fields.items():
        line = row.lines.get(field, row.line)
        form = schema.fields.get(field)
        if form is None:
            names = ", ".join(sorted(schema.fields))
            yield Problem(row.file, line, f"no field is called {field}; known: {names}")
        elif value not in ("", [], {}):
            for message in _check_value(form, field, value, schema, known):
                yield Problem(row.file, line, message)


def _check_value(
    form: str,
    field: str,
    value: Any,  # noqa: ANN401 - what a file holds
    schema: FileSchema,
    known: Known,
) -> Iterator[str]:
    if form in _PLAIN:
        yield from _each(value, field, _PLAIN[form])
    elif form == "one of":
        yield from _each(value, field, _among(schema.choices[field]))
    elif form == "names":
        yield from _names(value)
    elif form in {"ties", "persons"}:
        yield from _mappings(form, value, schema, known)
    elif form in {"citations", "period"}:  # what a period holds is seen on loading
        if not isinstance(value, dict):
            yield f"{field} is a mapping"
    elif form == "sources":
        listed = value.split("|") if isinstance(value, str) else value
        yield from _each(listed, field, _among(known.sources, "no source is called"))
    else:
        yield from _each(value, field, _among(known.of(form), f"no {form} is called"))


def _each(value: Any, field: str, check: Callable[[str], str | None]) -> Iterator[str]:  # noqa: ANN401
    values = value if isinstance(value, list) else [value]
    for one in values:
        said = check(one) if isinstance(one, str) else "must be text"
        if said is not None:
            yield f"{field}: {said}"


def _among(
    choices: frozenset[str], lead: str = "not one of the known:"
) -> Callable[[str], str | None]:
    def check(value: str) -> str | None:
        if value in choices:
            return None
        few = f" ({', '.join(sorted(choices))})" if len(choices) <= _FEW else ""
        return f"{lead} {value}{few}"

    return check


def _key(value: str) -> str | None:
    return None if _KEY.fullmatch(value) else f"{value!r} is no key (a-z, 0-9 and _)"


def _country(value: str) -> str | None:
    return None if _COUNTRY.fullmatch(value) else f"{value!r} is no country code"


def _number(value: str) -> str | None:
    try:
        float(value)
    except ValueError:
        return f"{value!r} is no number"
    return None


def _day(value: str) -> str | None:
    try:
        PartialDate.parse(value)
    except PartialDateError as error:
        return str(error)
    return None


def _label(value: str) -> str | None:
    loaded = loaded_words() & {w.casefold() for w in _WORD.findall(value)}
    if loaded:
        return f"{', '.join(sorted(loaded))} takes a side; put it among the names"
    return None


def _text(_: str) -> str | None:
    return None


_PLAIN: dict[str, Callable[[str], str | None]] = {
    "key": _key,
    "country": _country,
    "number": _number,
    "day": _day,
    "label": _label,
    "text": _text,
    "texts": _text,
}


def _names(value: Any) -> Iterator[str]:  # noqa: ANN401
    if not isinstance(value, list):
        yield "names is a list"
        return
    for item in value:
        if isinstance(item, dict):
            if not isinstance(item.get("text"), str) or set(item) - {
                "text",
                "from",
                "until",
            }:
                yield "a dated name has text, from and until"
            yield from _days(item)
        elif not isinstance(item, str):
            yield "a name is a text, or a mapping with text, from and until"


def _days(item: dict[str, Any]) -> Iterator[str]:
    for field in ("from", "until"):
        said = _day(str(item[field])) if field in item else None
        if said is not None:
            yield f"{field}: {said}"


def _mappings(
    form: str,
    value: Any,  # noqa: ANN401 - what a file holds
    schema: FileSchema,
    known: Known,
) -> Iterator[str]:
    if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
        yield f"{form} is a list of mappings"
        return
    for item in value:
        yield from _days(item)
        if form == "persons":
            if not item.get("name"):
                yield "a person has a name, its spellings with | between them"
            continue
        yield from _each(str(item.get("tie", "")), "tie", _among(schema.choices["tie"]))
        for field in ("actor", "instrument"):
            if field in item:
                unknown = _among(known.of(field), f"no {field} is called")
                yield from _each(item[field], field, unknown)


def gazetteer_problems() -> list[Problem]:
    """Check the committed gazetteer's tables: known columns, keys that are unique."""
    problems = []
    seen: dict[str, str] = {}
    for country in gazetteer.countries(HOME / "gazetteer"):
        for place in gazetteer.places_of(HOME / "gazetteer", country):
            if place.id in seen:
                problems.append(
                    Problem(f"{country}.tsv", 0, f"{place.id} stands twice")
                )
            seen[place.id] = country
    return problems
