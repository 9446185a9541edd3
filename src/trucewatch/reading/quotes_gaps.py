"""Reporting frames whose verb is left out: "…, the other side seven"."""

from trucewatch.reading.quotes_frame import Draft, Form
from trucewatch.reading.quotes_phrases import Clause, Range, is_word
from trucewatch.reading.quotes_setting import is_figure

_LONGEST = 7  # tokens of a source before its figure
# Figures that as well stand inside a noun phrase: "the Turkish half", "the other two".
_VAGUE = frozenset({"no", "two", "half", "some", "several", "another", "more", "at"})


def draft_gap(clause: Clause, before: Draft, index: int) -> Draft | None:
    """Read "…, the other side seven": a later source with the verb left out.

    Args:
        clause: The clause.
        before: The frame whose verb is understood.
        index: A comma or semicolon after it.
    """
    start = index + 1
    while start < clause.stop and clause.low[start] in {"and", "while", "but"}:
        start += 1
    if before.form is Form.PASSIVE:
        return _passive_gap(clause, before, start)
    if start >= clause.stop or not _begins_source(clause, start):
        return None
    if _in_brackets(clause, before.cue[1], index):
        return None
    found = _figure_after(clause, before, start, pause=clause.low[index] == ";")
    if found is None:
        return None
    draft = Draft((index, index + 1), before.lemma, before.stance, Form.GAPPED)
    draft.source, draft.weak = (start, found[0]), True
    draft.contents = [(found[1], clause.stop)]
    return draft


def _begins_source(clause: Clause, start: int) -> bool:
    first = clause.low[start]
    if first in clause.words.words["time_nouns"]:
        return False
    return clause.tokens.text[start][0].isupper() or first in {"the", "those"}


def _in_brackets(clause: Clause, start: int, index: int) -> bool:
    """Say whether a mark stands in brackets: "(M23 eleven, FARDC six)"."""
    inside = clause.low[start:index]
    return inside.count("(") > inside.count(")")


def _figure_after(
    clause: Clause, before: Draft, start: int, *, pause: bool
) -> Range | None:
    """Return where a gapped source ends and where its figure begins.

    The preposition of the verb may be repeated ("… speaks of 9, the centre of 7"), and
    a comma may stand for the verb after a semicolon ("…; the other party, 1,640").
    """
    again = before.cue[1] - 1
    for end in range(start + 1, min(start + _LONGEST, clause.stop)):
        word = clause.low[end]
        if is_figure(clause, end) and word not in _VAGUE:
            return end, end
        if word == clause.low[again] and again > before.cue[0]:
            return (end, end + 1) if end + 1 < clause.stop else None
        if word == "," and pause and end + 1 < clause.stop:
            return (end, end + 1) if is_figure(clause, end + 1) else None
        if word in {"with", "at"} and end + 1 < clause.stop:
            return (end, end + 1) if is_figure(clause, end + 1) else None
        joins = word == "of" or (word == "-" and clause.glued(end))
        if not (is_word(word) or joins) or clause.is_finite(end):
            return None
        if word in clause.words.words["prepositions"] and not joins:
            return None
    return None


def _passive_gap(clause: Clause, before: Draft, start: int) -> Draft | None:
    """Read "…, and eight by the Turkish side" after a passive with its agent."""
    for by in range(start + 1, min(start + 4, clause.stop)):
        if clause.low[by] == "by":
            source = clause.phrase_after(by + 1)
            if source is None:
                return None
            draft = Draft((by, by + 1), before.lemma, before.stance, Form.GAPPED)
            draft.source, draft.weak = source, True
            draft.contents = [(start, by), (source[1], clause.stop)]
            return draft
        if not is_word(clause.low[by]):
            return None
    return None
