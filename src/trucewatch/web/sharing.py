"""Sharing: a page made for one person is handed to the others who ask for the same.

Most screens show the same to everybody who looks from one standpoint. Such a page is
made once, and again as soon as anything that it follows from has changed: other claims
are seen or read otherwise, somebody graded a source, something asked for soon is there.
What is one person's in it, their name and the token of their forms, is left open in
the page that is kept, and filled in for each.
"""

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import NamedTuple

from starlette.responses import Response

MOST_BYTES = 16 * 2**20  # of pages kept

# Nobody can write these into a document, for they are new with every start.
NAME, TOKEN = (f"open-{secrets.token_hex(16)}" for _ in range(2))


class Page(NamedTuple):
    """A page with what it follows from."""

    follows: Hashable
    body: bytes
    status: int
    media: str | None

    def open(self) -> Response:
        """Return it as an answer, with name and token left open."""
        return Response(self.body, self.status, media_type=self.media)


class Shared:
    """Pages by what was asked for, the least recently asked for forgotten first."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        """Keep nothing yet.

        Args:
            most: Most bytes of pages kept.
        """
        self._most, self._bytes = most, 0
        self._pages: OrderedDict[Hashable, Page] = OrderedDict()
        self._lock = threading.Lock()
        self._making: dict[Hashable, threading.Lock] = {}

    def page(
        self, key: Hashable, follows: Hashable, make: Callable[[], Response]
    ) -> Page:
        """Return a page that was made before, or make it.

        Args:
            key: What is asked for, and by whom as far as that matters.
            follows: What the page follows from.
            make: Makes it, with name and token left open.
        """
        found = self._fresh(key, follows)
        if found is None:
            with self._lock:
                maker = self._making.setdefault(key, threading.Lock())
            with maker:
                found = self._fresh(key, follows) or self._keep(key, follows, make())
        return found

    def has(self, key: Hashable, follows: Hashable) -> bool:
        """Say whether a page is there that need not be made."""
        return self._fresh(key, follows) is not None

    def clear(self) -> None:
        """Forget all pages."""
        with self._lock:
            self._pages.clear()
            self._bytes = 0

    def _fresh(self, key: Hashable, follows: Hashable) -> Page | None:
        with self._lock:
            found = self._pages.get(key)
            if found is None or found.follows != follows:
                return None
            self._pages.move_to_end(key)
            return found

    def _keep(self, key: Hashable, follows: Hashable, made: Response) -> Page:
        page = Page(follows, bytes(made.body), made.status_code, made.media_type)
        with self._lock:
            self._drop(key)
            self._pages[key] = page
            self._bytes += len(page.body)
            while self._bytes > self._most:
                oldest = next(iter(self._pages))
                self._drop(oldest)
                self._making.pop(oldest, None)
        return page

    def _drop(self, key: Hashable) -> None:
        gone = self._pages.pop(key, None)
        self._bytes -= len(gone.body) if gone else 0
