"""What a reporting verb reports: the clause, phrase or quotation it goes with."""

from trucewatch.reading.quotes_frame import Draft
from trucewatch.reading.quotes_lexicon import Verb
from trucewatch.reading.quotes_phrases import QUOTE_MARKS, Clause, Range, is_word
from trucewatch.reading.quotes_setting import (
    Setting,
    is_closed,
    is_figure,
    is_past,
    read_before,
)

_STOPS = frozenset({",", ";", "–", "—", "-"})
_FIGURES = frozenset("mkb")  # codes of verbs that report only with a figure
# What only speakers do when a that-clause follows; figures and houses "show that", too.
_SAYING = frozenset({"asserts", "alleges", "denies", "warns"})
# What somebody counts, wants or promises ends where a part of its own begins.
_OWN_PART = frozenset({"records", "demands", "promises", "proposes"})
# What stands between a verb of counting and its figure: "counted in the week 1,327".
_WHEN = frozenset({"in", "within", "over", "during", "since", "between"})
_WITHHELD = 4  # tokens: "denied the mission entry"
_ADDRESSEE = 6  # tokens; a longer phrase is no addressee
_COUNTED = 10  # tokens in which "has" meets its list
_REACH = 12  # tokens in which an addressee ends


def read_after(setting: Setting, draft: Draft, verb: Verb, end: int) -> Draft | None:
    """Find what a verb with its subject before it reports, mostly after it.

    Args:
        setting: Where the verb is read.
        draft: The frame, with its source; its contents are set.
        verb: The verb.
        end: Index after the verb.

    Returns:
        The frame, or None where nothing is reported.
    """
    clause = setting.clause
    start = _after_addressee(clause, verb, clause.skip_adjuncts(end))
    start = clause.skip_adjuncts(start)
    mark = clause.low[start] if start < clause.stop else ","
    quote = setting.quote_after(start)
    if quote is not None and (quote[0] == start or mark in {",", ":"}):
        return _quoted(clause, draft, quote)
    if mark == "," and draft.source and _fronted(clause, draft.source):
        draft.contents = [(start + 1, clause.stop)]  # "As X told the house, 5 died"
        return draft if start + 1 < clause.stop else None
    if mark in _STOPS:
        return _stopped(setting, draft, verb, (start, end))
    if mark == ":":
        if read_before(setting, draft, start) is not None:
            draft.contents.append((start + 1, clause.stop))  # "A, X said: B"
            return draft
        start += 1
    if start >= clause.stop:
        return None
    if _only_adjuncts(setting, draft, start):
        return read_before(setting, draft, clause.stop)
    return _clause_after(clause, draft, verb, (start, end))


def _stopped(setting: Setting, draft: Draft, verb: Verb, places: Range) -> Draft | None:
    """Read a frame with a mark behind it: "A, X said", "He said in May, A"."""
    clause = setting.clause
    start, end = places
    opens = draft.source is not None and draft.source[0] == clause.lo
    says = {"c", "d"} <= verb.codes and clause.low[start : start + 1] == [","]
    goes_on = opens and says and start > end and start + 2 < clause.stop
    if goes_on and clause.has_finite(start + 2, clause.stop):
        draft.contents = [(start + 1, clause.stop)]
        return draft
    return read_before(setting, draft, start)


def _fronted(clause: Clause, source: Range) -> bool:
    """Say whether "as" begins a clause with the frame in it: "As the army said, …"."""
    return source[0] == clause.lo + 1 and clause.low[clause.lo] == "as"


def _quoted(clause: Clause, draft: Draft, quote: Range) -> Draft:
    """Give a frame the quotation that follows it, and what goes on after that."""
    goes_on = quote[1] < clause.stop and is_word(clause.low[quote[1]])
    draft.contents = [(quote[0], clause.stop if goes_on else quote[1])]
    if clause.low[quote[0] - 1] == ":" and quote[0] - 1 == draft.cue[1]:
        draft.cue = (draft.cue[0], quote[0])
    return draft


def _clause_after(
    clause: Clause, draft: Draft, verb: Verb, places: Range
) -> Draft | None:
    """Give a frame the clause or phrase that follows it, if the verb can report it."""
    start, end = places
    adverbs = all(clause.is_adverb(index) for index in range(end, start))
    if adverbs and clause.low[start] in verb.prepositions:
        start += 1
        draft.cue = (draft.cue[0], start)
        draft.contents = [(start, clause.stop)]
        return draft if start < clause.stop else None
    if not _fits(clause, verb, start, end):
        return None
    if start > end and clause.low[start] in clause.words.words["auxiliaries"]:
        return _relative(clause, draft)
    draft.contents = [(start, clause.stop)]
    if clause.low[start] == "that" and verb.stance in _SAYING:
        draft.weak = False
    if verb.stance in _OWN_PART and ";" in clause.low[start : clause.stop]:
        end = clause.low.index(";", start)
        draft.contents = [(start, end)]
        if clause.low[end + 1] in clause.words.words["prepositions"]:
            draft.contents.append(
                (end + 1, clause.stop)
            )  # "…; in the south there were 9"
    return draft


def _relative(clause: Clause, draft: Draft) -> Draft | None:
    """Read "the truce which X announced on 21 March has …": the noun is the content."""
    if draft.source is None:
        return None
    relative = draft.source[0] - 1
    if relative <= clause.lo or clause.low[relative] not in {"which", "that"}:
        return None
    noun = clause.phrase_before(relative - 1)
    draft.contents = [] if noun is None else [noun]
    return draft if draft.contents else None


def _only_adjuncts(setting: Setting, draft: Draft, start: int) -> bool:
    """Say whether only circumstances follow, the content standing before the frame."""
    clause = setting.clause
    if draft.source is None:
        return False
    closed = clause.words.words
    word = clause.low[start]
    circumstance = word in closed["prepositions"] or word in {"as", "when", "while"}
    before = min(draft.source[0], draft.cue[0])
    quote = setting.quote_before(before)
    if quote is not None and not is_closed(clause, quote):
        return word not in {"that", "whether"}
    comma = before > clause.lo and clause.low[before - 1] == ","
    return circumstance and comma and clause.has_finite(clause.lo, before - 1)


def _after_addressee(clause: Clause, verb: Verb, start: int) -> int:
    """Return where the complement begins after "told reporters", "warned Turkey"."""
    if start >= clause.stop:
        return start
    if clause.low[start] == "to" and "i" not in verb.codes:
        phrase = (
            clause.phrase_after(start + 1) if _is_somebody(clause, start + 1) else None
        )
        return phrase[1] if phrase else start
    if "o" not in verb.codes:
        return start
    found = _complement_mark(clause, verb, start)
    if found is not None:
        return found
    phrase = clause.phrase_after(start)
    if phrase is None or phrase[1] - phrase[0] > _ADDRESSEE:
        return start
    return phrase[1]


def _is_somebody(clause: Clause, index: int) -> bool:
    """Say whether somebody who is spoken to begins here."""
    return index < clause.stop and (
        clause.low[index] in clause.words.addressees
        or clause.tokens.text[index][0].isupper()
    )


def _complement_mark(clause: Clause, verb: Verb, start: int) -> int | None:
    """Return the word that opens the complement of "told X that", or None."""
    for index in range(start, min(start + _REACH, clause.stop)):
        word = clause.low[index]
        if word in clause.words.words["complementisers"] or word in QUOTE_MARKS:
            return index
        if word == "," and (ahead := _that_ahead(clause, index)) is not None:
            return ahead
        opens = word in verb.prepositions or word in {"to", ",", ":"}
        if index > start and opens:
            return index
    return None


def _that_ahead(clause: Clause, comma: int) -> int | None:
    """Return the "that" after a date or place set off by commas, or None."""
    for index in range(comma + 1, min(comma + 10, clause.stop)):
        if clause.is_finite(index):
            return None
        if clause.low[index] == "that" and clause.low[index - 1] == ",":
            return index
    return None


def _fits(clause: Clause, verb: Verb, start: int, end: int) -> bool:
    """Say whether what follows is something this verb can report."""
    codes = verb.codes
    if not codes.isdisjoint(_FIGURES):
        return _fits_figure(clause, codes, start)
    word = clause.low[start]
    if "r" in codes and word in _WHEN:
        return any(is_figure(clause, i) for i in range(start + 1, clause.stop))
    if "e" in codes:
        return is_figure(clause, start) or _set_at(clause, start)
    if "q" in codes:
        return _is_toll(clause, start) and _set_at(clause, start)
    if _takes(clause, verb, start):
        return False
    return _fits_clause(clause, verb, start, end)


def _fits_clause(clause: Clause, verb: Verb, start: int, end: int) -> bool:
    codes, word = verb.codes, clause.low[start]
    if word in {"that", "whether"} and codes & {"c", "t", "o"}:
        return True
    if word in {"to", "not"}:
        return bool(codes & {"i", "o"}) and not _is_noun_phrase(clause, start + 1)
    bound = is_figure(clause, start) and is_figure(clause, start + 1)  # "over 100"
    if word in clause.words.words["prepositions"] and "c" not in codes and not bound:
        return word in verb.prepositions
    if codes & {"c", "n"}:
        return True
    if "o" in codes:
        return start > end
    return "t" in codes and (
        word in clause.words.words["complementisers"]
        or clause.has_finite(start + 1, clause.stop)
    )


def _takes(clause: Clause, verb: Verb, start: int) -> bool:
    """Say whether a verb of saying takes or keeps something here and says nothing.

    "Denied the mission entry", "claimed four lives".
    """
    objects = clause.words.speakers
    near = clause.low[start : start + _WITHHELD]
    if verb.stance == "denies":
        return not objects["withheld"].isdisjoint(near)
    return verb.lemma == "claim" and not objects["claimed"].isdisjoint(near)


def _is_toll(clause: Clause, start: int) -> bool:
    """Say whether somebody's count is what a verb has as object: "its dead to 51"."""
    near = clause.low[start : min(start + _WITHHELD, clause.stop)]
    return not clause.words.speakers["tolls"].isdisjoint(near)


def _set_at(clause: Clause, start: int) -> bool:
    """Say whether a figure follows "at" or "as": "put those lost at over 30"."""
    for index in range(start, min(start + _REACH, clause.stop - 1)):
        if clause.low[index] in {"at", "as", "to"}:
            near = range(index + 1, min(index + 4, clause.stop))
            return any(is_figure(clause, at) for at in near)
        if clause.low[index] in _STOPS:
            return False
    return False


def may_count(clause: Clause, codes: frozenset[str], start: int) -> bool:
    """Say at a glance whether a common verb ("has") can report a count here."""
    near = clause.low[start : min(start + _COUNTED, clause.stop)]
    if "k" in codes:
        auxiliary = near[:1] and is_past(clause, start)
        return not auxiliary and not clause.words.count_nouns.isdisjoint(near)
    figures = clause.words.words["figures"]
    return any(_is_number(word, figures) for word in near[:3])


def _fits_figure(clause: Clause, codes: frozenset[str], start: int) -> bool:
    """Say whether the figure or noun of counting follows that the verb needs."""
    if "b" in codes and start + 1 < clause.stop and is_word(clause.low[start + 1]):
        return False
    return _is_figure(clause, start, counted="k" in codes)


def _is_noun_phrase(clause: Clause, start: int) -> bool:
    """Say whether a noun phrase begins here ("pledged to the truce"), not a verb."""
    if start >= clause.stop:
        return False
    word = clause.low[start]
    return word in clause.words.words["determiners"] or (
        clause.tokens.text[start][0].isupper() or word[0].isdigit()
    )


def _is_figure(clause: Clause, start: int, *, counted: bool) -> bool:
    """Say whether a figure, or a noun of counting, begins or heads what follows."""
    counts = clause.words.count_nouns
    if counted:
        return not counts.isdisjoint(
            clause.low[start : min(start + _COUNTED, clause.stop)]
        )
    figures = clause.words.words["figures"]
    for index in range(start, min(start + 5, clause.stop)):
        word = clause.low[index]
        if word in counts or (index < start + 2 and _is_number(word, figures)):
            return True
        if not word.isalpha() or word in clause.words.words["prepositions"]:
            return False
    return False


def _is_number(word: str, figures: frozenset[str]) -> bool:
    return word[0].isdigit() or word in figures
