"""What runs out, and when."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from tests.support.made import made_claim, made_document, made_quantity
from trucewatch.claims.claim import UNSTATED, Claim
from trucewatch.values.stances import Aggregation
from trucewatch.views.deadlines import deadlines

DOCUMENT = made_document("Leave the town within 72 hours, the army told the groups.")
DAYS = {DOCUMENT.key: "2016-05-23"}


def demand(kind: str = "TLK.demand", **more: Any) -> Claim:  # noqa: ANN401 - fields of a claim
    claim = made_claim(DOCUMENT, "Leave the town within 72 hours", kind)
    return replace(claim, **more)


def within(unit: str, number: int = 72) -> Claim:
    quantity = made_quantity(
        DOCUMENT, "72", unit=unit, value=number, aggregation=Aggregation.DEADLINE
    )
    return demand(quantity=quantity)


@pytest.mark.parametrize(
    ("unit", "number", "day"),
    [("hours", 72, 26), ("hours", 20, 24), ("days", 2, 25), ("weeks", 1, 30)],
)
def test_a_length_runs_from_the_day_it_was_said(
    unit: str, number: int, day: int
) -> None:
    (found,) = deadlines([within(unit, number)], DAYS)
    assert (found.day, found.is_worked_out) == (dt.date(2016, 5, day), True)


def test_a_length_runs_from_the_day_the_claim_names() -> None:
    claim = replace(within("hours"), time=replace(UNSTATED, start="2016-05-25"))
    assert deadlines([claim], {})[0].day == dt.date(2016, 5, 28)


def test_a_day_that_is_named_is_taken_as_it_is() -> None:
    time = replace(UNSTATED, end="2016-05-27", text="by Friday")
    (found,) = deadlines([demand(time=time)], DAYS)
    assert (found.day, found.is_worked_out) == (dt.date(2016, 5, 27), False)


@pytest.mark.parametrize(
    "claim",
    [
        within("persons"),
        demand(),
        demand(time=replace(UNSTATED, end="2016-05-27")),
        demand(time=replace(UNSTATED, end="2016-05-01", text="by 1 May")),
        demand(time=replace(UNSTATED, end="no day", text="soon")),
        demand("INC.shelling", quantity=within("hours").quantity),
        demand("INS.term", time=replace(UNSTATED, end="2016-05-27", text="on 27 May")),
    ],
)
def test_what_names_no_day_to_come_runs_out_never(claim: Claim) -> None:
    assert deadlines([claim], DAYS) == ()


def test_without_any_day_nothing_can_be_worked_out() -> None:
    assert deadlines([within("hours")], {}) == ()


def test_the_earliest_comes_first() -> None:
    found = deadlines([within("days", 9), within("days", 1)], DAYS)
    assert [str(one.day) for one in found] == ["2016-05-24", "2016-06-01"]
