"""How a register looks to people: a table where it fits, else one block a row.

The record of a row (``--json``) has all of it; here empty columns are left out, a value
that is the same in all rows is said once, and two ends of a time become one column.
"""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from trucewatch import api
from trucewatch.cli.console import clean, console, print_json_lines, print_table

WIDEST = 34  # characters of a column in a table; longer text wraps between words
_ENDS = (("since", "until"), ("since", "as_of"), ("since", "date"), ("start", "end"))
_WHEN, _SAID_BY = _ADDED = ("when", "said by")

Line = dict[str, str]


def print_register(
    register: api.Register, rows: Sequence[api.Row], *, as_json: bool = False
) -> None:
    """Print a register as JSON Lines, or for people."""
    if as_json:
        print_json_lines(register.records(rows))
        return
    lines = lines_of(register, rows)
    common = take_common(lines)
    out = console()
    count = f"{len(lines):,} row" + ("" if len(lines) == 1 else "s")
    out.print(Text(f"{register.title} ({count})", style="bold"))
    if common:
        said = ", ".join(f"{name}: {value}" for name, value in common.items())
        out.print(Text(f"In all rows {said}.", style="dim"))
    order = [*(column.name for column in register.columns()), *_ADDED]
    names = [name for name in order if any(name in line for line in lines)]
    if _fits(names, lines, out.width):
        print_table(names, [[line.get(name) for name in names] for line in lines])
    else:
        for line in lines:
            _print_block(line, out)


def lines_of(register: api.Register, rows: Sequence[api.Row]) -> list[Line]:
    """Return the rows as columns with text, empty ones left out, with who says so."""
    names, cells = register.table(rows)
    lines = []
    for record, texts in zip(register.records(rows), cells, strict=True):
        line = {
            name: clean(text) for name, text in zip(names, texts, strict=True) if text
        }
        _join_ends(line)
        said = dict.fromkeys(who for name in names for who in record[name]["said_by"])
        if said and "speaker" not in line:
            line[_SAID_BY] = clean("; ".join(said))
        lines.append(line)
    return lines


def take_common(lines: Sequence[Line]) -> Line:
    """Take out of all lines what every one of them has alike, and return it."""
    if len(lines) < 2:  # noqa: PLR2004 - what one row has is its own
        return {}
    common = dict(lines[0])
    for line in lines[1:]:
        common = {name: text for name, text in common.items() if line.get(name) == text}
    for line in lines:
        for name in common:
            del line[name]
    return common


def _join_ends(line: Line) -> None:
    for first, last in _ENDS:
        if first in line and last in line:
            start, end = line.pop(first), line.pop(last)
            line[_WHEN] = start if start == end else f"{start} to {end}"
            return


def _fits(names: Sequence[str], lines: Sequence[Line], width: int) -> bool:
    """Say whether a table can show all columns without breaking a word."""
    return sum(_least_width(name, lines) + 2 for name in names) <= width


def _least_width(name: str, lines: Sequence[Mapping[str, str]]) -> int:
    """Return the width below which a column would be hard to read."""
    texts = [line[name] for line in lines if name in line]
    longest_word = max(
        (len(word) for text in texts for word in text.split()), default=0
    )
    longest = max(map(len, texts), default=0)
    return max(len(name), longest_word, min(longest, WIDEST) // 2)


def _print_block(line: Line, out: Console) -> None:
    """Print a row as a headline and, indented, what else is known of it."""
    parts = [(name, text.replace("_", " ")) for name, text in line.items()]
    out.print(Text(" · ".join(text for _, text in parts[:2]), style="bold"))
    rest = Text()
    for name, text in parts[2:]:
        rest.append(" · " if rest else "").append(f"{name} ", style="dim").append(text)
    out.print(Padding(rest, (0, 0, 0, 4)))
