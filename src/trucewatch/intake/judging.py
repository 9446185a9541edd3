"""From a word to a judgement: what a person decides of a claim, finding or name."""

from dataclasses import dataclass

from trucewatch.errors import UnknownNameError
from trucewatch.ledger.judgements import (
    Attribution,
    AttributionStatus,
    AuthorRole,
    Explanation,
    ExplanationReason,
    Grade,
    GradeFormError,
    Grading,
    Judgement,
    MatterState,
    Retraction,
    Review,
    Standing,
    Status,
    Verdict,
)

_FINDING = "f_"
_VERDICTS = frozenset(Verdict) - {Verdict.CORRECTED}
_RETRACTIONS = {"retracted": True, "reinstated": False}
_DECISIONS = (
    Verdict.ACCEPTED,
    Verdict.REJECTED,
    Verdict.UNSURE,
    Verdict.WITHDRAWN,
    *Status,
    *AttributionStatus,
    *_RETRACTIONS,
    "A1 to F6",
)


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided, in words.

    Attributes:
        target: Key of a claim or finding, or identifier of a speaker.
        word: The decision, such as ``accepted``, ``contested`` or ``B2``.
        note: Why, in one sentence.
        reason: Typed reason why a contradiction is explained, or None.
        party: Who is held responsible, for an attribution, or None.
        topic: Family of claim types a speaker's grade is for, or empty.
    """

    target: str
    word: str
    note: str = ""
    reason: str | None = None
    party: str | None = None
    topic: str = ""

    def judgement(self) -> Judgement:
        """Return the judgement the words stand for.

        A finding (``f_…``) has a state; everything else has a verdict, a status, an
        attribution, a grade, or is retracted.

        Raises:
            UnknownNameError: The words are not among those a decision can have.
        """
        if self.target.startswith(_FINDING):
            return self._explanation()
        target, note = self.target, self.note
        match self.word:
            case word if word in _VERDICTS:
                return Review(target, Verdict(word), note=note)
            case word if word in set(Status):
                return Standing(target, Status(word), note)
            case word if word in set(AttributionStatus):
                return Attribution(target, AttributionStatus(word), self.party, note)
            case word if word in _RETRACTIONS:
                return Retraction(target, _RETRACTIONS[word], self.party, note)
            case _:
                return self._grading()

    def _explanation(self) -> Explanation:
        if self.word not in set(MatterState):
            raise UnknownNameError("state", self.word, MatterState)
        if self.reason is not None and self.reason not in set(ExplanationReason):
            raise UnknownNameError("reason", self.reason, ExplanationReason)
        reason = None if self.reason is None else ExplanationReason(self.reason)
        return Explanation(self.target, MatterState(self.word), reason, self.note)

    def _grading(self) -> Grading:
        try:
            grade = Grade.parse(self.word)
        except GradeFormError:
            raise UnknownNameError("decision", self.word, _DECISIONS) from None
        return Grading(self.target, grade, self.topic, self.note)


def role_named(role: str) -> AuthorRole:
    """Return the capacity in which somebody judges.

    Raises:
        UnknownNameError: No role is called so.
    """
    if role not in set(AuthorRole):
        raise UnknownNameError("role", role, AuthorRole)
    return AuthorRole(role)
