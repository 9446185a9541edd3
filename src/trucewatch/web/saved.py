"""Saved views: addresses under names, which the overview shows as cards.

An address holds the whole state of a screen, so a name and an address is all there is
to keep. Everybody who may see the workbench sees them.
"""

import json
import os
import threading
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

from trucewatch.errors import RequestError, UnknownNameError

MOST = 60
LONGEST = 1_500  # characters of an address
SCREENS = (
    *("/claims", "/documents", "/review", "/registers", "/counters"),
    *("/contradictions", "/map"),
)
"""Screens whose addresses can be saved, with what lies below them."""
_WHY = {
    "name": "give the view a name",
    "address": "only a list, a register or the map can be saved",
    "many": f"{MOST} views are saved already; take one away first",
}


class SavingError(RequestError):
    """A view that cannot be saved."""

    def __init__(self, why: str) -> None:
        super().__init__(_WHY[why])


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved view.

    Attributes:
        name: What it is called.
        address: Path and questions, of a screen of the workbench.
        author: Who saved it.
        made: When (ISO 8601).
    """

    name: str
    address: str
    author: str
    made: str

    @property
    def path(self) -> str:
        """The screen it is of."""
        return urlsplit(self.address).path

    @property
    def query(self) -> str:
        """What it asks of the screen."""
        return urlsplit(self.address).query


class SavedViews:
    """The saved views of a workbench, in a file of their own."""

    def __init__(self, path: Path) -> None:
        """Use a file.

        Args:
            path: The file; made when the first view is saved.
        """
        self._path = path
        self._lock = threading.Lock()

    def all(self) -> tuple[Saved, ...]:
        """Return all views, in the order in which they were first saved."""
        if not self._path.exists():
            return ()
        return tuple(Saved(**row) for row in json.loads(self._path.read_text("utf-8")))

    def save(self, name: str, address: str, *, author: str, made: str) -> Saved:
        """Save a view; one of the same name gives way to it.

        Raises:
            SavingError: It has no name, is of no list, or there are too many.
        """
        name = " ".join(name.split())
        if not name or not name.isprintable():
            raise SavingError("name")
        view = Saved(name, local(address), author, made)
        with self._lock:
            kept = {one.name: one for one in self.all()} | {name: view}
            if len(kept) > MOST:
                raise SavingError("many")
            self._write(kept.values())
        return view

    def remove(self, name: str) -> None:
        """Forget a view.

        Raises:
            UnknownNameError: There is none of that name.
        """
        with self._lock:
            kept = self.all()
            names = [one.name for one in kept]
            if name not in names:
                raise UnknownNameError("view", name, names)
            self._write(one for one in kept if one.name != name)

    def _write(self, views: Iterable[Saved]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps([asdict(v) for v in views], ensure_ascii=False, indent=1)
        new = self._path.with_suffix(".new")
        new.write_text(text, encoding="utf-8")
        os.replace(new, self._path)  # noqa: PTH105 - replaces in one step


def local(address: str) -> str:
    """Return the path and the questions of an address of the workbench.

    Raises:
        SavingError: It is of another site, of a screen that is no list, or too long.
    """
    parts = urlsplit(address)
    is_ours = not parts.scheme and not parts.netloc and "\\" not in address
    screen = any(
        parts.path == path or parts.path.startswith(f"{path}/") for path in SCREENS
    )
    if not is_ours or not screen or len(address) > LONGEST:
        raise SavingError("address")
    asked = [(k, v) for k, v in parse_qsl(parts.query) if k != "page"]
    return f"{parts.path}?{urlencode(asked)}" if asked else parts.path
