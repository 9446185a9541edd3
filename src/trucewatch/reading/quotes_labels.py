"""Speakers that stand as labels: before a colon, after a dash, in brackets."""

from trucewatch.reading.quotes_frame import Draft, Form
from trucewatch.reading.quotes_phrases import Clause, Range, is_word

_FLAGS = frozenset({"urgent", "live", "breaking", "update", "new", "alert"})
_LABEL = 7  # longest speaker before a colon, in tokens


def draft_labels(clause: Clause) -> list[Draft]:
    """Read the speakers that stand as labels: "Qatar: …", "… – the ministry".

    Each part of a line between semicolons may have its own.
    """
    found: list[Draft] = []
    start = clause.lo
    for index in range(clause.lo, clause.stop + 1):
        if index == clause.stop or clause.low[index] == ";":
            beside = _label_before(clause, start, index)
            if beside is None:
                beside = _label_after(clause, start, index)
            labels = (_label_in_brackets(clause, start, index), beside)
            found += [label for label in labels if label is not None]
            start = index + 1
    return found


def _label(cue: int, source: Range, content: Range, lemma: str) -> Draft:
    draft = Draft((cue, cue + 1), lemma, "cites", Form.HEADING, weak=True)
    draft.source, draft.contents = source, [content]
    return draft


def _label_before(clause: Clause, start: int, end: int) -> Draft | None:
    low = clause.low
    first = start
    while first < end and (not is_word(low[first]) or low[first] in _FLAGS):
        first += 1
    for index in range(first + 1, min(first + _LABEL, end - 1)):
        if low[index] == ":":
            return _label(index, (first, index), (index + 1, end), ":")
        if not is_word(low[index]) and low[index] not in {".", "-", "'", "’"}:
            return None
    return None


def _label_after(clause: Clause, start: int, end: int) -> Draft | None:
    low = clause.low
    for index in range(end - 2, max(start, end - _LABEL) - 1, -1):
        dash = low[index] in {"–", "—", "-"} and not clause.glued(index)
        by = low[index] == "by" and index > start and low[index - 1] == ","
        if dash or by:
            after = index - 1 if by else index
            if after <= start:
                return None
            return _label(index, (index + 1, end), (start, after), low[index])
        if not is_word(low[index]) and low[index] not in {".", "'", "’"}:
            return None
    return None


def _label_in_brackets(clause: Clause, start: int, end: int) -> Draft | None:
    low = clause.low
    last = end + (end < clause.hi and low[end] == ")")
    if last <= start or low[last - 1] != ")":
        return None
    for index in range(last - 2, max(start, last - _LABEL), -1):
        if low[index] == "(":
            if index + 1 >= last - 1:
                return None
            return _label(index, (index + 1, last - 1), (start, index), "(")
        if not is_word(low[index]) and low[index] not in {"-", ".", "'", "’"}:
            return None
    return None
