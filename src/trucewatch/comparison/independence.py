"""Independence: how many roots stand behind claims. Roots are counted, not outlets.

Ten papers that repeat one spokesman are one source; so are the copies of one agency
story, and the translations of one bulletin, which share their figures though not their
words.
"""

from collections.abc import Iterable, Mapping

from trucewatch.claims.claim import Claim
from trucewatch.claims.types import claim_types
from trucewatch.comparison.surroundings import Surroundings

# Two documents are one bulletin when so many of the shorter one's figures (speaker's
# side, kind, unit, place and value) are in the other one too …
SHARED = 0.5
# … and so many at least, for a few figures are alike by chance …
FEWEST = 4
# … while what they report is at most so many days apart.
APART = 2

Figure = tuple[str, str, str, str, str]


def root_of(claim: Claim, around: Surroundings) -> str:
    """Return the root a claim goes back to: speaker's side or first printing."""
    own = not claim.chain or claim.chain[-1].part == "publisher"
    if own or claim.speaker is None:
        return around.root(claim.document)
    return around.side(claim.speaker)


def independent_roots(claims: Iterable[Claim], around: Surroundings) -> int:
    """Return how many independent roots stand behind claims."""
    return len({root_of(claim, around) for claim in claims})


def same_bulletins(claims: Iterable[Claim], around: Surroundings) -> Mapping[str, str]:
    """Return documents that share their figures, by the key of their group.

    Near-duplicate wording is found elsewhere (``documents.copies``) and comes in with
    ``around``; this finds the bulletin that was translated or retold line by line.

    Returns:
        Document key to group key (the first document of the group in key order), for
        documents that are not alone in their group, the given copies included.
    """
    figures: dict[str, set[Figure]] = {}
    for claim in claims:
        figure = _figure(claim, around)
        if figure is not None:
            figures.setdefault(claim.document, set()).add(figure)
    holders: dict[Figure, list[str]] = {}
    for document in sorted(figures):
        for figure in figures[document]:
            holders.setdefault(figure, []).append(document)
    common: dict[tuple[str, str], int] = {}
    for documents in holders.values():
        for i, one in enumerate(documents):
            for other in documents[i + 1 :]:
                common[one, other] = common.get((one, other), 0) + 1
    links = [
        (one, other)
        for (one, other), count in sorted(common.items())
        if count >= FEWEST
        and count >= SHARED * min(len(figures[one]), len(figures[other]))
    ]
    return _groups([*around.copies.items(), *links])


def _figure(claim: Claim, around: Surroundings) -> Figure | None:
    """Return what makes a figure recognisable in other words, or None for no figure.

    Its day is part of it as a month: translations of one bulletin may date it a day
    apart, daily bulletins of one body differ in their figures.
    """
    quantity = claim.quantity
    value = quantity and (
        quantity.value if quantity.value is not None else quantity.high
    )
    day = claim.time.end or around.published.get(claim.document)
    if (
        quantity is None
        or value is None
        or day is None
        or claim.kind not in claim_types()
    ):
        return None
    place = "+".join(sorted((p.id or p.text) for p in claim.places))
    return root_of(claim, around), quantity.unit, place, f"{value:g}", day[:10]


def _groups(links: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the connected documents, each with the first of its group."""
    parent: dict[str, str] = {}

    def find(key: str) -> str:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    for one, other in links:
        first, second = sorted((find(one), find(other)))
        parent[second] = first
    groups = {key: find(key) for key in parent}
    sizes: dict[str, int] = {}
    for group in groups.values():
        sizes[group] = sizes.get(group, 0) + 1
    return {key: group for key, group in groups.items() if sizes[group] > 1}
