"""Where a reporting verb is read, and the statement that stands before it."""

from collections.abc import Sequence
from typing import NamedTuple

from trucewatch.reading.quotes_frame import Draft
from trucewatch.reading.quotes_phrases import Clause, Range, is_word

_MARKS = frozenset({",", "-", "–", "—"})


class Setting(NamedTuple):
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
            if end <= index and all(word in _MARKS for word in low[end:index]):
                return start, end
        return None

    def quote_after(self, index: int) -> Range | None:
        """Return the quotation that begins at a token, or after a comma or colon."""
        low = self.clause.low
        for start, end in self.quotes:
            if start >= index and all(word in {",", ":"} for word in low[index:start]):
                return start, end
        return None


def is_figure(clause: Clause, index: int) -> bool:
    """Say whether a figure begins at a token: "71", "twenty-one", "over"."""
    if index >= clause.stop:
        return False
    word = clause.low[index]
    figures = clause.words.words["figures"]
    return word[0].isdigit() or word in figures or word.split("-")[0] in figures


def is_past(clause: Clause, index: int) -> bool:
    """Say whether a token has the form of a past participle."""
    word = clause.low[index]
    return word in clause.words.words["common_verbs"] or word.endswith("ed")


def is_statement(clause: Clause, start: int, end: int) -> bool:
    """Say whether a stretch can be a statement: it has a verb or a figure."""
    return clause.has_finite(start, end) or any(
        is_figure(clause, index) for index in range(start, end)
    )


def statement_start(setting: Setting, cue: int) -> int:
    """Return where a statement that stands before its cue begins."""
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


def with_lead(setting: Setting, quote: Range) -> Range:
    """Add the words that lead into a quotation: both sides "see it so," he said."""
    clause = setting.clause
    lead = quote[0] - 1
    if lead <= clause.lo or not is_word(clause.low[lead]):
        return quote
    start = statement_start(setting, quote[0])
    return (start, quote[1]) if clause.lo <= start < quote[0] else quote


def read_before(setting: Setting, draft: Draft, after: int) -> Draft | None:
    """Read "A, X said" and "A, X said, B": the statement stands before the frame.

    Args:
        setting: Where the frame is read.
        draft: The frame, with its source before its verb; its contents are set.
        after: Index after the verb and its adjuncts.
    """
    clause = setting.clause
    if draft.source is None:
        return None
    start = min(draft.source[0], draft.cue[0])
    start -= start - 1 > clause.lo and clause.low[start - 1] == "as"  # "as X put it"
    quote = setting.quote_before(start)
    if quote is not None and not is_closed(clause, quote):
        draft.contents = [with_lead(setting, quote)]
        continue_after(setting, draft)
        return draft
    comma = start - 1
    if comma <= clause.lo or clause.low[comma] not in _MARKS | {";"}:
        return None
    begin = statement_start(setting, comma + 1)
    if begin >= comma:
        return None
    mark = clause.low[after] if after + 1 < clause.stop else ""
    if mark == "," and joins(clause, comma - 1):
        draft.contents = [(after + 1, _until_semicolon(clause, after + 1))]
        return draft
    draft.contents = [(begin, comma)]
    if mark == ",":
        draft.contents.append((after + 1, _until_semicolon(clause, after + 1)))
    elif mark == ";":
        draft.contents.append((after + 1, clause.stop))
    return draft


def joins(clause: Clause, index: int) -> bool:
    """Say whether "and" stands at a token: "… and, the city says, killed two"."""
    return index > clause.lo and clause.low[index] in {"and", "but", "or"}


def is_closed(clause: Clause, quote: Range) -> bool:
    """Say whether a quotation ends with a full stop, so that nobody said it after."""
    last = quote[1] - 1
    while last > quote[0] and not is_word(clause.low[last]):
        if clause.low[last] == ".":
            return True
        last -= 1
    return False


def _until_semicolon(clause: Clause, start: int) -> int:
    end = start
    while end < clause.stop and clause.low[end] != ";":
        end += 1
    return end


def continue_after(setting: Setting, draft: Draft) -> None:
    """Add the second half of a statement that its frame interrupts."""
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
