"""Triggers: acts that make a statement of a claim type, read from ``subjects.tsv``."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from trucewatch.reading.acts import Act


@dataclass(frozen=True, slots=True)
class Trigger:
    """One row of ``subjects.tsv``: what makes a statement of a claim type."""

    kind: str
    acts: frozenset[str]
    needs: tuple[str, ...]
    only: frozenset[str]
    never: frozenset[str]
    variant: str | None

    def takes(self, words: str) -> bool:
        """Say whether an act of these words can make a statement of this type."""
        return words in self.only if self.only else words not in self.never


@cache
def triggers() -> dict[str, tuple[Trigger, ...]]:
    """Return the triggers by class of act; read from the package's data once."""
    path = resources.files("trucewatch.claims") / "subjects.tsv"
    table: dict[str, list[Trigger]] = {}
    for line in path.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, acts, needs, words, variant, _source = line.split("\t")
        trigger = Trigger(
            kind,
            frozenset(acts.split()),
            tuple(needs.split()),
            _marked("+", words),
            _marked("-", words),
            variant or None,
        )
        for act in trigger.acts:
            table.setdefault(act, []).append(trigger)
    return {act: tuple(rows) for act, rows in table.items()}


def _marked(mark: str, words: str) -> frozenset[str]:
    """Return the words of a cell that bear a mark; "_" joins those of a phrase."""
    marked = (word for word in words.split() if word.startswith(mark))
    return frozenset(word[1:].replace("_", " ") for word in marked)


@cache
def covering() -> dict[str, frozenset[str]]:
    """Return by claim type those that claim as much: a breach, that it is broken."""
    kinds = {row.kind for rows in triggers().values() for row in rows}
    incidents = frozenset(kind for kind in kinds if kind.startswith("INC."))
    return {
        kind: incidents
        if kind == "INS.compliance"
        else frozenset(other for other in kinds if other[:3] == kind[:3])
        for kind in kinds
    }


def rows_of(act: Act, kind: str) -> Iterator[Trigger]:
    """Yield the rows by which an act can make a statement of a type."""
    for name in act.classes:
        yield from (row for row in triggers().get(name, ()) if row.kind == kind)


@cache
def free_trigger(kind: str) -> Trigger:
    """Return what makes a statement that no rule has found."""
    return Trigger(kind, frozenset(), (), frozenset(), frozenset(), None)
