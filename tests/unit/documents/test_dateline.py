"""Publisher, place and day, from the head of a text and from its address."""

import pytest

from trucewatch.documents.dateline import find_dateline, find_url_day
from trucewatch.documents.document import Dateline

REST = "Four more places signed in Hama province, the centre said in its daily sheet."


def _found(text: str, year: int | None = None) -> Dateline:
    dateline = find_dateline(text, year=year)
    assert dateline is not None
    return dateline


@pytest.mark.parametrize(
    ("start", "place", "day", "publisher"),
    [
        ("MOSCOW, May 15. /TASS/. ", "MOSCOW", "2016-05-15", "TASS"),
        ("MOSCOW, 3 March. ", "MOSCOW", "2016-03-03", None),
        ("GENEVA (Sputnik) – ", "GENEVA", None, "Sputnik"),
        ("ANKARA, April 23 (ANW) — ", "ANKARA", "2016-04-23", "ANW"),
        ("BEIRUT/GENEVA (Reuters) - ", "BEIRUT/GENEVA", None, "Reuters"),
        ("HODEIDAH, June 08 – ", "HODEIDAH", "2016-06-08", None),
        ("Hodeidah, 11 Feb 2019: ", "Hodeidah", "2019-02-11", None),
        ("Multan - July 19, 2017: ", "Multan", "2017-07-19", None),
        ("November 26, 2017, LATAKIA. ", "LATAKIA", "2017-11-26", None),
        ("Lattakia, SANA - ", "Lattakia", None, "SANA"),
        ("Hamburg | AFP | ", "Hamburg", None, "AFP"),
        ("DAMASCUS, Syria (AP) — ", "DAMASCUS", None, "AP"),
        ("DEIR EZ-ZOR — ", "DEIR EZ-ZOR", None, None),
        ("QAMISHLI (Syria) - ", "QAMISHLI", None, None),
        ("TASS, May 3, 2016. ", None, "2016-05-03", "TASS"),
        ("15Dec16. ", None, "2016-12-15", None),
        ("Bulletin of 30 August 2018. ", None, "2018-08-30", None),
    ],
)
def test_a_prefix_gives_place_day_and_agency(
    start: str, place: str | None, day: str | None, publisher: str | None
) -> None:
    dateline = _found(start + REST, year=2016)
    found_day = dateline.day and str(dateline.day)
    assert (dateline.place, found_day, dateline.publisher) == (place, day, publisher)
    assert dateline.span is not None
    assert dateline.span.of(start + REST).strip() == start.strip()


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("By AFP - Dec 08,2017 - Last updated at Dec 08,2017", "2017-12-08"),
        ("Sheet of 17 September 2016", "2016-09-17"),
        ("Observers, bulletin of 2016-07-15", "2016-07-15"),
        ("Situation on the line as of 07:00, 5 November", "2016-11-05"),
        ("#Field report no. 9, evening of Tuesday 14 June 2016", "2016-06-14"),
        ("of the Centre for reconciliation (14 June 2016)", "2016-06-14"),
        ("FLASH 3 | Kivu | 29 January 2025", "2025-01-29"),
        ("Mission update no. 14 (3-9 January 2022)", "2022-01-09"),
        ("Weekly note, 20 to 26 November 2017", "2017-11-26"),
        ("Cameras, night of 3/4 December", "2016-12-04"),
        ("Trends, April to June 2018", "2018-06"),
        ("WEEK IN FIGURES, 27 June – 3 July", "2016-07-03"),
        ("22:10 12/11/2014 » Politics", "2014-11-12"),
        ("Jammu, 23.05.2018", "2018-05-23"),
        ("Daily Report 62, issued 15 March 2019", "2019-03-15"),
        ("Paper store - documents. 20Jan17.", "2017-01-20"),
    ],
)
def test_a_heading_gives_the_day(line: str, day: str) -> None:
    dateline = _found(f"{line}\n\n{REST}", year=2016)
    assert str(dateline.day) == day


@pytest.mark.parametrize(
    "text",
    [
        "On 27 December 2018 the contact group announced a new commitment.",
        "The truce of February 27, 2016 covers them, he said. More follows.",
        "The patrol was there on 3 May 2019, and again as of 9 May 2019, it said.",
        "URGENT — the factions accept",
        "Five villages joined.\nThree towns did not.",
        "Nothing 31 February 2016.",
    ],
)
def test_a_day_inside_a_sentence_is_no_dateline(text: str) -> None:
    dateline = find_dateline(text, year=2016)
    assert dateline is None or (dateline.day is None and dateline.place is None)


def test_a_sentence_about_the_report_itself_dates_it() -> None:
    text = "Based on information from the teams as of 19:30, 6 May 2021. Nothing else."
    assert str(_found(text).day) == "2021-05-06"


def test_the_last_line_may_date_a_text() -> None:
    text = f"Truce broken six times. {REST} {REST} (9 October 2016)"
    dateline = _found(text)
    assert (str(dateline.day), dateline.rule) == ("2016-10-09", "closing")


def test_a_closing_day_without_a_year_dates_nothing() -> None:
    assert find_dateline(f"{REST} {REST}\n{REST} {REST}\n(9 October)") is None


def test_a_prefix_keeps_its_day_and_takes_the_year_of_a_heading() -> None:
    text = f"Report\n(page of 27 July 2016, 03:50)\nMOSCOW, July 26. {REST}"
    dateline = _found(text)
    assert str(dateline.day) == "2016-07-26"


def test_without_any_year_the_day_stays_unknown() -> None:
    dateline = _found(f"KYIV, 3 October. {REST}")
    assert dateline.day is None
    assert dateline.day_span is not None


def test_a_byline_of_an_agency_names_the_publisher() -> None:
    dateline = _found(f"Guns fall silent\nBy Reuters\n\n{REST}")
    assert (dateline.publisher, dateline.rule) == ("Reuters", "byline")


def test_a_byline_of_a_person_does_not() -> None:
    assert find_dateline(f"Guns fall silent\nBy Jane Roe\n\n{REST}") is None


def test_a_dateline_stands_above_the_second_paragraph() -> None:
    paragraph = REST * 3
    assert (
        find_dateline(f"{paragraph}\n{paragraph}\nSANAA, 3 May 2019 – {REST}") is None
    )


def test_no_address_carries_no_day() -> None:
    assert find_url_day(None) is None
    assert str(find_url_day("https://x.example/2016/05/24/a")) == "2016-05-24"
