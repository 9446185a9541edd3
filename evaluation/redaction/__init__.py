"""How much of what must not leave the house redaction withholds, and what besides.

``texts.yaml`` holds invented texts in two halves. Of each half is measured: of the
private names and contacts, how many are withheld (recall); of what is withheld, how
much had to be (precision).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from trucewatch.reference.theatre import Theatre
from trucewatch.views.redaction import Redactor

TEXTS = Path(__file__).with_name("texts.yaml")
_PRIVATE = re.compile(r"\[\[(.+?)\]\]")
_PUBLIC = re.compile(r"\{\{(.+?)\}\}")
_MARKS = re.compile(r"\[\[|\]\]|\{\{|\}\}")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the marked words of some texts.

    Attributes:
        leaked: Private words that are still there.
        withheld: How many private words are not.
        lost: Public words that were withheld, in whole or in part.
        kept: How many public words are all there.
    """

    leaked: tuple[str, ...]
    withheld: int
    lost: tuple[str, ...]
    kept: int

    @property
    def recall(self) -> float:
        """Share of the private words that are withheld."""
        return self.withheld / (self.withheld + len(self.leaked))

    @property
    def precision(self) -> float:
        """Share of the withheld words that had to be."""
        return self.withheld / (self.withheld + len(self.lost))


def texts() -> dict[str, list[str]]:
    """Return the marked texts of each half."""
    halves: dict[str, list[str]] = yaml.safe_load(TEXTS.read_text("utf-8"))
    return halves


def measure_texts(marked: Iterable[str], known: Theatre) -> Outcome:
    """Redact texts and look what became of their marked words.

    A private word is withheld when no part of it that has a capital is left, anywhere
    in the text; a part that also stands in a public word does not count.

    Args:
        marked: The texts with their marks.
        known: All theatres.
    """
    leaked: list[str] = []
    lost: list[str] = []
    withheld = kept = 0
    for text in marked:
        plain = _MARKS.sub("", text)
        redacted = Redactor.of(known).text(plain)
        public = " ".join(_PUBLIC.findall(text))
        for name in _PRIVATE.findall(text):
            gone = not any(
                _count(part, redacted) for part in _parts(name) if part not in public
            )
            withheld += gone
            leaked += [] if gone else [name]
        for name in _PUBLIC.findall(text):
            stays = _count(name, redacted) >= _count(name, plain)
            kept += stays
            lost += [] if stays else [name]
    return Outcome(tuple(leaked), withheld, tuple(lost), kept)


def _parts(name: str) -> list[str]:
    """The words of a name that tell somebody; of a contact all of it."""
    words = [w for w in name.split() if w[:1].isupper() and len(w) > len("al")]
    return words or [name]


def _count(words: str, text: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", text))
