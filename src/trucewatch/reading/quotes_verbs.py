"""Reporting frames built on a verb: active, inverted, passive, participle."""

from trucewatch.reading.quotes_complements import may_count, read_after
from trucewatch.reading.quotes_frame import Draft, Form
from trucewatch.reading.quotes_lexicon import Verb
from trucewatch.reading.quotes_passives import draft_passive, is_passive
from trucewatch.reading.quotes_phrases import Clause, Range
from trucewatch.reading.quotes_setting import (
    Setting,
    continue_after,
    is_figure,
    is_statement,
    statement_start,
    with_lead,
)
from trucewatch.reading.quotes_subjects import has_relative, is_noun, subject_of

_MARKS = frozenset({",", "-", "–", "—"})
_BOUNDS = frozenset({"at", "up", "as"})
_BOUND = 4  # tokens of "as many as 200"


def draft_verb(setting: Setting, index: int, verb: Verb) -> Draft | None:
    """Return the frame a verb makes at a token, or None where it makes none.

    Args:
        setting: Where it is read.
        index: Index of its first word.
        verb: The verb whose form stands there.
    """
    clause = setting.clause
    end = index + 1 + len(verb.tail)
    if not verb.codes.isdisjoint("kb") and not may_count(clause, verb.codes, end):
        return None
    begin = clause.verb_group(index)
    if is_noun(clause, index, begin, verb):
        return None
    owned = not verb.codes.isdisjoint("kb")  # "had by Sunday" has no agent
    if verb.form != "ing" and not owned and is_passive(clause, index, begin, end):
        known = verb.form in {"past", "participle"}
        return draft_passive(setting, (begin, end), verb) if known else None
    draft = Draft((begin, end), verb.lemma, verb.stance, Form.INDIRECT)
    draft.weak = "d" not in verb.codes
    plain = verb.form == "ing" or owned
    inverted = None if plain else _inverted(setting, index, end, verb)
    if inverted is not None:
        draft.source, content = inverted
        draft.contents = [content]
        continue_after(setting, draft)
        return draft
    draft.source = subject_of(setting, begin, verb)
    if draft.source is None:
        return None
    read = read_after(setting, draft, verb, end)
    if read is not None:
        read.source = _whom_it_quotes(setting, begin) or read.source
    return read


def _whom_it_quotes(setting: Setting, begin: int) -> Range | None:
    """Return "a medic" for "the agency quoted a medic as saying"."""
    before = setting.before[-1] if setting.before else None
    if before is None or before.lemma not in {"quote", "cite"}:
        return None
    start, end = before.cue[1], begin - 1
    quoted = start < end and setting.clause.low[end] == "as"
    return (start, end) if quoted else None


def _is_count(clause: Clause, source: Range, verb: Verb) -> bool:
    """Say whether what follows a verb of counting is what it counts."""
    start = source[0]
    if verb.stance not in {"records", "reports"}:
        return source[1] == start + 1 and is_figure(clause, start)  # "said nine"
    if clause.low[start] in _BOUNDS:  # "gave at least 200 dead"
        return any(is_figure(clause, i) for i in range(start + 1, start + _BOUND))
    return is_figure(clause, start)


def _inverted(
    setting: Setting, index: int, end: int, verb: Verb
) -> tuple[Range, Range] | None:
    """Read "…," said the envoy: the source after the verb, the content before it."""
    clause = setting.clause
    quote = setting.quote_before(index)
    comma = index > clause.lo and clause.low[index - 1] in _MARKS
    if quote is None and comma and has_relative(clause, index - 1):
        return None  # "officers, who have 58 posts, noted 31 impacts"
    source = clause.phrase_after(end) if comma or quote is not None else None
    if source is None or _is_count(clause, source, verb):
        return None
    if quote is not None:
        return source, with_lead(setting, quote)
    if source[1] < clause.stop and clause.is_finite(source[1]):
        return None  # "X, whose men fled, said several died": a clause follows
    begin = statement_start(setting, index)
    if index - 1 <= begin or not is_statement(clause, begin, index - 1):
        return None
    return source, (begin, index - 1)
