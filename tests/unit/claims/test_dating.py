"""Which of several times a figure is about, and what was weighed."""

import pytest

from trucewatch.claims.counting import Counting
from trucewatch.claims.dating import Dating
from trucewatch.claims.scene import Scene
from trucewatch.documents.document import Document
from trucewatch.reading.reading import read
from trucewatch.reference.theatre import load_theatre
from trucewatch.values.dates import PartialDate
from trucewatch.values.stances import Aggregation

DAY = "2016-05-18"  # a Wednesday


def drafted(text: str, published: str | None = DAY) -> Counting:
    day = None if published is None else PartialDate.parse(published)
    document = Document(text, publisher="RT", published=day)
    counting = Counting(Scene(read(document, load_theatre("syria_2016"))))
    list(counting.drafts())
    return counting


def ends(counting: Counting, number: int) -> set[str | None]:
    candidates = counting.dating.candidates(counting.dateable[number])
    return {one.time.end and one.time.end[:10] for one in candidates}


def test_times_of_the_sentence_those_above_and_today_are_weighed() -> None:
    text = "Shells hit Homs on Monday. Four people were killed on Tuesday night."
    weighed = ends(drafted(text), 0)
    assert {"2016-05-16", "2016-05-17", DAY} <= weighed


def test_the_stretch_of_a_report_is_weighed() -> None:
    text = "Weekly note, 2 to 8 May 2016\n\nFour violations were registered in Homs."
    assert "2016-05-08" in ends(drafted(text), 0)


def test_the_stretch_before_a_reports_own_is_weighed() -> None:
    text = "Weekly note, 9 to 15 May 2016\n\nFour violations in Homs, six before."
    assert "2016-05-08" in ends(drafted(text), 0)


def test_the_day_before_today_is_weighed() -> None:
    assert "2016-05-17" in ends(drafted("Four people were killed in Homs."), 0)


def test_a_length_is_counted_from_the_truce_told_of() -> None:
    text = "The truce began on 10 May in Homs. It was to last for sixty days."
    assert "2016-07-09" in ends(drafted(text), 0)


def test_a_figure_since_a_day_runs_from_it_and_nothing_is_weighed() -> None:
    counting = drafted("Over 40 villages have signed up since 2 May.")
    time = counting.times[0]
    assert (time.start, time.end) == ("2016-05-02", DAY)


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on Monday. The number of groups in the process remains at 61.",
        "59 groups have so far joined a process which began in February.",
    ],
)
def test_a_running_total_ends_on_the_day_it_is_told(text: str) -> None:
    counting = drafted(text)
    assert counting.aggregations[-1] is Aggregation.CUMULATIVE_TOTAL
    assert counting.times[-1].end == DAY


def test_a_running_total_ends_where_its_words_say_so() -> None:
    counting = drafted("The total of settlements reached 92 as of 16 May.")
    assert counting.times[-1].end == "2016-05-16"


def test_every_candidate_says_what_speaks_for_it() -> None:
    counting = drafted("On Monday four people were killed in Homs.")
    for one in counting.dating.candidates(counting.dateable[0]):
        assert one.names
        assert one.weight == sum(signs.weight for signs in one.signs)


def test_no_time_is_weighed_only_where_the_rules_have_none() -> None:
    counting = drafted("Four people were killed in Homs.", None)
    assert ends(counting, 0) == {None}
    assert None not in ends(drafted("Four people were killed in Homs."), 0)


def test_what_was_found_for_a_total_is_weighed_for_its_parts() -> None:
    text = "On Monday 14 violations were seen: nine in Homs and five in Hama."
    counting = drafted(text)
    dating = Dating(counting.scene.timing)
    before = dating.candidates(counting.dateable[1])
    dating.answers[0] = counting.times[0]
    after = dating.candidates(counting.dateable[1])
    assert sum(len(one.names) for one in after) > sum(len(one.names) for one in before)


def test_the_rules_of_a_bulletin_take_no_times_of_other_paragraphs() -> None:
    text = "Daily bulletin\n\nShells hit Homs on Monday.\n\nFour people were killed."
    assert drafted(text).dateable[-1].ruled.end == DAY


def test_an_open_stretch_is_no_candidate_but_where_the_rules_take_it() -> None:
    text = "The truce holds since 2 May 2016.\n\nFour people were killed on 9 May 2016."
    counting = drafted(text, None)
    candidates = counting.dating.candidates(counting.dateable[-1])
    assert {one.time.end for one in candidates} == {"2016-05-09"}
