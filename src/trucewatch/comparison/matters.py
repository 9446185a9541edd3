"""Matters: the comparable questions that claims answer, and who asks them.

A question puts every facet under the keys of the matters it answers, and compares only
what lies under one key. That keeps comparison proportional to the claims on a matter.
"""

import datetime as dt
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from trucewatch.comparison.facets import EVERYWHERE, Facet, role_parts
from trucewatch.comparison.findings import Aspect, Finding, Relation
from trucewatch.reference.folding import fold

Key = tuple[Hashable, ...]
# Questions that have no area to be told apart by are asked month by month.
WINDOW = 30
# Characters of a claim's words that the sentence on a finding quotes at most.
LONGEST_QUOTE = 160
_OWN_SIDE = "the speaker's own side"
_INNER = str.maketrans("“”", "''")


def words_of(key: Key) -> str:
    """Return the key of a matter as one text."""
    return "\x1f".join(map(str, key))


class Siblings(Protocol):
    """Gives all facets of one document, for arithmetic within it."""

    def __call__(self, document: str) -> Sequence[Facet]:
        """Return the facets of a document, in the order they came in."""

    def countries(self, document: str) -> frozenset[str]:
        """Return the countries in which a document's claims take place."""


class Question(Protocol):
    """One sort of question that claims can answer."""

    @property
    def name(self) -> str:
        """The question's name, which is the first part of every key it makes."""

    def keys(self, facet: Facet) -> Iterable[Key]:
        """Return the keys of the matters that this facet answers."""

    def compare(
        self, key: Key, facets: Sequence[Facet], siblings: Siblings
    ) -> Iterator[Finding]:
        """Yield what is to be said of the facets under one key."""


class Reason(NamedTuple):
    """A relation with its aspect and its sentence, before it becomes a finding."""

    relation: Relation
    aspect: Aspect
    why: str


def windows(day: int | None, reach: int, document: str) -> Iterator[Hashable]:
    """Yield the spans of days a statement belongs to, so that near ones share one.

    Any two days at most ``reach`` apart have a window in common; statements without a
    day meet by their document only.
    """
    if day is None:
        yield document
        return
    yield day // WINDOW
    if day % WINDOW < reach:
        yield day // WINDOW - 1


def finding(reason: Reason, matter: str, facets: Iterable[Facet]) -> Finding:
    """Return the finding about these facets, with their claims in order of days."""
    ordered = sorted(facets, key=by_day)
    claims = tuple(dict.fromkeys(f.claim.key for f in ordered))
    why = reason.why[:1].upper() + reason.why[1:]
    return Finding(reason.relation, reason.aspect, matter, why, claims)


def by_day(facet: Facet) -> tuple[int, str, int, str]:
    """Return what facets are sorted by: day, document, place in it, key."""
    claim = facet.claim
    return facet.day or 0, claim.document, claim.span.start, claim.key


def date_text(ordinal: int | None) -> str:
    """Return an ordinal day as ISO 8601, or "undated"."""
    return "undated" if ordinal is None else dt.date.fromordinal(ordinal).isoformat()


def place_text(facet: Facet) -> str:
    """Return the places of a facet as people read them."""
    names = [
        p.name or p.text
        for p in facet.claim.places
        if (p.id or fold(p.text)) in facet.areas
    ]
    return ", ".join(dict.fromkeys(names)) or "the whole conflict"


def where_text(facet: Facet) -> str:
    """Return " in Douma" for a sentence, or nothing where no place is told."""
    if facet.areas:
        return f" in {place_text(facet)}"
    countries = (p for p in facet.claim.places if p.id in facet.countries)
    told = ", ".join(dict.fromkeys(p.name or p.text for p in countries))
    return f" in {told}" if told else ""


def speaker_text(facet: Facet) -> str:
    """Return who says it, as people read it."""
    last = facet.claim.chain[-1] if facet.claim.chain else None
    nameless = "the publisher" if facet.own_voice else "somebody"
    named = (last and (last.text or last.id)) or nameless
    return _midway(named.removesuffix("'s").removesuffix("’s"))


def _midway(words: str) -> str:
    """Return words that began a sentence as they stand within one."""
    return f"the {words[4:]}" if words.startswith("The ") else words


def quoted(facet: Facet) -> str:
    """Return the claim's own words in quotation marks, cut at a word where long."""
    text = " ".join(facet.claim.quote.translate(_INNER).split())
    if len(text) > LONGEST_QUOTE:
        text = text[:LONGEST_QUOTE].rpartition(" ")[0] + "…"
    return f"“{text}”"


def plain_unit(unit: str) -> str:
    """Return a unit as prose has it: "missiles intercepted", "killed"."""
    return unit.replace("_", " ")


def area_label(facet: Facet) -> str:
    """Return the area as it stands in a matter's name."""
    return "everywhere" if facet.area == EVERYWHERE else facet.area


def doer_text(facet: Facet) -> str:
    """Return who acts or holds, in the words of the text."""
    parts = role_parts()
    roles = (r for r in facet.claim.roles if parts.get(r.role) == "doer")
    words = [_midway(role.text) for role in roles]
    return " and ".join(dict.fromkeys(words)) or "nobody named"


def naming(facet: Facet) -> str:
    """Return "X named Y", with the words; of a party that speaks: its own side."""
    who, named = speaker_text(facet), doer_text(facet)
    return f"{who} named {_OWN_SIDE if named == who else named} ({quoted(facet)})"


def near(a: Facet, b: Facet, days: int) -> bool:
    """Say whether two facets are that near in time; undated ones by document."""
    if a.day is None or b.day is None:
        return a.document == b.document
    return abs(a.day - b.day) <= days


def one_conflict(a: Facet, b: Facet, siblings: Siblings) -> bool:
    """Say whether two documents can be about one conflict: no two countries' wars.

    What is said without a place is of its document's conflict; a ledger may hold many.
    """
    if a.document == b.document or a.countries & b.countries:
        return True
    one, other = siblings.countries(a.document), siblings.countries(b.document)
    return not one or not other or bool(one & other)


def other_voice(a: Facet, b: Facet) -> bool:
    """Say whether two facets are said by different sides."""
    return a.side != b.side
