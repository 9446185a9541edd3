"""Clauses that only say which agreement is meant date and place no figure."""

import pytest

from tests.unit.claims.reading_of import days, figures_of


@pytest.mark.parametrize(
    "text",
    [
        "It tells of the truce which began on Saturday, 1 May. It counted 5 breaches.",
        "It told of the truce which had first started on 1 May. It counted 5 breaches.",
        "Under the deal (CFA) signed on 1 May 5 breaches were reported.",
        "Under the pact, brokered in Doha on Sat. 1 May, 5 breaches were reported.",
    ],
)
def test_the_day_of_an_agreement_is_of_no_figure(text: str) -> None:
    found = figures_of(f"Teams met. They spoke. {text}", "2021-05-09")
    assert [days(claim)[1] for claim in found] == ["2021-05-09"]


def test_a_count_since_that_day_begins_then() -> None:
    text = "There were 5 breaches since the truce that began on 1 May."
    assert days(figures_of(text, "2021-05-09")[0]) == ("2021-05-01", "2021-05-09")


def test_what_the_clause_counts_itself_has_its_day() -> None:
    text = "The truce that began with 5 breaches on 1 May holds."
    assert days(figures_of(text, "2021-05-09")[0])[1] == "2021-05-01"


def test_parties_to_an_agreement_still_do_things_on_a_day() -> None:
    text = "The parties to the truce announced on 1 May that 5 breaches had come."
    assert days(figures_of(text, "2021-05-09")[0])[1] != "2021-05-09"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The deal signed in Geneva covers 12 villages in Hama.", "Hama"),
        ("Under the truce reached in Geneva 12 villages of Hama joined.", "Hama"),
        ("In the truce that began in Hama 12 villages joined.", "Hama"),
    ],
)
def test_where_an_agreement_was_made_is_where_no_figure_holds(
    text: str, place: str
) -> None:
    places = figures_of(text, "2021-05-09")[0].places
    assert [one.text for one in places] == [place]
