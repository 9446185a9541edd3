"""Memo: what a screen worked out, kept while what it follows from stays the same.

Nothing is ever shown as it was: a value that follows from less than there is now is
made anew while one waits, once for all who ask at the same time. What takes so long
that nobody should wait for it is asked for *soon*, and is not there until it is made.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import Any, Generic, NamedTuple, TypeVar

T = TypeVar("T")
KEPT = 96


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """A value with the entry of the log that it counts up to.

    Attributes:
        value: The value.
        cut: Number of that entry.
        state: What it follows from; while that stays, it need not be worked out anew.
    """

    value: T
    cut: int
    state: Hashable = None


class _Making(NamedTuple):
    """How a value is made, and what it counts and follows from."""

    cut: int
    make: Callable[[], Any]
    state: Hashable


class Memo:
    """Values by key, the least recently used forgotten first; safe between threads.

    Attributes:
        told: How many values that were asked for soon have been made so far.
    """

    def __init__(self, *, kept: int = KEPT) -> None:
        """Keep nothing yet.

        Args:
            kept: Most values kept.
        """
        self._kept = kept
        self.told = 0
        self._values: OrderedDict[Hashable, Kept[Any]] = OrderedDict()
        self._lock = threading.Lock()
        self._making: dict[Hashable, threading.Lock] = {}
        self._renewing: set[Hashable] = set()
        # One at a time: what is made behind the scenes must leave room for who waits.
        self._turn = threading.Lock()
        self._released = threading.Event()
        self._released.set()

    def get(
        self,
        key: Hashable,
        cut: int,
        make: Callable[[], T],
        state: Hashable = None,
    ) -> Kept[T]:
        """Return the value of a key as of now, made where there is none.

        Args:
            key: What is asked for.
            cut: Number of the last entry that counts now.
            make: Works it out.
            state: What it follows from, where that is less than the last entry.
        """
        wanted = _Making(cut, make, cut if state is None else state)
        found = self._fresh(key, wanted)
        if found is None:
            with self._maker(key):
                found = self._fresh(key, wanted) or self._make(key, wanted)
        return found

    def soon(
        self,
        key: Hashable,
        cut: int,
        make: Callable[[], T],
        state: Hashable = None,
    ) -> Kept[T] | None:
        """Return the value of a key as of now, or None while it is worked out."""
        wanted = _Making(cut, make, cut if state is None else state)
        found = self._fresh(key, wanted)
        if found is None:
            self._renew(key, wanted)
        return found

    def hold(self) -> None:
        """Put off what is asked for soon."""
        self._released.clear()

    def release(self) -> None:
        """Begin with what is asked for soon."""
        self._released.set()

    def clear(self) -> None:
        """Forget all values."""
        with self._lock:
            self._values.clear()

    def past(self, key: Hashable) -> Kept[Any] | None:
        """Return the last value of a key, whatever it follows from, to go on from."""
        with self._lock:
            return self._values.get(key)

    def _fresh(self, key: Hashable, wanted: _Making) -> Kept[Any] | None:
        with self._lock:
            found = self._values.get(key)
            if found is None or found.state != wanted.state:
                return None
            self._values.move_to_end(key)
        return replace(found, cut=wanted.cut)

    def _maker(self, key: Hashable) -> threading.Lock:
        with self._lock:
            return self._making.setdefault(key, threading.Lock())

    def _make(self, key: Hashable, made: _Making) -> Kept[Any]:
        kept = Kept(made.make(), made.cut, made.state)
        with self._lock:
            now = self._values.get(key)
            # Who began to look earlier, and comes later, puts nothing old in its place.
            if now is None or now.cut <= made.cut:
                self._values[key] = kept
                self._values.move_to_end(key)
            while len(self._values) > self._kept:
                gone, _ = self._values.popitem(last=False)
                self._making.pop(gone, None)
        return kept

    def _renew(self, key: Hashable, made: _Making) -> None:
        with self._lock:
            if key in self._renewing:
                return
            self._renewing.add(key)
        renewing = threading.Thread(target=self._renewed, args=(key, made), daemon=True)
        renewing.start()

    def _renewed(self, key: Hashable, made: _Making) -> None:
        try:
            self._released.wait()
            with self._turn:
                self._make(key, made)
        finally:
            with self._lock:
                self._renewing.discard(key)
                self.told += 1
