"""Folding: the key under which two spellings of one name meet.

A key is for matching and is never shown. What folds away is what English texts vary at
random: case, marks over letters, apostrophes, hyphens, and the Arabic article with its
assimilated forms, so that "al-Nusra Front", "Al Nusra Front" and "Nusra Front" meet,
and "Deir ez-Zor" meets "Deir al-Zor". Vowels and consonants do not fold here; that is
the transliteration key (`trucewatch.reference.translit`), which is less certain.
"""

import re
import unicodedata
from functools import lru_cache

ARTICLES = frozenset(
    {
        "al",
        "el",
        "ad",
        "ar",
        "as",
        "ash",
        "at",
        "az",
        "an",
        "ath",
        "ed",
        "er",
        "es",
        "esh",
        "et",
        "ez",
        "en",
        "adh",
    }
)
# These are English words or prefixes too: without a hyphen they are an article only
# where they are written with a capital before another capital ("As Suwayda", "At
# Tuhayta").
_WORDS_TOO = frozenset(
    {"ad", "as", "at", "an", "ash", "en", "er", "et", "es", "ed", "adh", "ar"}
)

# A lone word of capitals up to this long keeps them: "IS", "US" and "WHO" are names,
# and "is", "us" and "who" are not.
ACRONYM = 3
# A lone word up to this long keeps its article, as "al": Al-Bab is a town and Bab a
# word, the al-Omar field is not everyone called Omar.
SHORT = 4

# Quotation marks, apostrophes and what stands for the Arabic ayin and hamza.
_MARKS = (
    "'\"`.,()[]\u00b4\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u00ab"
    "\u00bb\u2039\u203a\u02bc\u02bb\u02be\u02bf\u02c8\u02b9\u02ba"
)
_DROPPED = dict.fromkeys(map(ord, _MARKS), None)
_SPACED = dict.fromkeys(map(ord, "-_/\u2010\u2011\u2012\u2013\u2014\u2015\u00a0"), " ")
_TABLE = _DROPPED | _SPACED
_ARTICLE_HYPHEN = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(sorted(ARTICLES))})[-\u2010\u2011](?=\w)", re.IGNORECASE
)


DROPPABLE = ARTICLES | {"the"}


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Return the matching key of a name, remembered; for texts see ``fold_long``."""
    return fold_long(text)


def fold_long(text: str) -> str:
    """Return the matching key of a name or of a whole text.

    Args:
        text: A name as written, in its own case (the case tells "At Tuhayta", with an
            article, from "at Tuhayta", with a preposition).

    Returns:
        Lower-case words with single spaces, without marks, apostrophes, articles; a
        lone word of up to three capitals keeps them. Never empty for a text that
        holds a letter or digit.
    """
    if text.isalpha() and text.isascii():  # most names are one plain word
        return text if len(text) <= ACRONYM and text.isupper() else text.lower()
    bare = text
    if "-" in bare or not bare.isascii():
        bare = _plain(bare)
    words = bare.translate(_TABLE).split()
    if len(words) == 1:
        word = words[0]
        return word if len(word) <= ACRONYM and word.isupper() else word.casefold()
    lower = bare.translate(_TABLE).casefold().split()
    if not DROPPABLE.isdisjoint(lower):
        words = _without_articles(words)
        if len(words) == 1 and len(words[0]) <= ACRONYM and words[0].isupper():
            return words[0]
        return " ".join(words).casefold()
    return " ".join(lower)


def _plain(text: str) -> str:
    """Return a text without marks, every hyphened article written as "al"."""
    bare = _ARTICLE_HYPHEN.sub("al ", text)
    if bare.isascii():
        return bare
    return "".join(
        c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c)
    )


def _without_articles(words: list[str]) -> list[str]:
    """Drop a leading "the" and the articles; one stays before a lone short word."""
    last = len(words) - 1
    kept: list[str] = []
    article = False
    for i, word in enumerate(words):
        if i < last and _is_article(word, words[i + 1]):
            article = article or not kept
        elif i < last and not kept and word.lower() == "the":
            continue
        else:
            kept.append(word)
    if article and len(kept) == 1 and len(kept[0]) <= SHORT:
        return ["al", *kept]
    return kept


def _is_article(word: str, following: str) -> bool:
    lower = word.lower()
    if lower not in ARTICLES:
        return False
    return lower not in _WORDS_TOO or (word[0].isupper() and following[0].isupper())
