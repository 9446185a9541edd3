"""Reporting frames without a verb: "according to", "by X's count", nouns, colons."""

from trucewatch.reading.quotes_frame import Draft, Form
from trucewatch.reading.quotes_phrases import QUOTE_MARKS, Clause, Range, is_word

_NEAR = 9  # tokens between "by" and the noun in "by the centre's Friday sheet"
_FLAGS = frozenset({"urgent", "live", "breaking", "update", "new", "alert"})
_LABEL = 7  # longest speaker before a colon, in tokens


def draft_phrase(clause: Clause, index: int) -> Draft | None:
    """Read "according to X" and its like at a token."""
    for start, phrase, _ in clause.words.phrases.at(clause.low, index):
        end = start + len(phrase)
        draft = Draft((start, end), " ".join(phrase), "cites", Form.ACCORDING_TO)
        draft.weak = phrase[0] != "according"
        draft.source = clause.phrase_after(end)
        if start < clause.lo or draft.source is None:
            return None
        return _around(clause, draft, draft.source[1])
    return None


def _around(clause: Clause, draft: Draft, end: int) -> Draft | None:
    """Give an adverbial frame what stands before it, or after it where it leads."""
    left = _after_semicolon(clause, draft.cue[0])
    before = draft.cue[0]
    while before > left and _is_loose_mark(clause, before - 1):
        before -= 1
    after = end + (end < clause.stop and _is_loose_mark(clause, end))
    leads = before <= left or not clause.has_finite(left, before)
    if not leads:
        draft.contents = [(left, before)]
        if clause.low[end : end + 1] == [","] and after < clause.stop:
            draft.contents.append((after, clause.stop))
    elif after < clause.stop:
        draft.contents = [(after, clause.stop)]
    elif before > left:
        draft.contents = [(left, before)]
    return draft if draft.contents else None


def _after_semicolon(clause: Clause, index: int) -> int:
    """Return where the part of a sentence that holds a token begins."""
    start = index
    while start > clause.lo and clause.low[start - 1] != ";":
        start -= 1
    return start


def _is_loose_mark(clause: Clause, index: int) -> bool:
    """Say whether a token is a comma or dash and closes nothing."""
    word = clause.low[index]
    return not is_word(word) and word not in QUOTE_MARKS and word != ")"


def draft_possessed(clause: Clause, index: int) -> Draft | None:
    """Read "by the Observatory's count" at the noun."""
    if clause.low[index] not in clause.words.possessed:
        return None
    start = _possessor_preposition(clause, index)
    owner = None if start is None else _owner(clause, start + 1, index)
    if start is None or owner is None or _is_time(clause, owner):
        return None
    draft = Draft((start, index + 1), f"by {clause.low[index]}", "cites", Form.NOUN)
    draft.source, draft.weak = owner, True
    return _around(clause, draft, index + 1)


def _possessor_preposition(clause: Clause, index: int) -> int | None:
    """Return the preposition of "by … count", close before the noun, or None."""
    for start in range(index - 1, max(clause.lo, index - _NEAR) - 1, -1):
        word = clause.low[start]
        if not is_word(word) and word not in {"-", "'", "’"}:
            return None
        if word in clause.words.words["coordinators"] or clause.is_finite(start):
            return None
        if word in clause.words.possessors and start + 1 < index:
            return start
    return None


def _owner(clause: Clause, first: int, noun: int) -> Range | None:
    """Return the possessor before a noun: "the centre's", "its"."""
    if clause.low[first] in clause.words.words["possessives"]:
        return first, first + 1
    owner = None
    for at in range(first, noun):
        if clause.low[at].endswith(("'s", "s'")) or clause.low[at] == "'":
            owner = (first, at + 1)
    return owner


def _is_time(clause: Clause, owner: Range) -> bool:
    """Say whether a possessor is a day ("Friday's tally") and so nobody."""
    last = clause.low[owner[1] - 1].removesuffix("'s").removesuffix("'")
    return last in clause.words.words["time_nouns"]


_COPULAS = frozenset(
    ("is", "was", "are", "were", "stands", "stood", "of", ":", "comes", "came", "has",
     "puts", "now", "climbs", "grew", "grows", "rose", "rises", "totals", "reached")
)  # fmt: skip


def _after_aside(clause: Clause, after: int) -> int:
    """Return where the clause goes on after ", which includes the military,"."""
    if clause.low[after : after + 2] != [",", "which"]:
        return after
    for index in range(after + 2, clause.stop):
        if clause.low[index] == ",":
            return index + 1
    return after


def draft_noun(clause: Clause, index: int) -> Draft | None:
    """Read "Russia's count is 71" and "the statement that" at the noun."""
    word = clause.low[index]
    after = _after_aside(clause, index + 1)
    if after >= clause.stop:
        return None
    nxt = clause.low[after]
    counted = word in clause.words.count_nouns and nxt in _COPULAS
    carried = word in clause.words.clause_nouns and nxt == "that"
    owner = clause.phrase_before(index) if counted or carried else None
    start = after if carried else after + 1
    if owner is None or start >= clause.stop:
        return None
    draft = Draft((index, index + 1), word, "cites", Form.NOUN, weak=True)
    possessors = [
        i for i in range(owner[0], index) if clause.low[i].endswith(("'s", "s'"))
    ]
    if possessors:
        draft.source = (owner[0], possessors[-1] + 1)
        if _is_time(clause, draft.source):
            return None
    elif counted:
        closed = clause.words.words
        if all(clause.low[i] in closed["determiners"] for i in range(owner[0], index)):
            return None  # "a total of"
        draft.source = (owner[0], index)
    draft.contents = [(start, clause.stop)]
    return draft


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
    figures = clause.words.words["figures"]
    if before.form is Form.PASSIVE:
        return _passive_gap(clause, before, start)
    for end in range(start + 1, min(start + _LABEL, clause.stop)):
        word = clause.low[end]
        if word[0].isdigit() or (word in figures and word not in _VAGUE):
            first = clause.low[start]
            if first in clause.words.words["time_nouns"]:
                return None
            named = clause.tokens.text[start][0].isupper() or first == "the"
            if not named:
                return None
            draft = Draft((index, index + 1), before.lemma, before.stance, Form.GAPPED)
            draft.source, draft.weak = (start, end), True
            draft.contents = [(end, clause.stop)]
            return draft
        if not is_word(word) or clause.is_finite(end):
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


def draft_adverb(clause: Clause, index: int) -> Draft | None:
    """Read "reportedly": somebody says so, nobody is named."""
    stance = clause.words.adverbs.get(clause.low[index])
    if stance is None:
        return None
    draft = Draft((index, index + 1), clause.low[index], stance, Form.PASSIVE)
    draft.weak = True
    draft.contents = [(clause.lo, clause.stop)]
    return draft
