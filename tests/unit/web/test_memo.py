"""What a screen worked out, kept until the ledger has grown."""

import threading
import time

from trucewatch.web.memo import Memo


def until(found: threading.Event) -> None:
    assert found.wait(timeout=30)


def test_a_value_is_made_once_while_nothing_grows() -> None:
    memo, names = Memo(), iter(["first", "second", "third"])
    shown = [memo.get("key", 7, lambda: next(names)) for _ in range(3)]
    assert [(kept.value, kept.cut) for kept in shown] == [("first", 7)] * 3


def test_a_value_is_made_anew_when_the_ledger_has_grown() -> None:
    memo = Memo()
    memo.get("key", 1, lambda: "old")
    shown = memo.get("key", 2, lambda: "new")
    assert (shown.value, shown.cut) == ("new", 2)


def test_what_is_asked_for_soon_is_not_shown_as_it_was() -> None:
    memo, go = Memo(), threading.Event()

    def renew() -> str:
        until(go)
        return "new"

    memo.get("key", 1, lambda: "old")
    assert memo.soon("key", 2, renew) is None
    go.set()
    while (kept := memo.soon("key", 2, renew)) is None:
        time.sleep(0.001)
    assert kept.value == "new"


def test_all_who_ask_at_once_wait_for_one_making() -> None:
    memo, made = Memo(), []
    together = threading.Barrier(4)

    def make() -> int:
        made.append(1)
        time.sleep(0.02)
        return len(made)

    def ask() -> None:
        together.wait()
        found.append(memo.get("key", 7, make).value)

    found: list[int] = []
    people = [threading.Thread(target=ask) for _ in range(4)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert (found, made) == ([1, 1, 1, 1], [1])


def test_who_looks_at_earlier_entries_puts_nothing_old_in_place_of_the_new() -> None:
    memo = Memo()
    memo.get("key", 9, lambda: "new")
    assert memo.get("key", 3, lambda: "old").value == "old"
    assert memo.get("key", 9, lambda: "made again").value == "new"
    assert memo.past("key") is not None


def test_what_is_asked_for_soon_comes_later() -> None:
    memo, done = Memo(), threading.Event()

    def make() -> str:
        done.set()
        return "made"

    assert memo.soon("key", 1, make) is None
    until(done)
    while (kept := memo.soon("key", 1, make)) is None:
        time.sleep(0.001)
    assert kept.value == "made"


def test_nothing_is_renewed_twice_at_once() -> None:
    memo, go, made = Memo(), threading.Event(), []

    def make() -> str:
        made.append(1)
        until(go)
        return "made"

    assert [memo.soon("key", 1, make) for _ in range(3)] == [None] * 3
    go.set()
    while memo.soon("key", 1, make) is None:
        time.sleep(0.001)
    assert made == [1]


def test_the_least_recently_used_is_forgotten_first() -> None:
    memo = Memo(kept=2)
    memo.get("a", 1, lambda: "a")
    memo.get("b", 1, lambda: "b")
    memo.get("a", 1, lambda: "another")
    memo.get("c", 1, lambda: "c")
    assert memo.get("a", 1, lambda: "another").value == "a"
    assert memo.get("b", 1, lambda: "made again").value == "made again"


def test_what_nothing_has_changed_is_not_made_again() -> None:
    memo, made = Memo(), []

    def make() -> int:
        made.append(1)
        return len(made)

    first = memo.get("a", 1, make, "as it was")
    again = memo.get("a", 9, make, "as it was")
    assert (first.value, again.value, again.cut) == (1, 1, 9)
    assert memo.soon("a", 10, make, "as it was") is not None
    assert memo.get("a", 11, make, "otherwise").value == 2


def test_what_is_forgotten_is_made_anew() -> None:
    memo, names = Memo(), iter(["first", "second"])
    memo.get("key", 1, lambda: next(names))
    memo.clear()
    assert memo.get("key", 1, lambda: next(names)).value == "second"
