"""Comparing: put claims under their matters, and say how they stand to each other.

`MatterIndex` grows one document at a time. What a new document costs depends on the
claims that share a matter with it, not on the size of the ledger.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from trucewatch.claims.claim import Claim
from trucewatch.comparison.agreement import Numbers
from trucewatch.comparison.arithmetic import Arithmetic
from trucewatch.comparison.dates import End, Start
from trucewatch.comparison.denials import Denial
from trucewatch.comparison.facets import Facet, facet_of
from trucewatch.comparison.findings import Finding
from trucewatch.comparison.holding import Extent, Holder
from trucewatch.comparison.independence import same_bulletins
from trucewatch.comparison.matters import Key, Question, words_of
from trucewatch.comparison.series import Running
from trucewatch.comparison.stands import Breach, Party, Responsibility
from trucewatch.comparison.surroundings import Surroundings
from trucewatch.comparison.truth import Truth

QUESTIONS: tuple[Question, ...] = (
    Numbers(),
    Running(),
    Arithmetic(),
    Extent(),
    Holder(),
    Responsibility(),
    Breach(),
    Party(),
    Truth(),
    Denial(),
    Start(),
    End(),
)


class _Documents:
    """The facets of each document, and the countries they are in."""

    def __init__(
        self, around: Surroundings, read: Callable[[str], Iterable[Claim]] | None
    ) -> None:
        self._around, self._read = around, read
        self._facets: dict[str, list[Facet]] = {}
        self._whole: dict[str, list[Facet]] = {}
        self._countries: dict[str, frozenset[str]] = {}

    def add(self, facet: Facet) -> None:
        """Put a facet under its document."""
        self._facets.setdefault(facet.document, []).append(facet)
        self._countries.pop(facet.document, None)

    def __call__(self, document: str) -> Sequence[Facet]:
        """Return the facets of a document, in the order of its text."""
        if self._read is None:
            return sorted(self._facets.get(document, ()), key=_order)
        if document not in self._whole:
            found = {f.claim.key: f for f in self._facets.get(document, ())}
            for claim in self._read(document):
                facet = found.get(claim.key) or facet_of(claim, self._around)
                if facet is not None:
                    found[claim.key] = facet
            self._whole[document] = sorted(found.values(), key=_order)
        return self._whole[document]

    def countries(self, document: str) -> frozenset[str]:
        """Return the countries in which a document's claims take place."""
        if document not in self._countries:
            found = (f.countries for f in self(document))
            self._countries[document] = frozenset().union(*found)
        return self._countries[document]


class MatterIndex:
    """Claims by the matters they answer; adding is all that changes it."""

    def __init__(
        self,
        around: Surroundings,
        questions: Sequence[Question] = QUESTIONS,
        *,
        read: Callable[[str], Iterable[Claim]] | None = None,
    ) -> None:
        """Make an empty index.

        Args:
            around: What is known besides the claims.
            questions: What is asked of the claims.
            read: Gives all claims of a document, where not all of them are added.
        """
        self._around = around
        self._questions = {question.name: question for question in questions}
        self._buckets: dict[Key, list[Facet]] = {}
        self._documents = _Documents(around, read)
        self._keys: set[str] = set()

    def add(self, claims: Iterable[Claim]) -> frozenset[Key]:
        """Put claims under their matters; one already there changes nothing.

        Returns:
            The keys of the matters that have new claims.
        """
        touched = set()
        for claim in claims:
            if claim.key in self._keys:
                continue
            self._keys.add(claim.key)
            facet = facet_of(claim, self._around)
            if facet is None:
                continue
            self._documents.add(facet)
            for question in self._questions.values():
                for key in question.keys(facet):
                    self._buckets.setdefault(key, []).append(facet)
                    touched.add(key)
        return frozenset(touched)

    def __contains__(self, claim: object) -> bool:
        """Say whether a claim was added, by its key."""
        return claim in self._keys

    def findings(self, keys: Iterable[Key] | None = None) -> tuple[Finding, ...]:
        """Return what is to be said of the matters with these keys, or of all.

        Neither they nor their order depend on the order in which claims came in.
        """
        found: dict[str, Finding] = {}
        for key in sorted(self._buckets if keys is None else keys, key=words_of):
            for finding in self.findings_on(key):
                found.setdefault(finding.key, finding)
        return in_order(found.values())

    def findings_on(self, key: Key) -> Iterator[Finding]:
        """Yield what is to be said of one matter, which nobody need have spoken of."""
        facets = sorted(self._buckets.get(key, ()), key=_place)
        if facets:
            question = self._questions[str(key[0])]
            yield from question.compare(key, facets, self._documents)

    def compare_document(self, claims: Iterable[Claim]) -> tuple[Finding, ...]:
        """Add one new document's claims and return the findings they have a part in."""
        new = list(claims)
        keys = {claim.key for claim in new}
        return tuple(
            f for f in self.findings(self.add(new)) if not keys.isdisjoint(f.claims)
        )


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings by relation and matter."""
    return tuple(sorted(findings, key=lambda f: (f.relation, f.matter, f.key)))


def _order(facet: Facet) -> tuple[int, int, str]:
    span = facet.claim.span
    return span.start, span.end, facet.claim.key


def _place(facet: Facet) -> tuple[str, int, str]:
    """Return where a facet stands: a list's figures in the order of their numbers."""
    claim, quantity = facet.claim, facet.claim.quantity
    start = claim.span.start if quantity is None else quantity.span.start
    return claim.document, start, claim.key


def compare_claims(
    claims: Iterable[Claim], around: Surroundings | None = None
) -> tuple[Finding, ...]:
    """Return all findings among claims, ordered by relation and matter.

    Bulletins that share their figures are taken for one root, besides the copies that
    ``around`` knows.
    """
    said, known = tuple(claims), around or Surroundings()
    index = MatterIndex(replace(known, copies=same_bulletins(said, known)))
    index.add(said)
    return index.findings()
