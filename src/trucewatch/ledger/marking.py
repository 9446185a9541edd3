"""Marking: what is worked out from each claim once, and looked up ever after.

A register puts its claims under the keys of its rows, comparison puts them under the
matters they answer. What a claim is put under follows from the claim alone, so a store
keeps it as *marks* and works out only those of claims it has not seen yet. Marks say
where to look and never what is true: whoever finds a claim by its marks reads it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from trucewatch.claims.claim import Claim

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marking:
    """One way of putting marks on claims.

    Two markings of one name and edition put the same marks on the same claim.

    Attributes:
        name: What it is for, such as ``register parties``.
        edition: Digest of everything besides the claim that the marks follow from.
        kinds: The claim types it looks at, or None for all.
        words_of: Gives the marks of a claim that was published on a day, if known.
        is_read_back: Whether the marks of a claim are asked for, as words; otherwise
            one can only ask which claims bear a mark, which takes less room.
    """

    name: str
    edition: str
    kinds: frozenset[str] | None
    words_of: Callable[[Claim, str | None], Iterable[str]] = field(compare=False)
    is_read_back: bool = True

    def marks(self, claim: Claim, published: str | None) -> Words:
        """Return the distinct marks of a claim, in the order they are given."""
        if self.kinds is not None and claim.kind not in self.kinds:
            return ()
        return tuple(dict.fromkeys(self.words_of(claim, published)))

    def marks_on(self, claim: Claim, days: Iterable[str | None]) -> Words:
        """Return the marks of a claim whose document was given these days."""
        words = (word for day in days for word in self.marks(claim, day))
        return tuple(dict.fromkeys(words))
