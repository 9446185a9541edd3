"""Composing a brief from the registers' claims, the findings and the losses."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from trucewatch.claims.claim import Claim
from trucewatch.claims.types import subject_of
from trucewatch.documents.document import Document
from trucewatch.ledger.standpoint import Standpoint
from trucewatch.ledger.view import LedgerView
from trucewatch.registers.register import Register, Row
from trucewatch.values.gaps import Gap, GapKind
from trucewatch.values.stances import (
    Aggregation,
    Assertion,
    PlacePrecision,
    TimePrecision,
)
from trucewatch.views.brief import (
    Brief,
    Group,
    Part,
    Section,
    Sentence,
    claims_named,
    count,
    name,
    note,
    when,
    words,
)
from trucewatch.views.evidence import evidence_of
from trucewatch.views.findings import AGAINST, Comparison
from trucewatch.views.losses import LABELS, count_kinds
from trucewatch.views.phrasing import (
    Label,
    claim_sentence,
    phrases,
    says_the_same,
    why_sentence,
)
from trucewatch.views.scope import Scope, everything

MOST_FILES = 20  # named one by one in the section on losses
_DOUBTFUL = frozenset({Assertion.UNCONFIRMED, Assertion.ALLEGED, Assertion.POSSIBLE})


@dataclass(frozen=True, slots=True)
class Material:
    """What a brief is made of, all seen from one standpoint.

    Attributes:
        view: What is seen of the ledger.
        registers: Claims behind the rows of each register, by subject.
        comparisons: Findings that set claims against each other.
        gaps: The loss account.
        label: Gives the neutral label of an identifier.
        scope: Which claims it is about, and for whom.
    """

    view: LedgerView
    registers: Mapping[str, Sequence[Claim]]
    comparisons: Sequence[Comparison]
    gaps: Sequence[Gap]
    label: Label
    scope: Scope = field(default_factory=everything)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims in the scope."""
        return tuple(self.within(self.view.claims()))

    def within(self, claims: Iterable[Claim]) -> list[Claim]:
        """Return those of some claims that are in the scope."""
        if self.scope.is_everything:
            return list(claims)
        days = self.view.published
        return [c for c in claims if self.scope.fits(c, days.get(c.document))]

    @property
    def documents(self) -> list[Document]:
        """The documents that claims in the scope are of; all where it is everything."""
        if self.scope.is_everything:
            return list(self.view.documents())
        keys = {claim.document for claim in self.claims}
        return [one for one in self.view.documents() if one.key in keys]


def compose(material: Material, title: str) -> Brief:
    """Return the brief; the same material gives the same brief."""
    sections = (
        _contradictions(material),
        *_subjects(material),
        _unsayable(material),
        _losses(material),
        _documents(material),
    )
    view = material.view
    notes = tuple(
        evidence_of(claim, view.document(claim.document))
        for claim in map(view.claim, claims_named(sections))
    )
    lines = (*standpoint_lines(view), *material.scope.lines())
    return Brief(title, lines, sections, notes)


def claims_behind(
    register: Register, rows: Iterable[Row], view: LedgerView
) -> list[Claim]:
    """Return the claims that the cells of a register's rows rest on, each once."""
    names = [column.name for column in register.columns()]
    cells = (getattr(row, name) for row in rows for name in names)
    keys = dict.fromkeys(key for cell in cells for key in cell.claims)
    return [view.claim(key) for key in keys]


def claims_against(comparisons: Iterable[Comparison]) -> frozenset[str]:
    """Return the keys of all claims that another claim speaks against."""
    return frozenset(
        claim.key
        for comparison in comparisons
        if comparison.finding.relation in AGAINST
        for claim in comparison.claims
    )


def standpoint_lines(view: LedgerView) -> tuple[tuple[str, str], ...]:
    """Return the standpoint in words, one label and value a line."""
    point: Standpoint = view.standpoint
    days = sorted(str(d.published) for d in view.documents() if d.published)
    published = f"{days[0]} to {days[-1]}" if days else "dates not known"
    return (
        ("True at", str(point.as_of or "any time")),
        ("Known on", str(point.known_on or "all that is known")),
        ("According to", point.according_to or "everybody"),
        ("Least grade", str(point.min_grade)),
        ("Independent roots", f"at least {point.min_independent}"),
        ("Documents", f"{len(view.documents()):,}, published {published}"),
    )


def _subjects(material: Material) -> Iterable[Section]:
    disputed = claims_against(material.comparisons)
    titles = phrases()["sections"]
    for subject in material.scope.audience.sections:
        claims = material.within(material.registers.get(subject, ()))
        if claims:
            groups = _groups(material, claims, disputed)
            yield Section(subject, titles[subject], "", groups)


def _groups(
    material: Material, claims: Sequence[Claim], disputed: frozenset[str]
) -> tuple[Group, ...]:
    alike: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        alike.setdefault((claim.kind, *says_the_same(claim)), []).append(claim)
    most = material.scope.audience.sentences
    shown = _weightiest(list(alike.values()), disputed, most)
    kinds: dict[str, list[Sentence]] = {}
    for same in shown:
        document = material.view.document(same[0].document)
        sentence = claim_sentence(
            same,
            document,
            label=material.label,
            disputed=any(claim.key in disputed for claim in same),
        )
        kinds.setdefault(same[0].kind, []).append(sentence)
    groups = [
        Group(phrases()["kinds"].get(kind, kind), tuple(sentences))
        for kind, sentences in kinds.items()
    ]
    if len(alike) > len(shown):
        groups.append(Group("", (_more(len(alike) - len(shown)),)))
    return tuple(groups)


def _weightiest(
    said: list[list[Claim]], disputed: frozenset[str], most: int
) -> list[list[Claim]]:
    """Return what a section has room for, in the order given.

    What is disputed comes before numbers, numbers before the rest: a reader misses a
    contradiction sooner than a position, and the ledger has all of it.
    """

    def weight(place: int) -> tuple[bool, bool, int]:
        same = said[place]
        undisputed = all(claim.key not in disputed for claim in same)
        return (undisputed, same[0].quantity is None, place)

    chosen = sorted(range(len(said)), key=weight)[:most]
    return [said[place] for place in sorted(chosen)]


def _more(number: int) -> Sentence:
    return (
        count(number),
        words(" more; the command “claims” lists them."),
    )


def _contradictions(material: Material) -> Section:
    groups = []
    for comparison in material.comparisons:
        of_it = comparison.finding.relation in AGAINST
        if not of_it or not material.within(comparison.claims):
            continue
        aspect = phrases()["aspects"][comparison.finding.aspect]
        said = [
            claim_sentence(
                [claim],
                material.view.document(claim.document),
                label=material.label,
            )
            for claim in comparison.claims
        ]
        why = (*why_sentence(comparison), words(f" State: {comparison.finding.state}."))
        if comparison.note:
            why = (*why, words(" "), name(comparison.note))
        groups.append(Group(aspect, (why, *said)))
    lead = (
        "Claims that cannot all be right, side by side. Which one is right is not said."
        if groups
        else "No claims seen from here were found to contradict each other."
    )
    shown = groups[: material.scope.audience.sentences]
    if len(groups) > len(shown):
        shown.append(Group("", (_more(len(groups) - len(shown)),)))
    return Section("contradictions", "Contradictions", lead, tuple(shown))


def _unsayable(material: Material) -> Section:
    """Return what the documents seen leave open, by rule and counted."""
    claims = material.claims
    titles = phrases()["sections"]
    silent = [
        titles[subject]
        for subject in material.scope.audience.sections
        if not any(subject_of(claim.kind) == subject for claim in claims)
    ]
    undated = sum(document.published is None for document in material.documents)
    found: list[Sentence] = []
    if silent:
        listed = "; ".join(title.lower() for title in silent)
        found.append((words(f"Nothing seen from here speaks of: {listed}."),))
    questions = (
        (
            "Claims without a date that the texts allow: ",
            [c for c in claims if c.time.precision is TimePrecision.UNRESOLVED],
        ),
        (
            "Claims that name a place that resolves to no one place: ",
            [c for c in claims if _unplaced(c)],
        ),
        (
            "Claims that nobody named in the texts vouches for: ",
            [c for c in claims if c.speaker is None],
        ),
        (
            "Numbers that are totals whose period the texts do not state: ",
            [c for c in claims if _without_period(c)],
        ),
        (
            "Claims put forward as alleged, unconfirmed or possible only: ",
            [c for c in claims if c.assertion in _DOUBTFUL],
        ),
    )
    found += [
        (words(what), count(len(still_open)), words("."), *_examples(still_open))
        for what, still_open in questions
        if still_open
    ]
    if undated:
        what = "Documents without a known date of publication: "
        found.append((words(what), count(undated), words(".")))
    lead = "Open in the documents seen, and left open here."
    return Section("unsayable", "What we cannot say", lead, (Group("", tuple(found)),))


def _examples(claims: Sequence[Claim], most: int = 5) -> tuple[Part, ...]:
    if len(claims) <= most:
        return tuple(note(claim.key) for claim in claims)
    return (words(" Examples:"), *(note(claim.key) for claim in claims[:most]))


def _unplaced(claim: Claim) -> bool:
    return any(p.precision is PlacePrecision.UNRESOLVED for p in claim.places)


def _without_period(claim: Claim) -> bool:
    quantity = claim.quantity
    return quantity is not None and quantity.aggregation is Aggregation.PERIOD_UNSTATED


def _losses(material: Material) -> Section:
    everything_ = material.scope.is_everything
    keys = {one.key for one in material.documents}
    gaps = [g for g in material.gaps if everything_ or g.document in keys]
    counts = count_kinds(gaps)
    found: list[Sentence] = [
        (words(f"{LABELS[kind].capitalize()}: "), count(number), words("."))
        for kind, number in counts.items()
    ]
    files = [g.file for g in gaps if g.kind is GapKind.UNREADABLE_FILE]
    found += [(words("Not read: "), name(file)) for file in files[:MOST_FILES]]
    lead = (
        "Seen and not turned into a claim; the command “losses” shows each of them."
        if found
        else "Everything seen was turned into a claim."
    )
    groups = (Group("", tuple(found)),) if found else ()
    return Section("losses", "What was not understood", lead, groups)


def _documents(material: Material) -> Section:
    view = material.view
    claims: dict[str, int] = {}
    for row in view.rows():
        claims[row.document] = claims.get(row.document, 0) + 1
    sentences = tuple(
        (
            name(document.publisher or "Publisher not known"),
            words(", "),
            when(str(document.published or "date not known")),
            words(": "),
            name(document.title or document.source_file or document.key),
            words(" ("),
            name(document.source_file or document.key),
            words("), claims: "),
            count(claims.get(document.key, 0)),
        )
        for document in material.documents
    )
    return Section("documents", "Documents", "", (Group("", sentences),))
