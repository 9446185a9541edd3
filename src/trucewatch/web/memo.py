"""Memo: what a screen worked out, kept until the ledger has grown.

What is quick is worked out anew as soon as the ledger changes. What is slow is shown as
it was, with the number of the entry it counts up to, while it is renewed behind the
scenes; so one reviewer's click never makes fifty readers wait.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import Any, Generic, NamedTuple, TypeVar

T = TypeVar("T")
SLOW_SECONDS = 0.15
QUICK_SECONDS = 0.02  # below this nobody notices that it is worked out anew
REST = 20  # what took a second is not worked out anew for twenty
KEPT = 48


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """A value with the entry of the log that it counts up to.

    Attributes:
        value: The value.
        cut: Number of that entry.
        seconds: How long it took to work out.
        made: When it was, on a clock that never goes back.
        state: What it follows from; while that stays, it need not be worked out anew.
    """

    value: T
    cut: int
    seconds: float
    made: float = 0.0
    state: Hashable = None

    def is_rested(self, now: float) -> bool:
        """Say whether it may be worked out anew without crowding readers out."""
        return self.seconds < QUICK_SECONDS or now - self.made > REST * self.seconds


class _Making(NamedTuple):
    """How a value is made, and what it counts and follows from."""

    cut: int
    make: Callable[[], Any]
    state: Hashable


class Memo:
    """Values by key, the least recently used forgotten first; safe between threads."""

    def __init__(self, *, kept: int = KEPT, slow: float = SLOW_SECONDS) -> None:
        """Keep nothing yet.

        Args:
            kept: Most values kept.
            slow: Seconds from which a value is renewed behind the scenes.
        """
        self._kept, self._slow = kept, slow
        self._values: OrderedDict[Hashable, Kept[Any]] = OrderedDict()
        self._lock = threading.Lock()
        self._making: dict[Hashable, threading.Lock] = {}
        self._renewing: set[Hashable] = set()
        # One at a time: what is renewed must leave room for those who wait.
        self._turn = threading.Lock()

    def get(
        self,
        key: Hashable,
        cut: int,
        make: Callable[[], T],
        state: Hashable = None,
    ) -> Kept[T]:
        """Return the value of a key, made now where there is none.

        Args:
            key: What is asked for.
            cut: Number of the last entry that counts now.
            make: Works it out.
            state: What it follows from, where that is less than the last entry.
        """
        make_it = _Making(cut, make, cut if state is None else state)
        found = self._look(key)
        if found is None:
            with self._maker(key):
                found = self._look(key)
                return found or self._make(key, make_it)
        if found.state == make_it.state:
            return replace(found, cut=cut)
        if not found.is_rested(time.perf_counter()):
            return found
        if found.seconds < self._slow:
            return self._make(key, make_it)
        self._renew(key, make_it)
        return found

    def soon(
        self,
        key: Hashable,
        cut: int,
        make: Callable[[], T],
        state: Hashable = None,
    ) -> Kept[T] | None:
        """Return the value of a key, or None while it is being worked out."""
        make_it = _Making(cut, make, cut if state is None else state)
        found = self._look(key)
        if found is not None and found.state == make_it.state:
            return replace(found, cut=cut)
        if found is None or found.is_rested(time.perf_counter()):
            self._renew(key, make_it)
        return found

    def clear(self) -> None:
        """Forget all values."""
        with self._lock:
            self._values.clear()

    def _look(self, key: Hashable) -> Kept[Any] | None:
        with self._lock:
            found = self._values.get(key)
            if found is not None:
                self._values.move_to_end(key)
            return found

    def _maker(self, key: Hashable) -> threading.Lock:
        with self._lock:
            return self._making.setdefault(key, threading.Lock())

    def _make(self, key: Hashable, made: "_Making") -> Kept[Any]:
        begun = time.perf_counter()
        value = made.make()
        now = time.perf_counter()
        kept = Kept(value, made.cut, now - begun, now, made.state)
        with self._lock:
            self._values[key] = kept
            self._values.move_to_end(key)
            while len(self._values) > self._kept:
                gone, _ = self._values.popitem(last=False)
                self._making.pop(gone, None)
        return kept

    def _renew(self, key: Hashable, made: "_Making") -> None:
        with self._lock:
            if key in self._renewing:
                return
            self._renewing.add(key)
        renewing = threading.Thread(target=self._renewed, args=(key, made), daemon=True)
        renewing.start()

    def _renewed(self, key: Hashable, made: "_Making") -> None:
        try:
            with self._turn:
                self._make(key, made)
        finally:
            with self._lock:
                self._renewing.discard(key)


def known_value(kept: Kept[T] | None, default: T) -> T:
    """Return a value that may still be being worked out."""
    return default if kept is None else kept.value
