import pytest

from trucewatch.reading.numbers import Number, find_numbers
from trucewatch.reading.numerals import NumberForm, value_of_figures
from trucewatch.reading.tokens import tokenise
from trucewatch.values.spans import Span
from trucewatch.values.stances import Quantifier


def numbers(text: str, *masked: Span) -> tuple[Number, ...]:
    return find_numbers(text, tokenise(text), masked)


def one(text: str) -> Number:
    (number,) = (n for n in numbers(text) if n.form is not NumberForm.ARTICLE)
    return number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("59 groups", 59),
        ("1,250 tons", 1250),
        ("1, 123 settlements", 1123),
        ("210 644 persons", 210644),
        ("64,1 sq. km", 64.1),
        ("1.620 groups", 1620),
        ("1.234.567 persons", 1234567),
        ("2.5 thousand insurgents", 2500),
        ("4.6 million people", 4600000),
        ("1.356 billion dollars", 1356000000),
        ("3.4K views", 3400),
        ("thirty-seven breaches", 37),
        ("one hundred and forty-one wounded", 141),
        ("two thousand three hundred men", 2300),
        ("nine hundred thousand", 900000),
        ("a dozen towns", 12),
        ("half a dozen towns", 6),
        ("a hundred lorries", 100),
        ("three and a half hours", 3.5),
        ("twice", 2),
        ("USD3m", 3000000),
        ("$1.5b", 1500000000),
        ("2.5 trillion pounds", 2500000000000),
        ("minus-7 degrees", 7),
        ("a couple", 2),
        ("nobody", 0),
        ("not a single village", 0),
        ("no one left", 0),
        ("not one of them", 0),
        ("not any more", 0),
    ],
)
def test_a_number_is_read(text: str, value: float) -> None:
    found = [n for n in numbers(text) if n.form is not NumberForm.ARTICLE]
    assert found[0].value == value


@pytest.mark.parametrize(
    ("text", "low", "high", "quantifier"),
    [
        ("more than 80 tons", 80, None, Quantifier.AT_LEAST),
        ("no fewer than thirty shells", 30, None, Quantifier.AT_LEAST),
        ("40,000+ villagers", 40000, None, Quantifier.AT_LEAST),
        ("24 thousand and some mines", 24000, None, Quantifier.AT_LEAST),
        ("420 or more outposts", 420, None, Quantifier.AT_LEAST),
        ("up to 250 strikes", None, 250, Quantifier.AT_MOST),
        ("fewer than six thousand", None, 6000, Quantifier.AT_MOST),
        ("nearly 30 groups", None, 30, Quantifier.NEARLY),
        ("not quite a hundred", None, 100, Quantifier.NEARLY),
        ("some 6,000 fighters", 6000, 6000, Quantifier.ABOUT),
        ("roughly a further 20", 20, 20, Quantifier.ABOUT),
        ("a total of 35", 35, 35, Quantifier.EXACT),
        ("dozens of shells", 12, None, Quantifier.SOME),
        ("tens of thousands of people", 10000, None, Quantifier.SOME),
        ("hundreds of thousands fled", 100000, None, Quantifier.SOME),
        ("several hundred fighters", 100, None, Quantifier.SOME),
        ("a few dozen lorries", 12, None, Quantifier.SOME),
        ("several hundred thousand people", 100000, None, Quantifier.SOME),
        ("sub-40 sq m", None, 40, Quantifier.AT_MOST),
    ],
)
def test_the_words_beside_it_bound_a_number(
    text: str, low: float | None, high: float | None, quantifier: Quantifier
) -> None:
    found = one(text)
    assert (found.low, found.high, found.quantifier) == (low, high, quantifier)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("300 to 500 men", 300, 500),
        ("between 300 and 500 men", 300, 500),
        ("15-20 km", 15, 20),
        ("15–20 km", 15, 20),
        ("from 12 to 15 persons", 12, 15),
        ("two or three men", 2, 3),
        ("8 to 9 thousand men", 8000, 9000),
        ("ten to fifteen thousand", 10000, 15000),
        ("0-to-60-mph", 0, 60),
    ],
)
def test_a_range_has_two_ends_and_no_value(text: str, low: float, high: float) -> None:
    found = one(text)
    assert (found.value, found.low, found.high) == (None, low, high)


@pytest.mark.parametrize(
    "text",
    [
        "the tally rose from 45 to 119",
        "it revised the number from 45 to 119",
        "12 – 90",
        "3 or 40",
        "9 to 4",
        "in 12 and 14",
    ],
)
def test_two_numbers_that_make_no_range_stay_two(text: str) -> None:
    assert len(numbers(text)) == 2


@pytest.mark.parametrize(
    "text", ["T-72 tanks", "the M4 road", "a 5+5 meeting", "PR-371/2017", "at 16:30"]
)
def test_figures_glued_to_letters_or_marks_are_names(text: str) -> None:
    assert [n for n in numbers(text) if n.form is NumberForm.FIGURES] == []


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("half of them", 50),
        ("two thirds of it", 66.666666),
        ("two-thirds of it", 66.666666),
        ("three in four", 75),
        ("one in twelve", 8.333333),
        ("two of every five houses", 40),
        ("4 out of every 10 houses", 40),
        ("a quarter of them", 25),
    ],
)
def test_a_fraction_is_a_share_in_percent(text: str, share: float) -> None:
    found = [n for n in numbers(text) if n.form is NumberForm.FRACTION]
    assert found[0].value == pytest.approx(share)


def test_an_ordinal_third_is_no_share() -> None:
    assert numbers("the third meeting") == ()


@pytest.mark.parametrize(
    ("text", "value", "glued"),
    [
        ("three-day truce", 3, "day"),
        ("week-long lull", 1, "week"),
        ("six-month term", 6, "month"),
    ],
)
def test_a_number_written_with_its_noun_keeps_the_noun(
    text: str, value: float, glued: str
) -> None:
    found = one(text)
    assert (found.value, found.glued) == (value, glued)


@pytest.mark.parametrize("text", ["no longer", "no doubt", "no more than that"])
def test_no_before_a_comparative_is_no_zero(text: str) -> None:
    assert [n for n in numbers(text) if n.form is NumberForm.NONE] == []


def test_an_article_is_offered_as_one() -> None:
    assert [n.form for n in numbers("a soldier")] == [NumberForm.ARTICLE]


@pytest.mark.parametrize("text", ["several groups", "few clashes", "a few men"])
def test_how_many_is_left_open_where_no_scale_follows(text: str) -> None:
    assert [n for n in numbers(text) if n.form is not NumberForm.ARTICLE] == []


def test_masked_stretches_hold_no_numbers() -> None:
    text = "On 5 May 12 fell"
    assert [n.value for n in numbers(text, Span(3, 8))] == [12]


def test_span_holds_the_modifiers_and_core_only_the_number() -> None:
    text = "it took more than 80 tons"
    found = one(text)
    assert found.span.of(text) == "more than 80"
    assert found.core.of(text) == "80"


def test_a_clock_has_no_value() -> None:
    assert value_of_figures("16:30") is None
