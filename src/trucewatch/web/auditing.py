"""The audit: every request that changes something, in a chain of hashes."""

import datetime as dt
import json
import threading
from collections import deque
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

START = "0" * 64


class Audit:
    """A file of JSON lines, each with the hash of the line before."""

    def __init__(self, path: Path, clock: Callable[[], dt.datetime]) -> None:
        """Go on where the file ends.

        Args:
            path: The file; made when the first line is written.
            clock: Says when something happened.
        """
        self._path, self._clock = path, clock
        self._lock = threading.Lock()
        self._last = START
        for line in self._lines():
            self._last = sha256(line.encode()).hexdigest()

    def note(self, **what: str | int) -> None:
        """Write one line."""
        with self._lock:
            row = {"when": self._clock().isoformat(), **what, "before": self._last}
            line = json.dumps(row, ensure_ascii=False, sort_keys=True)
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8", newline="\n") as file:
                file.write(line + "\n")
            self._last = sha256(line.encode()).hexdigest()

    def last(self, count: int) -> list[dict[str, Any]]:
        """Return the last lines, the newest first."""
        return [json.loads(line) for line in deque(self._lines(), count)][::-1]

    def is_whole(self) -> bool:
        """Say whether every line names the hash of the line before."""
        before = START
        for line in self._lines():
            if json.loads(line)["before"] != before:
                return False
            before = sha256(line.encode()).hexdigest()
        return True

    def _lines(self) -> list[str]:
        if not self._path.exists():
            return []
        return self._path.read_text("utf-8").splitlines()
