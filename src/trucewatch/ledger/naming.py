"""Naming: fills in whom a name means where a person has said so."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trucewatch.claims.claim import Claim, Role, Vouching
from trucewatch.ledger.holdings import DAY
from trucewatch.ledger.judgements import Alias
from trucewatch.ledger.marking import Marking


def _unnamed(claim: Claim, _published: str | None) -> Iterator[str]:
    """Yield the names in a claim that have no identifier, folded."""
    for role in claim.roles:
        if not role.id:
            yield role.text.casefold()
    for link in claim.chain:
        if not link.id and link.text:
            yield link.text.casefold()


UNNAMED = Marking("names without identifier", "1", None, _unnamed, is_read_back=False)


class Naming:
    """The aliases in force, applied to the claims one looks at."""

    def __init__(self, aliases: Sequence[Alias]) -> None:
        self._aliases: dict[str, list[Alias]] = {}
        for alias in aliases:
            self._aliases.setdefault(alias.target.casefold(), []).append(alias)

    @property
    def names(self) -> frozenset[str]:
        """The folded names that stand for somebody."""
        return frozenset(self._aliases)

    def apply(self, claim: Claim) -> Claim:
        """Return ``claim`` with identifiers for names that have none; same key."""
        if not self._aliases:
            return claim
        roles = tuple(self._role(role, claim) for role in claim.roles)
        chain = tuple(self._vouching(link, claim) for link in claim.chain)
        if roles == claim.roles and chain == claim.chain:
            return claim
        return replace(claim, roles=roles, chain=chain, key=claim.key)

    def _role(self, role: Role, claim: Claim) -> Role:
        meant = None if role.id else self._meant(role.text, claim)
        return replace(role, id=meant) if meant else role

    def _vouching(self, link: Vouching, claim: Claim) -> Vouching:
        meant = None if link.id else self._meant(link.text or "", claim)
        return replace(link, id=meant) if meant else link

    def _meant(self, name: str, claim: Claim) -> str | None:
        for alias in self._aliases.get(name.casefold(), ()):
            if _holds(alias, claim):
                return alias.id
        return None


def _holds(alias: Alias, claim: Claim) -> bool:
    if alias.according_to is not None:
        source = alias.according_to.casefold()
        names = {n.casefold() for v in claim.chain for n in (v.id, v.text) if n}
        if source not in names:
            return False
    day = claim.time.start
    if day is None:
        return True
    return (alias.start is None or day[:DAY] >= alias.start) and (
        alias.end is None or day[:DAY] <= alias.end
    )
