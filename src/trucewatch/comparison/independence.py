"""Independence: how many roots stand behind claims. Roots are counted, not outlets.

Ten papers that repeat one spokesman are one source; so are the copies of one agency
story, and the translations of one bulletin, which share their figures though not their
words.
"""

import functools
import itertools
from collections import Counter
from collections.abc import Iterable, Mapping

from trucewatch.claims.claim import Claim
from trucewatch.claims.types import claim_types
from trucewatch.comparison.surroundings import Surroundings
from trucewatch.errors import PartialDateError
from trucewatch.ledger.holdings import HeldClaim
from trucewatch.values.dates import PartialDate

# Two documents are one bulletin when so many of the shorter one's figures (speaker's
# side, unit, place and value) are in the other one too, and so many at least, for a few
# figures are alike by chance. Bulletins of neighbouring days share their slow totals:
# more is asked where the days differ.
SAME_DAY = (0.5, 4)
NEXT_DAY = (0.7, 6)
# Long numbers (1,341; 3,086.5) are hardly alike by chance, whoever gives them and
# whatever they are said to count; a few of them are enough.
LONG = (0.5, 3)
DIGITS = 3

Figure = tuple[str, ...]


def root_of(claim: Claim, around: Surroundings) -> str:
    """Return the root a claim goes back to: speaker's side or first printing."""
    own = not claim.chain or claim.chain[-1].part == "publisher"
    if own or claim.speaker is None:
        return around.root(claim.document)
    return around.side(claim.speaker)


def root_of_row(row: HeldClaim, around: Surroundings) -> str:
    """Return the root of a claim that is not read yet."""
    own = not row.voices or row.voices[-1].part == "publisher"
    if own or row.speaker is None:
        return around.root(row.document)
    return around.side(row.speaker)


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
    long: dict[str, set[Figure]] = {}
    days: dict[str, Counter[int]] = {}
    for claim in claims:
        figure, day = _figure(claim, around), _day(claim, around)
        if figure is not None and day is not None:
            figures.setdefault(claim.document, set()).add(figure)
            days.setdefault(claim.document, Counter())[day] += 1
            if sum(map(str.isdigit, figure[-1])) >= DIGITS:
                long.setdefault(claim.document, set()).add(figure[-1:])
    main = {document: seen.most_common(1)[0][0] for document, seen in days.items()}
    links = [
        pair
        for pair, count in _common(figures, main).items()
        if _enough(count, pair, figures, SAME_DAY if _one_day(pair, main) else NEXT_DAY)
    ]
    links += [
        pair
        for pair, count in _common(long, main).items()
        if _enough(count, pair, long, LONG)
    ]
    return _groups([*around.copies.items(), *sorted(links)])


def _one_day(pair: tuple[str, str], main: Mapping[str, int]) -> bool:
    return main[pair[0]] == main[pair[1]]


def _common(
    figures: Mapping[str, set[Figure]], main: Mapping[str, int]
) -> Counter[tuple[str, str]]:
    """Return how many figures two documents of one day or the next have in common."""
    holders: dict[tuple[Figure, int], list[str]] = {}
    for document in sorted(figures):
        for figure in figures[document]:
            holders.setdefault((figure, main[document]), []).append(document)
    common: Counter[tuple[str, str]] = Counter()
    for (figure, day), documents in holders.items():
        common.update(itertools.combinations(documents, 2))
        following = holders.get((figure, day + 1), ())
        for one, other in itertools.product(documents, following):
            common[min(one, other), max(one, other)] += 1
    return common


def _enough(
    count: int,
    pair: tuple[str, str],
    figures: Mapping[str, set[Figure]],
    asked: tuple[float, int],
) -> bool:
    share, fewest = asked
    return count >= max(fewest, share * min(len(figures[key]) for key in pair))


def _figure(claim: Claim, around: Surroundings) -> Figure | None:
    """Return what makes a figure recognisable in other words, or None for no figure."""
    quantity = claim.quantity
    if quantity is None or claim.kind not in claim_types():
        return None
    value = quantity.high if quantity.value is None else quantity.value
    if value is None:
        return None
    place = "+".join(sorted((p.id or p.text) for p in claim.places))
    return root_of(claim, around), quantity.unit, place, f"{value:g}"


def _day(claim: Claim, around: Surroundings) -> int | None:
    """Return the day a claim is stated for, as an ordinal, or None."""
    text = claim.time.end or around.published.get(claim.document)
    return None if text is None else _ordinal(text)


@functools.lru_cache(maxsize=100_000)
def _ordinal(text: str) -> int | None:
    try:
        return PartialDate.parse(text).last_day.toordinal()
    except PartialDateError:
        return None


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
