"""Claims on their way out of the house, with what is known around them.

A format that holds more than claims, such as their documents or what people decided on
them, asks the handout for it, and so cannot let out what a redaction withholds.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from importlib.metadata import version
from typing import Any

from trucewatch.claims.claim import Claim
from trucewatch.documents.document import Document
from trucewatch.ledger.entry import JudgementEntry
from trucewatch.ledger.judgements import UNGRADED
from trucewatch.ledger.standpoint import Standpoint
from trucewatch.ledger.view import LedgerView
from trucewatch.reference.theatre import Theatre
from trucewatch.registers.names import Names
from trucewatch.views.redaction import NAME, Redactor, redacted

ATTRIBUTION = "Places: GeoNames (CC BY 4.0) and the theatres' own supplements"
_DOCUMENTS = 64  # claims come document by document


class Handout:
    """Claims that are handed on; iterating over it yields them.

    Attributes:
        view: From where the ledger is looked at.
        theatre: All theatres: who and where somebody is.
        redactor: What takes out what must not leave the house, or None.
        taken: How many claims were asked for so far.
        left_out: Why claims found no place in the format, with how many.
    """

    def __init__(
        self,
        claims: Iterable[Claim],
        view: LedgerView,
        theatre: Theatre,
        redactor: Redactor | None = None,
    ) -> None:
        self.view, self.theatre, self.redactor = view, theatre, redactor
        self.taken = 0
        self.left_out: Counter[str] = Counter()
        self._claims = claims
        self._names = Names(theatre)
        self._document = lru_cache(_DOCUMENTS)(self._look_up)

    def __iter__(self) -> Iterator[Claim]:
        """Yield the claims, redacted where that was asked for."""
        claims = self._claims
        if self.redactor is not None:
            claims = redacted(claims, self.redactor, self.view)
        for claim in claims:
            self.taken += 1
            yield claim

    def leave_out(self, why: str) -> None:
        """Note that a claim has no place in the format."""
        self.left_out[why] += 1

    def name(self, key: str | None, text: str | None = None) -> str:
        """Return the neutral label of whatever a key stands for, else the words."""
        return self._names.name(key, text) or ""

    def country(self, code: str) -> str:
        """Return the name of a country by its ISO 3166 code, or nothing."""
        return self._countries.get(code, "")

    @cached_property
    def _countries(self) -> dict[str, str]:
        states = (p for p in self.theatre.places if p.kind == "country")
        return {state.country: state.label for state in states}

    def document(self, key: str) -> Document | None:
        """Return a document as it may leave the house, or None."""
        return self._document(key)

    def known(self, claim: str) -> dt.datetime:
        """Return when the ledger learned of a claim (UTC)."""
        return self.view.known_since(claim)

    def known_since(self, claim: str) -> str:
        """Return when the ledger learned of a claim (ISO 8601, UTC)."""
        return self.known(claim).isoformat(timespec="seconds")

    def judgements(self, target: str) -> tuple[JudgementEntry, ...]:
        """Return what was decided on a claim, oldest first, as it may leave the house.

        Redacted, nobody who judged is named, and notes are as any text.
        """
        return tuple(map(self._outside, self._judged.get(target, ())))

    def counted(self, target: str, type_: str) -> JudgementEntry | None:
        """Return the judgement of a type that counts for a claim, or None."""
        found = self.view.counted(target, type_)
        return None if found is None else self._outside(found)

    @cached_property
    def _judged(self) -> dict[str, list[JudgementEntry]]:
        found: dict[str, list[JudgementEntry]] = {}
        for entry in self.view.judgements():
            found.setdefault(entry.judgement.target, []).append(entry)
        return found

    def _outside(self, entry: JudgementEntry) -> JudgementEntry:
        if self.redactor is None:
            return entry
        note = self.redactor.text(entry.judgement.note)
        return replace(
            entry,
            stamp=replace(entry.stamp, author=NAME),
            judgement=replace(entry.judgement, note=note),
        )

    def _look_up(self, key: str) -> Document | None:
        found = self.view.document(key)
        if found is None or self.redactor is None:
            return found
        self.redactor.learn(found)
        # the address of a page often spells its headline
        title = found.title and self.redactor.text(found.title, key)
        return replace(found, text="", title=title, title_span=None, url=None, key=key)


@dataclass(frozen=True, slots=True)
class Handed:
    """What was handed on.

    Attributes:
        format: Name of the format.
        loses: What the format loses of a claim.
        claims: How many claims there were.
        rows: How many rows, events or entities of it were written.
        left_out: Claims that had no place in it, by why.
        standpoint: From where the ledger was looked at, in words.
        redacted: Whether names and coordinates were withheld.
    """

    format: str
    loses: str
    claims: int
    rows: int
    left_out: dict[str, int] = field(default_factory=dict)
    standpoint: dict[str, str] = field(default_factory=dict)
    redacted: bool = False

    def record(self) -> dict[str, Any]:
        """Return what a file beside the export says of it."""
        return {
            "format": self.format,
            "made_by": f"trucewatch {version('trucewatch')}",
            "loses": self.loses,
            "standpoint": self.standpoint,
            "redacted": self.redacted,
            "claims": self.claims,
            "rows": self.rows,
            "left_out": self.left_out,
            "attribution": ATTRIBUTION,
        }

    def said(self) -> str:
        """Return one sentence on what was lost and left out."""
        out = "; ".join(f"{n:,} {why}" for why, n in self.left_out.items())
        more = f". Left out of {self.claims:,} claims: {out}" if out else ""
        return f"loses {self.loses}{more}"


def in_words(standpoint: Standpoint) -> dict[str, str]:
    """Return what a standpoint asks for, nothing for what it leaves open."""
    least, roots = standpoint.min_grade, standpoint.min_independent
    asked = {
        "true_at": standpoint.as_of,
        "known_on": standpoint.known_on,
        "according_to": standpoint.according_to,
        "min_grade": None if least == UNGRADED else least,
        "min_independent": None if roots == 1 else roots,
    }
    return {name: str(value) for name, value in asked.items() if value is not None}
