from collections.abc import Callable

import pytest

from trucewatch.reading.figures import find_figures
from trucewatch.reading.numerals import NumberForm
from trucewatch.reading.reading import Reading

Read = Callable[[str], Reading]

_SINGLE = (NumberForm.ARTICLE, NumberForm.ORDINAL)


def figures(reading: Reading) -> list[tuple[tuple[float, ...], str]]:
    return [
        (figure.values, figure.unit.name)
        for figure in find_figures(reading)
        if figure.form not in _SINGLE
    ]


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("They gave $3.5m to the town.", (3500000,), "dollar"),
        ("Fuel costs 90 Syrian pounds a litre.", (90,), "syrian pound per litre"),
        ("The wind came with 60 mph.", (60,), "mile per hour"),
        ("The pump takes 30 litres per minute.", (30,), "litre per minute"),
        ("A 7- or 8-inch pipe broke.", (7,), "inch"),
        ("It fell to minus 12 degrees Celsius.", (-12,), "celsius"),
        ("It fell to −12 °C.", (-12,), "celsius"),
        ("Some 40 public libraries closed.", (40,), "public library"),
        ("Nine of the soldiers left.", (9,), "soldier"),
        ("Ali Hasan, 44, was freed.", (44,), "year of age"),
        ("A 19-year-old was freed.", (19,), "year of age"),
        ("It changed over the past three years.", (3,), "year"),
        ("A three-day truce holds.", (3,), "day"),
        ("A third of the town is empty.", (33.333333,), "percentage"),
        ("The lights blinked six times.", (6,), "count"),
        ("Dozens of lorries came.", (12,), "lorry"),
        ("A 12 page novel came.", (12,), "page"),
        ("The index stood at 7,463.2 up on the day.", (7463.2,), ""),
    ],
)
def test_a_figure_has_its_value_and_the_unit_of_the_text(
    reading_of: Read, text: str, values: tuple[float, ...], unit: str
) -> None:
    units = [name for _, name in figures(reading_of(text))]
    found = figures(reading_of(text))[units.index(unit)]
    assert found[0] == pytest.approx(values)


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("It costs between $62 and $68 a share.", (62, 68), "dollar per share"),
        ("It heard 15 kHz to 17 kHz.", (15, 17), "kilohertz"),
        ("It went down from 80 pounds to 75.", (80, 75), "pound"),
        ("Its share rose from 4.8 to 4.9 percent.", (4.8, 4.9), "percentage"),
        ("A 0-to-60-mph car came.", (0, 60), "mile per hour"),
    ],
)
def test_both_ends_of_a_range_or_change_are_one_figure(
    reading_of: Read, text: str, values: tuple[float, ...], unit: str
) -> None:
    assert figures(reading_of(text)) == [(values, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "Fuel costs 80 dollars, to 90 euros in the city.",
        "They paid $5 and $7.",
        "Shares rose 8 percent to 36.",
        "From 5 to 7 km, to 9 hours.",
    ],
)
def test_figures_of_two_things_stay_two(reading_of: Read, text: str) -> None:
    assert len(figures(reading_of(text))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "They won 3-2 at home.",
        "A capsule named Gemini 9 flew.",
        "It is like the other one.",
        "Resolution 2254 holds.",
        "The X-Pro3 and the BM-21 came.",
    ],
)
def test_what_names_or_scores_is_no_figure(reading_of: Read, text: str) -> None:
    assert figures(reading_of(text)) == []


def test_a_range_stands_where_both_its_numbers_stand(reading_of: Read) -> None:
    reading = reading_of("It costs from $62 to $68 now.")
    (figure,) = find_figures(reading)
    assert figure.span.of(reading.document.text) == "62 to $68"
