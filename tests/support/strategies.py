"""Hypothesis strategies for documents, claims, entries and what is done to a ledger.

Small alphabets on purpose: the same document, claim or name must come up twice for the
laws of a ledger to be put to the test.
"""

import datetime as dt
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from tests.support.claims import a_claim, a_document, a_gap, at, by_reader
from trucewatch.claims.claim import Claim
from trucewatch.documents.document import Document
from trucewatch.ledger.judgements import (
    Alias,
    AuthorRole,
    Grade,
    Grading,
    Judgement,
    Retraction,
    Review,
    Standing,
    Status,
    Verdict,
)
from trucewatch.ledger.ledger import Ledger
from trucewatch.values.gaps import Gap

WORDS = ("One", "Two", "Six", "Ten", "left", "fell", "joined", "rose")
SOURCES = ("wire", "post", "centre", "mission", "elder")
KINDS = ("PTY.accession", "CAS.killed", "INC.violation")
DAYS = tuple(f"2026-01-{day:02d}" for day in range(1, 10))
FIRST_DAY = at(DAYS[0])


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document of a few words; equal words make the same document."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))
    return a_document(
        " ".join(words) + ".",
        published=draw(st.sampled_from([None, "2016-05-10", "2016-06"])),
        source_file=None,
    )


@st.composite
def claims_of(draw: st.DrawFn, document: Document) -> Claim:
    """A claim that quotes some word of ``document``."""
    claim = a_claim(
        document,
        draw(st.sampled_from(document.text.rstrip(".").split())),
        kind=draw(st.sampled_from(KINDS)),
        chain=tuple(draw(st.lists(st.sampled_from(SOURCES), min_size=1, max_size=3))),
        start=draw(st.sampled_from([None, "2016-05", "2016-05-23", "2016-06-01"])),
        value=draw(st.sampled_from([None, 1, 7, 7.5])),
    )
    return by_reader(claim, draw(st.sampled_from(["rules 0.1.0", "rules 0.2.0"])))


@st.composite
def gaps_of(draw: st.DrawFn, document: Document) -> Gap:
    """A number of ``document`` that no claim uses."""
    return a_gap(draw(st.sampled_from(["17", "18"])), document.key)


@dataclass(frozen=True, slots=True)
class Taking:
    """One document taken in, with all that one reader found and left out."""

    document: Document
    claims: tuple[Claim, ...]
    gaps: tuple[Gap, ...]
    known: dt.datetime
    reader: str = "rules 0.1.0"

    def apply(self, ledger: Ledger) -> None:
        """Do it."""
        ledger.append(
            self.document,
            self.claims,
            self.gaps,
            known=self.known,
            author="anna",
            reader=self.reader,
        )


@dataclass(frozen=True, slots=True)
class Judging:
    """One judgement made; on a claim by its place among those of the ledger."""

    judgement: Judgement
    place: int
    known: dt.datetime
    role: AuthorRole

    def apply(self, ledger: Ledger) -> None:
        """Do it, unless there is no claim to judge."""
        judgement = self.judgement
        if judgement.target == "c_":
            keys = sorted(claim.key for claim in ledger.view().claims())
            if not keys:
                return
            judgement = replace(judgement, target=keys[self.place % len(keys)])
        ledger.judge(judgement, known=self.known, author="olga", role=self.role)


JUDGEMENTS: tuple[Judgement, ...] = (
    Review("c_", Verdict.ACCEPTED),
    Review("c_", Verdict.REJECTED),
    Standing("c_", Status.CONTESTED),
    Grading("c_", Grade("B", 2)),
    Grading("wire", Grade("C", 6)),
    Retraction("c_"),
    Retraction("c_", retracted=False),
    Alias("Elder", "centre"),
    Alias("Elder", None),
)
Deed = Taking | Judging


@st.composite
def takings(draw: st.DrawFn) -> Taking:
    """Some document, read by one version of the reader."""
    document = draw(documents())
    reader = draw(st.sampled_from(["rules 0.1.0", "rules 0.2.0"]))
    claims = draw(st.lists(claims_of(document), max_size=4))
    unique = {claim.key: by_reader(claim, reader) for claim in claims}
    gaps = tuple(draw(st.lists(gaps_of(document), max_size=2)))
    known = at(draw(st.sampled_from(DAYS)))
    return Taking(document, tuple(unique.values()), gaps, known, reader)


@st.composite
def judgings(draw: st.DrawFn) -> Judging:
    """A judgement on some claim, source or name."""
    return Judging(
        draw(st.sampled_from(JUDGEMENTS)),
        draw(st.integers(0, 9)),
        at(draw(st.sampled_from(DAYS))),
        draw(st.sampled_from(AuthorRole)),
    )


deeds = st.lists(st.one_of(takings(), takings(), judgings()), max_size=8)
days = st.sampled_from(DAYS).map(lambda day: at(day, "23:00"))
