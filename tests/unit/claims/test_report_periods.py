"""The stretch a report says it covers."""

import pytest

from trucewatch.claims.report_periods import Report, report_periods
from trucewatch.documents.document import Document
from trucewatch.reading.reading import read
from trucewatch.reference.theatre import load_theatre
from trucewatch.values.dates import PartialDate


def periods(text: str, published: str | None) -> tuple[Report, ...]:
    day = None if published is None else PartialDate.parse(published)
    reading = read(Document(text, published=day), load_theatre("syria_2016"))
    return report_periods(reading, reading.times)


BODY = "\n\nFour violations were registered in Homs."


@pytest.mark.parametrize(
    ("text", "how", "covered"),
    [
        ("Weekly note, 2 to 8 May 2016" + BODY, "head", ("2016-05-02", "2016-05-08")),
        (
            "Note\n\nIn the reporting period, 1 April to 8 May, 4 violations.",
            "phrase",
            ("2016-04-01", "2016-05-08"),
        ),
        (
            "Note\n\nBetween 2 and 8 May 4 violations were seen.",
            "opening",
            ("2016-05-02", "2016-05-08"),
        ),
    ],
)
def test_a_report_tells_its_stretch(
    text: str, how: str, covered: tuple[str, str]
) -> None:
    told = periods(text, "2016-05-10")[0]
    assert (told.how, str(told.start), str(told.end)) == (how, *covered)


@pytest.mark.parametrize(
    "text",
    [
        "News" + BODY,
        "Since 2 May 2016" + BODY,
        "The truce of 3 May 2012" + BODY,
        "A plan for 12 to 20 June 2016" + BODY,
    ],
    ids=["none", "since", "a day", "to come"],
)
def test_other_heads_tell_none(text: str) -> None:
    assert periods(text, "2016-05-10") == ()


def test_without_a_day_of_publication_none_is_told() -> None:
    assert periods("Weekly note, 2 to 8 May 2016" + BODY, None) == ()
