"""Provisions: the articles of an agreement's own text say what is to be done."""

import re
from functools import cache

from trucewatch.reading.hedges import Hedge, HedgeKind
from trucewatch.reading.reading import Reading
from trucewatch.reading.sentences import Sentence
from trucewatch.reading.wordlists import word_list

_ARTICLES = (
    4  # lines with an article's mark that make a text an agreement by themselves
)
_OPENING = 5  # words of a title by which a text names itself
_HEAD = 700  # characters in which an agreement names itself and those who agree


@cache
def _article() -> re.Pattern[str]:
    """Return the mark an article's line begins with: "3.", "Art. 2 –", "Clause 4:"."""
    words = "|".join(word_list("provisions")["articles"])
    numbered = rf"(?:{words})\s*\.?\s*(?:\d+|[IVX]+)"
    return re.compile(rf"\s*(?:{numbered}|\(?\d{{1,2}})[.):\s–—-]", re.IGNORECASE)


def is_agreement(reading: Reading) -> bool:
    """Say whether a document is the text of an agreement rather than about one."""
    words = word_list("provisions")
    publisher = (reading.document.publisher or "").lower()
    head = reading.document.text[:_HEAD].lower()
    named = any(word in head.split("\n", 1)[0] for word in words["titles"])
    issued = any(word in publisher for word in words["publishers"])
    agreed = any(phrase in head for phrase in words["agreeing"])
    if agreed and (named or issued):
        return True
    text = reading.document.text
    return is_titled_as_deed(text) and _articles_in(text) >= _ARTICLES


def is_titled_as_deed(text: str) -> bool:
    """Say whether a text's title names the text itself: "Protocol to …", "Annex"."""
    opening = " ".join(text.split("\n", 1)[0].lower().split()[:_OPENING])
    return any(word in opening for word in word_list("provisions")["deeds"])


def has_article(text: str, sentence: Sentence) -> bool:
    """Say whether a sentence's line begins with the mark of an article."""
    start = text.rfind("\n", 0, sentence.span.start) + 1
    return _article().match(text, start, sentence.span.end) is not None


def _articles_in(text: str) -> int:
    """Return how many lines of a text begin with an article's mark."""
    return sum(_article().match(line) is not None for line in text.split("\n"))


def provisions(reading: Reading) -> dict[int, Hedge]:
    """Return, by index, the sentences that are provisions, each as what is planned.

    Args:
        reading: A document; only the text of an agreement has provisions.

    Returns:
        A hedge over each sentence of a line that begins with an article's mark and
        does not tell of the past; the mark is its cue.
    """
    if not is_agreement(reading):
        return {}
    text = reading.document.text
    found: dict[int, Hedge] = {}
    mark = None
    line = None
    for index, sentence in enumerate(reading.sentences):
        if sentence.line != line:
            line = sentence.line
            start = text.rfind("\n", 0, sentence.span.start) + 1
            mark = _article().match(text, start, sentence.span.end)
        if mark is not None and not _tells_of_the_past(reading, sentence):
            cue = reading.tokens.span(sentence.first, sentence.first + 1)
            found[index] = Hedge(cue, HedgeKind.SCHEDULE, sentence.span)
    return found


def _tells_of_the_past(reading: Reading, sentence: Sentence) -> bool:
    """Say whether a sentence is no provision: an aside, or what has happened."""
    if reading.tokens.low[sentence.first] == "(":
        return True
    past = frozenset(word_list("provisions")["past"])
    return not past.isdisjoint(reading.tokens.low[sentence.first : sentence.after])
