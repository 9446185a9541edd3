"""Passive reporting frames: "was quoted as saying", "counted by", "is said to"."""

from trucewatch.reading.quotes_complements import read_after
from trucewatch.reading.quotes_frame import Draft, Form
from trucewatch.reading.quotes_lexicon import Verb
from trucewatch.reading.quotes_phrases import QUOTE_MARKS, Clause, Range, is_word
from trucewatch.reading.quotes_setting import Setting
from trucewatch.reading.quotes_subjects import subject_of

# "noted by the mission"; in bulletins also "confirmed from the Russian half".
_AGENTS = (frozenset({"by"}), frozenset({"by", "from"}))

_NOT_ONE = ["not", "one"]


def is_passive(clause: Clause, index: int, begin: int, end: int) -> bool:
    """Say whether a verb is passive: a form of be before it, or an agent after it.

    Args:
        clause: Where it stands.
        index: Its index.
        begin: Where its group begins.
        end: Index after it.
    """
    closed = clause.words.words
    after = clause.low[end : end + 2]
    if after[:1] == ["by"]:
        return True
    if after[1:] == ["by"] and after[0] in closed["prepositions"]:
        return True  # "asked for by the envoy"
    return any(clause.low[i] in closed["be_forms"] for i in range(begin, index))


def draft_passive(setting: Setting, cue: Range, verb: Verb) -> Draft | None:
    """Read "was quoted as saying", "is said to", "were counted by", "it was announced".

    Args:
        setting: Where the verb is read.
        cue: Its group.
        verb: The verb.
    """
    clause = setting.clause
    begin, end = cue
    draft = Draft(cue, verb.lemma, verb.stance, Form.PASSIVE)
    if clause.low[end : end + 2] == ["as", "saying"]:
        draft.cue = (begin, end + 2)
        draft.source = subject_of(setting, begin, verb)
        return read_after(setting, draft, verb, end + 2) if draft.source else None
    draft.weak = True
    subject = clause.phrase_before(begin - 1) if begin > clause.lo else None
    agent = _agent_at(clause, end, verb)
    if agent is not None:
        draft.source = clause.phrase_after(agent)
        return _agent_content(clause, draft, subject)
    return None if "o" in verb.codes else _raised(clause, draft, subject)


def _agent_at(clause: Clause, end: int, verb: Verb) -> int | None:
    """Return where the agent of a passive begins, after "by"."""
    low = clause.low
    agents = _AGENTS[verb.stance in {"records", "confirms"}]
    at = end
    if low[end + 1 : end + 2] == ["by"]:
        at = end + 1
    elif end < clause.stop and low[end] not in agents:
        at = clause.skip_adjuncts(end)
    return at + 1 if at < clause.stop and low[at] in agents else None


def _raised(clause: Clause, draft: Draft, subject: Range | None) -> Draft | None:
    """Read "the army is said to have left" and "it was announced that"."""
    end = draft.cue[1]
    mark = clause.low[end] if end < clause.stop else ""
    if subject is None or mark not in {"to", "that"}:
        return None
    draft.contents = [(end, clause.stop)]
    if mark == "to" and clause.low[subject[0]] != "it":
        draft.contents.insert(0, subject)
    return draft


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
    subject = subject or _past_comma(clause, draft.cue[0])
    if whole:
        draft.contents = [(_sentence_start(clause, draft.cue[0]), draft.cue[0])]
    elif subject is not None:
        draft.contents = [(subject[0], draft.cue[0])]
    elif draft.cue[0] > clause.lo:
        draft.contents = [(_sentence_start(clause, draft.cue[0]), draft.cue[0])]
    after = source[1]
    goes_on = whole or counts or not draft.contents
    aside = after < clause.stop and clause.low[after] == ","
    close = not whole and clause.low[draft.cue[0] - 1] != ","
    if close and aside and clause.has_finite(after + 1, clause.stop):
        return draft if draft.contents else None  # "attacks claimed by X, …, killed 5"
    if after < clause.stop and (goes_on or aside):
        mark = not is_word(clause.low[after]) and clause.low[after] not in QUOTE_MARKS
        draft.contents.append((after + mark, clause.stop))
    draft.contents = [one for one in draft.contents if one[0] < one[1]]
    return draft if draft.contents else None


def _past_comma(clause: Clause, end: int) -> Range | None:
    """Return the noun in "raids, announced by X" and "of raids denied by X"."""
    noun = clause.phrase_before(end - 2) if end > clause.lo + 1 else None
    if noun is not None:
        return noun
    prepositions = clause.words.words["prepositions"]
    for at in range(end - 1, clause.lo, -1):
        if not is_word(clause.low[at]):
            return None
        if clause.low[at] in prepositions:
            return (at + 1, end) if at + 1 < end else None
    return None


def _sentence_start(clause: Clause, index: int) -> int:
    """Return where the statement of a subject begins, adjuncts before it included."""
    start = index
    while start > clause.lo and clause.low[start - 1] not in {".", ";", ":"}:
        none = clause.low[start : start + 2]
        if clause.low[start - 1] == "," and (none[:1] == ["none"] or none == _NOT_ONE):
            break  # "…, none of which was confirmed by": the rest is somebody else's
        start -= 1
    return start
