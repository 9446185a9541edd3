"""Which words are time expressions, and which are not."""

import pytest

from trucewatch.reading.times import TimeKind, find_times
from trucewatch.reading.times.expression import Relation
from trucewatch.values.dates import PartialDate
from trucewatch.values.spans import Span

ANCHOR = PartialDate(2018, 3, 14)


def words(text: str) -> list[str]:
    return [found.text for found in find_times(text, anchor=ANCHOR)]


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2254, the sixth of its kind",
        "under resolution 2042 the council",
        "UNSC 1973 demanded it",
        "Document No. 2016 and S/2016/88",
        "call 2016 1999 or room 1980",
        "page 2011 of the annex",
        "The 5+5 group and the 3-1 vote",
        "a Tu-22M3 and two T-55 tanks, a Su-24 and 122-mm shells",
        "1,123 men and 1, 204 women",
        "2016 fighters laid down arms",
        "2011 men and 2000 km of road",
        "Fighters march on; they may march or may not",
        "May God help them",
        "Mar Elias and Jan Egeland and the Dec group",
        "An envoy and the sun, a second envoy, We and us",
        "Sat there, and sun-dried Wed sheets",
        "The fall of the town and a spring of water",
        "as soon as the guns fall silent",
        "a quarter of the wheat",
        "12.5 per cent and 3:2 in favour",
        "$1999 and €2016",
        "the 2nd Division and the 4th Brigade",
        "in the last round of talks",
        "Calmer than in the last.",
        "",
    ],
)
def test_what_is_no_time_is_not_found(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in 2016, since 2011 and (2014)", ["2016", "2011", "2014"]),
        ("the 2014 truce", ["the 2014"]),
        ("in 2014, 2015 and 2016 – that is", ["2014", "2015", "2016"]),
        ("In May the talks; in March fighting", ["May", "March"]),
        ("the deal of May and its 5 May annex", ["May", "5 May"]),
        ("in Dec. and by Jan. 5", ["Dec", "Jan. 5"]),
        ("MONDAY 12 MARCH 2018", ["MONDAY 12 MARCH 2018"]),
        ("over the past\n24 hours", ["the past\n24 hours"]),
        ("It ended on 5 March.", ["5 March"]),
        ("It ended in March. Then", ["March"]),
        ("Monday’s raid and Friday's", ["Monday", "Friday"]),
        ("the first day, day 3, week 1", ["the first day", "day 3", "week 1"]),
    ],
)  # fmt: skip
def test_what_is_a_time_is_found_with_its_exact_words(
    text: str, found: list[str]
) -> None:
    assert words(text) == found


def test_spans_quote_the_text_from_its_beginning() -> None:
    text = "Menu 2016\n\nNine died on Monday.\n\nPhoto of 3 March 2018"
    body = [Span(11, 31), Span(33, len(text))]
    found = find_times(text, anchor=ANCHOR, spans=body)
    assert [one.span.of(text) for one in found] == ["Monday", "3 March 2018"]
    assert [one.text for one in found] == ["Monday", "3 March 2018"]


def test_a_blank_line_parts_what_stands_before_and_after() -> None:
    assert words("nine villages in March\n\n5 villages in May") == ["March", "May"]


def test_no_stretch_gives_no_times() -> None:
    assert find_times("on Monday", anchor=ANCHOR, spans=[]) == ()


def test_an_anchor_that_is_no_day_is_no_anchor() -> None:
    (found,) = find_times("on Monday", anchor=PartialDate(2018, 3))
    assert found.start is None


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("on 5 March", Relation.AT),
        ("5 March", Relation.AT),
        ("in March", Relation.DURING),
        ("over the past 24 hours", Relation.DURING),
        ("for ten days", Relation.FOR),
        ("within ten days", Relation.WITHIN),
        ("since 5 March", Relation.SINCE),
        ("since the evening of 5 March", Relation.SINCE),
        ("starting 5 March", Relation.SINCE),
        ("until 5 March", Relation.UNTIL),
        ("by about 5 March", Relation.BY),
        ("prolonged by two days", Relation.AT),
        ("before 5 March", Relation.BEFORE),
        ("after 5 March", Relation.AFTER),
        ("In the course of the week", Relation.DURING),
        ("between 3 and 5 March", Relation.FROM_TO),
        ("the truce of 5 March", Relation.AT),
        ("under the terms of the truce of early 5 March", Relation.AT),
    ],
)
def test_the_preposition_says_how_the_time_is_meant(
    text: str, relation: Relation
) -> None:
    (found,) = find_times(text, anchor=ANCHOR)
    assert found.relation is relation


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("78 cases a day", TimeKind.SET),
        ("fired on twice a week", TimeKind.SET),
        ("it took a day", TimeKind.DURATION),
        ("a mass a day", TimeKind.DURATION),
        ("a day", TimeKind.DURATION),
    ],
)
def test_a_day_after_what_is_counted_is_a_rate(text: str, kind: TimeKind) -> None:
    (found,) = find_times(text, anchor=ANCHOR)
    assert found.kind is kind
