"""Trouble with a file: what is wrong with it and what its owner can do."""

from typing import NamedTuple

from trucewatch.values.gaps import Gap, GapKind


class Trouble(NamedTuple):
    """Why a file, or a part of it, could not be read.

    Attributes:
        what: What is wrong, without a final stop.
        advice: What to do about it, without a final stop.
    """

    what: str
    advice: str

    def gap(
        self,
        file: str,
        *,
        kind: GapKind = GapKind.UNREADABLE_FILE,
        document: str | None = None,
        text: str = "",
    ) -> Gap:
        """Return the row of the loss account that says so."""
        why = f"{self.what}; {self.advice}."
        return Gap(kind, file, document, None, text[:200], why)
