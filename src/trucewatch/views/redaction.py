"""Redaction: what leaves the house has no private persons and no fine coordinates.

After the principles of humanitarian data responsibility: direct identifiers of people
who hold no public office are withheld, coordinates are made coarse, and whoever is in
doubt withholds. Finding names is a matter of rules and never complete, so a person
looks at what was withheld, names what was missed, and keeps what is public.
"""

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from importlib import resources
from itertools import combinations

import yaml

from trucewatch.claims.claim import Claim, ClaimPlace
from trucewatch.documents.document import Document
from trucewatch.ledger.view import LedgerView
from trucewatch.reference.entries import EntryKind
from trucewatch.reference.folding import fold
from trucewatch.reference.theatre import Theatre
from trucewatch.values.stances import PlacePrecision
from trucewatch.views.brief import Brief, Group, Part
from trucewatch.views.evidence import Evidence

NAME, CONTACT = "[name withheld]", "[contact withheld]"
PLACES = 1  # decimal places of a degree: eleven kilometres
MOST_WORDS = 5  # of a name; longer runs are headings
NEAR = 4  # words around a name that say what its bearer is
_FINE = frozenset(
    {PlacePrecision.POINT, PlacePrecision.NEAR, PlacePrecision.SETTLEMENT}
)
_CAPITAL = r"(?:[A-Za-z]{2,3}-)?[^\W\d_a-z][\w’'-]*[^\W\d_]"
_WORD = re.compile(r"[^\W_][\w.’'-]*")
_DEGREES = r"-?\d{1,3}\.\d{3,}°?[ ]?[NSEW]?"
_CONTACTS = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.-]*\w"
    r"|(?<![\w.])(?:\+|00?|\(0)\d[\d ()/-]{6,}\d(?!\w|\.\d)"
    rf"|(?<![\w.]){_DEGREES}[,;]?[ ]{_DEGREES}(?!\w)"
)


@functools.cache
def word_lists() -> dict[str, frozenset[str]]:
    """Return the lists of words that tell names apart."""
    text = resources.files("trucewatch.views").joinpath("redaction.yaml")
    lists = yaml.safe_load(text.read_text("utf-8"))
    return {name: frozenset(one["words"]) for name, one in lists.items()}


@functools.cache
def _runs() -> re.Pattern[str]:
    """Return the pattern of what may be a name: capitals, with particles between."""
    between = "|".join(sorted(word_lists()["particles"]))
    gap = r"[ \u00a0]+"
    return re.compile(rf"{_CAPITAL}(?:{gap}(?:(?:{between}){gap})?{_CAPITAL})*")


@functools.cache
def _addresses() -> re.Pattern[str]:
    """Return the pattern of addresses: a number beside the name of a street."""
    lists = word_lists()
    streets = "|".join(sorted(lists["streets"], key=len, reverse=True))
    homes = "|".join(sorted(lists["homes"], key=len, reverse=True))
    months = "|".join(sorted(lists["months"]))
    # "on 5 May Palmyra Street was shelled" has a day, and nobody's home
    number = rf"\d{{1,4}}[A-Za-z]?(?!\w),?[ ](?!(?:{months})\b)"
    street = rf"(?:{_CAPITAL}[ ]){{1,3}}(?:{streets})\b\.?"
    home = rf"(?:{homes})\.?[ ](?:no\.?[ ]?)?\d{{1,4}}[A-Za-z]?(?!\w)"
    return re.compile(
        rf"(?:\b(?i:{home}),?[ ])*(?<![\w.,])(?:{number}){street}"
        rf"|\b{street}(?:,?[ ](?:\d{{1,4}}[A-Za-z]?(?![\w.:,]\d|\w)|(?i:{home})))+"
        rf"|\b(?i:{home})(?:,[ ](?i:{home}))+"
    )


@dataclass(frozen=True, slots=True)
class Redactor:
    """Takes out what a profile withholds; the same text always reads the same.

    Attributes:
        known: All theatres: who and what is public.
        keep: Names that stay, besides those of the theatres.
        also: Names or words that are withheld besides.
        withheld: How often each name was withheld so far.
        learned: Names found in each document, by its key: a name given in full in one
            sentence stands for its last word in the next.
    """

    known: Theatre
    keep: frozenset[str]
    also: tuple[str, ...]
    withheld: Counter[str] = field(default_factory=Counter)
    learned: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, known: Theatre, *, keep: Iterable[str] = (), also: Iterable[str] = ()
    ) -> "Redactor":
        """Return a redactor.

        Args:
            known: All theatres.
            keep: Names of public persons that no theatre has.
            also: Names or words to withhold besides.
        """
        kept = frozenset(fold(name) for name in keep if name.strip())
        more = sorted({name.strip() for name in also if name.strip()}, key=len)
        return cls(known, kept, tuple(more[::-1]))

    # --- texts ----------------------------------------------------------------------

    def names_in(self, text: str) -> list[str]:
        """Return the names in a text that are taken for private persons'."""
        found = [
            name
            for run in _runs().finditer(text)
            if (name := self._name_of(run, text)) is not None
        ]
        return list(dict.fromkeys(found))

    def learn(self, document: Document | None) -> None:
        """Take note of the names in a document."""
        if document is not None and document.key not in self.learned:
            self.learned[document.key] = tuple(self.names_in(document.text))

    def text(self, words: str, document: str = "") -> str:
        """Return a text without private names and without ways to reach anybody.

        Args:
            words: The text.
            document: Key of the document it is of, or empty.
        """
        # Addresses first: the name of a street is not taken for somebody's.
        words, count = _CONTACTS.subn(CONTACT, words)
        words, homes = _addresses().subn(CONTACT, words)
        if count := count + homes:
            self.withheld[CONTACT] += count
        here = self.learned.get(document, ())
        names = tuple(dict.fromkeys((*self.also, *here, *self.names_in(words))))
        # Whole names first: two of one family share their last word.
        for name in sorted(names, key=len, reverse=True):
            words = self._without(name, name, words)
        for name in names:
            # A name that was given in full stands for its last word alone, too.
            last = name.split()[-1]
            if last != name and len(last) >= len("abc"):
                words = self._without(last, name, words)
        return words

    def _without(self, form: str, name: str, words: str) -> str:
        """Return a text without one form of a name."""
        pattern = rf"(?<!\w){re.escape(form)}(?!\w)"
        words, count = re.subn(pattern, NAME, words)
        if count:
            self.withheld[name] += count
        return words

    def _name_of(self, run: re.Match[str], text: str) -> str | None:
        """Return the name in a run of capitals, or None where it is no person's."""
        lists = word_lists()
        whole = {token.casefold() for token in run[0].split()}
        tokens = [
            token.removesuffix("’s").removesuffix("'s") for token in run[0].split()
        ]
        led = False  # by "Mr", "resident": then one word is a name, too
        while tokens and (is_title := _is_title(tokens[0])) is not None:
            led, tokens = is_title, tokens[1:]
        small = {token.casefold() for token in tokens}
        before, after = _around(run, text)
        if _is_place(before) and not led:
            return None
        led = led or (bool(before) and before[-1] in lists["private"])
        led = led or _is_described(after, text[run.end() :])
        least = 1 if led else 2
        if not least <= len(tokens) <= MOST_WORDS or small & lists["other"]:
            return None
        private = led or not lists["private"].isdisjoint(before + after)
        office = not lists["offices"].isdisjoint([*whole, *before, *after])
        sure = private and len(tokens) > 1
        shouted = all(map(str.isupper, tokens))
        if not sure and (office or shouted or self._is_public(tokens)):
            return None
        name = " ".join(tokens)
        return None if fold(name) in self.keep else name

    def _is_public(self, tokens: list[str]) -> bool:
        """Say whether a theatre knows the name, or a part of it that is enough."""
        size = len(tokens)
        for start, end in combinations(range(size + 1), 2):
            part = fold(" ".join(tokens[start:end]))
            entries = self.known.entries(part) if part else ()
            # "Around Aleppo" begins a sentence, and is nobody
            whole = end - start > 1 or size <= 2  # noqa: PLR2004 - one word beside it
            if entries and (whole or _is_person(entries)):
                return True
        return False

    # --- claims and briefs ----------------------------------------------------------

    def claim(self, claim: Claim) -> Claim:
        """Return a claim as it may leave the house; its key stays, to find it here."""
        of = claim.document
        return replace(
            claim,
            quote=self.text(claim.quote, of),
            chain=tuple(
                replace(v, text=None if v.text is None else self.text(v.text, of))
                for v in claim.chain
            ),
            roles=tuple(replace(r, text=self.text(r.text, of)) for r in claim.roles),
            places=tuple(coarse(place) for place in claim.places),
            key=claim.key,
        )

    def brief(self, brief: Brief, document_of: Callable[[str], str]) -> Brief:
        """Return a brief as it may leave the house, which says what was withheld.

        Args:
            brief: The brief.
            document_of: Gives the key of a claim's document.
        """
        sections = tuple(
            replace(s, groups=tuple(self._group(g, document_of) for g in s.groups))
            for s in brief.sections
        )
        notes = tuple(self._note(one, document_of(one.claim)) for one in brief.notes)
        title = self.text(brief.title)
        lines = (*brief.standpoint, ("Redaction", self.said()))
        return Brief(title, lines, sections, notes)

    def said(self) -> str:
        """Return one sentence on what was withheld."""
        names = sum(name != CONTACT for name in self.withheld)
        contacts = self.withheld[CONTACT]
        return (
            f"names of private persons ({names}) and ways to reach them ({contacts}) "
            f"are withheld; coordinates are rounded to {PLACES} decimal place"
        )

    def _group(self, group: Group, document_of: Callable[[str], str]) -> Group:
        sentences = tuple(
            tuple(self._part(p, document_of(p.claim) if p.claim else "") for p in one)
            for one in group.sentences
        )
        return Group(self.text(group.heading), sentences)

    def _part(self, part: Part, document: str) -> Part:
        return replace(part, text=self.text(part.text, document))

    def _note(self, note: Evidence, document: str) -> Evidence:
        return replace(
            note,
            quote=self.text(note.quote, document),
            before=self.text(note.before, document),
            after=self.text(note.after, document),
            speaker=self.text(note.speaker, document),
            chain=self.text(note.chain, document),
        )


def coarse(place: ClaimPlace) -> ClaimPlace:
    """Return a place with coordinates that single nobody out."""
    if place.lat is None or place.lon is None:
        return place
    fine = place.precision in _FINE
    return replace(
        place,
        lat=round(place.lat, PLACES),
        lon=round(place.lon, PLACES),
        precision=PlacePrecision.DISTRICT if fine else place.precision,
    )


def _is_title(token: str) -> bool | None:
    """Say whether a first word only leads to a name, and whether a private one's."""
    word, lists = token.casefold().strip("."), word_lists()
    if word in lists["private"]:
        return True
    is_small = token[0].islower() and word not in lists["particles"] and "-" not in word
    return False if is_small or word in lists["other"] else None


def _is_place(before: list[str]) -> bool:
    """Say whether the words before a run of capitals make it the name of a place."""
    lists = word_lists()
    if not before:
        return False
    last, noun = before[-1], before[-2] if len(before) > 1 else ""
    if last in lists["where"]:
        return True
    whence = last in {"of", "from"} and noun in lists["dwellers"]
    return whence or (last == "of" and noun in lists["areas"])


def _is_described(after: list[str], rest: str) -> bool:
    """Say whether what stands after a name says what private person bears it."""
    is_apposition = rest.startswith(", ") and after[:1] in (["a"], ["an"])
    return is_apposition and after[1:2] != [] and after[1] in word_lists()["private"]


def _around(run: re.Match[str], text: str) -> tuple[list[str], list[str]]:
    """Return the words beside a run within its sentence, small and without stops."""
    before = re.split(r"(?<!\bMr)(?<!\bDr)(?<!\bMs)[.!?]\s|\n", text[: run.start()])[-1]
    after = re.split(r"[.!?](?:\s|$)|\n", text[run.end() :])[0]

    def small(words: list[str]) -> list[str]:
        return [word.casefold().strip(".’'") for word in words]

    return small(_WORD.findall(before)[-NEAR:]), small(_WORD.findall(after)[:NEAR])


def _is_person(entries: Iterable[object]) -> bool:
    return any(getattr(entry, "kind", None) is EntryKind.SPEAKER for entry in entries)


def redacted(
    claims: Iterable[Claim], redactor: Redactor, view: LedgerView
) -> Iterator[Claim]:
    """Yield claims as they may leave the house.

    Args:
        claims: The claims.
        redactor: What takes things out.
        view: Gives their documents, which name people in full.
    """
    for claim in claims:
        redactor.learn(view.document(claim.document))
        yield redactor.claim(claim)
