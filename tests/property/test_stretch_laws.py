"""Laws of stretches: merged spans answer as the spans themselves would."""

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.values.spans import Span, Stretches

spans = st.builds(
    lambda start, length: Span(start, start + length),
    st.integers(0, 40),
    st.integers(1, 12),
)


@given(st.lists(spans), st.integers(-1, 60))
def test_stretches_hold_what_one_of_their_spans_covers(
    given_spans: list[Span], offset: int
) -> None:
    covered = any(span.start <= offset < span.end for span in given_spans)
    assert Stretches(given_spans).hold(offset) is covered
