"""The words around an expression: its preposition, its tense, what it belongs to."""

from trucewatch.reading.times.grammar import OTHER
from trucewatch.reading.times.lexicon import FUTURE, PAST, TO, Lexicon

BEFORE = 24  # pieces looked at before an expression, white space included
AFTER = 16
AFTERTHOUGHT = 4  # a word after counts as if it stood so many pieces further off
COUNTABLE = OTHER + "rmhZ"  # classes of words that units and counted nouns may have
DAY = 2  # digits of a day of the month
SIGNAL_STEPS = 5


def signal_of(words: list[str], codes: str, first: int, lexicon: Lexicon) -> str:
    """Return the preposition that binds the expression, in lower case, or ""."""
    place = first - 1
    for _ in range(SIGNAL_STEPS):
        if place < 1 or codes[place] != " ":
            return ""
        word = words[place - 1].lower()
        if word in lexicon.relations:
            return word
        if word not in lexicon.groups["skipped"]:
            return ""
        place -= 2
    return ""


def direction_of(
    words: list[str], codes: str, place: tuple[int, int], lexicon: Lexicon
) -> int:
    """Return 1 when the nearest word of tense is future, -1 when past, else 0."""
    first, after = place
    if codes.startswith("'z", after):  # "Friday's ruling": nothing is told of Friday
        return 0
    distance, side = _before(words, codes, first, lexicon)
    return _after(words, codes, after, lexicon, distance - AFTERTHOUGHT) or side


def side_of_length(
    words: list[str], codes: str, place: tuple[int, int], lexicon: Lexicon
) -> int:
    """Return -1 if what happened "within 24 hours" was counted, 1 if it was asked for.

    Who recorded something within a day looks back; who agreed to something, or asked
    for it, looks ahead, whatever the tense. Of other events ("it was followed within a
    day by"), and of "within a day of the signing", nobody has told the days: 0.
    """
    first, after = place
    groups = lexicon.groups
    around = {word.lower() for word in words[max(first - BEFORE, 0) : after + AFTER]}
    if not groups["asking"].isdisjoint(around):
        return 1
    if groups["counting"].isdisjoint(around) or words[after + 1 : after + 2] == ["of"]:
        return 0
    return min(direction_of(words, codes, place, lexicon), 0)


def _before(
    words: list[str], codes: str, first: int, lexicon: Lexicon
) -> tuple[int, int]:
    """Return how far the nearest word of tense before stands, and its side."""
    for at in range(first - 1, max(first - BEFORE, -1), -1):
        code = codes[at]
        if code == " ":
            continue
        if code in "\n;" or (code == "." and _ends_sentence(words, at)):
            break
        if side := _tense(words, at, lexicon):
            return first - at, side
    return BEFORE + AFTER, 0


def _after(
    words: list[str], codes: str, after: int, lexicon: Lexicon, limit: int
) -> int:
    """Return the side of the next word of tense, if it stands within ``limit``."""
    for at in range(after, min(after + AFTER, after + limit - 1, len(words))):
        code = codes[at]
        if code == " ":
            continue
        if code in "\n.;":
            break
        if side := _tense(words, at, lexicon):
            return side
    return 0


def _ends_sentence(words: list[str], at: int) -> bool:
    """Say whether a full stop stands here, followed by a capital letter."""
    following = words[at + 1 : at + 3]
    return len(following) > 1 and following[1][:1].isupper()


def _tense(words: list[str], at: int, lexicon: Lexicon) -> int:
    """Return 1 for a word of the future, -1 of the past, 0 for any other."""
    word = words[at]
    side = lexicon.tense.get(word)
    if side is None and word.endswith("ed"):
        side = PAST
    if side is None or (side == PAST and at > 1 and words[at - 2] == "be"):
        return 0  # "will be held": the modal tells
    if side == TO:  # "is to be held"
        return int(at > 1 and words[at - 2] in lexicon.copulas)
    if side == FUTURE and at + 2 < len(words) and words[at + 2] in lexicon.perfect:
        return PAST  # "could have died"
    return side


def is_year(
    words: list[str], codes: str, place: tuple[int, int], lexicon: Lexicon
) -> bool:
    """Say whether a bare four-digit number is a year, by the words beside it."""
    first, after = place
    counts = _counts(words, codes, after, lexicon)
    if codes[first] != "4":
        return not counts
    if codes[after : after + 1] == "/" or (first and codes[first - 1] in "/'"):
        return False  # a document's number
    before = _word_before(words, codes, first)
    if before in lexicon.not_years or (before.isdecimal() and len(before) > DAY):
        return False
    return before in lexicon.groups["yearly"] or not counts


def _word_before(words: list[str], codes: str, first: int) -> str:
    """Return the word before a place, over a space and a full stop, in lower case."""
    at = first - 1
    while at >= 0 and codes[at] in " .":
        at -= 1
    return words[at].lower() if 0 <= at < first - 1 else ""


def _counts(words: list[str], codes: str, after: int, lexicon: Lexicon) -> bool:
    """Say whether a plural noun follows, so that the number counts it."""
    following = words[after + 1 : after + 2]
    if codes[after : after + 1] != " " or not following:
        return False
    noun = following[0].lower()
    if noun in lexicon.counted:
        return codes[after + 1] in COUNTABLE
    plural = noun.endswith("s") and not noun.endswith("ss")
    return codes[after + 1] == OTHER and plural


def rate_of(
    words: list[str], codes: str, first: int, signal: str, lexicon: Lexicon
) -> bool:
    """Say whether "a day" tells how often: it follows what is counted."""
    if signal or first < 2 or codes[first - 1] != " ":  # noqa: PLR2004 - word, space
        return False
    before = words[first - 2].lower()
    if before.isdecimal() or before in lexicon.rates:
        return True
    return before.endswith("s") and not before.endswith("ss")
