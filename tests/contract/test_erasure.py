"""Erasure: the words of a document go, from everywhere, and the log still hashes."""

import dataclasses
from collections.abc import Callable

import pytest

from tests.support.claims import a_claim, a_document, a_gap, at
from trucewatch.errors import ErasedDocumentError, UnknownNameError
from trucewatch.ledger.entry import ErasureEntry, Tombstone
from trucewatch.ledger.erasing import stone_hash
from trucewatch.ledger.faults import FaultKind
from trucewatch.ledger.jsonl import read_lines, write_lines
from trucewatch.ledger.judgements import Grade, Grading, Review, Verdict
from trucewatch.ledger.ledger import Head, Ledger
from trucewatch.ledger.standpoint import Standpoint
from trucewatch.ledger.verification import Verification, verify

MakeLedger = Callable[[], Ledger]
DAY_1, DAY_2, DAY_3 = at("2026-01-01"), at("2026-01-02"), at("2026-01-03")
GONE = a_document("Zebulon Quorn hid nine men in Xandria.", url="https://zq.example/1")
STAYS = a_document("Two convoys left for Homs.")
NINE = a_claim(GONE, "nine men", value=9, unit="persons")
TWO = a_claim(STAYS, "Two convoys", value=2, unit="convoys")
WHY = "asked by the person named"
WORDS = (
    "Zebulon",
    "Quorn",
    "nine men",
    "Xandria",
    "zq.example",
    GONE.source_file or "",
)


def fill(ledger: Ledger) -> Ledger:
    """Two documents with everything that can hang on them, the first to be erased."""
    ledger.originals.put(GONE.text.encode())
    ledger.originals.put(STAYS.text.encode())
    gap = a_gap("Xandria", GONE.key)
    ledger.append(GONE, [NINE], [gap], known=DAY_1, author="anna")
    ledger.append(STAYS, [TWO], known=DAY_1, author="anna")
    better = dataclasses.replace(NINE, kind="FRC.presence", key="")
    for judgement in (
        Review(NINE.key, Verdict.CORRECTED, better, note="Zebulon had more."),
        Review(TWO.key, Verdict.ACCEPTED),
        Grading("northern_wire", Grade("B", 6)),
    ):
        ledger.judge(judgement, known=DAY_2, author="boris")
    newer = dataclasses.replace(GONE, title="Quorn hid men")
    ledger.append(newer, [NINE], [gap], known=DAY_2, author="anna")
    return ledger


def erase(ledger: Ledger) -> Ledger:
    ledger.erase(GONE.key, reason=WHY, known=DAY_3, author="olga")
    return ledger


def checked(ledger: Ledger, noted: Head | None = None) -> Verification:
    return verify(ledger, noted, originals=ledger.originals)


def test_weighing_says_what_would_go_and_changes_nothing(ledger: Ledger) -> None:
    before = fill(ledger).head()
    erasure = ledger.weigh_erasure(GONE.key)
    assert erasure.counts == {"document": 2, "claim": 1, "reading": 1, "judgement": 1}
    assert erasure.original == ledger.originals.find(GONE.key)
    assert ledger.head() == before
    assert checked(ledger).is_sound


@pytest.mark.parametrize("word", WORDS)
def test_no_word_of_an_erased_document_is_left_in_the_log(
    ledger: Ledger, word: str
) -> None:
    assert any(word in line for line in fill(ledger).lines())
    assert [line for line in erase(ledger).lines() if word in line] == []


def test_an_erased_document_is_seen_from_no_standpoint(ledger: Ledger) -> None:
    erase(fill(ledger))
    for view in (ledger.view(), ledger.view(Standpoint(known_on=DAY_1))):
        assert [d.key for d in view.documents()] == [STAYS.key]
        assert [c.key for c in view.claims()] == [TWO.key]
        assert view.document(GONE.key) is None
        assert view.gaps() == ()
        assert not view.is_seen(NINE.key)
        assert view.search("Zebulon") == ()
        assert view.search("nine") == ()


def test_what_is_not_of_the_document_stays_as_it_was(ledger: Ledger) -> None:
    judgements = fill(ledger).view().judgements()
    erase(ledger)
    left = ledger.view().judgements()
    assert left == tuple(e for e in judgements if e.judgement.target != NINE.key)
    assert ledger.view().review(TWO.key) is not None


def test_the_original_goes_and_the_others_stay(ledger: Ledger) -> None:
    erase(fill(ledger))
    assert ledger.originals.find(GONE.key) is None
    assert ledger.originals.holds(STAYS.text.encode())


def test_the_log_still_begins_with_what_was_noted_before(ledger: Ledger) -> None:
    noted = fill(ledger).head()
    found = checked(erase(ledger), noted)
    assert found.faults == ()
    assert found.erased == (GONE.key,)
    assert found.size == noted.size + 1


def test_the_erasure_says_who_when_and_why_and_names_every_tombstone(
    ledger: Ledger,
) -> None:
    *_, last = erase(fill(ledger)).entries()
    assert isinstance(last, ErasureEntry)
    assert (last.stamp.author, last.stamp.known, last.reason) == ("olga", DAY_3, WHY)
    stones = [e for e in ledger.entries() if isinstance(e, Tombstone)]
    assert last.erased == tuple((s.stamp.seq, stone_hash(s)) for s in stones)
    assert {(s.was, s.key) for s in stones} == {
        ("document", GONE.key),
        ("claim", NINE.key),
        ("reading", GONE.key),
        ("judgement", NINE.key),
    }


def test_an_erased_document_is_refused(ledger: Ledger) -> None:
    before = erase(fill(ledger)).head()
    with pytest.raises(ErasedDocumentError, match="readmit"):
        ledger.append(GONE, [NINE], known=DAY_3, author="anna")
    assert ledger.head() == before
    assert ledger.view().erased == {GONE.key}


def test_an_erased_document_comes_back_when_asked(ledger: Ledger) -> None:
    erase(fill(ledger))
    ledger.append(GONE, [NINE], known=DAY_3, author="anna", readmit=True)
    ledger.originals.put(GONE.text.encode())
    assert {c.key for c in ledger.view().claims()} == {NINE.key, TWO.key}
    assert ledger.view().erased == frozenset()
    # and then it is a document like any other
    ledger.append(GONE, [NINE], known=DAY_3, author="anna")
    assert checked(ledger).faults == ()


def test_what_came_back_can_be_erased_again(ledger: Ledger) -> None:
    erase(fill(ledger))
    ledger.append(GONE, [NINE], known=DAY_3, author="anna", readmit=True)
    erase(ledger)
    assert [line for line in ledger.lines() if "Zebulon" in line] == []
    assert checked(ledger).faults == ()


def test_erasing_again_finishes_what_was_stopped(ledger: Ledger) -> None:
    erase(fill(ledger))
    ledger.originals.put(GONE.text.encode())  # as if stopped before it went
    (fault,) = checked(ledger).faults
    assert (fault.kind, "erase it again" in fault.why) == (FaultKind.ERASURE, True)
    before = ledger.head()
    erase(ledger)
    assert ledger.head() == before
    assert checked(ledger).faults == ()


def test_what_was_never_there_cannot_be_erased(ledger: Ledger) -> None:
    fill(ledger)
    with pytest.raises(UnknownNameError, match="no document"):
        ledger.erase("d_0000", reason=WHY, known=DAY_3, author="olga")


def test_answers_after_an_erasure_are_those_after_rebuilding(ledger: Ledger) -> None:
    erase(fill(ledger))
    claims, judgements = ledger.view().claims(), ledger.view().judgements()
    ledger.rebuild()
    assert (ledger.view().claims(), ledger.view().judgements()) == (claims, judgements)


def test_a_newer_version_of_an_erased_document_stays(ledger: Ledger) -> None:
    first = a_document("Nine fell. Two rose.", source_file="page.txt")
    second = a_document("Nine fell. Three rose.", source_file="page.txt")
    ledger.append(first, [a_claim(first, "Nine fell")], known=DAY_1, author="anna")
    kept = a_claim(second, "Nine fell")
    ledger.append(second, [kept], known=DAY_2, author="anna")
    ledger.erase(first.key, reason=WHY, known=DAY_3, author="olga")
    assert ledger.view().claims() == (kept,)
    ledger.rebuild()
    assert ledger.view().claims() == (kept,)


# ── other ledgers ────────────────────────────────────────────────────────────────────


def test_a_copy_keeps_the_tombstones_and_the_root(make_ledger: MakeLedger) -> None:
    ledger = erase(fill(make_ledger()))
    copy = make_ledger()
    copy.take_in(read_lines(write_lines(ledger), "a.jsonl"))
    assert copy.head() == ledger.head()
    assert verify(copy).faults == ()
    assert copy.view().erased == {GONE.key}


def test_an_older_export_does_not_bring_an_erased_document_back(
    make_ledger: MakeLedger,
) -> None:
    ledger = fill(make_ledger())
    export = list(write_lines(ledger))
    before = erase(ledger).head()
    ledger.take_in(read_lines(export, "a.jsonl"))
    assert ledger.head() == before


def test_what_another_ledger_erased_is_not_taken_over(make_ledger: MakeLedger) -> None:
    other = erase(fill(make_ledger()))
    ledger = make_ledger()
    ledger.append(GONE, [NINE], known=DAY_1, author="anna")
    ledger.take_in(other.entries())
    assert {c.key for c in ledger.view().claims()} == {NINE.key, TWO.key}
    assert not any(isinstance(e, Tombstone | ErasureEntry) for e in ledger.entries())
