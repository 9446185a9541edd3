"""Pages that take long: said at once, made once, handed to whoever has waited."""

import threading
from collections.abc import Callable

import pytest
from starlette.responses import Response

from trucewatch.web.waiting import FORGOTTEN, MOST_BEGUN, Waiting

LONG, NONE = 10.0, 0.0  # seconds of patience
ANNA, BORA = ("anna", "/map"), ("bora", "/map")


class Slow:
    """A page that is made when it is let.

    Attributes:
        made: How often it was begun.
    """

    def __init__(self, text: str = "made") -> None:
        self.made = 0
        self._text, self._let = text, threading.Event()

    def __call__(self) -> Response:
        self.made += 1
        self._let.wait(LONG)
        return Response(self._text)

    def let(self) -> None:
        """Let it be made."""
        self._let.set()


def text(page: Response | None) -> str:
    assert page is not None
    return bytes(page.body).decode()


def quick(words: str) -> Callable[[], Response]:
    return lambda: Response(words)


def test_what_is_quick_is_answered() -> None:
    assert text(Waiting().page(ANNA, 1, quick("made"), LONG)) == "made"


def test_what_is_slow_is_begun_and_handed_over_later() -> None:
    waiting, slow = Waiting(), Slow()
    assert waiting.page(ANNA, 1, slow, NONE) is None
    assert waiting.is_busy
    slow.let()
    assert text(waiting.page(ANNA, 2, quick("newer"), LONG)) == "made"
    assert slow.made == 1


def test_what_was_handed_over_is_made_anew_the_next_time() -> None:
    waiting, slow = Waiting(), Slow()
    waiting.page(ANNA, 1, slow, NONE)
    slow.let()
    waiting.page(ANNA, 1, slow, LONG)
    assert text(waiting.page(ANNA, 2, quick("newer"), LONG)) == "newer"


def test_all_who_ask_for_the_same_wait_for_one_making() -> None:
    waiting, slow = Waiting(), Slow()
    for who in (ANNA, BORA):
        assert waiting.page(who, 1, slow, NONE) is None
    slow.let()
    assert [text(waiting.page(who, 1, slow, LONG)) for who in (ANNA, BORA)] == (
        ["made", "made"]
    )
    assert slow.made == 1


def test_who_asks_later_is_handed_nothing_older() -> None:
    waiting, slow = Waiting(), Slow("older")
    waiting.page(ANNA, 1, slow, NONE)
    assert text(waiting.page(BORA, 2, quick("newer"), LONG)) == "newer"
    slow.let()


def test_who_does_not_come_back_in_time_is_handed_nothing_older() -> None:
    now = [0.0]
    waiting, slow = Waiting(clock=lambda: now[0]), Slow("older")
    waiting.page(ANNA, 1, slow, NONE)
    now[0] = FORGOTTEN + 1
    assert text(waiting.page(ANNA, 2, quick("newer"), LONG)) == "newer"
    slow.let()


@pytest.mark.parametrize("gone", ["leave", "has", "clear"])
def test_who_waits_no_longer_is_handed_nothing_older(gone: str) -> None:
    waiting, slow = Waiting(), Slow("older")
    waiting.page(ANNA, 1, slow, NONE)
    if gone == "leave":
        waiting.leave("anna")
    elif gone == "has":
        waiting.has(ANNA)
    else:
        waiting.clear()
    assert text(waiting.page(ANNA, 2, quick("newer"), LONG)) == "newer"
    slow.let()


def test_somebody_else_still_waits_when_one_leaves() -> None:
    waiting, slow = Waiting(), Slow()
    waiting.page(BORA, 1, slow, NONE)
    waiting.leave("anna")
    slow.let()
    assert text(waiting.page(BORA, 2, quick("newer"), LONG)) == "made"


def test_trouble_is_raised_to_who_has_waited() -> None:
    waiting = Waiting()

    def fail() -> Response:
        raise LookupError

    with pytest.raises(LookupError):
        waiting.page(ANNA, 1, fail, LONG)
    assert not waiting.is_busy


def test_where_too_much_is_being_made_one_waits() -> None:
    waiting, slow = Waiting(), Slow()
    for number in range(MOST_BEGUN):
        waiting.page(("anna", str(number)), number, slow, NONE)
    assert text(waiting.page(ANNA, "more", quick("made"), NONE)) == "made"
    slow.let()
