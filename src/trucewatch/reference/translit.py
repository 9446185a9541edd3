"""The transliteration key: one key for the ways one Arabic or Cyrillic name is spelled.

It keeps the consonants that every romanisation keeps and lets vowels go, so "Khanaser"
meets "Khanasir" and "Hodeidah" meets "Hudaydah". That makes strangers meet too, so it
is asked only after exact names, and only of gazetteers that hold few places in a
country: on a register of 41,000 villages "Hodeidah" would have 48 key-mates.
"""

import re
from functools import lru_cache

from trucewatch.reference.folding import fold

_PAIRS = (
    ("kh", "x"),
    ("gh", "g"),
    ("sh", "c"),
    ("ch", "c"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("zh", "j"),
    ("ou", "u"),
    ("oo", "u"),
    ("ck", "k"),
    ("dj", "j"),
    ("q", "k"),
)
_VOWELS = re.compile(r"[aeiouyw]+")
_TWICE = re.compile(r"(.)\1+")
SHORTEST = 3  # consonants; a shorter key says too little


@lru_cache(maxsize=100_000)
def translit_key(text: str) -> str:
    """Return the transliteration key of a name in Latin letters, or "" if it has none.

    A key has the consonants in order, the first vowel only as a mark that there is one,
    and no final h. A name with fewer than three consonants has no key.
    """
    word = fold(text)
    if not word.isascii():
        return ""
    for pair, letter in _PAIRS:
        word = word.replace(pair, letter)
    word = re.sub(r"h\b", "", word)
    starts = "'" if word[:1] in "aeiou" else ""
    bones = _VOWELS.sub("", _TWICE.sub(r"\1", word)).replace(" ", "")
    return starts + bones if len(bones) >= SHORTEST else ""
