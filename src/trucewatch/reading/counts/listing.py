"""Numbers that stand in a list: one noun for all, figures in order, columns."""

from trucewatch.reading.counts.count import Count, counting_words, unit_words
from trucewatch.reading.counts.ground import PERSON_ACTS
from trucewatch.reading.counts.singles import Singles
from trucewatch.reading.heads import Head, head_in_label
from trucewatch.reading.numbers import Number
from trucewatch.reading.numerals import NumberForm
from trucewatch.reading.sentences import Form, Sentence

_JOINS = frozenset((",", "and", "or", "to", "/"))
_LAST_JOINS = frozenset(("and", "or", "to"))
_BESIDE = 3  # signs that may stand beside a figure in its cell: "(12)", "+ 3 %"
_CELL = 8  # words of a label that may be no more than a measure: "Aid, in tonnes"
_WIDE = 3  # white space that parts the columns of a table
PAIR = 2
_UNSHARED = frozenset(("percent",))


class Listing(Singles):
    """Resolves "11, four and no shells", "382, 46 and 141 in that order", columns."""

    def _next_in_list(self, number: Number, sentence: Sentence) -> Number | None:
        """Return the number that follows one across "," or "and" alone."""
        low, at = self.tokens.low, number.after
        if at >= sentence.after or low[at] not in _JOINS:
            return None
        at += 1
        if low[at - 1] == "," and low[at : at + 1] in (["and"], ["or"]):
            at += 1
        other = self.at_first.get(at)
        if other is None or other.form is NumberForm.ARTICLE or at >= sentence.after:
            return None
        return other

    def _shared(self, number: Number, index: int, sentence: Sentence) -> Count | None:
        """Resolve "11, four and no shells" by the noun the last of a list has."""
        if self._is_object_of_fate(number):
            return None
        other = self._next_in_list(number, sentence)
        alone = not self.found or self.found[-1].sentence != index
        alone = alone or self._told(sentence)
        joined, length = False, 1
        while other is not None:
            length += 1
            join = self.tokens.low[other.first - 1]
            joined = joined or (join in _LAST_JOINS and (alone or length > PAIR))
            head = self._right(other, sentence)
            if head is not None:
                return self._made_shared(number, index, head) if joined else None
            other = self._next_in_list(other, sentence)
        return None

    def _made_shared(self, number: Number, index: int, head: Head) -> Count | None:
        noun = head.noun
        if noun is None or head.how != "right" or noun.unit in _UNSHARED:
            return None
        return self._make(number, index, noun.unit, noun, "shared")

    def _is_object_of_fate(self, number: Number) -> bool:
        """Say whether what befell those counted stands right before: "killed 3"."""
        act = self._act_at(number.first - 1) if number.first else None
        return act is not None and any(name in PERSON_ACTS for name in act.classes)

    def _run_from(self, number: Number, sentence: Sentence) -> list[Number]:
        """Return a number and the bare ones listed right after it."""
        run = [number]
        other = self._next_in_list(number, sentence)
        while other is not None:
            run.append(other)
            other = self._next_in_list(other, sentence)
        joined = self.tokens.low[run[-1].first - 1] in _LAST_JOINS
        bare = all(self._right(one, sentence) is None for one in run)
        return run if joined and bare else []

    def _in_order(self, number: Number, index: int, sentence: Sentence) -> Count | None:
        """Resolve "the figures were 382, 46 and 141 in the same order".

        Each bare figure stands for the count at its place in the list before it.
        """
        held = self.paired.pop(number.core_first, None)
        if held is None:
            run = self._run_from(number, sentence)
            above = self._list_above(index, len(run), sentence)
            if not above:
                return None
            for one, whole in zip(run, above, strict=True):
                self.paired[one.core_first] = whole
            held = self.paired.pop(number.core_first)
        parent = self.found[held]
        return self._make(number, index, parent.unit, parent.noun, "elided", whole=held)

    def _list_above(self, index: int, length: int, sentence: Sentence) -> list[int]:
        """Return the counts of different things that a list of figures goes through."""
        if length < 2:  # noqa: PLR2004 - one figure is no list
            return []
        for own in (index, index - 1):
            listed = [
                i
                for i, count in enumerate(self.found)
                if count.sentence == own and count.how not in ("article", "share")
                and not (count.noun is not None and "time" in count.noun.tags)
            ]  # fmt: skip
            if not listed:
                continue
            exact = own == index or len(listed) == length or self._told(sentence)
            units = {self._sort_of(i) for i in listed[-length:]}
            if exact and len(listed) >= length and len(units) > 1:
                return listed[-length:]
            return []
        return []

    def _sort_of(self, i: int) -> str:
        """Return what a count counts, persons told apart by the act beside them."""
        count = self.found[i]
        if count.noun is None or "person" not in count.noun.tags:
            return count.unit
        for at in (count.after, count.first - 1, count.after + 1):
            act = self._act_at(at)
            if act is not None and act.first <= at:
                names = [name for name in act.classes if name in PERSON_ACTS]
                if names:
                    return unit_words().persons[names[0]]
        return count.unit

    def _told(self, sentence: Sentence) -> bool:
        """Say whether a sentence says that its figures keep an order."""
        words = self.tokens.low[sentence.first : sentence.after]
        return not counting_words().ordered.isdisjoint(words)

    # -- tables -----------------------------------------------------------------------

    def _by_column(
        self, number: Number, index: int, sentence: Sentence
    ) -> Count | None:
        """Resolve a figure of a table by the words that head its column."""
        if sentence.form is not Form.ROW or not self._is_cell(number, sentence):
            return None
        header = self._header(index)
        if header is not None:
            cells, column = self._cells(header), self._column(number, sentence)
            named = None if column >= len(cells) else self._named_in(*cells[column])
            if named is not None:
                return self._of_label(number, index, named)
        named = self._named_in(*self._cells(sentence)[0])
        named = named or self._caption(index)
        return None if named is None else self._of_label(number, index, named)

    def _is_cell(self, number: Number, row: Sentence) -> bool:
        """Say whether a figure stands alone in its cell."""
        cells = self._cells(row)
        first, after = next((a, b) for a, b in cells if a <= number.core_first < b)
        return after - first <= number.after - number.first + _BESIDE

    def _of_label(
        self, number: Number, index: int, named: tuple[str, Head | None]
    ) -> Count:
        unit, head = named
        noun = None if head is None else head.noun
        return self._make(number, index, unit, noun, "column")

    def _named_in(self, first: int, after: int) -> tuple[str, Head | None] | None:
        """Return what a label names: what befell persons, or the noun it counts."""
        head = head_in_label(self.tokens, self.lexicon, first, after)
        if head is not None and head.noun is not None:
            if "person" not in head.noun.tags:
                return head.unit, head
            if head.unit in unit_words().of_unit:
                return head.unit, head
        labels = unit_words().labels
        for i in range(first, after):
            act = self._act_at(i)
            for name in () if act is None else act.classes:
                if name in labels:
                    return labels[name], head
        if head is None and after - first <= _CELL:
            head = head_in_label(self.tokens, self.lexicon, first, after, measures=True)
        return None if head is None else (head.unit, head)

    def _caption(self, index: int) -> tuple[str, Head | None] | None:
        """Return what the line above a table or list says it counts."""
        for position in range(index - 1, -1, -1):
            line = self.sentences[position]
            if line.form in (Form.HEADING, Form.INTRO, Form.TITLE):
                after = next(
                    (
                        i
                        for i in range(line.first, line.after)
                        if self.tokens.low[i] in ("by", "per")
                    ),
                    line.after,
                )  # "Displacement by district"
                return self._named_in(line.first, after) if after > line.first else None
            if line.form is Form.PROSE:
                return None
        return None

    def _header(self, index: int) -> Sentence | None:
        """Return the first row of the table a row stands in, if it counts nothing."""
        own = self.sentences[index]
        top: int | None = None
        for position in range(index - 1, -1, -1):
            row = self.sentences[position]
            if row.form is not Form.ROW or row.paragraph != own.paragraph:
                break
            top = position
        if top is None or any(count.sentence == top for count in self.found):
            return None
        return self.sentences[top]

    def _cells(self, row: Sentence) -> list[tuple[int, int]]:
        """Return the first and the last but one token of each cell of a row."""
        cells: list[tuple[int, int]] = []
        begin = row.first
        for i in range(row.first, row.after):
            bar = self.tokens.text[i] == "|"
            if i > row.first and not bar and self._is_apart(i):
                cells.append((begin, i))
                begin = i
            elif bar:
                cells.append((begin, i))
                begin = i + 1
        return [*cells, (begin, row.after)]

    def _column(self, number: Number, row: Sentence) -> int:
        cells, at = self._cells(row), number.core_first
        return next((n for n, (a, b) in enumerate(cells) if a <= at < b), len(cells))

    def _is_apart(self, i: int) -> bool:
        """Say whether white space wide enough for a column stands before a token."""
        if self.tokens.text[i - 1] == "|":
            return False
        gap = self.source[self.tokens.end[i - 1] : self.tokens.start[i]]
        return len(gap) >= _WIDE or "\t" in gap
