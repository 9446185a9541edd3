"""The one door for Python users, and for the command line and the web behind it.

``Casebook`` is a ledger one can take documents into and look at from any standpoint;
``read`` gives claims without any ledger. Everything else here is a value they return.
"""

from importlib import import_module, resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trucewatch.api.casebook import Casebook, system_clock
from trucewatch.claims.claim import Claim
from trucewatch.claims.record import to_record
from trucewatch.claims.types import claim_types
from trucewatch.comparison.disputes import Disputed
from trucewatch.intake.accounting import LEFT_OUT, LossAccount
from trucewatch.intake.judging import Decision
from trucewatch.intake.progress import Progress, Step
from trucewatch.ledger.differing import Difference, difference
from trucewatch.ledger.entry import ErasureEntry
from trucewatch.ledger.erasing import Erasure
from trucewatch.ledger.glance import Glimpsed
from trucewatch.ledger.holdings import Hit, Tally, tallied
from trucewatch.ledger.judgements import (
    Alias,
    ExplanationReason,
    Judgement,
    MatterState,
    Review,
    Verdict,
)
from trucewatch.ledger.records import gap_record
from trucewatch.ledger.standpoint import Standpoint
from trucewatch.ledger.verification import Verification
from trucewatch.reference.places import Resolution
from trucewatch.registers.disagreements import rows_for as disagreements_of
from trucewatch.registers.register import Register, Row
from trucewatch.registers.registry import REGISTERS
from trucewatch.values.gaps import Gap, GapKind
from trucewatch.values.spans import Span
from trucewatch.views.bounded import (
    Evidence,
    comparisons_of,
    copies_among,
    disputes_of,
    evidence_of,
    steps_of,
)
from trucewatch.views.briefs import render
from trucewatch.views.comparing import Compared, Comparing
from trucewatch.views.deadlines import KINDS as DEADLINE_KINDS
from trucewatch.views.deadlines import deadlines, last_day
from trucewatch.views.exports.csv import neutral as neutral_cell
from trucewatch.views.exports.formats import (
    FormatLine,
    claim_formats,
    file_of,
    format_lines,
)
from trucewatch.views.exports.handout import Handed
from trucewatch.views.facets import facets_of, with_facet
from trucewatch.views.findings import (
    Comparison,
    finding_record,
)
from trucewatch.views.ground import ground_of, point_of
from trucewatch.views.keeping import kept_by_document
from trucewatch.views.losses import LABELS as LOSS_LABELS
from trucewatch.views.pdf import can_typeset, render_pdf
from trucewatch.views.places import find_place, place_records
from trucewatch.views.redaction import Redactor
from trucewatch.views.scope import Scope, audiences
from trucewatch.views.status import Status
from trucewatch.views.theatres import count_theatre, list_theatres
from trucewatch.views.timeline import timeline, timeline_record
from trucewatch.views.wording import number_text, place_text, speaker_text, time_text

if TYPE_CHECKING:
    from trucewatch.intake.reviewing import Checked, check_correction
    from trucewatch.intake.runs import Run, read
    from trucewatch.reference.checking import Problem, check_theatre
    from trucewatch.reference.skeleton import new_theatre
    from trucewatch.views.explaining import (
        ClaimExplanation,
        Explanation,
        SeenKind,
        Unused,
    )

__all__ = [
    "DEADLINE_KINDS",
    "EXAMPLES",
    "LEFT_OUT",
    "LOSS_LABELS",
    "REGISTERS",
    "Alias",
    "Casebook",
    "Checked",
    "Claim",
    "ClaimExplanation",
    "Compared",
    "Comparing",
    "Comparison",
    "Decision",
    "Difference",
    "Disputed",
    "Erasure",
    "ErasureEntry",
    "Evidence",
    "Explanation",
    "ExplanationReason",
    "FormatLine",
    "Gap",
    "GapKind",
    "Glimpsed",
    "Handed",
    "Hit",
    "Judgement",
    "LossAccount",
    "MatterState",
    "Problem",
    "Progress",
    "Redactor",
    "Register",
    "Resolution",
    "Review",
    "Row",
    "Run",
    "Scope",
    "SeenKind",
    "Standpoint",
    "Status",
    "Step",
    "Tally",
    "Unused",
    "Verdict",
    "Verification",
    "audiences",
    "can_typeset",
    "check_correction",
    "check_theatre",
    "claim_formats",
    "claim_types",
    "comparisons_of",
    "copies_among",
    "count_theatre",
    "deadlines",
    "difference",
    "disagreements_of",
    "disputes_of",
    "evidence_of",
    "explain",
    "facets_of",
    "file_of",
    "find_place",
    "finding_record",
    "forget_readings",
    "format_lines",
    "gap_record",
    "ground_of",
    "kept_by_document",
    "last_day",
    "list_theatres",
    "make_key",
    "neutral_cell",
    "new_theatre",
    "number_text",
    "place_records",
    "place_text",
    "point_of",
    "read",
    "render",
    "render_pdf",
    "speaker_text",
    "steps_of",
    "system_clock",
    "tallied",
    "time_text",
    "timeline",
    "timeline_record",
    "to_record",
    "with_facet",
]

EXAMPLES = Path(str(resources.files("trucewatch") / "examples" / "mission"))
"""Documents that ship with the program, to try it on."""


# What reads, checks or explains documents takes longest to import, and most commands
# only look: these names come when somebody first asks for them.
_LATE = {
    "Checked": "trucewatch.intake.reviewing",
    "ClaimExplanation": "trucewatch.views.explaining",
    "Explanation": "trucewatch.views.explaining",
    "Problem": "trucewatch.reference.checking",
    "Run": "trucewatch.intake.runs",
    "SeenKind": "trucewatch.views.explaining",
    "Unused": "trucewatch.views.explaining",
    "check_correction": "trucewatch.intake.reviewing",
    "check_theatre": "trucewatch.reference.checking",
    "new_theatre": "trucewatch.reference.skeleton",
    "read": "trucewatch.intake.runs",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever is offered late
    """Import what is offered late when somebody first asks for it."""
    if name not in _LATE:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    found = getattr(import_module(_LATE[name]), name)
    globals()[name] = found
    return found


def make_key(path: Path) -> Path:
    """Make a key to sign manifests with; return the file of its public part.

    Raises:
        CustodyError: There is such a file already, or it cannot be written.
        MissingPartError: The extra ``sign`` is not installed.
    """
    from trucewatch.ledger import signing  # noqa: PLC0415 - an extra

    return signing.make_key(path)


def forget_readings() -> None:
    """Forget the last readings that corrections were held against."""
    from trucewatch.intake.reviewing import reading_again  # noqa: PLC0415 - see _LATE

    reading_again.cache_clear()


def explain(
    path: Path, *, span: tuple[int, int] | None = None, theatre: str | None = None
) -> "Explanation":
    """Return what was seen in a document, and why it gave the claims it gave.

    Args:
        path: The document.
        span: The part of its text asked for, as half-open offsets; None for all.
        theatre: Name or folder of the theatre; by default the document chooses.

    Raises:
        DocumentError: It cannot be read.
        UnknownTheatreError: No theatre has that name.
    """
    from trucewatch.intake.files import reading_of  # noqa: PLC0415 - see _LATE
    from trucewatch.views.explaining import explain_reading  # noqa: PLC0415

    part = None if span is None else Span(*span)
    return explain_reading(reading_of(path, theatre), part)
