"""Laws of marks: what a store keeps of claims is what the claims themselves say."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.property.test_ledger_laws import ledger_of, standpoints
from tests.support.strategies import KINDS, Deed, deeds
from trucewatch.claims.claim import Claim
from trucewatch.ledger.ledger import Ledger
from trucewatch.ledger.marking import Marking
from trucewatch.ledger.opening import open_ledger
from trucewatch.ledger.standpoint import Standpoint


def words_of(claim: Claim, published: str | None) -> Iterator[str]:
    yield f"{claim.kind} {published}"
    for link in claim.chain:
        yield link.id or f"nobody, called {link.text}"


READ_BACK = Marking("speakers", "1", frozenset(KINDS[:2]), words_of)
ONLY_FOUND = Marking("speakers, found", "1", None, words_of, is_read_back=False)


def check_marks(ledger: Ledger, standpoint: Standpoint) -> None:
    """Everything a view says of marks follows from the claims it shows."""
    view = ledger.view(standpoint)
    claims = view.claims()
    marks = view.marks(READ_BACK)
    bearers: dict[str, list[str]] = {}
    for claim in claims:
        published = view.published.get(claim.document)
        wanted = READ_BACK.marks(claim, published)
        assert set(marks.get(claim.key, ())) >= set(wanted)
        for word in ONLY_FOUND.marks(claim, published):
            bearers.setdefault(word, []).append(claim.key)
    for word, keys in bearers.items():
        found = [row.key for row in view.marked(ONLY_FOUND, [word])]
        assert [key for key in found if key in keys] == keys
        assert set(found) <= {claim.key for claim in claims}


@given(deeds, deeds, st.lists(standpoints, min_size=1, max_size=3))
def test_marks_in_memory_are_what_the_claims_say(
    before: list[Deed], after: list[Deed], points: list[Standpoint]
) -> None:
    ledger = ledger_of(before)
    check_marks(ledger, points[0])
    ledger_of(after, ledger)
    for point in (Standpoint(), *points):
        check_marks(ledger, point)


@settings(max_examples=30, deadline=None)
@given(deeds, deeds, st.lists(standpoints, min_size=1, max_size=3))
def test_marks_in_a_database_are_what_the_claims_say(
    before: list[Deed], after: list[Deed], points: list[Standpoint]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.ledger"
        ledger = open_ledger(path)
        ledger_of(before, ledger)
        check_marks(ledger, points[0])
        ledger_of(after, ledger)
        for point in (Standpoint(), *points):
            check_marks(ledger, point)
        ledger.close()
        again = open_ledger(path)
        check_marks(again, points[-1])
        again.rebuild()
        check_marks(again, points[-1])
        again.close()
