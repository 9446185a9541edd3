"""Whom the words of a role mean, where two texts call one party by different names."""

import csv
import functools
import re
from collections.abc import Iterable, Mapping
from importlib import resources

from trucewatch.claims.claim import Claim, Role
from trucewatch.comparison.surroundings import Surroundings
from trucewatch.reading.number_words import number_words
from trucewatch.reference.folding import fold

GOVERNMENT, OPPOSITION = "government", "opposition"
FORCE = "force"
_EMPTY = frozenset({"nobody", "everyone", "another"})
_OWNERS = re.compile(r"['’]s?(?!\w)")
_OTHER_SIDE = "the other side"
_PART = re.compile(
    r"\b(?:of|among) (?:whom|which|them|these|those)\W+(?:\w+ )?$", re.IGNORECASE
)
# What is not there stands right after the word, one word between at most.
_NONE_OF = re.compile(r"\b(?:no|not (?:a|one)(?: single)?|none of the) (\w+(?: \w+)?)")
_CAMPS = frozenset({GOVERNMENT, OPPOSITION})
# What the theatre lists as these acts for a state, or against one.
_STATES = frozenset({"state", "organ"})
_GROUPS = frozenset({"group"})


def doer(role: Role) -> str | None:
    """Return who acts: an identifier, a camp, or words; None where nobody is named."""
    if role.id is not None:
        return role.id
    told = _told(role.text)
    camps = list(dict.fromkeys(means for _, means in told if means in _CAMPS))
    if camps:  # "government militias" are the government's
        both = len(camps) > 1 and "and" in fold(role.text).split()
        return None if both else camps[0]
    return " ".join(word for word, means in told if means is None) or None


def concerned(role: Role) -> str | None:
    """Return whom it concerns, without their number; None for just anybody."""
    if role.id is not None:
        return role.id
    words = [word for word, means in _told(role.text) if means not in _EMPTY]
    return " ".join(words) or None


def people(role: Role) -> frozenset[str]:
    """Return the words that tell which people a figure is of: "servicemen" are a force.

    One in common is enough for two figures to be of the same people.
    """
    if role.id is not None:
        return frozenset({role.id})
    told = (
        means if means in _CAMPS or means == FORCE else word
        for word, means in _told(role.text)
        if means not in _EMPTY
    )
    return frozenset(told)


def voice(words: str) -> str | None:
    """Return whose voice words name, without office: "the council's spokesman".

    None where they name an office only, of whoever was named before.
    """
    known = meanings()
    plain = fold(_OWNERS.sub("", words)).split()
    kept = [word for word in plain if known.get(word) not in {"nobody", "office"}]
    return " ".join(kept) or None


def is_party(key: str, around: Surroundings) -> bool:
    """Say whether a key or word is of a party rather than of a thing."""
    return key == FORCE or around.is_party(key)


def camps(doers: Iterable[str], around: Surroundings) -> frozenset[str]:
    """Return everything that whoever acts can also be called.

    The party itself, the one it is part of, and the camp a text without names would
    put it in: two sets that meet may mean one party.
    """
    found: set[str] = set()
    for one in doers:
        side = around.side(one)
        found.update((one, side))
        for key in (one, side):
            camp = _camp(key, around)
            if camp is not None:
                found.add(camp)
    return frozenset(found)


def _camp(key: str, around: Surroundings) -> str | None:
    actor = around.theatre.actors.get(key)
    if actor is None:
        return None
    if actor.sort in _GROUPS:
        return OPPOSITION
    own = actor.country in around.theatre.countries
    return GOVERNMENT if actor.sort in _STATES and own else None


def sites(quote: str) -> frozenset[str]:
    """Return what words say was hit, served or held: a hospital, a bus, a convoy."""
    known = meanings()
    words = fold(quote).split()
    forms = {*words, *(word.removesuffix("s") for word in words)}
    return frozenset(word for word in forms if known.get(word) == "site")


def services(quote: str) -> frozenset[str]:
    """Return what a town is served with, or not: water, electricity."""
    known = _senses()
    return frozenset(
        word for word in fold(quote).split() if "service" in known.get(word, ())
    )


def nothing_of(quote: str) -> frozenset[str]:
    """Return what words say there was none of: "no tanks", "not a single village"."""
    found = _NONE_OF.search(fold(quote))
    return frozenset() if found is None else frozenset(found[1].split())


def goes_on(quote: str) -> bool:
    """Say whether words tell that something lasts: "still", "remains"."""
    return _has(quote, "lasting")


def is_kept(quote: str) -> bool:
    """Say whether words tell that a truce is kept: "observed", "holding"."""
    return _has(quote, "kept")


def is_shut(quote: str) -> bool:
    """Say whether words tell that a way or a service is shut: "closed", "cut"."""
    return _has(quote, "shut")


def is_held(quote: str) -> bool:
    """Say whether words tell that people are held: "hold", "in prisons"."""
    return _has(quote, "custody")


def is_length(quote: str) -> bool:
    """Say whether words tell how long something lasts."""
    return _has(quote, "length")


def is_due(quote: str) -> bool:
    """Say whether words tell of a delay or an extension: "48 hours' notice"."""
    return _has(quote, "due")


def is_deal(quote: str) -> bool:
    """Say whether words tell of a deal that is struck, and of no start."""
    return _has(quote, "deal") and not _has(quote, "start")


def is_measured(words: str) -> bool:
    """Say whether words begin with a unit of length, area or weight."""
    first = fold(words).split()[:1]
    return bool(first) and meanings().get(first[0]) == "measure"


def is_until(quote: str) -> bool:
    """Say whether words tell until when: "until", "through"."""
    return _has(quote, "until")


def of_anybody(quote: str) -> bool:
    """Say whether a zero is of everyone: "nobody", "no casualties"."""
    return _has(quote, "everyone")


def is_another(claim: Claim) -> bool:
    """Say whether words set an event apart from the one told before: "another"."""
    told = claim.chain[-1].text if claim.chain else None
    words = f"{told or ''} {claim.quote}"
    return _has(words, "another") or _OTHER_SIDE in fold(words)


def is_some_of_them(claim: Claim) -> bool:
    """Say whether a number is told as a part of one before: "of whom 67"."""
    if claim.quantity is None:
        return False
    before = claim.quote[: max(claim.quantity.span.start - claim.span.start, 0)]
    return _PART.search(before) is not None


def _has(quote: str, means: str) -> bool:
    known = _senses()
    return any(means in known.get(word, ()) for word in fold(quote).split())


def _told(text: str) -> list[tuple[str, str | None]]:
    """Return the words that are no numbers, each with what it tells."""
    known, numbers = meanings(), number_words()
    return [
        (word, known.get(word))
        for word in fold(text).split()
        if not any(map(str.isdigit, word)) and numbers.value_of(word) is None
        and word not in numbers.scales and word not in numbers.collectives
    ]  # fmt: skip


@functools.cache
def meanings() -> Mapping[str, str]:
    """Return what the words of roles tell first of all."""
    return {word: senses[0] for word, senses in _senses().items()}


@functools.cache
def _senses() -> Mapping[str, tuple[str, ...]]:
    """Return all that words tell; read from the package's data once."""
    text = (resources.files("trucewatch.comparison") / "meanings.tsv").read_text(
        "utf-8"
    )
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    rows = csv.DictReader(lines, delimiter="\t")
    return {row["word"]: tuple(row["means"].split()) for row in rows}
