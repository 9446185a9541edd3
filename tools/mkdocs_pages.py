"""Fills the pages of the documentation that are made from code and data.

A page holds a line ``<!-- made: NAME WORDS -->``; the builder of that name puts
Markdown in its place, so that no list in the documentation can fall behind. mkdocs uses
it as a hook, and so does ``tests/docs/test_docs.py``.
"""

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from typer.main import get_command

from trucewatch.cli import exits as cli_exits
from trucewatch.cli.exits import Exit
from trucewatch.cli.main import app
from trucewatch.registers.registry import REGISTERS, register
from trucewatch.views.exports.crosswalk import NONE, rules
from trucewatch.views.exports.formats import claim_formats, file_of, format_lines

ROOT = Path(__file__).parents[1]
DECISIONS = ROOT / "docs" / "decisions"
CLAIM_TYPES = ROOT / "src" / "trucewatch" / "claims" / "types.tsv"
THEATRE_SCHEMA = ROOT / "src" / "trucewatch" / "theatres" / "schema.yaml"
MARKER = re.compile(r"(?m)^<!-- made: (?P<name>[a-z-]+)(?P<words>[ a-z_]*) -->$")
TYPE_COLUMNS = ("kind", "description", "units", "acled", "plover", "cameo")


def on_page_markdown(markdown: str, **_: Any) -> str:  # noqa: ANN401 - mkdocs' objects
    """Return the page with each marker replaced; mkdocs calls this for every page."""
    return MARKER.sub(
        lambda found: BUILDERS[found["name"]](*found["words"].split()), markdown
    )


def decisions() -> str:
    """Return the table of the decisions, from the front matter of their files."""
    lines = ["| No. | Decision | Status | Date |", "|---|---|---|---|"]
    for path in sorted(DECISIONS.glob("[0-9]*.md")):
        head = yaml.safe_load(path.read_text("utf-8").split("---")[1])
        number = path.stem.split("-")[0]
        lines.append(
            f"| {number} | [{head['title']}]({path.name}) "
            f"| {head['status']} | {head['date']} |"
        )
    return "\n".join(lines)


def each_command(group: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - typer's own classes are private
    """Yield every command under a group by its full name, groups opened."""
    for name, command in sorted(group.commands.items()):
        if getattr(command, "commands", None):
            for inner, child in each_command(command):
                yield f"{name} {inner}", child
        else:
            yield name, command


def commands() -> str:
    """Return every command with its arguments and options."""
    every = each_command(get_command(app))
    return "\n\n".join("\n".join(_command(name, found)) for name, found in every)


def _command(name: str, command: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    yield f"## `trucewatch {name}`\n\n{command.help or ''}\n"
    yield "| Argument or option | Meaning |\n|---|---|"
    for parameter in command.params:
        if "completion" in parameter.name:
            continue
        metavar = parameter.metavar
        if parameter.param_type_name == "argument":
            label = metavar or parameter.name.upper()
        else:
            label = " ".join(filter(None, [", ".join(parameter.opts), metavar]))
        yield f"| `{label}` | {(parameter.help or '').replace('|', '/')} |"


def exits() -> str:
    """Return the exit codes with their meanings, from the head of their module."""
    words = " ".join((cli_exits.__doc__ or "").split())
    meanings = dict(re.findall(r"\b(\d+) ([^·]+?)(?= ·|$)", words))
    rows = [f"| {code.value} | {meanings[str(code.value)]} |" for code in Exit]
    return "\n".join(["| Code | Meaning |", "|---|---|", *rows])


def claim_types() -> str:
    """Return the table of the claim types as the package ships them."""
    with CLAIM_TYPES.open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    types = csv.DictReader(lines, delimiter="\t")
    table = ["| " + " | ".join(TYPE_COLUMNS) + " |", "|" + "---|" * len(TYPE_COLUMNS)]
    for row in types:
        cells = (row[name].replace("|", " / ") or "–" for name in TYPE_COLUMNS)
        table.append("| " + " | ".join(cells) + " |")
    return "\n".join(table)


def columns(name: str) -> str:
    """Return the columns of a register with their meanings."""
    lines = ["| Column | Meaning |", "|---|---|"]
    lines += [
        f"| `{column.name}` | {column.doc.replace('|', '/')} |"
        for column in register(name).columns()
    ]
    return "\n".join(lines)


def registers() -> str:
    """Return all registers with their one line."""
    rows = [f"| [{x.name}]({x.name}.md) | {x.title} |" for x in REGISTERS.values()]
    return "\n".join(["| Register | What it shows |", "|---|---|", *rows])


def formats() -> str:
    """Return the formats of claims, with what each carries and loses."""
    lines = ["| `--format` | Ends with | Carries | Loses |", "|---|---|---|---|"]
    for line in format_lines():
        needs = getattr(claim_formats()[line.name], "NEEDS", "")
        extra = f" (extra `{needs}`)" if needs else ""
        suffix = file_of(line.name).suffix
        lines.append(
            f"| `{line.name}`{extra} | `.{suffix}` | {line.holds} | {line.loses} |"
        )
    return "\n".join(lines)


def crosswalk(name: str) -> str:
    """Return which event of a codebook a claim is where its type does not say."""
    lines = ["| Type | Only if | Event |", "|---|---|---|"]
    for kind, found in rules(name).items():
        for rule in found:
            only = [
                f"variant {rule.variant}" if rule.variant != "*" else "",
                rule.stance,
                f"quote has {', '.join(sorted(rule.words))}" if rule.words else "",
                f"taken by {', '.join(sorted(rule.taker))}" if rule.taker else "",
            ]
            when = "; ".join(filter(None, only)) or "otherwise"
            code = "none" if rule.code == NONE else rule.code
            lines.append(f"| `{kind}` | {when} | {code} |")
    return "\n".join(lines)


def theatre_files() -> str:
    """Return the files of a theatre with their fields, from the one schema."""
    entries = yaml.safe_load(THEATRE_SCHEMA.read_text("utf-8"))
    return "\n\n".join("\n".join(_theatre_file(entry)) for entry in entries)


def _theatre_file(entry: dict[str, Any]) -> Iterator[str]:
    yield f"### `{entry['file']}`\n"
    if "like" in entry:
        yield f"The same fields as `{entry['like']}`."
    if "words" in entry:
        yield "Words that no label may hold: " + ", ".join(entry["words"]) + "."
    if "fields" not in entry:
        return
    yield "| Field | Form | Needed | One of |\n|---|---|---|---|"
    for name, form in entry["fields"].items():
        needed = "yes" if name in entry.get("required", ()) else ""
        words = ", ".join(map(str, entry.get(name, ())))
        yield f"| `{name}` | {form} | {needed} | {words} |"


BUILDERS: dict[str, Callable[..., str]] = {
    "columns": columns,
    "theatre-files": theatre_files,
    "registers": registers,
    "decisions": decisions,
    "commands": commands,
    "exits": exits,
    "claim-types": claim_types,
    "formats": formats,
    "crosswalk": crosswalk,
}
