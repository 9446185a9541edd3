"""The words beside a name that say whether it is a province, a town or just an area."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from trucewatch.reference.pack import read_yaml

_FILE = (
    Path(__file__).resolve().parent.parent / "theatres" / "world" / "placewords.yaml"
)


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Words beside names, by where they stand, with the kind each says ("" for none).

    Attributes:
        before: Words before a name.
        after: Words after a name.
        generic: Words that are no place by themselves ("North", "Unity").
    """

    before: dict[str, str]
    after: dict[str, str]
    generic: frozenset[str]

    def split(self, name: str) -> tuple[str, str | None]:
        """Return the bare name and the kind its words say, or None.

        "Homs province" gives ("Homs", "admin1"), "the town of Nubl" gives
        ("Nubl", "settlement"), "Idlib" gives ("Idlib", None).
        """
        bare = " ".join(name.replace("(", " ").replace(")", " ").split())
        lower = bare.lower().removeprefix("the ")
        bare = bare[len(bare) - len(lower) :]
        for word, kind in self.after.items():
            if lower.endswith(" " + word):
                return bare[: -len(word)].strip(), kind or None
        for word, kind in self.before.items():
            if lower.startswith(word + " "):
                return bare[len(word) :].strip(), kind or None
        return bare, None


@lru_cache(maxsize=1)
def place_words() -> PlaceWords:
    """Return the words of the shipped table."""
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    generic: set[str] = set()
    for row in read_yaml(_FILE):
        kind = row.text("kind")
        generic.update(row.texts("words"))
        before.update(dict.fromkeys(row.texts("before"), kind))
        after.update(dict.fromkeys(row.texts("after"), kind))
    return PlaceWords(before, after, frozenset(generic))
