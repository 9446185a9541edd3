"""Declared foldings: which differences of typing a quote may have and be found."""

import hashlib
import re
from dataclasses import dataclass

from trucewatch.values.spans import Span
from trucewatch.values.stances import Grounding

# What may differ between a quote and its document, and nothing else. A digit, a letter,
# a sign of number or a "not" never folds.
_QUOTES = {
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "‘": "'",
    "’": "'",
    "ʼ": "'",
}
_DASHES = dict.fromkeys("‐‑‒–—―", "-")
_ELLIPSES = {"…": "..."}
FOLDED = {**_QUOTES, **_DASHES}
_SPACE = re.compile(r"\s+")

POLICY = hashlib.sha256(
    repr((sorted(FOLDED.items()), "white space runs to one space", 1)).encode()
).hexdigest()[:12]
"""Fingerprint of the policy; every claim keeps the one it was admitted under."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text under the policy, with the way back to its own offsets.

    Attributes:
        text: The folded text.
        offsets: For each folded character, the offset of the one it stands for; one
            more entry for the end.
    """

    text: str
    offsets: tuple[int, ...]


def fold_text(text: str) -> Folded:
    """Return a text under the policy."""
    kept: list[str] = []
    offsets: list[int] = []
    spaced = False
    for i, character in enumerate(text):
        if character.isspace():
            if not spaced:
                kept.append(" ")
                offsets.append(i)
            spaced = True
            continue
        spaced = False
        kept.append(FOLDED.get(character, character))
        offsets.append(i)
    offsets.append(len(text))
    return Folded("".join(kept), tuple(offsets))


def locate(quote: str, text: str, *, near: int = 0) -> tuple[Span, Grounding] | None:
    """Find a quote in a text, exactly or under the declared foldings.

    Args:
        quote: The words to find.
        text: The document's text.
        near: Offset the quote is expected at; of several places the nearest is taken.

    Returns:
        The span in ``text`` and how it was found, or None when it does not occur.
    """
    exact = _nearest(quote, text, near)
    if exact is not None:
        return Span(exact, exact + len(quote)), Grounding.EXACT
    folded, wanted = fold_text(text), fold_text(quote.strip()).text
    if not wanted:
        return None
    at = _nearest(wanted, folded.text, near)
    if at is None:
        return None
    start, last = folded.offsets[at], folded.offsets[at + len(wanted) - 1]
    return Span(start, last + 1), Grounding.FOLDED


def _nearest(quote: str, text: str, near: int) -> int | None:
    found = [m.start() for m in re.finditer(re.escape(quote), text)] if quote else []
    found = [at for at in found if _whole_words(text, at, at + len(quote))]
    return min(found, key=lambda at: abs(at - near), default=None)


def _whole_words(text: str, start: int, end: int) -> bool:
    """Refuse a quote that cuts a word or a figure: "5,000" is not in "25,000"."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    inside = text[start : start + 1].isalnum() and before.isalnum()
    cut = text[end - 1 : end].isalnum() and after.isalnum()
    figure = text[start : start + 1].isdigit() and _joins(text, start - 1, -1)
    tail = text[end - 1 : end].isdigit() and _joins(text, end, 1)
    return not (inside or cut or figure or tail)


def _joins(text: str, at: int, step: int) -> bool:
    """Say whether a separator at ``at`` joins the figure to further digits."""
    return (
        0 <= at < len(text)
        and text[at] in ".,"
        and 0 <= at + step < len(text)
        and text[at + step].isdigit()
    )
