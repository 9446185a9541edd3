"""Reporting frames without a verb: "according to", "by X's count", nouns, colons."""

from trucewatch.reading.quotes_frame import Draft, Form
from trucewatch.reading.quotes_phrases import QUOTE_MARKS, Clause, Range, is_word
from trucewatch.reading.quotes_setting import is_figure, is_past, is_statement, joins

_NEAR = 9  # tokens between "by" and the noun in "by the centre's Friday sheet"


def draft_phrase(clause: Clause, index: int) -> Draft | None:
    """Read "according to X" and its like at a token."""
    for start, phrase, _ in clause.words.phrases.at(clause.low, index):
        end = start + len(phrase)
        draft = Draft((start, end), " ".join(phrase), "cites", Form.ACCORDING_TO)
        draft.weak = phrase[0] != "according"
        draft.source = _maker(clause, clause.phrase_after(end))
        if start < clause.lo or draft.source is None:
            return None
        return _around(clause, draft, draft.source[1])
    return None


def _maker(clause: Clause, phrase: Range | None) -> Range | None:
    """Return "the agency" for "figures compiled by the agency", else the phrase."""
    if phrase is None or phrase[1] + 2 >= clause.stop:
        return phrase
    words, by = clause.words, phrase[1] + 1
    counts = words.count_nouns | words.possessed | words.words["occasions"]
    made = clause.low[phrase[1] - 1] in counts and is_past(clause, phrase[1])
    if not made or clause.low[by] not in {"by", "from"}:
        return phrase
    return clause.phrase_after(by + 1) or phrase


def _around(clause: Clause, draft: Draft, end: int) -> Draft | None:
    """Give an adverbial frame what stands before it, or after it where it leads."""
    left = _after_semicolon(clause, draft.cue[0])
    before = draft.cue[0]
    while before > left and _is_loose_mark(clause, before - 1):
        before -= 1
    after = end + (end < clause.stop and _is_loose_mark(clause, end))
    closes = end >= clause.stop or clause.low[end] == ";"
    states = closes and before > left and is_statement(clause, left, before)
    leads = before <= left or not (states or clause.has_finite(left, before))
    if not leads and not closes and joins(clause, before - 1):
        draft.contents = [(after, clause.stop)]  # "… and, in the words of X, B"
    elif not leads:
        begin = left if before < draft.cue[0] else _own_figure(clause, left, before)
        draft.contents = [(begin, before)]
        named = draft.lemma == "according to"
        if named and end + 1 < clause.stop and clause.low[end] == ";":
            draft.contents.append((end + 1, _until(clause, end + 1)))
        if clause.low[end : end + 1] == [","] and after < clause.stop:
            draft.contents.append((after, clause.stop))
    elif after < clause.stop:
        draft.contents = [(after, clause.stop)]
    elif before > left:
        draft.contents = [(left, before)]
    return draft if draft.contents else None


def _until(clause: Clause, start: int) -> int:
    """Return where the part of a sentence ends that begins at a token."""
    end = start
    while end < clause.stop and clause.low[end] != ";":
        end += 1
    return end


def _own_figure(clause: Clause, left: int, before: int) -> int:
    """Return where "eight by Tbilisi's tally" begins after "has four tanks, "."""
    start = before
    while start > left and clause.low[start - 1] != ",":
        start -= 1
    alone = is_figure(clause, start) and not clause.has_finite(start, before)
    return start if alone and clause.has_finite(left, start) else left


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
    if clause.low[owner[0]] in {"its", "their", "his", "her"}:
        owner = _owner_named(clause, start, index + 1) or owner
    draft.source, draft.weak = owner, True
    return _around(clause, draft, index + 1)


def _owner_named(clause: Clause, start: int, end: int) -> Range | None:
    """Return who is named beside "by its own account": "By its count the Front …"."""
    if start == clause.lo and end < clause.stop:
        first = end + (clause.low[end] == ",")
        named = clause.tokens.text[first][0].isupper() or clause.low[first] == "the"
        return clause.phrase_after(first) if named else None
    if clause.low[start - 1] != "," or start - 2 < clause.lo:
        return None
    phrase = clause.phrase_before(start - 2)
    if phrase is None:
        return None
    opens = phrase[0] == clause.lo or clause.low[phrase[0] - 1] == ";"
    return phrase if opens and not clause.has_finite(*phrase) else None


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
    names = clause.tokens.text[first:noun]
    if owner is None and all(name[0].isupper() for name in names):
        return first, noun  # "by UN count"
    return owner


def _is_time(clause: Clause, owner: Range) -> bool:
    """Say whether a possessor is a day ("Friday's tally") and so nobody."""
    last = clause.low[owner[1] - 1].removesuffix("'s").removesuffix("'")
    return last in clause.words.words["time_nouns"]


_COPULAS = frozenset(
    ("is", "was", "are", "were", "stands", "stood", "of", ":", "comes", "came", "has",
     "puts", "now", "climbs", "grew", "grows", "rose", "rises", "totals", "reached")
)  # fmt: skip


_IS_THAT = (["is", "that"], ["was", "that"])


def _after_aside(clause: Clause, after: int) -> int:
    """Return where the clause goes on after ", which includes the military,"."""
    if clause.low[after : after + 2] != [",", "which"]:
        return after
    for index in range(after + 2, clause.stop):
        if clause.low[index] == ",":
            return index + 1
    return after


def draft_noun(clause: Clause, index: int) -> Draft | None:
    """Read "Russia's count is 71", "the statement that", "the Russian claim of 71"."""
    counts = clause.low[index] in clause.words.count_nouns
    if not counts and clause.low[index] not in clause.words.clause_nouns:
        return None
    draft = Draft((index, index + 1), clause.low[index], "cites", Form.NOUN, weak=True)
    found = _told_by(clause, index) or _owned(clause, index, counts=counts)
    if found is None:
        return None
    draft.source, start = found
    if start >= clause.stop:
        return None
    draft.contents = [(start, clause.stop)]
    return draft


def _told_by(clause: Clause, index: int) -> tuple[Range, int] | None:
    """Return who stands in "the claim by the separatists that", and the content."""
    at = index + 1
    carries = clause.low[index] in clause.words.clause_nouns
    if not carries or at + 1 >= clause.stop:
        return None
    if clause.low[at] not in {"by", "from", "of"}:
        return None
    phrase = clause.phrase_after(at + 1)
    if phrase is None or phrase[1] + 1 >= clause.stop:
        return None
    return (phrase, phrase[1]) if clause.low[phrase[1]] == "that" else None


def _owned(
    clause: Clause, index: int, *, counts: bool
) -> tuple[Range | None, int] | None:
    """Return whose count or statement a noun is, and where what it says begins."""
    after = _after_adjunct(clause, _after_aside(clause, index + 1))
    if after >= clause.stop:
        return None
    nxt = clause.low[after]
    told = nxt == "that" or clause.low[after : after + 2] in _IS_THAT
    told = told and clause.low[index] in clause.words.clause_nouns
    gives = nxt == "of" and after + 1 < clause.stop and is_figure(clause, after + 1)
    counted = counts and nxt in _COPULAS
    if not (counted or told or gives):
        return None
    owner = clause.phrase_before(index) or _object_before(clause, index)
    if owner is None:
        return None
    start = after if told else after + 1
    possessors = [
        i for i in range(owner[0], index) if clause.low[i].endswith(("'s", "s'"))
    ]
    if possessors:
        source = (owner[0], possessors[-1] + 1)
        return None if _is_time(clause, source) else (source, start)
    if told and not counted:
        return None, start
    if nxt == "of" and not gives:
        return None  # "the total number of settlements"
    plain = not _is_qualified(clause, owner[0], index, named=gives and not counted)
    return None if plain else ((owner[0], index), start)


def _is_qualified(clause: Clause, start: int, index: int, *, named: bool) -> bool:
    """Say whether words before a noun tell whose it is, not only which ("a total")."""
    if named:
        return any(w[0].isupper() for w in clause.tokens.text[start + 1 : index])
    determiners = clause.words.words["determiners"]
    return any(clause.low[i] not in determiners for i in range(start, index))


def _object_before(clause: Clause, index: int) -> Range | None:
    """Return "the Norwegian claim" after a preposition."""
    start = index
    while start > max(clause.lo, index - _NEAR) and is_word(clause.low[start - 1]):
        start -= 1
        if clause.low[start] in clause.words.words["determiners"]:
            return start, index + 1
    return None


def _after_adjunct(clause: Clause, after: int) -> int:
    """Return where the verb of "its answer the same night was" stands, near by."""
    for index in range(after, min(after + _NEAR, clause.stop)):
        word = clause.low[index]
        if word in {"is", "was", "were", "are"} and index + 1 < clause.stop:
            told = clause.low[index + 1] == "that" or is_figure(clause, index + 1)
            return index if told else after
        if not is_word(word) or word == "that" or clause.is_finite(index):
            return after
    return after


def draft_adverb(clause: Clause, index: int) -> Draft | None:
    """Read "reportedly": somebody says so, nobody is named."""
    stance = clause.words.adverbs.get(clause.low[index])
    if stance is None:
        return None
    draft = Draft((index, index + 1), clause.low[index], stance, Form.PASSIVE)
    draft.weak = True
    draft.contents = [(clause.lo, clause.stop)]
    return draft
