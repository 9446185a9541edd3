"""Time expressions: where a text names a time, and which days that is."""

from trucewatch.reading.times.anchoring import infer_anchor
from trucewatch.reading.times.expression import TimeExpression, TimeKind
from trucewatch.reading.times.finding import find_times
from trucewatch.reading.times.headings import covered_until
from trucewatch.reading.times.matching import Pieces, cut

__all__ = [
    "Pieces",
    "TimeExpression",
    "TimeKind",
    "covered_until",
    "cut",
    "find_times",
    "infer_anchor",
]
