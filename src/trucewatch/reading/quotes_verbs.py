"""Reporting frames built on a verb: active, inverted, passive, participle."""

from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.reading.quotes_frame import Draft, Form
from trucewatch.reading.quotes_lexicon import Verb
from trucewatch.reading.quotes_phrases import QUOTE_MARKS, Clause, Range, is_word


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a verb is read: its clause, the quotations in it, frames found before.

    Attributes:
        clause: The clause.
        quotes: Token ranges of quotations, marks included, that touch the clause.
        before: Frames found to the left in the same clause.
    """

    clause: Clause
    quotes: Sequence[Range]
    before: Sequence[Draft]

    def quote_before(self, index: int) -> Range | None:
        """Return the quotation that ends just before a token, or None."""
        low = self.clause.low
        for start, end in self.quotes:
            gap = low[end:index]
            if end <= index and all(word in {",", "-", "–", "—"} for word in gap):
                return start, end
        return None

    def quote_after(self, index: int) -> Range | None:
        """Return the quotation that begins at a token, or after a comma or colon."""
        low = self.clause.low
        for start, end in self.quotes:
            if start >= index and all(word in {",", ":"} for word in low[index:start]):
                return start, end
        return None


def draft_verb(setting: Setting, index: int, verb: Verb) -> Draft | None:
    """Return the frame a verb makes at a token, or None where it makes none."""
    clause = setting.clause
    end = index + 1 + len(verb.tail)
    begin = clause.verb_group(index)
    if _is_noun(clause, index, begin, verb):
        return None
    passive = _is_passive(clause, index, begin, end)
    if passive and verb.form != "ing":
        known = verb.form in {"past", "participle"}
        return _passive(setting, (begin, end), verb) if known else None
    draft = Draft((begin, end), verb.lemma, verb.stance, Form.INDIRECT)
    draft.weak = "d" not in verb.codes
    inverted = None if verb.form == "ing" else _inverted(setting, index, end)
    if inverted is not None:
        draft.source, content = inverted
        draft.contents = [content]
        _continue_after(setting, draft)
        return draft
    draft.source = _subject(setting, begin, verb)
    if draft.source is None:
        return None
    return _complement(setting, draft, verb, end)


def _is_noun(clause: Clause, index: int, begin: int, verb: Verb) -> bool:
    """Say whether the word is a noun or a name here ("the report", "United States")."""
    if index == clause.lo:
        return False
    if clause.tokens.text[index][0].isupper() and not clause.title_case:
        return True
    if begin < index:
        return False
    before = clause.low[index - 1]
    closed = clause.words.words
    if before in closed["determiners"] and before not in closed["subject_pronouns"]:
        return True
    if before.endswith("'s") or before in closed["possessives"]:
        return verb.form != "past"
    if verb.form in {"base", "s"} and before in closed["prepositions"]:
        return True
    after = index + 1
    if verb.form in {"base", "s"} and after < clause.hi:
        nxt = clause.low[after]
        if nxt in closed["auxiliaries"] or (
            nxt == "of" and "of" not in verb.prepositions
        ):
            return True
    return verb.form == "base" and not (
        before.endswith("s") or before in closed["plural_subjects"] or before == "to"
    )


def _is_passive(clause: Clause, index: int, begin: int, end: int) -> bool:
    """Say whether a verb is passive: a form of be before it, or an agent after it."""
    be = clause.words.words["be_forms"]
    after = clause.low[end : end + 2]
    agent = after[:1] == ["by"] or after[1:] == ["by"]  # "asked for by the envoy"
    return agent or any(clause.low[i] in be for i in range(begin, index))


def _inverted(
    setting: Setting, index: int, end: int
) -> tuple[Range | None, Range] | None:
    """Read "…," said the envoy: the content before the verb, the source after it."""
    clause = setting.clause
    quote = setting.quote_before(index)
    comma = index > clause.lo and clause.low[index - 1] in {",", "-", "–", "—"}
    if quote is None and not comma:
        return None
    source = clause.phrase_after(end)
    if source is None:
        return None
    if quote is not None:
        return source, _with_lead(setting, quote)
    if source[1] < clause.stop and clause.is_finite(source[1]):
        return None  # "X, whose men fled, said several died": a clause follows
    begin = _content_start(setting, index)
    before_comma = index - 1
    if before_comma <= begin or not _is_clause(clause, begin, before_comma):
        return None
    return source, (begin, before_comma)


def _is_clause(clause: Clause, start: int, end: int) -> bool:
    """Say whether a stretch can be a statement: it has a verb or a figure."""
    figures = clause.words.words["figures"]
    return clause.has_finite(start, end) or any(
        clause.low[index][0].isdigit() or clause.low[index] in figures
        for index in range(start, end)
    )


def _with_lead(setting: Setting, quote: Range) -> Range:
    """Add the words that lead into a quotation: both sides "see it so," he said."""
    clause = setting.clause
    lead = quote[0] - 1
    if lead <= clause.lo or not is_word(clause.low[lead]):
        return quote
    start = _content_start(setting, quote[0])
    return (start, quote[1]) if clause.lo <= start < quote[0] else quote


def _content_start(setting: Setting, cue: int) -> int:
    """Return where a content that stands before its cue begins."""
    start = setting.clause.lo
    for draft in setting.before:
        if draft.cue[1] <= cue and draft.lemma != "according to":
            last = max([draft.cue[1], *(b for _, b in draft.contents if b <= cue)])
            if last < cue - 1 and setting.clause.low[last] in {";", ","}:
                start = max(start, last + 1)
    low = setting.clause.low
    for index in range(cue - 1, start, -1):
        if low[index] == ";":
            return index + 1
    return start


def _subject(setting: Setting, begin: int, verb: Verb) -> Range | None:
    """Return the subject of a verb group that begins at ``begin``."""
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
    if verb.form == "ing" and clause.low[begin] not in closed["auxiliaries"]:
        return _shared(setting, last)
    if word == ",":
        return _apposed(clause, last)
    if word == "to" or word in QUOTE_MARKS:
        return None
    return clause.phrase_before(last)


def _antecedent(clause: Clause, relative: int) -> Range | None:
    last = relative - 1
    if last > clause.lo and clause.low[last] == ",":
        last -= 1
    return clause.phrase_before(last) if last >= clause.lo else None


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
    if first not in clause.words.words["relatives"] and clause.has_finite(
        opening + 2, comma
    ):
        return None
    if first.endswith(("ing", "ed")):
        return head
    if clause.low[head[0]] in {"the", "a", "an"} and head[0] > clause.lo + 1:
        outer = clause.low[head[0] - 1] == "," and _apposed(clause, head[0] - 1)
        if outer:
            return outer[0], comma + 1
    return head[0], comma + 1


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


def _complement(setting: Setting, draft: Draft, verb: Verb, end: int) -> Draft | None:
    """Find what a verb with its subject before it reports."""
    clause = setting.clause
    start = _after_addressee(clause, verb, clause.skip_adjuncts(end))
    start = clause.skip_adjuncts(start)
    quote = setting.quote_after(start)
    if quote is not None and (quote[0] == start or clause.low[start] in {",", ":"}):
        draft.contents = [(quote[0], max(quote[1], quote[0] + 1))]
        if quote[1] < clause.stop and is_word(clause.low[quote[1]]):
            draft.contents = [(quote[0], clause.stop)]
        if clause.low[quote[0] - 1] == ":" and quote[0] - 1 == draft.cue[1]:
            draft.cue = (draft.cue[0], quote[0])
        return draft
    if start >= clause.stop or clause.low[start] in {",", ";", "–", "—", "-"}:
        return _parenthetical(setting, draft, start)
    if clause.low[start] == ":" and _parenthetical(setting, draft, start):
        draft.contents.append((start + 1, clause.stop))  # "A, X said: B"
        return draft
    if _only_adjuncts(setting, draft, start):
        return _parenthetical(setting, draft, clause.stop)
    if clause.low[start] == ":":
        start += 1
    adverbs = all(clause.is_adverb(index) for index in range(end, start))
    if adverbs and start < clause.stop and clause.low[start] in verb.prepositions:
        start += 1
        draft.cue = (draft.cue[0], start)
        draft.contents = [(start, clause.stop)]
        return draft if start < clause.stop else None
    if start >= clause.stop or not _fits(clause, verb, start, end):
        return None
    draft.contents = [(start, clause.stop)]
    if verb.stance == "records" and ";" in clause.low[start : clause.stop]:
        draft.contents = [(start, clause.low.index(";", start))]
    return draft


def _only_adjuncts(setting: Setting, draft: Draft, start: int) -> bool:
    """Say whether what follows is circumstance, the content standing before the frame."""
    clause = setting.clause
    if draft.source is None:
        return False
    closed = clause.words.words
    word = clause.low[start]
    circumstance = word in closed["prepositions"] or word in {"as", "when", "while"}
    before = min(draft.source[0], draft.cue[0])
    if setting.quote_before(before) is not None:
        return word not in {"that", "whether"}
    comma = before > clause.lo and clause.low[before - 1] == ","
    return circumstance and comma and clause.has_finite(clause.lo, before - 1)


def _after_addressee(clause: Clause, verb: Verb, start: int) -> int:
    """Return where the complement begins after "told reporters", "warned Turkey"."""
    if start >= clause.stop:
        return start
    word = clause.low[start]
    if (
        word == "to"
        and start + 1 < clause.stop
        and (
            clause.low[start + 1] in clause.words.addressees
            or clause.tokens.text[start + 1][0].isupper()
        )
        and "i" not in verb.codes
    ):
        phrase = clause.phrase_after(start + 1)
        return phrase[1] if phrase else start
    if "o" not in verb.codes:
        return start
    for index in range(start, min(start + 12, clause.stop)):
        word = clause.low[index]
        if word in clause.words.words["complementisers"] or word in QUOTE_MARKS:
            return index
        if word == "," and (ahead := _that_ahead(clause, index)) is not None:
            return ahead
        if index > start and (
            word in verb.prepositions or word == "to" or word in ",:"
        ):
            return index
    phrase = clause.phrase_after(start)
    if phrase is None or phrase[1] - phrase[0] > 6:  # noqa: PLR2004 - too long for one
        return start
    return phrase[1]


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
    word, codes = clause.low[start], verb.codes
    if "m" in codes or "k" in codes:
        return _is_figure(clause, start, counted="k" in codes)
    if "b" in codes:
        bare = start + 1 == clause.stop or not is_word(clause.low[start + 1])
        return bare and _is_figure(clause, start, counted=False)
    if word in {"that", "whether"} and codes & {"c", "t", "o"}:
        return True
    if word in {"to", "not"}:
        return bool(codes & {"i", "o"}) and not _is_noun_phrase(clause, start + 1)
    if word in verb.prepositions:
        return True
    if word in clause.words.words["prepositions"] and codes.isdisjoint({"c"}):
        return False
    if codes & {"c", "n"}:
        return True
    if "o" in codes:
        return start > end
    complementiser = word in clause.words.words["complementisers"]
    bare = "t" in codes and clause.has_finite(start + 1, clause.stop)
    return ("t" in codes and complementiser) or bare


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
        return not counts.isdisjoint(clause.low[start : min(start + 10, clause.stop)])
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


def _parenthetical(setting: Setting, draft: Draft, after: int) -> Draft | None:
    """Read "A, X said" and "A, X said, B": the content stands before the frame."""
    clause = setting.clause
    if draft.source is None:
        return None
    start = min(draft.source[0], draft.cue[0])
    quote = setting.quote_before(start)
    if quote is not None:
        draft.contents = [_with_lead(setting, quote)]
        _continue_after(setting, draft)
        return draft
    comma = start - 1
    if comma <= clause.lo or clause.low[comma] not in {",", "–", "—", "-", ";"}:
        return None
    begin = _content_start(setting, comma + 1)
    if begin >= comma:
        return None
    draft.contents = [(begin, comma)]
    if after < clause.stop and clause.low[after] == ",":
        end = after + 1
        while end < clause.stop and clause.low[end] != ";":
            end += 1
        draft.contents.append((after + 1, end))
    elif after + 1 < clause.stop and clause.low[after] == ";":
        draft.contents.append((after + 1, clause.stop))
    return draft


def _continue_after(setting: Setting, draft: Draft) -> None:
    """Add the second half of a content that its frame interrupts."""
    clause = setting.clause
    end = max(draft.cue[1], draft.source[1] if draft.source else 0)
    end = clause.skip_adjuncts(end)
    quoted = draft.contents[0] in setting.quotes
    if end + 1 < clause.stop and clause.low[end] == ";":
        draft.contents.append((end + 1, clause.stop))  # "A, says X; B": X goes on
    elif end < clause.stop and clause.low[end] in {",", ":"}:
        quote = setting.quote_after(end)
        if quote is not None:
            draft.contents.append(quote)
        elif not quoted:
            draft.contents.append((end + 1, clause.stop))


# "noted by the mission"; in bulletins also "confirmed from the Russian half".
_AGENTS = (frozenset({"by"}), frozenset({"by", "from"}))


def _passive(setting: Setting, cue: Range, verb: Verb) -> Draft | None:
    """Read "was quoted as saying", "is said to", "were counted by", "it was announced"."""
    clause = setting.clause
    begin, end = cue
    low = clause.low
    draft = Draft(cue, verb.lemma, verb.stance, Form.PASSIVE)
    if low[end : end + 2] == ["as", "saying"]:
        draft.cue = (begin, end + 2)
        draft.source = _subject(setting, begin, verb)
        return _complement(setting, draft, verb, end + 2) if draft.source else None
    subject = clause.phrase_before(begin - 1) if begin > clause.lo else None
    if "o" in verb.codes and low[end : end + 1] != ["by"]:
        return None
    agents = _AGENTS[verb.stance in {"records", "confirms"}]
    at = end
    if low[end + 1 : end + 2] == ["by"]:
        at = end + 1
    elif end < clause.stop and low[end] not in agents:
        at = clause.skip_adjuncts(end)
    if at < clause.stop and low[at] in agents:
        draft.source = clause.phrase_after(at + 1)
        if draft.source is None:
            return None
        return _agent_content(clause, draft, subject)
    draft.source = None
    draft.weak = True
    if low[end : end + 1] in (["to"], ["that"]) and subject is not None:
        draft.contents = [(end, clause.stop)]
        if low[end] == "to" and low[subject[0]] != "it":
            draft.contents = [subject, (end, clause.stop)]
        return draft
    return None


def _agent_content(clause: Clause, draft: Draft, subject: Range | None) -> Draft | None:
    """Give a passive with its agent the subject, and what follows the agent.

    A participle without an auxiliary ("a halt announced by …") reports its noun alone.
    """
    source = draft.source
    if source is None:
        return None
    draft.weak = True
    be = clause.words.words["be_forms"]
    whole = any(clause.low[i] in be for i in range(*draft.cue))
    counts = draft.stance == "records"
    if subject is None and draft.cue[0] > clause.lo + 1:
        subject = clause.phrase_before(draft.cue[0] - 2)  # "…, announced by"
    if whole:
        draft.contents = [(_sentence_start(clause, draft.cue[0]), draft.cue[0])]
    elif subject is not None:
        draft.contents = [(subject[0], draft.cue[0])]
    after = source[1]
    goes_on = whole or counts or not draft.contents
    if after < clause.stop and (goes_on or clause.low[after] == ","):
        mark = not is_word(clause.low[after]) and clause.low[after] not in QUOTE_MARKS
        draft.contents.append((after + mark, clause.stop))
    draft.contents = [one for one in draft.contents if one[0] < one[1]]
    return draft if draft.contents else None


def _sentence_start(clause: Clause, index: int) -> int:
    """Return where the statement of a subject begins, adjuncts before it included."""
    start = index
    while start > clause.lo and clause.low[start - 1] not in {".", ";", ":"}:
        start -= 1
    return start
