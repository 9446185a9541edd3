"""The measuring of time expressions: reading the sets, pairing spans, counting."""

from pathlib import Path

import pytest

from evaluation.benchmarks import b6
from trucewatch.values.dates import PartialDate
from trucewatch.values.spans import Span

PAIRS = (
    "2018-03-14\tDATE\t2018-03-14\nMonday\tDATE\t2018-03-12\nten days\tDURATION\tP9D\n"
)
TIMEML = """<TimeML><DCT><TIMEX3 tid="t0" value="2018-03-14">x</TIMEX3></DCT>
<TEXT>Nine &amp; two died <TIMEX3 tid="t1" type="DATE" value="2018-03-12">on
Monday</TIMEX3>, <EVENT>not</EVENT> now.</TEXT></TimeML>"""


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    folder = tmp_path / b6.FOLDER / "timenorm_pairs"
    folder.mkdir(parents=True)
    (folder / "train.tsv").write_text(f"{PAIRS}\n{PAIRS}", "utf-8")
    return tmp_path


def figures(shared: Path) -> dict[str, float]:
    return {row.key: row.value for row in b6.measure(shared)}


def test_pairs_count_by_overlap_and_value(shared: Path) -> None:
    found = figures(shared)
    assert found["b6_times/pairs:relaxed_f1"] == 1
    assert found["b6_times/pairs:value_f1"] == pytest.approx(0.5)
    assert {row.n for row in b6.measure(shared)} == {4}


def test_documents_are_measured_where_there_are_any(shared: Path) -> None:
    assert "b6_times/documents:value_f1" not in figures(shared)
    (shared / b6.FOLDER / "one.tml").write_text(TIMEML, "utf-8")
    found = figures(shared)
    assert found["b6_times/documents:value_f1"] == pytest.approx(2 / 3)
    assert found["b6_times/documents:strict_f1"] == 0


def test_a_document_is_read_without_its_tags() -> None:
    document = b6.annotated(TIMEML)
    assert document.day == PartialDate(2018, 3, 14)
    assert document.text == "Nine & two died on\nMonday, not now."
    assert document.gold == [b6.Timex(Span(16, 25), "DATE", "2018-03-12")]


def test_an_age_is_no_expression_of_the_benchmark() -> None:
    document = b6.Annotated(PartialDate(2018, 3, 14), "a 25-year-old man", [])
    assert b6.tally(document).found == 0


def test_exact_spans_are_paired_before_overlapping_ones() -> None:
    text = "early on Monday, Tuesday"
    gold = [
        b6.Timex(Span(0, 24), "DATE", "x"),
        b6.Timex(Span(9, 15), "DATE", "2018-03-12"),
    ]
    tally = b6.tally(b6.Annotated(PartialDate(2018, 3, 14), text, gold))
    assert (tally.relaxed, tally.strict, tally.value) == (2, 1, 1)
