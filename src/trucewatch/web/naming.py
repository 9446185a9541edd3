"""Naming: who calls somebody what, and what is claimed of them, source by source."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from trucewatch import api


@dataclass(slots=True)
class Called:
    """One name that one source uses for somebody.

    Attributes:
        name: The name as written.
        source: Who uses it.
        first: First day of a document that has it, or empty.
        last: Last day of one.
        claims: Keys of the claims it stands in.
    """

    name: str
    source: str
    first: str = ""
    last: str = ""
    claims: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Named:
    """Somebody, as claims have them.

    Attributes:
        names: What each source calls them, by name and source.
        roles: How often they have each role in each type of claim.
        claims: Keys of the claims with them in it.
    """

    names: dict[tuple[str, str], Called] = field(default_factory=dict)
    roles: Counter[tuple[str, str]] = field(default_factory=Counter)
    claims: dict[str, None] = field(default_factory=dict)


def named_in(
    claims: Iterable[api.Claim], published: Mapping[str, str]
) -> dict[str, Named]:
    """Return everybody with a key who takes part in claims or vouches for one.

    Args:
        claims: The claims.
        published: The day of each document, by its key, where it is known.
    """
    found: dict[str, Named] = {}
    for claim in claims:
        day = published.get(claim.document, "")
        said = [(r.id, r.text, r.role) for r in claim.roles if r.id]
        said += [(v.id, v.text or "", "speaker") for v in claim.chain[-1:] if v.id]
        source = claim.chain[0].id or claim.chain[0].text or "" if claim.chain else ""
        for key, name, role in said:
            one = found.setdefault(str(key), Named())
            one.claims[claim.key] = None
            one.roles[role, claim.kind] += 1
            if name:
                _call(one, name, source, day, claim.key)
    return found


def _call(one: Named, name: str, source: str, day: str, claim: str) -> None:
    called = one.names.setdefault((name, source), Called(name, source))
    called.claims.append(claim)
    if day:
        called.first = min(called.first or day, day)
        called.last = max(called.last, day)


def unnamed_in(claims: Iterable[api.Claim]) -> Counter[str]:
    """Return the names of people and bodies that nobody has a key for, by how often.

    Args:
        claims: The claims.
    """
    found: Counter[str] = Counter()
    for claim in claims:
        words = [r.text for r in claim.roles if not r.id]
        words += [v.text or "" for v in claim.chain[-1:] if not v.id]
        found.update({text for text in words if text[:1].isupper()})
    return found
