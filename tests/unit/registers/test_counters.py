"""Counts as series."""

import dataclasses
from typing import cast

from tests.support.statements import AROUND, number, say, seen
from trucewatch.claims.claim import UNSTATED, Claim
from trucewatch.registers.counters import REGISTER, CounterRow
from trucewatch.values.stances import Aggregation

TOTAL, DAY = Aggregation.CUMULATIVE_TOTAL, Aggregation.PER_PERIOD


def rows(*claims: Claim) -> tuple[CounterRow, ...]:
    return cast(
        "tuple[CounterRow, ...]", tuple(REGISTER.build(seen(*claims), AROUND.theatre))
    )


def total(value: int, on: str, **more: object) -> Claim:
    fields: dict[str, object] = {"counter": "ru_crc.groups", **more}
    amount = number(value, "groups", TOTAL)
    return say("ru_crc", "PTY.accession", count=amount, on=on, **fields)  # type: ignore[arg-type]


def daily(speaker: str, value: int, on: str, at: str | tuple[str, ...] = ()) -> Claim:
    amount = number(value, "violations", DAY)
    return say(speaker, "INC.violation", count=amount, on=on, at=at)


def test_a_series_says_how_each_value_came_from_the_one_before() -> None:
    found = rows(
        total(60, "2016-05-29"),
        total(69, "2016-08-15"),
        total(69, "2016-08-20"),
        total(69, "2016-11-09"),
        total(65, "2016-11-10"),
    )
    assert [(r.value.value, r.state.value, r.change.value) for r in found] == [
        (60, "first", None),
        (69, "rose", 9),
        (69, "unchanged", 0),
        (69, "frozen", 0),
        (65, "fell", -4),
    ]


def test_a_counter_brings_its_body_and_definition() -> None:
    (row,) = rows(total(60, "2016-05-29"))
    assert row.definition.value == "groups that signed"
    assert row.body.value == "Reconciliation centre"
    assert row.kind.value == "running"


def test_days_without_a_statement_are_a_gap_and_no_zero() -> None:
    found = rows(
        daily("ru_crc", 6, "2016-05-20"),
        daily("ru_crc", 0, "2016-05-21"),
        daily("ru_crc", 4, "2016-05-25"),
    )
    assert [(r.value.value, r.gap_days.value) for r in found] == [
        (6, None),
        (0, None),
        (4, 4),
    ]
    assert all(r.state.value is None for r in found)


def test_rival_counters_and_areas_are_series_of_their_own() -> None:
    found = rows(
        daily("ru_crc", 6, "2016-05-20"),
        daily("tr_jc", 13, "2016-05-20"),
        daily("ru_crc", 4, "2016-05-20", at="sy_nawa"),
    )
    assert len({r.series.value for r in found}) == 3


def test_one_figure_in_two_papers_is_one_statement() -> None:
    assert len(rows(total(60, "2016-05-29"), total(60, "2016-05-29"))) == 1


def test_an_event_or_an_undated_number_is_no_series() -> None:
    undated = dataclasses.replace(total(60, "2016-05-29"), time=UNSTATED, key="")
    event = say("ru_crc", "HUM.delivery", count=number(5, "tonnes"), on="2016-05-20")
    assert rows(undated, event) == ()


def test_a_fraction_stays_a_fraction() -> None:
    amount = number(2.5, "tonnes", DAY)
    (row,) = rows(say("ru_crc", "HUM.delivery", count=amount, on="2016-05-20"))
    assert row.value.value == 2.5
