"""Saved views: addresses under names, which the overview shows as cards.

An address holds the whole state of a screen, so a name and an address is all there is
to keep. A view is somebody's own, or everybody's who may see the workbench.
"""

import json
import os
import threading
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

from trucewatch.errors import RequestError, UnknownNameError

MOST = 60
"""Views of everybody, and of each person."""
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
        whose: The only person who sees it, or empty for everybody.
    """

    name: str
    address: str
    author: str
    made: str
    whose: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What tells it apart: two people may call theirs the same."""
        return self.whose, self.name

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

    def of(self, person: str) -> tuple[Saved, ...]:
        """Return the views that somebody sees, their own first."""
        seen = [view for view in self.all() if view.whose in {"", person}]
        return tuple(sorted(seen, key=lambda view: not view.whose))

    def save(self, view: Saved) -> Saved:
        """Save a view; one of the same name and person gives way to it.

        Raises:
            SavingError: It has no name, is of no list, or there are too many.
        """
        name = " ".join(view.name.split())
        if not name or not name.isprintable():
            raise SavingError("name")
        view = replace(view, name=name, address=local(view.address))
        with self._lock:
            kept = {one.key: one for one in self.all()} | {view.key: view}
            if sum(whose == view.whose for whose, _ in kept) > MOST:
                raise SavingError("many")
            self._write(kept.values())
        return view

    def remove(self, name: str, whose: str = "") -> None:
        """Forget a view.

        Args:
            name: What it is called.
            whose: Whose own it is, or empty for one of everybody.

        Raises:
            UnknownNameError: There is none of that name.
        """
        with self._lock:
            kept = self.all()
            if (whose, name) not in {one.key for one in kept}:
                names = [one.name for one in kept if one.whose == whose]
                raise UnknownNameError("view", name, names)
            self._write(one for one in kept if one.key != (whose, name))

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
