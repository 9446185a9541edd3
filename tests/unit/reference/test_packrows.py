import datetime as dt

import pytest

from trucewatch.errors import ReferenceDataError
from trucewatch.reference import packrows
from trucewatch.reference.entries import ReportingPeriod
from trucewatch.reference.pack import Row


def row(**fields: object) -> Row:
    return Row("file", 1, {"id": "x", "label": "X", "sort": "group", **fields}, {})


def test_an_actor_has_its_label_among_its_names() -> None:
    made = packrows.actor(row(names=["Y", {"text": "Z", "until": "2016"}]))
    assert [n.text for n in made.names] == ["X", "Y", "Z"]
    assert made.names[2].valid == (None, dt.date(2016, 12, 31))


@pytest.mark.parametrize("names", ["one", [["nested"]], [{"name": "Y"}]])
def test_names_of_another_form_are_refused(names: object) -> None:
    with pytest.raises(ReferenceDataError, match="name"):
        packrows.actor(row(names=names))


def test_a_publisher_speaks_as_press_unless_it_says_otherwise() -> None:
    assert packrows.speaker(row(sort="publisher")).voice == "press"
    assert packrows.speaker(row(sort="publisher", voice="organisation")).voice == (
        "organisation"
    )


def test_an_organisation_speaks_as_itself() -> None:
    assert packrows.speaker(row(sort="organisation")).voice == "organisation"


def test_an_instrument_keeps_its_days_and_ties() -> None:
    made = packrows.instrument(
        row(
            sort="agreement",
            declared="2016-02-22",
            until="2016-03",
            ties=[{"tie": "extends", "instrument": "w"}],
        )
    )
    assert made.declared == dt.date(2016, 2, 22)
    assert made.until == dt.date(2016, 3, 31)
    assert made.ties == (("extends", "w"),)


def test_a_designation_may_rest_on_several_sources() -> None:
    made = packrows.designation(
        Row(
            "f",
            1,
            {"actor": "x", "authority": "A", "action": "listed", "source": "a|b"},
            {},
        )
    )
    assert made.source == ("a", "b")
    assert made.day is None


def test_a_place_without_a_point_takes_none() -> None:
    made = packrows.place(
        Row("f", 1, {"id": "p", "label": "P", "kind": "region", "source": "s"}, {})
    )
    assert (made.lat, made.lon, made.radius_km) == (None, None, 0.0)


COUNTER: dict[str, object] = {
    "speaker": "mission",
    "unit": "violations",
    "aggregation": "per_period",
    "definition": "What it saw.",
}


def test_a_counter_may_say_what_its_bodys_reports_cover() -> None:
    period = {"ends": "19:30", "days_before": "1", "hours": "24"}
    made = packrows.counter(row(**COUNTER, period=period))
    assert made.period == ReportingPeriod("19:30", 1, 24)
    assert packrows.counter(row(**COUNTER)).period is None


@pytest.mark.parametrize(
    "period",
    [
        "19:30",
        {"ends": "19:30"},
        {"ends": "25:30", "days_before": "1", "hours": "24"},
        {"ends": "19:30", "days_before": "one", "hours": "24"},
        {"ends": "19:30", "days_before": "1", "hours": "0"},
    ],
)
def test_a_period_of_another_form_is_refused(period: object) -> None:
    with pytest.raises(ReferenceDataError, match="period"):
        packrows.counter(row(**COUNTER, period=period))
