"""Names in a document that can speak: looked up by where they stand."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from trucewatch.claims.spoken import best_entry
from trucewatch.reading.names import NameMention
from trucewatch.reading.tokens import Tokens
from trucewatch.reference.entries import Entry
from trucewatch.values.spans import Span


class Mentions:
    """The names of one document, in order.

    Attributes:
        text: The document's text.
        tokens: Its tokens.
    """

    def __init__(self, text: str, tokens: Tokens, names: Sequence[NameMention]) -> None:
        """Take the names the theatre knows in a text, in any order."""
        self.text, self.tokens = text, tokens
        self._names = sorted(names, key=lambda one: one.span.start)
        self._starts = [one.span.start for one in self._names]

    def inside(self, span: Span) -> Iterator[NameMention]:
        """Yield the names that begin inside a span, in order."""
        for index in range(bisect_left(self._starts, span.start), len(self._names)):
            if self._starts[index] >= span.end:
                return
            yield self._names[index]

    def speaking(self, span: Span) -> list[tuple[NameMention, Entry]]:
        """Return the names inside a span that can speak, with what they stand for."""
        found = []
        for mention in self.inside(span):
            entry = best_entry(mention.entries)
            if entry is not None:
                found.append((mention, entry))
        return found

    def low(self, span: Span) -> list[str]:
        """Return the tokens of a span in lower case."""
        first, after = self.tokens.at(span.start), self.tokens.at(span.end)
        return self.tokens.low[first:after]
