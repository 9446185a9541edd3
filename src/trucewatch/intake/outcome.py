"""The outcome: what became of one file."""

from dataclasses import dataclass

from trucewatch.intake.path import Taken
from trucewatch.reference.choice import Choice
from trucewatch.values.gaps import Gap


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file.

    Attributes:
        name: Its name, as the claims will have it.
        taken: Its document with the claims, or None when it could not be read.
        gaps: What hindered reading the file itself.
        skipped: True when the ledger knew it already and it was not read again.
        choice: The theatre its document chose for itself, where it was to choose.
        waits: True when it names no place and waits for what its folder is about.
    """

    name: str
    taken: Taken | None = None
    gaps: tuple[Gap, ...] = ()
    skipped: bool = False
    choice: Choice | None = None
    waits: bool = False
