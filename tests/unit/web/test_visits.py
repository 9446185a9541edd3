"""What a browser remembers of a visit."""

import datetime as dt

import pytest

from trucewatch.web.visits import SAME_VISIT, seen_now

NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
LATER = NOON + SAME_VISIT * 2


def test_a_first_visit_has_none_before() -> None:
    seen = seen_now("", 7, NOON)
    assert (seen.base, seen.last) == (None, 7)


def test_coming_back_later_shows_what_came_since() -> None:
    seen = seen_now(seen_now("", 7, NOON).text(), 9, LATER)
    assert (seen.base, seen.base_time, seen.last) == (7, NOON, 9)


def test_looking_again_soon_is_the_same_visit() -> None:
    back = seen_now(seen_now("", 7, NOON).text(), 9, LATER)
    again = seen_now(back.text(), 10, LATER + dt.timedelta(minutes=5))
    assert (again.base, again.base_time, again.last) == (7, NOON, 10)
    first = seen_now(seen_now("", 7, NOON).text(), 7, NOON + dt.timedelta(minutes=1))
    assert first.base is None


@pytest.mark.parametrize(
    "kept", ["7", "a.b.c.d", "1.2.3", "..1.99999999999999", "..5.", "..900.1", "...."]
)
def test_anything_else_counts_as_a_first_visit(kept: str) -> None:
    assert seen_now(kept, 7, NOON).base is None
