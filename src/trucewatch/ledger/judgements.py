"""Judgements: what people decided, recorded and never overwritten.

Three workflows stay apart (DOMAIN 4.6): did the text say it (``Review``), did it happen
(``Standing``), who is responsible (``Attribution``). A grade is set by a person, and no
score is computed from any of them. A change of mind is a new judgement; of several on
one target and of one type, the last one of the most senior role counts.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Self

from trucewatch.claims.claim import Claim
from trucewatch.errors import ValueFormError


class AuthorRole(StrEnum):
    """In what capacity somebody judges, from junior to senior."""

    READER = "reader"
    CODER = "coder"
    ADJUDICATOR = "adjudicator"
    OWNER = "owner"

    @property
    def rank(self) -> int:
        """Seniority, from 0."""
        return list(AuthorRole).index(self)


class Verdict(StrEnum):
    """Whether the text says what the claim says it says."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    UNSURE = "unsure"  # looked at, and not decided; the claim is seen as before
    WITHDRAWN = "withdrawn"  # an earlier verdict is taken back


class Status(StrEnum):
    """How far what is claimed is known to hold (DOMAIN 4.6)."""

    ALLEGED = "alleged"
    UNDER_ASSESSMENT = "under_assessment"
    SINGLE_SOURCE = "single_source"
    CORROBORATED = "corroborated"
    CONFIRMED = "confirmed"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"
    UNVERIFIABLE = "unverifiable"
    SUPERSEDED = "superseded"


class AttributionStatus(StrEnum):
    """Whether responsibility could be laid with a party; apart from the status."""

    ATTRIBUTED = "attributed"
    UNATTRIBUTED = "unattributed"
    DISPUTED = "disputed"
    COULD_NOT_BE_ATTRIBUTED = "could_not_be_attributed"


class MatterState(StrEnum):
    """Where a contradiction is in its life."""

    OPEN = "open"
    EXPLAINED = "explained"
    SUPERSEDED = "superseded"
    STANDING = "standing"


class ExplanationReason(StrEnum):
    """Why two claims that seem to contradict do not."""

    DATE = "date"
    PERIOD = "period"
    AREA = "area"
    DEFINITION = "definition"
    COUNTER = "counter"
    UNIT = "unit"
    TRANSLATION = "translation"
    MISPRINT = "misprint"
    EXTRACTION = "extraction"
    OTHER = "other"


class NameKind(StrEnum):
    """What an unknown name turned out to be."""

    GROUP = "group"
    SOURCE = "source"
    PERSON = "person"
    PLACE = "place"
    INSTRUMENT = "instrument"


@dataclass(frozen=True, slots=True)
class Grade:
    """An Admiralty grade: reliability of the source, credibility of the item.

    Attributes:
        letter: ``A`` (completely reliable) to ``E`` (unreliable), ``F`` not judged.
        number: 1 (confirmed by independent roots) to 5, 6 not judged.
    """

    letter: str = "F"
    number: int = 6

    def __post_init__(self) -> None:
        if self.letter not in set("ABCDEF") or self.number not in range(1, 7):
            raise GradeFormError(f"{self.letter}{self.number}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``B2``, ``b2``, ``B`` (any item) or ``2`` (any source)."""
        text = text.strip().upper()
        if len(text) == 1:
            text = f"{text}6" if text.isalpha() else f"F{text}"
        if len(text) != len("B2") or not text[1].isascii() or not text[1].isdigit():
            raise GradeFormError(text)
        return cls(text[0], int(text[1]))

    def reaches(self, least: "Grade") -> bool:
        """Say whether this grade is at least ``least`` on both axes."""
        return self.letter <= least.letter and self.number <= least.number

    def __str__(self) -> str:
        return f"{self.letter}{self.number}"


class GradeFormError(ValueFormError):
    """Text that is not an Admiralty grade."""

    def __init__(self, text: str) -> None:
        super().__init__(f"not a grade: {text!r}; write A1 to F6, such as B2")


UNGRADED = Grade()


@dataclass(frozen=True, slots=True)
class Review:
    """Extraction review: does the text say what the claim says it says?

    Attributes:
        target: Key of the claim.
        verdict: What the reviewer found.
        corrected: The claim as it should read; for ``corrected`` only. A view shows it
            under the key of the original, with the original one step away.
        note: Why, in the reviewer's words.
    """

    type: ClassVar[str] = "review"
    target: str
    verdict: Verdict
    corrected: Claim | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if (self.verdict is Verdict.CORRECTED) != (self.corrected is not None):
            raise CorrectionFormError(self.target)


class CorrectionFormError(ValueFormError):
    """A correction without the corrected claim, or the other way round."""

    def __init__(self, target: str) -> None:
        super().__init__(f"review of {target}: the corrected claim goes with corrected")


@dataclass(frozen=True, slots=True)
class Standing:
    """Substantive status of a claim, an incident or a matter: did it happen?"""

    type: ClassVar[str] = "status"
    target: str
    status: Status
    note: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whether responsibility is established, and with whom.

    Attributes:
        target: Key of a claim, an incident or a matter.
        status: What could be established.
        party: Identifier of the party, for ``attributed`` and ``disputed``.
        note: Why.
    """

    type: ClassVar[str] = "attribution"
    target: str
    status: AttributionStatus
    party: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Grading:
    """An Admiralty grade for a claim, or for a source on a topic.

    Attributes:
        target: Key of a claim, or identifier of a speaker.
        grade: The grade; for a speaker only its letter counts.
        topic: Family of claim types ("CAS") the speaker's letter is for, or ``""``.
        note: The reason, which a grade always has.
    """

    type: ClassVar[str] = "grade"
    target: str
    grade: Grade
    topic: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Alias:
    """A name and whom it means, reversible by a later one with no identifier.

    Attributes:
        target: The name as written.
        id: Identifier it stands for; None takes an earlier alias back.
        according_to: Source in whose texts it means that, or None for all.
        start: First day it holds (ISO 8601), or None.
        end: Last day it holds, or None.
        note: Why.
    """

    type: ClassVar[str] = "alias"
    target: str
    id: str | None
    according_to: str | None = None
    start: str | None = None
    end: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Where a contradiction stands, and why it is explained if it is.

    Attributes:
        target: Key of the matter.
        state: Its state from here on.
        reason: Typed reason, for ``explained``.
        note: One sentence for readers of the brief.
    """

    type: ClassVar[str] = "explanation"
    target: str
    state: MatterState
    reason: ExplanationReason | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Retraction:
    """A claim or document withdrawn by who made it, or reinstated.

    Attributes:
        target: Key of the claim or document.
        retracted: False takes an earlier retraction back.
        by: Who withdrew it, or None.
        note: Where and how it was withdrawn.
    """

    type: ClassVar[str] = "retraction"
    target: str
    retracted: bool = True
    by: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """An unknown name taken into (or refused for) the theatre.

    Attributes:
        target: The name as written.
        accepted: Whether it becomes known.
        kind: What it names.
        id: Identifier it gets, or None when refused.
        note: Why.
    """

    type: ClassVar[str] = "acceptance"
    target: str
    accepted: bool
    kind: NameKind
    id: str | None = None
    note: str = ""


Judgement = (
    Review
    | Standing
    | Attribution
    | Grading
    | Alias
    | Explanation
    | Retraction
    | Acceptance
)

TYPES: dict[str, type[Judgement]] = {
    cls.type: cls
    for cls in (
        Review,
        Standing,
        Attribution,
        Grading,
        Alias,
        Explanation,
        Retraction,
        Acceptance,
    )
}


def facet(judgement: Judgement) -> str:
    """Return what tells apart judgements of one type that do not replace each other.

    A source's grade for casualties leaves its grade for aid alone, and a name may be
    an alias in one source's texts only.
    """
    match judgement:
        case Grading(topic=topic):
            return topic
        case Alias(according_to=source):
            return source or ""
        case _:
            return ""
