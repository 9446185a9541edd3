"""Frames of one sentence that would report the same words: who keeps them."""

from collections.abc import Sequence
from itertools import pairwise

from trucewatch.reading.quotes_frame import Draft, Form
from trucewatch.reading.quotes_phrases import Clause
from trucewatch.reading.quotes_setting import is_statement

_JOINTS = frozenset({"while", "whereas", "as"})


def cut_contents(clause: Clause, drafts: Sequence[Draft]) -> None:
    """End a content where a later frame of the same sentence takes over.

    Args:
        clause: Their clause.
        drafts: Its frames in order; their contents are changed.
    """
    _share(clause, drafts)
    for number, draft in enumerate(drafts):
        for later in drafts[number + 1 :]:
            begin = _takes_over_at(clause, draft, later)
            if begin is None:
                continue
            draft.contents = [
                (a, min(b, begin)) for a, b in draft.contents if a < begin
            ] or draft.contents


def _takes_over_at(clause: Clause, draft: Draft, later: Draft) -> int | None:
    """Return where ``later`` cuts off what ``draft`` reports, or None.

    It does after a semicolon, after "and", "but", "while", and after a comma where it
    shares the speaker (", adding") or reports what stands before it (", X said").
    """
    last = draft.contents[-1]
    begin = later.cue[0]
    if later.form is Form.GAPPED:
        begin = min(begin, later.contents[0][0])
        inside = last[0] < begin < last[1]
        return begin if inside and _is_surely_somebody(clause, later) else None
    same = later.source is not None and later.source == draft.source
    if later.source is not None and not same:
        begin = min(begin, later.source[0])
    if not last[0] < begin < last[1]:
        return None
    mark, low = begin - 1, clause.low
    joined = low[mark] in clause.words.words["coordinators"] or low[mark] in _JOINTS
    mark -= joined
    leads = later.contents[0][0] < later.cue[0]
    if low[mark] == ";" or (low[mark] in {",", "–", "—"} and (joined or same or leads)):
        return mark
    return mark + 1 if joined and same else None


def _is_surely_somebody(clause: Clause, gap: Draft) -> bool:
    """Say whether a gapped source is no place of a list ("Aleppo 3, Homs 5")."""
    start, end = gap.source or gap.cue
    speaking = clause.words.speaking
    return clause.low[start] == "the" or any(
        word in speaking for word in clause.low[start:end]
    )


def _share(clause: Clause, drafts: Sequence[Draft]) -> None:
    """Give each "according to" of a sentence the figures before it and after the last.

    "Ten died according to the police, and twelve according to the hospital".
    """
    cited = [one for one in drafts if one.lemma == "according to" and one.source]
    for before, later in pairwise(cited):
        end = before.source[1] if before.source else before.cue[1]
        told = later.contents[0]
        spans = told[0] <= before.cue[0] and end < told[1] <= later.cue[0]
        if not spans or not is_statement(clause, end, told[1]):
            continue
        while clause.low[end] in {",", ";", "and", "but", "or"}:
            end += 1
        later.contents[0] = (end, told[1])
        kept = [one for one in before.contents if one[0] < before.cue[0]]
        before.contents = kept or before.contents
