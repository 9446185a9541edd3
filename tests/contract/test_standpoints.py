"""True at D, according to S: what a standpoint lets through, in every store."""

import datetime as dt
from typing import Any

import pytest

from tests.support.claims import a_claim, a_document, at
from trucewatch.errors import UnknownNameError
from trucewatch.ledger.ledger import Ledger
from trucewatch.ledger.standpoint import Standpoint
from trucewatch.values.stances import Assertion, Tense

DAY_1 = at("2026-01-01")
DOCUMENT = a_document("Forty groups joined and six left.", published="2016-05-10")


def seen(ledger: Ledger, **standpoint: object) -> set[str]:
    point = Standpoint(**standpoint)  # type: ignore[arg-type]
    return {claim.key for claim in ledger.view(point).claims()}


@pytest.mark.parametrize(
    ("start", "as_of", "is_there"),
    [
        ("2016-05-03", dt.date(2016, 5, 2), False),
        ("2016-05-03", dt.date(2016, 5, 3), True),
        ("2016-05-03T18:00", dt.date(2016, 5, 3), True),
        ("2016-05", dt.date(2016, 5, 1), True),
        ("2016-05", dt.date(2016, 4, 30), False),
        ("2016", dt.date(2016, 1, 1), True),
        (None, dt.date(2016, 5, 9), False),
        (None, dt.date(2016, 5, 10), True),
    ],
)
def test_as_of_cuts_what_begins_later(
    ledger: Ledger, start: str | None, as_of: dt.date, *, is_there: bool
) -> None:
    claim = a_claim(DOCUMENT, start=start)
    ledger.append(DOCUMENT, [claim], known=DAY_1, author="anna")
    assert (claim.key in seen(ledger, as_of=as_of)) is is_there


def test_what_has_no_date_at_all_counts_as_begun(ledger: Ledger) -> None:
    undated = a_document("It is quiet.", published=None)
    claim = a_claim(undated)
    ledger.append(undated, [claim], known=DAY_1, author="anna")
    assert seen(ledger, as_of=dt.date(1999, 1, 1)) == {claim.key}


@pytest.mark.parametrize(
    "fields",
    [{"assertion": Assertion.PROPOSED}, {"tense": Tense.FUTURE}],
    ids=["proposed", "future"],
)
def test_what_is_proposed_or_to_come_holds_from_its_utterance(
    ledger: Ledger, fields: dict[str, Any]
) -> None:
    claim = a_claim(DOCUMENT, start="2016-06-01", **fields)
    ledger.append(DOCUMENT, [claim], known=DAY_1, author="anna")
    assert seen(ledger, as_of=dt.date(2016, 5, 9)) == set()
    assert seen(ledger, as_of=dt.date(2016, 5, 10)) == {claim.key}


@pytest.fixture
def talk(ledger: Ledger) -> dict[str, str]:
    """Claims by who vouches: a wire, its centre, somebody the centre cites."""
    chains = {
        "own": ("northern_wire",),
        "centre": ("northern_wire", "joint_centre"),
        "cited": ("northern_wire", "joint_centre", "village_elder"),
        "other": ("southern_post", "south_mod"),
    }
    claims = {name: a_claim(DOCUMENT, chain=chain) for name, chain in chains.items()}
    ledger.append(DOCUMENT, list(claims.values()), known=DAY_1, author="anna")
    return {name: claim.key for name, claim in claims.items()}


@pytest.mark.parametrize(
    ("according_to", "expected"),
    [
        ("village_elder", {"cited"}),
        ("joint_centre", {"centre", "cited"}),
        ("Joint Centre", {"centre", "cited"}),
        ("northern_wire", {"own", "centre", "cited"}),
        ("speaker:northern_wire", {"own"}),
        ("speaker:joint_centre", {"centre"}),
        ("publisher:southern_post", {"other"}),
        ("elder", {"cited"}),
        ("CENTRE joint", {"centre", "cited"}),
    ],
)
def test_according_to_shows_only_that_source(
    ledger: Ledger, talk: dict[str, str], according_to: str, expected: set[str]
) -> None:
    keys = {talk[name] for name in expected}
    assert seen(ledger, according_to=according_to) == keys


def test_a_party_speaks_through_its_spokesmen(
    ledger: Ledger, talk: dict[str, str]
) -> None:
    point = {"according_to": "south", "voices": ("south_mod", "south_mfa")}
    assert seen(ledger, **point) == {talk["other"]}


def test_a_known_party_that_never_spoke_shows_nothing(
    ledger: Ledger, talk: dict[str, str]
) -> None:
    assert talk
    assert seen(ledger, according_to="west", voices=("west_mod",)) == set()


@pytest.mark.usefixtures("talk")
def test_an_unknown_source_is_refused_with_near_names(ledger: Ledger) -> None:
    with pytest.raises(UnknownNameError, match=r"did you mean .*village_elder"):
        ledger.view(Standpoint(according_to="vilage_elder"))


def test_an_empty_ledger_refuses_no_source(ledger: Ledger) -> None:
    assert ledger.view(Standpoint(according_to="anybody")).claims() == ()


def test_a_source_heard_of_later_does_not_change_what_its_name_meant(
    ledger: Ledger,
) -> None:
    first = a_claim(DOCUMENT, chain=("wire", "joint_centre"))
    ledger.append(DOCUMENT, [first], known=DAY_1, author="anna")
    then = Standpoint(according_to="centre", known_on=DAY_1)
    assert ledger.view(then).claims() == (first,)
    other = a_document("More joined.")
    ledger.append(
        other,
        [a_claim(other, chain=("wire", "centre"))],
        known=at("2026-01-02"),
        author="anna",
    )
    assert ledger.view(then).claims() == (first,)


def test_names_and_kinds_are_told_for_choosing(
    ledger: Ledger, talk: dict[str, str]
) -> None:
    assert talk
    assert "joint_centre" in ledger.view().names()
    assert ledger.view().kinds() == {"PTY.accession"}
    assert ledger.view(Standpoint(known_on=at("2025-01-01"))).kinds() == frozenset()


def test_rows_carry_what_a_register_sorts_by(ledger: Ledger) -> None:
    claim = a_claim(DOCUMENT, start="2016-05-03T18:00", chain=("wire", "centre"))
    ledger.append(DOCUMENT, [claim], known=DAY_1, author="anna")
    (row,) = ledger.view().rows("PTY")
    assert (row.key, row.document, row.kind) == (claim.key, DOCUMENT.key, claim.kind)
    assert (row.speaker, row.starts, row.known) == ("centre", "2016-05-03", DAY_1)
    assert row.claim == claim


def test_a_view_does_not_change_when_more_is_taken_in(ledger: Ledger) -> None:
    claim = a_claim(DOCUMENT)
    ledger.append(DOCUMENT, [claim], known=DAY_1, author="anna")
    view = ledger.view()
    later = a_claim(DOCUMENT, "six left", kind="PTY.withdrawal")
    ledger.append(DOCUMENT, [later], known=DAY_1, author="anna")
    assert view.claims() == (claim,)
    assert ledger.view().claims() == (later,)
