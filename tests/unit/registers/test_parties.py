"""Who is said to be party to which truce."""

import dataclasses
from typing import cast

import pytest

from tests.support.statements import AROUND, number, say, seen
from trucewatch.claims.claim import Claim
from trucewatch.registers.parties import REGISTER, PartyRow
from trucewatch.values.stances import Aggregation, Assertion, Polarity


def rows(*claims: Claim) -> tuple[PartyRow, ...]:
    return cast(
        "tuple[PartyRow, ...]", tuple(REGISTER.build(seen(*claims), AROUND.theatre))
    )


def joined(speaker: str | None, **more: object) -> Claim:
    fields: dict[str, object] = {"roles": {"joiner": "Southern Brigade"}, **more}
    return say(speaker, "PTY.accession", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("claim", "status"),
    [
        (joined("sohr"), "claimed"),
        (joined("sohr", assertion=Assertion.UNCONFIRMED), "unconfirmed"),
        (joined("sohr", assertion=Assertion.ALLEGED), "unconfirmed"),
        (joined("sohr", assertion=Assertion.DENIED), "denied"),
        (joined("sohr", assertion=Assertion.OFFERED), "offered"),
        (joined("sohr", polarity=Polarity.NEGATED), "not claimed"),
    ],
)
def test_a_status_is_what_somebody_claims(claim: Claim, status: str) -> None:
    (row,) = rows(claim)
    assert row.status.value == status
    assert row.party.value == "Southern Brigade"
    assert row.status.claims == (claim.key,)


def test_a_count_names_nobody_and_is_summed_with_nothing() -> None:
    total = number(59, "groups", Aggregation.CUMULATIVE_TOTAL)
    counted = say(None, "PTY.accession", count=total, doc="wire")
    named = joined("ru_crc", assertion=Assertion.UNCONFIRMED)
    found = rows(counted, named)
    (count,) = [r for r in found if r.count.value]
    assert count.count.value == "59 groups"
    assert count.aggregation.value == "cumulative_total"
    assert count.count.said_by == ("paper of wire",)
    assert count.party.value is None
    assert len(found) == 2


def test_counts_of_different_counters_are_different_rows() -> None:
    total = number(59, "groups", Aggregation.CUMULATIVE_TOTAL)
    one = say("ru_crc", "PTY.accession", count=total, counter="a")
    other = say("ru_crc", "PTY.accession", count=total, counter="b")
    assert len(rows(one, other)) == 2


def test_who_says_the_same_stands_in_one_row() -> None:
    (row,) = rows(joined("sohr"), joined("ru_crc"))
    assert row.status.said_by == ("Observatory", "Reconciliation centre")


def test_claimed_and_denied_are_two_disputed_rows() -> None:
    found = rows(
        joined("sohr", on="2016-05-20"),
        joined("ru_crc", on="2016-05-21", polarity=Polarity.NEGATED),
    )
    assert len(found) == 2
    assert all(row.status.disputed for row in found)


def test_an_act_keeps_to_whom_and_by_whom() -> None:
    roles = {"joiner": "a", "indicated_to": "ru", "attested_by": "ru_crc"}
    (row,) = rows(joined("sohr", roles=roles))
    assert row.indicated_to.value == "Russia"
    assert row.attested_by.value == "Reconciliation centre"


def test_an_exclusion_is_a_row_and_another_term_is_none() -> None:
    out = say("un", "INS.term", variant="exclusion", roles={"excluded": "isis"})
    term = say("un", "INS.term", variant="purpose", roles={"bound": "isis"})
    (row,) = rows(out, term)
    assert (row.party.value, row.status.value) == ("isis", "excluded")


def test_an_act_of_nobody_named_makes_no_row() -> None:
    assert rows(joined("sohr", roles={})) == ()


def test_backing_keeps_both_ends() -> None:
    roles = {"backer": "tr", "backed": "Southern Brigade"}
    (row,) = rows(say("sohr", "PTY.external_support", roles=roles))
    assert (row.party.value, row.other.value) == ("Turkey", "Southern Brigade")
    assert row.status.value == "supporting"


def test_two_groups_named_together_are_two_rows() -> None:
    both = say(
        "ru_gov",
        "PTY.accession",
        roles={"joiner": "Southern Brigade"},
        assertion=Assertion.UNCONFIRMED,
    )
    other = dataclasses.replace(both.roles[0], id="nb", text="Northern Brigade")
    claim = dataclasses.replace(both, roles=(*both.roles, other), key="")
    found = rows(claim)
    assert [row.party.value for row in found] == [
        "Northern Brigade",
        "Southern Brigade",
    ]
    assert {row.status.value for row in found} == {"unconfirmed"}
