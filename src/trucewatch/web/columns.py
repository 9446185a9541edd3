"""Columns: which of them a table of claims shows; the address names them in order."""

from dataclasses import dataclass

COLUMNS = {
    "time": "About",
    "kind": "Type",
    "words": "Words",
    "number": "Number",
    "place": "Where",
    "speaker": "Speaker",
    "grade": "Grade",
    "publisher": "Publisher",
    "published": "Published",
    "who": "Who takes part",
    "firmness": "How firmly",
    "review": "Review",
    "status": "Did it happen",
    "known": "Known since",
    "rule": "Rule",
    "document": "Document",
}
"""Every column there is, by its name in the address, with what people read."""
USUAL = ("time", "kind", "words", "number", "place", "speaker", "grade")


@dataclass(frozen=True, slots=True)
class Choice:
    """A column one may show or hide.

    Attributes:
        title: What people read.
        is_shown: Whether it is shown.
        others: What the address has to name for it to be otherwise; empty means the
            usual columns.
    """

    title: str
    is_shown: bool
    others: str


def shown(asked: str) -> tuple[str, ...]:
    """Return the columns an address asks for, the usual ones where it asks for none.

    Args:
        asked: Names with commas between; what is no column is passed over.
    """
    names = [name for name in asked.split(",") if name in COLUMNS]
    return tuple(dict.fromkeys(names)) or USUAL


def choices(now: tuple[str, ...]) -> list[Choice]:
    """Return every column with the way to show or hide it.

    Args:
        now: The columns shown; the last one cannot be hidden.
    """
    found = []
    for name, title in COLUMNS.items():
        is_shown = name in now
        other = [n for n in COLUMNS if (n in now) != (n == name)] or list(now)
        text = "" if tuple(other) == USUAL else ",".join(other)
        found.append(Choice(title, is_shown, text))
    return found
