"""The words around an expression: its preposition, and the tense it stands in."""

from trucewatch.reading.times.lexicon import Lexicon

BEFORE = 24  # pieces looked at before an expression, white space included
AFTER = 12
AFTERTHOUGHT = 4  # a word after counts as if it stood so many pieces further off
SKIPPED = frozenset({"the", "about", "around", "early", "late", "only", "just"})


def signal_of(words: list[str], codes: str, first: int, lexicon: Lexicon) -> str:
    """Return the preposition that binds the expression, in lower case, or ""."""
    place = first - 1
    for _ in range(3):
        if place < 1 or codes[place] != " ":
            return ""
        word = words[place - 1].lower()
        if word in lexicon.relations:
            return word
        if word not in SKIPPED:
            return ""
        place -= 2
    return ""


def direction_of(
    words: list[str], codes: str, place: tuple[int, int], lexicon: Lexicon
) -> int:
    """Return 1 when the nearest word of tense is future, -1 when past, else 0."""
    first, after = place
    near, direction = BEFORE + AFTER, 0
    for distance, at in enumerate(range(first - 1, max(first - BEFORE, -1), -1)):
        word = words[at]
        if codes[at] == "\n" or (word == "." and codes[at + 1] == " " and words[at + 2 : at + 3] and words[at + 2][:1].isupper()):
            break
        if found := _tense(word, lexicon):
            near, direction = distance, found
            break
    for distance, at in enumerate(range(after, min(after + AFTER, len(words)))):
        word = words[at]
        if codes[at] == "\n" or word == "." or distance + AFTERTHOUGHT >= near:
            break
        if found := _tense(word, lexicon):
            return found
    return direction


def _tense(word: str, lexicon: Lexicon) -> int:
    word = word.lower()
    if word in lexicon.future:
        return 1
    return -1 if word in lexicon.past or word.endswith("ed") else 0
