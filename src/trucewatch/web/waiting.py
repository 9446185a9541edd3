"""Waiting: a page that takes long says so at once, and is shown when it is there.

What takes longer than somebody's patience goes on being made. They are told so, and
their browser asks again: what is then handed to them is the page that was begun when
they first asked, as if they had waited for it. All who wait for one get the same.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, wait
from typing import NamedTuple

from starlette.responses import Response

AT_ONCE = 16  # pages made at the same time
MOST_BEGUN = 64  # above that, who asks waits
MOST = 256  # of those who wait
FORGOTTEN = 4.0  # seconds after which who has not come back no longer waits


class _Wait(NamedTuple):
    making: Future[Response]
    until: float


class Waiting:
    """Pages that are being made, and who waits for them; safe between threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Wait for nothing yet.

        Args:
            clock: Says how late it is, in seconds.
        """
        self._clock = clock
        self._lock = threading.Lock()
        self._making: dict[Hashable, Future[Response]] = {}
        self._waits: OrderedDict[tuple[str, str], _Wait] = OrderedDict()
        self._turns = threading.BoundedSemaphore(AT_ONCE)

    @property
    def is_busy(self) -> bool:
        """Whether a page is being made now."""
        return bool(self._making)

    def page(
        self,
        who: tuple[str, str],
        what: Hashable,
        make: Callable[[], Response],
        patience: float,
    ) -> Response | None:
        """Return a page, or None when it takes longer than somebody's patience.

        Args:
            who: Whose session asks for which address; asking again before long, they
                get what was begun.
            what: Which page it is, the same for all who can be handed one.
            make: Makes it; what it raises is raised here.
            patience: Seconds it may take.
        """
        making = self._begun(who, what, make)
        if making is None:
            return make()
        if not wait([making], patience).done:
            return None
        self.has(who)
        return making.result()

    def has(self, who: tuple[str, str]) -> None:
        """Take note that somebody has a page, and need not wait for it."""
        with self._lock:
            self._waits.pop(who, None)

    def leave(self, session: str) -> None:
        """Let somebody wait no longer: what they ask for next has to be new."""
        with self._lock:
            for who in [who for who in self._waits if who[0] == session]:
                del self._waits[who]

    def clear(self) -> None:
        """Let nobody be handed what was begun before now."""
        with self._lock:
            self._waits.clear()
            self._making.clear()

    def _begun(
        self, who: tuple[str, str], what: Hashable, make: Callable[[], Response]
    ) -> Future[Response] | None:
        with self._lock:
            now = self._clock()
            for one in [w for w, waits in self._waits.items() if waits.until < now]:
                del self._waits[one]
            begun = self._waits.pop(who, None)
            making = begun.making if begun else self._making.get(what)
            if making is None and len(self._making) >= MOST_BEGUN:
                return None
            if making is None:
                making = self._making[what] = Future()
                more = (making, what, make)
                threading.Thread(target=self._make, args=more, daemon=True).start()
            self._waits[who] = _Wait(making, now + FORGOTTEN)
            while len(self._waits) > MOST:
                self._waits.popitem(last=False)
        return making

    def _make(
        self, making: Future[Response], what: Hashable, make: Callable[[], Response]
    ) -> None:
        try:
            with self._turns:
                page = make()
        except BaseException as error:  # noqa: BLE001 - whoever asked is told
            self._end(making, what)
            making.set_exception(error)
        else:
            self._end(making, what)
            making.set_result(page)

    def _end(self, making: Future[Response], what: Hashable) -> None:
        with self._lock:
            if self._making.get(what) is making:
                del self._making[what]
