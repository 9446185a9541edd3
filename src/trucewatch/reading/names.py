"""Names: places, groups, speakers and agreements the theatre knows, in a text."""

from typing import NamedTuple

from trucewatch.reading.lexicon import Lexicon
from trucewatch.reading.tokens import Tokens
from trucewatch.reference.entries import Entry, EntryKind
from trucewatch.reference.folding import fold
from trucewatch.reference.theatre import Theatre
from trucewatch.values.spans import Span


class NameMention(NamedTuple):
    """A name in the text and everything the theatre says it can stand for.

    Attributes:
        first: Index of its first token.
        after: Index after its last token.
        span: Where it stands, without a possessive ending.
        entries: What it can stand for; never empty.
    """

    first: int
    after: int
    span: Span
    entries: tuple[Entry, ...]

    def is_a(self, kind: EntryKind) -> bool:
        """Say whether the name can stand for something of that kind."""
        return any(entry.kind is kind for entry in self.entries)

    def of_kind(self, kind: EntryKind) -> tuple[Entry, ...]:
        """Return what the name can stand for of that kind."""
        return tuple(entry for entry in self.entries if entry.kind is kind)


_INSIDE = frozenset(".-‐‑–/&")  # marks that stand within names


# What texts abbreviate; a place before a bracket is mostly an agency's dateline.
_ABBREVIATED = frozenset((EntryKind.ACTOR, EntryKind.SPEAKER, EntryKind.INSTRUMENT))
_REMEMBERED = 200_000  # words remembered per theatre before a new start


class _Scanner:
    """Looks for the names of one text."""

    def __init__(
        self, text: str, tokens: Tokens, theatre: Theatre, lexicon: Lexicon
    ) -> None:
        self.text, self.tokens = text, tokens
        self.theatre, self.lexicon = theatre, lexicon
        memory = theatre.recalled
        if len(memory.entries) > _REMEMBERED:
            memory.entries.clear()
            memory.longest.clear()
        self.longest, self.known = memory.longest, memory.entries

    def _reach(self, word: str) -> int:
        """Return how many words a name that starts with this token can have."""
        known = self.longest.get(word)
        if known is None:
            key = fold(word.removesuffix("’s").removesuffix("'s"))
            first = key.split(" ", 1)[0] if key else ""
            known = self.theatre.longest(first) if first else 0
            self.longest[word] = known
        return known

    def _stops(self, first: int, reach: int) -> list[int]:
        """Return the token indices a name from ``first`` may end after."""
        words, tokens = 0, self.tokens
        stops: list[int] = []
        for i in range(first, min(first + 2 * reach + 1, len(tokens))):
            token = tokens.text[i]
            gap = tokens.start[i] - tokens.end[i - 1] if i > first else 0
            if token[0].isalnum():
                if "\n" in self.text[tokens.end[i - 1] : tokens.start[i]] and gap:
                    break
                words += 1 + token.count("-")
                if words > reach + token.count("-"):
                    break
                stops.append(i + 1)
            elif i == first or token not in _INSIDE:
                break
        return stops

    def name_at(self, first: int) -> NameMention | None:
        """Return the longest name that starts at a token."""
        reach = self._reach(self.tokens.text[first])
        if not reach:
            return None
        start = self.tokens.start[first]
        for after in reversed(self._stops(first, reach)):
            end = self.tokens.end[after - 1]
            if self.tokens.text[after - 1].endswith(("'s", "’s")):
                end -= 2
            words = self.text[start:end]
            entries = self.known.get(words)
            if entries is None:
                entries = self.known[words] = self.theatre.entries(fold(words))
            if entries and (len(words) > 2 or words.isupper()):  # noqa: PLR2004
                return NameMention(first, after, Span(start, end), entries)
        return None


def _could_start(word: str) -> bool:
    return word[0].isupper() or ("-" in word and word.split("-", 1)[1][:1].isupper())


def _is_acronym(word: str) -> bool:
    """Say whether a word is written like "US" or "WHO", which are no function words."""
    return len(word) > 1 and word.isupper()


def find_names(
    text: str, tokens: Tokens, theatre: Theatre, lexicon: Lexicon
) -> list[NameMention]:
    """Return the names of a text in order, the longest at each place.

    Args:
        text: The document's text.
        tokens: Its tokens.
        theatre: What is known of the conflict.
        lexicon: Tells function words, which start no name.
    """
    scanner = _Scanner(text, tokens, theatre, lexicon)
    stop = lexicon.function_words
    found: list[NameMention] = []
    busy = 0
    for i, word in enumerate(tokens.text):
        if not word[0].isupper() and "-" not in word:
            continue  # most words; said here because a call a word is what costs
        if i < busy or not _could_start(word):
            continue
        if tokens.low[i] in stop and not _is_acronym(word):
            continue
        mention = scanner.name_at(i)
        if mention is not None:
            found.append(mention)
            busy = mention.after
    short = _short_forms(tokens, found)
    return _with_short_forms(tokens, found, short) if short else found


def _short_forms(
    tokens: Tokens, found: list[NameMention]
) -> dict[str, tuple[Entry, ...]]:
    """Return the short forms a text gives in brackets right behind a known name.

    "the Joint Observer Mission (JOM)": what "JOM" stands for in this text.
    """
    starts = {mention.first for mention in found}
    short: dict[str, tuple[Entry, ...]] = {}
    for mention in found:
        at = mention.after
        if tokens.text[at : at + 1] != ["("] or tokens.text[at + 2 : at + 3] != [")"]:
            continue
        entries = tuple(e for e in mention.entries if e.kind in _ABBREVIATED)
        word = tokens.text[at + 1]
        if entries and at + 1 not in starts and _is_acronym(word):
            names = [t for t in tokens.text[mention.first : at] if t[0].isupper()]
            if _abbreviates(word, names):
                short.setdefault(word, entries)
    return short


def _abbreviates(word: str, names: list[str]) -> bool:
    """Say whether the letters of a word are initials of a name's words, in order."""
    initials = iter("".join(name[0] for name in names))
    return len(names) > 1 and all(letter in initials for letter in word)


def _with_short_forms(
    tokens: Tokens, found: list[NameMention], short: dict[str, tuple[Entry, ...]]
) -> list[NameMention]:
    """Return the names of a text with those of its own short forms, in order."""
    held = {i for mention in found for i in range(mention.first, mention.after)}
    for i, word in enumerate(tokens.text):
        name = word.removesuffix("'s").removesuffix("’s")
        if name in short and i not in held:
            start = tokens.start[i]
            span = Span(start, start + len(name))
            found.append(NameMention(i, i + 1, span, short[name]))
    return sorted(found, key=lambda mention: mention.first)
