"""Over what figures are counted: the rules, the scorer and its reasons."""

import pytest

from trucewatch.claims.aggregating import (
    Surroundings,
    aggregation_of,
    by_rules,
    reasons_for,
)
from trucewatch.reading.times import find_times
from trucewatch.values.dates import PartialDate
from trucewatch.values.stances import Aggregation

ANCHOR = PartialDate.parse("2016-05-18")


def around(
    clause: str,
    unit: str = "violations",
    kind: str = "INC.violation",
    *,
    beside: str = "",
    periodic: bool = False,
    whole: Aggregation | None = None,
) -> Surroundings:
    """Return what surrounds a figure in a clause; its first time is its time."""
    times = find_times(clause, anchor=ANCHOR)
    words = tuple(word for word in clause.lower().split() if word.isalpha())
    return Surroundings(
        unit,
        kind,
        clause.lower(),
        beside,
        times[0] if times else None,
        periodic,
        whole,
        "right",
        "prose",
        "exact",
        words[-6:],
        (),
        words,
    )


@pytest.mark.parametrize(
    ("clause", "unit", "kind", "expected"),
    [
        ("a 72 hours truce", "hours", "INS.term", "duration"),
        ("leave within 48 hours", "hours", "TLK.demand", "deadline"),
        ("an average of 9 violations", "violations", "INC.violation", "rate"),
        ("since 3 May 40 violations", "violations", "INC.violation", "since_date"),
        ("so far this year 40 violations", "violations", "INC.violation",
         "since_date"),
        ("the total has reached 151 settlements", "settlements",
         "REC.local_agreement", "cumulative_total"),
        ("the tally stands at 90 killed", "killed", "CAS.casualties",
         "cumulative_total"),
        ("holds 60 percent", "percent", "ARE.control", "stock"),
        ("over the past 24 hours 9 violations", "violations", "INC.violation",
         "per_period"),
        ("9 violations in the course of the day", "violations", "INC.violation",
         "per_period"),
        ("the 3 meetings", "meetings", "TLK.meeting", "per_event"),
        ("4 people killed on 3 May", "killed", "CAS.casualties", "per_event"),
        ("4 people killed", "killed", "CAS.casualties", "per_event"),
        ("9 convoys went", "convoys", "HUM.delivery", "period_unstated"),
    ],
)  # fmt: skip
def test_rules_read_the_words_of_the_clause(
    clause: str, unit: str, kind: str, expected: str
) -> None:
    assert by_rules(around(clause, unit, kind)) == expected


def test_a_part_is_counted_as_its_total_is() -> None:
    part = around("two of them", whole=Aggregation.SINCE_DATE)
    assert by_rules(part) is Aggregation.SINCE_DATE


def test_a_bulletin_counts_per_period() -> None:
    assert by_rules(around("9 violations", periodic=True)) is Aggregation.PER_PERIOD


def test_a_rate_beside_the_figure_is_sure() -> None:
    rate = around("9 violations a day", beside="a day")
    assert aggregation_of(rate) is Aggregation.RATE


def test_a_length_stays_a_length() -> None:
    length = around("over the past 24 hours of calm", "hours", "INS.term")
    assert aggregation_of(length) in (Aggregation.DURATION, Aggregation.DEADLINE)


def test_what_runs_since_a_day_is_sure() -> None:
    since = around("since 3 May the mission noted 40 violations")
    assert aggregation_of(since) is Aggregation.SINCE_DATE


def test_an_answer_has_its_reasons() -> None:
    total = around("the total has reached 151", "settlements", "REC.local_agreement")
    assert aggregation_of(total) is Aggregation.CUMULATIVE_TOTAL
    assert {"unit=settlements", "rule=cumulative_total"} & set(reasons_for(total))
