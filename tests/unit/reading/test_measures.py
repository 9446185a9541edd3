import pytest

from trucewatch.reading.measures import money_before, rate_behind, unit_behind
from trucewatch.reading.tokens import Tokens, tokenise


def figure_in(text: str) -> tuple[Tokens, int]:
    """Return the tokens of a text, and the index of its first figure."""
    tokens = tokenise(text)
    return tokens, next(i for i, word in enumerate(tokens.low) if word[0].isdecimal())


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("winds of 60 mph", "mile per hour", "speed"),
        ("at 90 km/h", "kilometre per hour", "speed"),
        ("a 3 kW heater", "kilowatt", "power"),
        ("some 12kHz", "kilohertz", "frequency"),
        ("a 6-inch pipe", "inch", "length"),
        ("a 30-foot wall", "foot", "length"),
        ("over 40 sq m", "square metre", "area"),
        ("at 20 degrees Celsius", "celsius", "temperature"),
        ("by 7 per cent", "percentage", "share"),
        ("is 30 percent-owned", "percentage", "share"),
        ("for 90 €", "euro", "money"),
        ("for 90 JPY", "japanese yen", "money"),
        ("for 90 Syrian pounds", "syrian pound", "money"),
        ("about 8 km² of land", "square kilometre", "area"),
        ("sold at 80 p", "penny", "money"),
    ],
)
def test_a_unit_behind_a_figure_is_read(text: str, name: str, kind: str) -> None:
    tokens, at = figure_in(text)
    found = unit_behind(tokens, at + 1, len(tokens))
    assert found is not None
    assert tuple(found.unit) == (name, kind)


@pytest.mark.parametrize(
    "text",
    [
        "at 5 p.m. sharp",
        "house 9 T-72",
        "the 2 TB2 drones",
        "12 foot patrols",
        "30 second-hand lorries",
        "some 40 trucks",
        "they were 7",
    ],
)
def test_what_only_looks_like_a_unit_is_none(text: str) -> None:
    tokens, at = figure_in(text)
    assert unit_behind(tokens, at + 1, len(tokens)) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("for $30", "dollar"),
        ("for US$30", "dollar"),
        ("for HK $30", "hong kong dollar"),
        ("for A$30", "australian dollar"),
        ("for USD30", "dollar"),
        ("for EUR 30", "euro"),
    ],
)
def test_money_is_told_by_the_sign_before_a_figure(text: str, name: str) -> None:
    tokens, at = figure_in(text)
    found = money_before(tokens, at)
    assert found is not None
    assert found.unit.name == name


@pytest.mark.parametrize("text", ["30 men", "try 30 times", "vote A 30"])
def test_words_that_are_written_like_a_code_are_no_money(text: str) -> None:
    tokens, at = figure_in(text)
    assert money_before(tokens, at) is None


def test_the_sign_before_a_letter_apart_is_the_plain_one() -> None:
    tokens, at = figure_in("vitamin A $30")
    found = money_before(tokens, at)
    assert found is not None
    assert found.unit.name == "dollar"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("30 litres per minute", "minute"),
        ("30 euros a month", "month"),
        ("30 dollars a share", "share"),
        ("30 litres per bed", "bed"),
        ("a 30 litre-a-day pump", "day"),
    ],
)
def test_a_rate_names_what_a_unit_goes_by(text: str, name: str) -> None:
    tokens, at = figure_in(text)
    found = unit_behind(tokens, at + 1, len(tokens))
    assert found is not None
    rate = rate_behind(tokens, found.after, len(tokens))
    assert rate is not None
    assert rate[0] == name


@pytest.mark.parametrize("text", ["30 metres a wall", "30 metres", "30 metres away"])
def test_a_unit_alone_has_no_rate(text: str) -> None:
    tokens, at = figure_in(text)
    found = unit_behind(tokens, at + 1, len(tokens))
    assert found is not None
    assert rate_behind(tokens, found.after, len(tokens)) is None
