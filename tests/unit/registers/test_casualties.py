"""Killed, wounded and displaced."""

from typing import cast

from tests.support.statements import AROUND, number, say, seen
from trucewatch.claims.claim import Claim
from trucewatch.registers.casualties import REGISTER, CasualtyRow
from trucewatch.values.stances import Aggregation

DAY = "2016-05-20"


def rows(*claims: Claim) -> tuple[CasualtyRow, ...]:
    return cast(
        "tuple[CasualtyRow, ...]", tuple(REGISTER.build(seen(*claims), AROUND.theatre))
    )


def test_an_incident_has_low_best_and_high() -> None:
    one = say("sohr", killed=12, at="sy_nawa", on=DAY)
    other = say(
        "un", count=number(None, "killed", bounds=(10, 15)), at="sy_nawa", on=DAY
    )
    (row,) = rows(one, other)
    assert (row.low.value, row.best.value, row.high.value) == (10, 12, 15)
    assert (row.sort.value, row.roots.value) == ("incident", 2)


def test_killed_and_wounded_are_two_rows() -> None:
    hurt = say("sohr", count=number(8, "wounded"), at="sy_nawa", on=DAY)
    found = rows(say("sohr", killed=2, at="sy_nawa", on=DAY), hurt)
    assert {row.unit.value for row in found} == {"killed", "wounded"}


def test_civilians_and_fighters_are_two_rows() -> None:
    def dead(victims: str) -> Claim:
        return say("sohr", killed=2, at="sy_nawa", on=DAY, roles={"victims": victims})

    assert {row.victims.value for row in rows(dead("civilians"), dead("fighters"))} == {
        "civilians",
        "fighters",
    }


def test_running_totals_of_two_bodies_are_never_merged() -> None:
    total = Aggregation.CUMULATIVE_TOTAL
    found = rows(
        say("un", count=number(250_000, "killed", total), on=DAY),
        say("sohr", count=number(340_000, "killed", total), on=DAY),
    )
    assert {(row.counter.value, row.best.value) for row in found} == {
        ("un", 250_000),
        ("Observatory", 340_000),
    }


def test_a_day_of_counting_is_a_period() -> None:
    day = number(4, "killed", Aggregation.PER_PERIOD)
    (row,) = rows(say("sohr", count=day, at="sy_nawa", on=DAY))
    assert row.sort.value == "period"
    assert row.counter.value is None


def test_uncounted_victims_keep_a_row() -> None:
    (row,) = rows(say("sohr", variant="killed", at="sy_nawa", on=DAY))
    assert row.unit.value == "killed"
    (bare,) = rows(say("sohr", "CAS.displacement", at="sy_nawa", on=DAY))
    assert bare.unit.value == "uncounted"
