"""Laws of time expressions that hold whatever the text is."""

import datetime as dt
import re

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.reading.times import find_times
from trucewatch.reading.times.grammar import PIECE, RULES, rules_from
from trucewatch.reading.times.lexicon import english
from trucewatch.reading.times.matching import cut
from trucewatch.values.dates import PartialDate
from trucewatch.values.spans import Span
from trucewatch.values.stances import TimeBasis

WORDS = sorted(word for word in english().codes if not word.isdecimal())
NUMBERS = ["1", "2", "05", "24", "31", "45", "120", "0600", "1600", "1999", "2016"]
JOINTS = [" ", " ", " ", ", ", "-", "", "\n", ". ", "\n\n", ":", "/"]

pieces = st.one_of(st.sampled_from(WORDS), st.sampled_from(NUMBERS), st.just("shells"))
texts = st.lists(st.tuples(pieces, st.sampled_from(JOINTS)), max_size=14).map(
    lambda parts: "".join(word + joint for word, joint in parts)
)
days = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)).map(PartialDate.of)
anchors = st.none() | days


@given(texts | st.text(), anchors)
def test_every_expression_quotes_its_span_in_order(
    text: str, anchor: PartialDate | None
) -> None:
    last = 0
    for found in find_times(text, anchor=anchor):
        assert found.span.of(text) == found.text
        assert found.span.start >= last
        last = found.span.end


@given(texts, anchors)
def test_a_resolved_range_has_both_ends_in_order_and_says_its_basis(
    text: str, anchor: PartialDate | None
) -> None:
    for found in find_times(text, anchor=anchor):
        assert (found.start is None) == (found.end is None)
        assert (found.start is None) == (found.basis is TimeBasis.UNSTATED)
        if found.start is not None and found.end is not None:
            assert found.start.first_day <= found.end.last_day


@given(texts, anchors)
def test_finding_is_deterministic(text: str, anchor: PartialDate | None) -> None:
    assert find_times(text, anchor=anchor) == find_times(text, anchor=anchor)


@given(texts, days)
def test_text_around_a_stretch_moves_its_spans_and_nothing_else(
    text: str, anchor: PartialDate
) -> None:
    padding = "shells 2016 "
    whole = padding + text
    spans = [Span(len(padding), len(whole))] if text else []
    moved = find_times(whole, anchor=anchor, spans=spans)
    alone = find_times(text, anchor=anchor)
    assert [(one.text, one.value) for one in moved] == [
        (one.text, one.value) for one in alone
    ]
    assert [one.span.start - len(padding) for one in moved] == [
        one.span.start for one in alone
    ]


@given(st.text())
def test_the_pieces_of_a_text_are_the_text(text: str) -> None:
    assert "".join(PIECE.findall(text)) == text


@given(texts)
def test_no_rule_is_lost_because_its_first_class_is_not_declared(text: str) -> None:
    codes = cut(text, english()).codes
    for rule in RULES:
        for match in re.compile(rule.pattern).finditer(codes):
            assert not match[0] or match[0][0] in rule.starts
            assert not match[0] or rules_from(match[0][0])
