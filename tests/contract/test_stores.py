"""One contract for every store: what a ledger promises about taking in and looking."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.support.claims import (
    a_claim,
    a_document,
    a_gap,
    at,
    by_reader,
)
from trucewatch.errors import UnknownClaimError, ZonelessTimeError
from trucewatch.ledger.entry import ClaimEntry, DocumentEntry, ReadingEntry
from trucewatch.ledger.ledger import Ledger
from trucewatch.ledger.standpoint import Standpoint
from trucewatch.values.dates import PartialDate

MakeLedger = Callable[[], Ledger]
DAY_1, DAY_2, DAY_3 = at("2026-01-01"), at("2026-01-02"), at("2026-01-03")


def test_what_is_taken_in_is_seen(ledger: Ledger) -> None:
    document = a_document()
    claim = a_claim(document, "59 armed groups", value=59)
    receipt = ledger.append(document, [claim], known=DAY_1, author="anna")
    assert (receipt.new_claims, receipt.old_claims) == (1, 0)
    assert ledger.view().claims() == (claim,)
    assert ledger.view().documents() == (document,)


def test_taking_in_twice_adds_nothing(ledger: Ledger) -> None:
    document = a_document()
    claim, gap = a_claim(document), a_gap("17", document.key)
    ledger.append(document, [claim], [gap], known=DAY_1, author="anna")
    before = ledger.head()
    receipt = ledger.append(document, [claim], [gap], known=DAY_2, author="boris")
    assert (receipt.new_claims, receipt.old_claims) == (0, 1)
    assert not receipt.new_document
    assert ledger.head() == before


def test_a_document_its_claims_and_its_reading_are_entered_in_order(
    ledger: Ledger,
) -> None:
    document = a_document()
    claim, gap = a_claim(document), a_gap("17", document.key)
    ledger.append(document, [claim], [gap], known=DAY_1, author="anna")
    first, second, third = ledger.entries()
    assert isinstance(first, DocumentEntry)
    assert isinstance(second, ClaimEntry)
    assert isinstance(third, ReadingEntry)
    assert [e.stamp.seq for e in (first, second, third)] == [1, 2, 3]
    assert {e.stamp.known for e in (first, second, third)} == {DAY_1}
    assert (third.claims, third.gaps) == ((claim.key,), (gap,))


def test_entries_begin_after_the_number_given(ledger: Ledger) -> None:
    document = a_document()
    ledger.append(document, [a_claim(document)], known=DAY_1, author="anna")
    assert [entry.stamp.seq for entry in ledger.entries(after=1)] == [2, 3]


def test_the_clock_of_a_ledger_never_runs_backwards(ledger: Ledger) -> None:
    ledger.append(a_document("One."), [], known=DAY_2, author="anna")
    receipt = ledger.append(a_document("Two."), [], known=DAY_1, author="anna")
    assert receipt.known == DAY_2
    assert [entry.stamp.known for entry in ledger.entries()] == [DAY_2] * 4


def test_a_time_without_a_zone_is_refused(ledger: Ledger) -> None:
    with pytest.raises(ZonelessTimeError, match="zone"):
        ledger.append(a_document(), [], known=DAY_1.replace(tzinfo=None), author="anna")


def test_as_known_on_a_day_shows_what_was_known_then(ledger: Ledger) -> None:
    first, second = a_document("One fell."), a_document("Two fell.")
    ledger.append(first, [a_claim(first)], known=DAY_1, author="anna")
    ledger.append(second, [a_claim(second)], known=DAY_3, author="anna")
    then = ledger.view(Standpoint(known_on=DAY_2))
    assert then.claims() == (a_claim(first),)
    assert then.documents() == (first,)
    assert ledger.view(Standpoint(known_on=at("2025-12-31"))).documents() == ()


def test_a_newer_reading_supersedes_its_own_older_claims(ledger: Ledger) -> None:
    document = a_document("One fell. Two rose.")
    old, kept = a_claim(document, "One fell"), a_claim(document, "Two rose")
    new = by_reader(a_claim(document, "One fell", value=1), "rules 0.2.0")
    again = by_reader(kept, "rules 0.2.0")
    ledger.append(document, [old, kept], known=DAY_1, author="anna")
    receipt = ledger.append(document, [new, again], known=DAY_2, author="anna")
    assert (receipt.new_claims, receipt.old_claims, receipt.superseded) == (1, 1, 1)
    assert {c.key for c in ledger.view().claims()} == {new.key, kept.key}
    then = ledger.view(Standpoint(known_on=DAY_1))
    assert {c.key for c in then.claims()} == {old.key, kept.key}


def test_a_superseded_claim_can_still_be_asked_for(ledger: Ledger) -> None:
    document = a_document()
    old, new = a_claim(document, value=1), a_claim(document, value=2)
    ledger.append(document, [old], known=DAY_1, author="anna")
    ledger.append(document, [new], known=DAY_2, author="anna")
    view = ledger.view()
    assert view.claim(old.key) == old
    assert (view.is_seen(old.key), view.is_seen(new.key)) == (False, True)


def test_an_older_reader_does_not_supersede_a_newer_one(ledger: Ledger) -> None:
    document = a_document()
    new = by_reader(a_claim(document, value=2), "rules 0.10.0")
    old = by_reader(a_claim(document, value=1), "rules 0.9.0")
    ledger.append(document, [new], known=DAY_1, author="anna")
    receipt = ledger.append(document, [old], known=DAY_2, author="anna")
    assert receipt.superseded == 0
    assert ledger.view().claims() == (new,)


def test_another_reader_supersedes_nothing(ledger: Ledger) -> None:
    document = a_document()
    by_rules = a_claim(document, value=1)
    by_hand = by_reader(a_claim(document, value=2), "person")
    ledger.append(document, [by_rules], known=DAY_1, author="anna")
    ledger.append(document, [by_hand], known=DAY_2, author="anna")
    assert set(ledger.view().claims()) == {by_rules, by_hand}


def test_a_claim_that_a_reader_finds_again_is_seen_again(ledger: Ledger) -> None:
    document = a_document()
    one, two = a_claim(document, value=1), a_claim(document, value=2)
    for day, claim in ((DAY_1, one), (DAY_2, two), (DAY_3, one)):
        ledger.append(document, [claim], known=day, author="anna")
    seen = [
        ledger.view(Standpoint(known_on=day)).claims() for day in (DAY_1, DAY_2, DAY_3)
    ]
    assert seen == [(one,), (two,), (one,)]
    assert ledger.view().known_since(one.key) == DAY_1


def test_with_what_a_document_was_read_is_noted(ledger: Ledger) -> None:
    one, other = a_document("One."), a_document("Another.")
    ledger.append(
        one, [], known=at("2026-01-01"), author="a", reader="r 1", theatre="syria_2016"
    )
    ledger.append(other, [], known=at("2026-01-01"), author="a", reader="r 1")
    assert ledger.view().theatres() == {one.key: "syria_2016"}
    assert ledger.view().theatres(other.key) == {}


def test_a_reading_without_claims_supersedes_too(ledger: Ledger) -> None:
    document = a_document()
    ledger.append(document, [a_claim(document)], known=DAY_1, author="anna")
    ledger.append(document, [], known=DAY_2, author="anna", reader="rules 0.2.0")
    assert ledger.view().claims() == ()


def test_better_metadata_of_the_same_bytes_are_a_new_record(ledger: Ledger) -> None:
    document = a_document(published=None)
    dated = replace(document, published=PartialDate.parse("2016-05-24"))
    ledger.append(document, [], known=DAY_1, author="anna")
    receipt = ledger.append(dated, [], known=DAY_2, author="anna")
    assert receipt.new_document
    assert ledger.view().document(document.key) == dated
    assert ledger.view().documents() == (dated,)
    assert ledger.view(Standpoint(known_on=DAY_1)).document(document.key) == document


def test_the_same_bytes_under_two_names_do_not_push_each_other_aside(
    ledger: Ledger,
) -> None:
    here, there = a_document(source_file="a.txt"), a_document(source_file="b.txt")
    for document in (here, there):
        ledger.append(document, [], known=DAY_1, author="anna")
    before = ledger.head()
    for document in (here, there):
        ledger.append(document, [], known=DAY_2, author="anna")
    assert ledger.head() == before


def test_claims_whose_words_a_changed_text_no_longer_has_are_ended(
    ledger: Ledger,
) -> None:
    before = a_document("One fell. Two rose.", key="d_1")
    after = replace(before, text="One fell. Ten rose.")
    stays = by_reader(a_claim(before, "One fell"), "person")
    ends = by_reader(a_claim(before, "Two rose"), "person")
    ledger.append(before, [stays, ends], known=DAY_1, author="anna")
    ledger.append(after, [], known=DAY_2, author="anna", reader="rules 0.2.0")
    assert ledger.view().claims() == (stays,)


def test_gaps_of_the_standing_reading_are_the_loss_account(ledger: Ledger) -> None:
    document = a_document()
    old, new = a_gap("17", document.key), a_gap("18", document.key)
    ledger.append(document, [], [old], known=DAY_1, author="anna", reader="rules 1")
    ledger.append(document, [], [new], known=DAY_2, author="anna", reader="rules 2")
    assert ledger.view().gaps() == (new,)
    assert ledger.view().gaps(document.key) == (new,)
    assert ledger.view(Standpoint(known_on=DAY_1)).gaps() == (old,)


def test_what_never_became_a_document_is_noted_once(ledger: Ledger) -> None:
    gap = a_gap("broken")
    assert ledger.note([gap, gap], known=DAY_1, author="anna") == 1
    assert ledger.note([gap], known=DAY_2, author="anna") == 0
    assert ledger.view().gaps() == (gap,)
    assert ledger.view().gaps("d_other") == ()


def test_asking_for_an_unknown_claim_says_so(ledger: Ledger) -> None:
    with pytest.raises(UnknownClaimError, match="c_nowhere"):
        ledger.view().claim("c_nowhere")
    with pytest.raises(UnknownClaimError, match="c_nowhere"):
        ledger.view().known_since("c_nowhere")


def test_claims_are_asked_for_by_kind_family_document_and_speaker(
    ledger: Ledger,
) -> None:
    one, two = a_document("One joined."), a_document("Two fell.")
    joined = a_claim(one, chain=("wire", "centre"))
    fell = a_claim(two, kind="CAS.killed", chain=("paper",))
    left = a_claim(one, "One", kind="PTY.withdrawal", chain=("wire",))
    ledger.append(one, [joined, left], known=DAY_1, author="anna")
    ledger.append(two, [fell], known=DAY_1, author="anna")
    view = ledger.view()
    assert view.claims("CAS.killed") == (fell,)
    assert set(view.claims("PTY")) == {joined, left}
    assert set(view.claims(kinds=["PTY.accession", "CAS"])) == {joined, fell}
    assert view.claims("STA") == ()
    assert view.claims(document=two.key) == (fell,)
    assert view.claims("PTY", document=two.key) == ()
    assert view.claims(speaker="centre") == (joined,)


def test_claims_come_in_one_order_however_they_arrived(
    make_ledger: MakeLedger,
) -> None:
    documents = [a_document(f"{word} fell. It rose.") for word in ("One", "Two", "Six")]
    pairs = [
        (d, [a_claim(d, "It rose"), a_claim(d, "fell", kind="CAS.killed")])
        for d in documents
    ]
    views = []
    for order in (pairs, pairs[::-1]):
        ledger = make_ledger()
        for document, claims in order:
            ledger.append(document, claims, known=DAY_1, author="anna")
        views.append(ledger.view())
    assert views[0].claims() == views[1].claims()
    assert [c.document for c in views[0].claims()] == sorted(
        c.document for c in views[0].claims()
    )
