"""What the lines above a sentence say for it: the intro of a list, acts, a heading.

All is kept as running state, so that a sentence costs the same wherever it stands.
"""

from collections.abc import Callable, Sequence
from functools import cached_property

from trucewatch.reading.acts import Act
from trucewatch.reading.sentences import Form, Sentence

HEADS = frozenset((Form.HEADING, Form.INTRO, Form.TITLE))
_LISTED = frozenset((Form.ITEM, Form.ROW))

Names = tuple[str, ...]


class LinesAbove:
    """Looks up from the sentences of one reading."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        acts_between: Callable[[int, int], Sequence[Act]],
    ) -> None:
        """Take the sentences, and what returns the acts between two tokens."""
        self.sentences, self._acts_between = sentences, acts_between
        self._found: dict[int, Names] = {}

    def acts(self, index: int) -> Names:
        """Return the acts of the intro or heading above, or of the sentence before."""
        if index not in self._found:
            self._found[index] = self._acts_above(index)
        return self._found[index]

    def intro(self, index: int) -> Sentence | None:
        """Return the line that announces the list a sentence stands in, or None."""
        return self._intros[index]

    def head(self, index: int) -> Sentence | None:
        """Return the nearest title, heading or intro above a sentence, or None."""
        return self._heads[index]

    @cached_property
    def _heads(self) -> list[Sentence | None]:
        above: Sentence | None = None
        found: list[Sentence | None] = []
        for sentence in self.sentences:
            found.append(above)
            above = sentence if sentence.form in HEADS else above
        return found

    def _acts_above(self, index: int) -> Names:
        own = self.sentences[index]
        position = index
        while own.form not in _LISTED and position:
            other = self.sentences[position - 1]
            if other.paragraph < own.paragraph - 1:
                break  # further up only heads tell
            position -= 1
            found = self._acts_of(other)
            if found or other.form is Form.HEADING:
                return found
        return self._of_heads[position]

    def _acts_of(self, sentence: Sentence) -> Names:
        acts = self._acts_between(sentence.first, sentence.after)
        return tuple([name for act in acts for name in act.classes])

    @cached_property
    def _of_heads(self) -> list[Names]:
        """For each sentence the acts of the nearest head above that has any.

        A heading without acts ends what was said above it.
        """
        above: Names = ()
        found: list[Names] = []
        for sentence in self.sentences:
            found.append(above)
            if sentence.form in HEADS:
                acts = self._acts_of(sentence)
                above = acts if acts or sentence.form is Form.HEADING else above
        return found

    @cached_property
    def _intros(self) -> list[Sentence | None]:
        above: Sentence | None = None
        found: list[Sentence | None] = []
        for sentence in self.sentences:
            found.append(above)
            if sentence.form in HEADS:
                above = sentence
            elif sentence.form is Form.PROSE:
                above = None
        return found
