"""Tokens with exact offsets, kept as parallel lists because objects cost more."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from trucewatch.values.spans import Span

# A number keeps its separators ("1,250", "64,1", "210 644" is joined by numbers.py); a
# word keeps inner apostrophes and hyphens ("Deir-ez-Zor"); a digit never joins letters,
# so "120mm" and "72-hour" come apart where numbers need them to.
_TOKEN = re.compile(
    r"(\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’ʼ`.](?=[^\W\d_])[^\W\d_]+|[-‐‑](?=[^\W\d_])[^\W\d_]+)*|[^\w\s]|_)"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text, each by start, end, words and lower-cased words.

    Attributes:
        start: Offset of each token's first character.
        end: Offset after each token's last character.
        text: Each token as written.
        low: Each token in lower case, with typographic apostrophes made plain.
    """

    start: Sequence[int]
    end: Sequence[int]
    text: list[str]
    low: list[str]

    def __len__(self) -> int:
        return len(self.start)

    def span(self, first: int, after: int) -> Span:
        """Return the span from token ``first`` up to but not including ``after``."""
        return Span(self.start[first], self.end[after - 1])

    def at(self, offset: int) -> int:
        """Return the index of the first token that starts at or after ``offset``."""
        return bisect_left(self.start, offset)


def tokenise(text: str) -> Tokens:
    """Split a text into words, numbers and punctuation marks, with offsets."""
    parts = _TOKEN.split(text)  # what stands between tokens, a token, and so on
    bounds = array("l", accumulate(map(len, parts)))
    words = parts[1::2]
    # A text has few different words: each is kept once, whatever the text's length.
    once = dict(zip(words, words, strict=True))
    low = {word: _in_lower_case(word) for word in once}
    return Tokens(
        bounds[0:-1:2],
        bounds[1::2],
        list(map(once.__getitem__, words)),
        list(map(low.__getitem__, words)),
    )


def _in_lower_case(word: str) -> str:
    lower = word.lower()
    if lower.isascii():
        return word if lower == word else lower
    return lower.replace("’", "'").replace("‑", "-").replace("‐", "-")
