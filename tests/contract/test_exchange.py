"""Copies, exports and checks: the log can leave a store and come back the same."""

from collections.abc import Callable

import pytest

from tests.support.claims import a_claim, a_document, a_gap, at
from trucewatch.errors import LedgerFormatError, UnknownClaimError
from trucewatch.ledger.faults import FaultKind
from trucewatch.ledger.jsonl import read_lines, write_lines
from trucewatch.ledger.judgements import (
    Alias,
    Explanation,
    ExplanationReason,
    Grade,
    Grading,
    MatterState,
    Review,
    Verdict,
)
from trucewatch.ledger.ledger import Head, Ledger
from trucewatch.ledger.verification import verify

MakeLedger = Callable[[], Ledger]
DAY_1, DAY_2, DAY_3 = at("2026-01-01"), at("2026-01-02"), at("2026-01-03")
DOCUMENT = a_document("Nine fell.\u2028A lone \ud83d half, a nul \x00 and a tab\t.")


def fill(ledger: Ledger) -> Ledger:
    """Something of everything, with changes of mind."""
    one = a_claim(DOCUMENT, "Nine fell", value=9, start="2016-05")
    two = a_claim(DOCUMENT, "Nine", value=9.5)
    gap = a_gap("17", DOCUMENT.key)
    ledger.append(DOCUMENT, [one], [gap], known=DAY_1, author="anna")
    ledger.append(
        DOCUMENT, [two], [gap], known=DAY_2, author="anna", theatre="world IQ SY"
    )
    ledger.append(DOCUMENT, [one], [gap], known=DAY_2, author="anna")
    ledger.note([a_gap("broken")], known=DAY_2, author="anna")
    explained = (MatterState.EXPLAINED, ExplanationReason.DATE)
    for judgement in (
        Review(one.key, Verdict.REJECTED),
        Review(one.key, Verdict.CORRECTED, two),
        Grading("wire", Grade("B", 6), topic="CAS"),
        Alias("The Ninth", "ninth"),
        Explanation("m_1", *explained, note="A week lies between them."),
    ):
        ledger.judge(judgement, known=DAY_3, author="boris")
    return ledger


def test_an_empty_ledger_becomes_an_exact_copy(make_ledger: MakeLedger) -> None:
    ledger = fill(make_ledger())
    copy = make_ledger()
    copy.take_in(ledger.entries())
    assert copy.head() == ledger.head()
    assert list(copy.entries()) == list(ledger.entries())
    assert copy.view().claims() == ledger.view().claims()


def test_export_and_import_round_trip_exactly(make_ledger: MakeLedger) -> None:
    ledger = fill(make_ledger())
    lines = list(write_lines(ledger))
    copy = make_ledger()
    copy.take_in(read_lines(lines, "a.jsonl"))
    assert list(write_lines(copy)) == lines


def test_every_line_of_an_export_is_one_line(ledger: Ledger) -> None:
    for line in write_lines(fill(ledger)):
        assert line.count("\n") == 1
        assert line.endswith("\n")


def test_taking_over_the_same_log_twice_adds_nothing(make_ledger: MakeLedger) -> None:
    ledger = fill(make_ledger())
    copy = make_ledger()
    copy.take_in(ledger.entries())
    before = copy.head()
    assert copy.take_in(ledger.entries()) == 0
    assert copy.head() == before


def test_what_is_taken_over_is_known_only_from_now_on(make_ledger: MakeLedger) -> None:
    theirs, ours = make_ledger(), make_ledger()
    theirs.append(a_document("Old."), [], known=DAY_1, author="anna")
    ours.append(a_document("New."), [], known=DAY_2, author="boris")
    ours.take_in(theirs.entries())
    *_, document, reading = ours.entries()
    assert (document.stamp.known, document.stamp.made) == (DAY_2, DAY_1)
    assert (reading.stamp.author, reading.stamp.seq) == ("anna", 4)


def test_shards_with_the_same_claim_add_it_once(make_ledger: MakeLedger) -> None:
    shards = [make_ledger(), make_ledger()]
    for day, shard in zip((DAY_1, DAY_2), shards, strict=True):
        claim = a_claim(DOCUMENT, "Nine fell")
        shard.append(DOCUMENT, [claim], known=day, author="anna")
    whole = make_ledger()
    assert [whole.take_in(shard.entries()) for shard in shards] == [3, 0]


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda _: [], "line 1: is no ledger export"),
        (lambda lines: ["[]\n", *lines[1:]], "line 1: not a record"),
        (lambda lines: ["hello\n", *lines[1:]], "line 1: not JSON"),
        (lambda _: ['{"format":"x"}\n'], "line 1: is no ledger export"),
        (lambda lines: [lines[0].replace(":1", ":9"), *lines[1:]], "version 9"),
        (lambda lines: lines[:-1], "cut short"),
        (lambda lines: [*lines[:2], *lines[3:]], "line 3: entry 2 is missing"),
        (lambda lines: [*lines, lines[1]], "comes after the last line"),
        (
            lambda lines: [lines[0], lines[1].replace('"entry"', '"x"'), *lines[2:]],
            "line 2: not an entry",
        ),
        (
            lambda lines: [lines[0], lines[1].replace("anna", "olga"), *lines[2:]],
            "was changed",
        ),
    ],
)
def test_a_spoilt_export_is_refused_and_nothing_of_it_kept(
    make_ledger: MakeLedger,
    spoil: Callable[[list[str]], list[str]],
    message: str,
) -> None:
    lines = spoil(list(write_lines(fill(make_ledger()))))
    ledger = make_ledger()
    with pytest.raises(LedgerFormatError, match=message):
        ledger.take_in(read_lines(lines, "a.jsonl"))
    assert ledger.head().size == 0


def test_a_reading_of_claims_that_are_missing_is_refused(
    make_ledger: MakeLedger,
) -> None:
    document, _, *rest = fill(make_ledger()).entries()
    ledger = make_ledger()
    with pytest.raises(UnknownClaimError):
        ledger.take_in([document, *rest])
    assert ledger.head().size == 0
    assert ledger.view().documents() == ()


def test_a_log_as_it_was_is_sound(ledger: Ledger) -> None:
    fill(ledger)
    found = verify(ledger)
    assert found.is_sound
    assert (found.size, found.root) == (ledger.head().size, ledger.head().root)


def test_a_log_begins_with_every_head_noted_before(ledger: Ledger) -> None:
    noted = [ledger.head()]
    fill(ledger)
    noted.append(ledger.head())
    ledger.append(a_document("More."), [], known=DAY_3, author="anna")
    assert all(verify(ledger, head).is_sound for head in noted)


def test_a_log_that_begins_otherwise_than_noted_is_not_sound(ledger: Ledger) -> None:
    fill(ledger)
    other = Head(2, "0" * 64, None)
    longer = Head(1_000, "0" * 64, None)
    for noted in (other, longer):
        (fault,) = verify(ledger, noted).faults
        assert fault.kind is FaultKind.NOTED
