"""Times that are of another figure than the one beside them."""

import pytest

from tests.unit.claims.reading_of import days, figures_of
from trucewatch.claims.apart import stands_apart
from trucewatch.claims.extraction import extract_claims
from trucewatch.documents.document import Dateline, Document
from trucewatch.reading.reading import read
from trucewatch.reference.theatre import load_theatre
from trucewatch.values.dates import PartialDate
from trucewatch.values.spans import Span

DAY = "2016-05-18"  # a Wednesday


def between(text: str, figure: str, time: str) -> bool:
    at, when = text.index(figure), text.index(time)
    return stands_apart(text, Span(at, at + len(figure)), Span(when, when + len(time)))


@pytest.mark.parametrize(
    ("text", "figure", "time"),
    [
        ("9 breaches (last week: 14) were seen", "9 breaches", "last week"),
        ("40 lorries, against 31 in May", "40 lorries", "May"),
        ("40 lorries, 9 more than in May", "40 lorries", "May"),
        ("12 fell in Homs; on Monday 3 more did", "12", "Monday"),
        ("The rate (14 in May) rose to 20", "20", "May"),
    ],
    ids=["bracket", "against", "than", "semicolon", "behind a bracket"],
)
def test_a_time_of_another_figure_stands_apart(
    text: str, figure: str, time: str
) -> None:
    assert between(text, figure, time)


@pytest.mark.parametrize(
    ("text", "figure", "time"),
    [
        ("9 breaches (on Monday) were seen", "9 breaches", "Monday"),
        ("On Monday 12 fell; 3 were hurt", "3", "Monday"),
        ("9 breaches (Homs 4) on Monday", "9 breaches", "Monday"),
        ("40 lorries came in May", "40 lorries", "May"),
    ],
    ids=["a bracket of a day", "before a semicolon", "a closed bracket", "plain"],
)
def test_a_time_of_the_figure_does_not(text: str, figure: str, time: str) -> None:
    assert not between(text, figure, time)


def test_a_figure_compared_with_keeps_its_month_to_itself() -> None:
    text = "On Monday 9 violations were registered, compared with 40 in April."
    assert days(figures_of(text, DAY)[0]) == ("2016-05-16", "2016-05-16")


def test_the_day_of_a_dateline_dates_no_figure() -> None:
    text = "GENEVA, 18 May — On Monday 9 people died. In Homs 4 houses burnt."
    line = Dateline(
        Span(0, 16), "GENEVA", PartialDate.parse(DAY), None, Span(8, 14), "place_day"
    )
    document = Document(
        text, publisher="RT", published=PartialDate.parse(DAY), dateline=line
    )
    claims = extract_claims(read(document, load_theatre("syria_2016"))).claims
    assert {days(claim)[1] for claim in claims if claim.quantity} == {"2016-05-16"}
