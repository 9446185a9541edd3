"""The subject of a reporting verb, and whether the word is a verb at all."""

from trucewatch.reading.quotes_lexicon import Verb
from trucewatch.reading.quotes_phrases import QUOTE_MARKS, Clause, Range, is_word
from trucewatch.reading.quotes_setting import Setting, is_figure, joins

_REDUCED = 12  # tokens a participle may stand before the verb of its noun
_SAME = frozenset({"same", "next", "previous", "following", "other"})


def is_noun(clause: Clause, index: int, begin: int, verb: Verb) -> bool:
    """Say whether the word is a noun or a name here ("the report", "United States").

    Args:
        clause: Where it stands.
        index: Its index.
        begin: Where its verb group would begin.
        verb: The verb it would be.
    """
    if index == clause.lo:
        return False
    if clause.tokens.text[index][0].isupper() and not clause.title_case:
        return True
    if begin < index:
        return False
    if verb.form == "s" and _is_transitive(clause, index - 1):
        return True  # "the army rejects reports of"
    return _after_noun_word(clause, index, verb) or (
        verb.form in {"base", "s"} and _before_verb(clause, index, verb)
    )


def _after_noun_word(clause: Clause, index: int, verb: Verb) -> bool:
    """Say whether the word before lets only a noun follow."""
    before = clause.low[index - 1]
    if not is_word(before) and before not in {"-", "'", "’", "."}:
        return False  # "…, say aid groups"
    closed = clause.words.words
    counts = verb.stance == "records" and index + 1 < clause.stop
    if before.endswith("'s") and counts and is_figure(clause, index + 1):
        return False  # "Baku's counts 240 breaches"
    if before in closed["determiners"] and before not in closed["subject_pronouns"]:
        return True
    if before.endswith("'s") or before in closed["possessives"]:
        return verb.form != "past"
    if verb.form in {"base", "s"} and before in closed["prepositions"]:
        return True
    if verb.form != "base" or before.endswith("s"):
        return False
    if clause.tokens.text[index - 1].isupper():
        return False  # "the SLA concede": a body may take a plural
    return before not in closed["plural_subjects"] and not _is_plural(clause, index)


def _is_transitive(clause: Clause, index: int) -> bool:
    """Say whether a word is a reporting verb in the past or with -s, and no noun."""
    verbs = clause.words.verbs.get(clause.low[index], ())
    told = any(one.form in {"s", "past"} and "n" in one.codes for one in verbs)
    noun = clause.low[index] in clause.words.clause_nouns | clause.words.count_nouns
    return told and not noun and index > clause.lo


def _is_plural(clause: Clause, index: int) -> bool:
    """Say whether a plural noun heads the phrase before ("officials in the town")."""
    phrase = clause.phrase_before(index - 1)
    if phrase is None:
        return False
    prepositions = clause.words.words["prepositions"]
    for at in range(phrase[0] + 1, index - 1):
        if clause.low[at] in prepositions:
            return clause.low[at - 1].endswith("s") and clause.low[at - 1].isalpha()
    return False


def _before_verb(clause: Clause, index: int, verb: Verb) -> bool:
    """Say whether the next word makes this one a noun: a verb, or "of"."""
    after = clause.low[index + 1] if index + 1 < clause.hi else ""
    if after == "of":
        return "of" not in verb.prepositions
    return after in clause.words.words["auxiliaries"] - {"having", "being"}


def subject_of(setting: Setting, begin: int, verb: Verb) -> Range | None:
    """Return the subject of a verb group that begins at ``begin``, or None.

    It stands before the group, or is shared with the frame before ("…, adding"), or is
    what a relative pronoun goes back to.
    """
    clause = setting.clause
    last = begin - 1
    if last < clause.lo:
        return None
    word = clause.low[last]
    closed = clause.words.words
    if word in {"who", "which", "that"}:
        return _antecedent(clause, last)
    if word in closed["coordinators"] or (word == "," and verb.form == "ing"):
        return _shared(setting, last)
    participle = clause.low[begin] in {"having", "being"} or (
        verb.form == "ing" and clause.low[begin] not in closed["auxiliaries"]
    )
    if participle:
        return _shared(setting, last)
    if word == "," or _after_day(clause, last):
        last -= word != ","
        return _apposed(clause, last) or _past_adjunct(setting, last)
    if word == "to" or word in QUOTE_MARKS:
        return None
    last = _past_time(clause, last)
    found = _past_participle(clause, last)
    found = found or _past_issuer(clause, clause.phrase_before(last))
    return found if found is None else _past_place(clause, _before_day(clause, found))


def _past_place(clause: Clause, phrase: Range) -> Range:
    """Return the subject behind a place told first: "south of Jobar the mission said".

    An article never follows a name inside one phrase, so another phrase begins there.
    """
    for at in range(phrase[1] - 2, phrase[0], -1):
        name, noun = clause.tokens.text[at - 1], clause.tokens.text[at + 1]
        if clause.low[at] == "the" and name[0].isupper() and noun.islower():
            return at, phrase[1]
    return phrase


def _before_day(clause: Clause, phrase: Range) -> Range:
    """Return the subject before a day: "the team in a report out Monday said"."""
    if not clause.words.words["time_nouns"].issuperset(clause.low[slice(*phrase)]):
        return phrase
    at = phrase[0] - 1
    if at > clause.lo and clause.low[at].endswith("ed"):
        before = clause.phrase_before(at - 1)
        led = before is not None and before[0] - 1 > clause.lo
        if before is not None and led and clause.low[before[0] - 1] == "in":
            before = clause.phrase_before(before[0] - 2) or before
        return before or phrase
    return phrase


def _after_day(clause: Clause, last: int) -> bool:
    """Say whether a day stands after an apposition: "X, the mayor, today said"."""
    closed = clause.words.words
    day = clause.low[last] in closed["time_nouns"] | closed["adverbs"]
    return day and last - 1 > clause.lo and clause.low[last - 1] == ","


def _past_participle(clause: Clause, last: int) -> Range | None:
    """Return "a source" for "a source related to the rebels" and "backing the rebels".

    The participle follows its noun at once, and a preposition or another noun phrase
    follows it; "by" is left to whoever issued a statement. Those loyal to somebody are
    his, so the whole phrase is kept.
    """
    closed = clause.words.words
    for at in range(last - 1, max(clause.lo, last - _REDUCED), -1):
        word, after = clause.low[at], clause.low[at + 1]
        if not is_word(word):
            return None
        if not clause.tokens.text[at].islower() or not word.isalpha():
            continue
        past = word.endswith("ed") or word in clause.words.speakers["attached"]
        ing = word.endswith("ing") and word not in closed["prepositions"]
        opens = closed["determiners"] | closed["possessives"]
        named = after in opens or clause.tokens.text[at + 1][0].isupper()
        joined = after in closed["prepositions"] and after != "by"
        if not (past and joined) and not (ing and named):
            continue
        noun = clause.phrase_before(at - 1)
        if noun is None or clause.low[noun[1] - 1] in opens | closed["auxiliaries"]:
            return None
        if noun[0] > clause.lo and clause.has_finite(clause.lo, noun[0]):
            return None
        sides = word in clause.words.speakers["siding"]
        return (noun[0], last + 1) if sides else noun
    return None


def _past_time(clause: Clause, last: int) -> int:
    """Return the last token of "Baku" in "Baku on Thursday morning admitted"."""
    times, at = clause.words.words["time_nouns"], last
    while at > clause.lo and (clause.low[at] in times or clause.low[at].isdigit()):
        at -= 1
    at -= at < last and clause.low[at] in _SAME
    marked = clause.low[at] in {"on", "in", "by"} or clause.low[at + 1] in _SAME
    return at - 1 if clause.lo < at < last and marked else last


def _past_adjunct(setting: Setting, comma: int) -> Range | None:
    """Return the shared subject of "X saw none and, for the third day, recorded 5"."""
    opening = _opening_comma(setting.clause, comma)
    if opening is None or not joins(setting.clause, opening - 1):
        return None
    return _shared(setting, opening - 1)


def _past_issuer(clause: Clause, phrase: Range | None) -> Range | None:
    """Return "a statement" for "a statement issued by the ministry says"."""
    participle = -1 if phrase is None else phrase[0] - 2
    if participle <= clause.lo or clause.low[participle + 1] != "by":
        return phrase
    if not clause.is_finite(participle) and not clause.low[participle].endswith("ed"):
        return phrase
    return clause.phrase_before(participle - 1) or phrase


def _antecedent(clause: Clause, relative: int) -> Range | None:
    """Return what "who" goes back to, the object of a preposition included."""
    last = relative - 1
    if last > clause.lo and clause.low[last] == ",":
        last -= 1
    if last < clause.lo:
        return None
    phrase = clause.phrase_before(last)
    if phrase is not None:
        return phrase
    prepositions = clause.words.words["prepositions"] - {"of"}
    start = last
    while start > clause.lo and clause.low[start - 1] not in prepositions:
        start -= 1
    return (start, last + 1) if clause.lo < start <= last else None


def _shared(setting: Setting, last: int) -> Range | None:
    """Return the subject a later verb shares with the one before it."""
    for draft in reversed(setting.before):
        if draft.source is not None and draft.cue[1] <= last + 1:
            return draft.source
    clause = setting.clause
    for index in range(clause.lo, last):
        if clause.is_finite(index) and index > clause.lo:
            group = clause.verb_group(index)
            return clause.phrase_before(group - 1) if group > clause.lo else None
    return None


def _apposed(clause: Clause, comma: int) -> Range | None:
    """Return "X, head of the centre," where a comma closes an apposition."""
    opening = _opening_comma(clause, comma)
    if opening is None:
        return None
    first = clause.low[opening + 1]
    head = clause.phrase_before(opening - 1)
    if head is None or clause.has_finite(head[0], opening):
        return None
    if clause.low[head[0] - 1] in clause.words.words["relatives"]:
        return _apposed(clause, opening)  # "X, signed by groups that do Y, some Z,"
    relative = first in clause.words.words["relatives"]
    if not relative and clause.has_finite(opening + 2, comma):
        return None
    if first.endswith(("ing", "ed")):
        return head
    outer = _outer_name(clause, head) or _before_list(clause, head) or head
    return outer[0], comma + 1


def _before_list(clause: Clause, head: Range) -> Range | None:
    """Return "X" in "X, men of Brunei, Libya and Japan, said"."""
    comma = head[0] - 1
    if comma <= clause.lo or clause.low[comma] != ",":
        return None
    listed = _apposed(clause, comma) or clause.phrase_before(comma - 1)
    if listed is None or listed[0] != clause.lo or clause.has_finite(*listed):
        return None
    return listed


def has_relative(clause: Clause, comma: int) -> bool:
    """Say whether a comma closes a relative clause that belongs to the subject."""
    opening = _opening_comma(clause, comma)
    if opening is None or clause.low[opening + 1] not in {"who", "whose", "which"}:
        return False
    head = clause.phrase_before(opening - 1)
    return head is not None and not clause.has_finite(clause.lo + 1, opening)


def _outer_name(clause: Clause, head: Range) -> Range | None:
    """Return the name before "the mayor" in "Anna Lind, the mayor, head of …"."""
    first = head[0]
    if clause.low[first] not in {"the", "a", "an"} or first < clause.lo + 2:
        return None
    if clause.low[first - 1] != ",":
        return None
    name = clause.phrase_before(first - 2)
    if name is None or clause.has_finite(name[0], first - 1):
        return None
    return name if clause.tokens.text[name[0]][0].isupper() else None


def _opening_comma(clause: Clause, comma: int) -> int | None:
    """Return the comma that opens the apposition which ``comma`` closes, or None."""
    opening = comma - 1
    while opening > clause.lo and clause.low[opening] not in {",", ";", ":"}:
        if clause.low[opening] in QUOTE_MARKS:
            return None
        opening -= 1
    if clause.low[opening] != "," or opening <= clause.lo:
        return None
    return opening
