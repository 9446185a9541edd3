"""Staging: documents that somebody handed in and has not yet taken into the ledger.

They wait in a folder of their own and are read there without any ledger (the dry run).
Once they are taken in the ledger keeps them as they came; what could not be read stays
here.
"""

import json
import re
import secrets
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from trucewatch.errors import RequestError
from trucewatch.web.capture import Captured
from trucewatch.web.feeds import Entry, Feed

MOST_FILES = 200
WAITING, ASIDE = "waiting", "aside"
# Hidden, so that no reader takes them for documents.
FEED, FAILED = ".feed.json", ".failed.json"
FEEDS, SEEN, POLLED = "feeds.json", "seen.json", "polled.json"
MOST_FEEDS = 50
MOST_SEEN = 20_000  # addresses that are not fetched again of their own accord
CATALOGUE = "metadata.jsonl"
OURS = frozenset({CATALOGUE, FEED, FAILED})
_UNSAFE = re.compile(r"[^\w.-]+")
_TOKEN = re.compile(r"[0-9a-f]{16}")


_WHY = {
    "nothing": "hand in a file, a text or an address first",
    "many": f"hand in {MOST_FILES} files at once at most",
    "gone": "these documents no longer wait; hand them in again",
}


class StagingError(RequestError):
    """Nothing that can be taken in."""

    def __init__(self, why: str) -> None:
        super().__init__(_WHY[why])


class Handed(NamedTuple):
    """One document as it was handed in.

    Attributes:
        name: Name of its file.
        content: Its bytes.
        url: Where it was captured, or empty.
        publisher: Who published it, where said; or empty.
        published: When, where said; or empty.
    """

    name: str
    content: bytes
    url: str = ""
    publisher: str = ""
    published: str = ""


class Staging:
    """The folder in which documents wait."""

    def __init__(self, folder: Path) -> None:
        """Use a folder.

        Args:
            folder: Made when it is first needed.
        """
        self._folder = folder

    def put(self, handed: Iterable[Handed]) -> str:
        """Keep documents; return the token under which they wait.

        Raises:
            StagingError: There are none, or too many.
        """
        documents = [one for one in handed if one.content.strip()]
        if not documents:
            raise StagingError("nothing")
        if len(documents) > MOST_FILES:
            raise StagingError("many")
        token = self._new()
        self.add(token, documents)
        return token

    def _new(self) -> str:
        token = secrets.token_hex(8)
        (self._folder / WAITING / token).mkdir(parents=True)
        return token

    def add(self, token: str, documents: Iterable[Handed]) -> None:
        """Keep documents under a token that nothing else waits under.

        Raises:
            StagingError: There is no such token.
        """
        folder = self.folder(token)
        rows, names = [], set[str]()
        for number, one in enumerate(documents, 1):
            name = safe_name(one.name)
            name = f"{number:03d}_{name}" if name in names else name
            names.add(name)
            (folder / name).write_bytes(one.content)
            known = {"url": one.url, "publisher": one.publisher}
            known |= {"published": one.published}
            row = {"file": name} | {k: v for k, v in known.items() if v}
            if len(row) > 1:
                rows.append(json.dumps(row, ensure_ascii=False))
        if rows:
            text = "\n".join(rows) + "\n"
            (folder / CATALOGUE).write_text(text, encoding="utf-8")

    def put_feed(self, feed: Feed) -> str:
        """Keep the list of a feed; return the token under which it waits."""
        token = self._new()
        row = {"title": feed.title, "address": feed.address, "entries": feed.entries}
        text = json.dumps(row, ensure_ascii=False)
        (self.folder(token) / FEED).write_text(text, encoding="utf-8")
        self.know(feed)
        return token

    # --- feeds that are known -------------------------------------------------------

    def know(self, feed: Feed) -> None:
        """Remember a feed as the latest one looked at."""
        others = [one for one in self.feeds() if one[0] != feed.address]
        self._note(FEEDS, [(feed.address, feed.title), *others][:MOST_FEEDS])

    def unknow(self, address: str) -> None:
        """Forget a feed."""
        self._note(FEEDS, [one for one in self.feeds() if one[0] != address])

    def feeds(self) -> list[tuple[str, str]]:
        """Return address and title of the feeds looked at, the latest first."""
        return [(address, title) for address, title in self._noted(FEEDS) or []]

    def seen(self) -> frozenset[str]:
        """Return the addresses that were fetched from feeds before."""
        return frozenset(self._noted(SEEN) or [])

    def see(self, addresses: Iterable[str]) -> None:
        """Note that addresses were fetched, the latest kept longest."""
        kept = dict.fromkeys([*(self._noted(SEEN) or []), *addresses])
        self._note(SEEN, list(kept)[-MOST_SEEN:])

    def polled(self) -> dict[str, Any]:
        """Return how it went when the feeds were last fetched; empty if never."""
        return self._noted(POLLED) or {}

    def note_polled(self, how: Mapping[str, Any]) -> None:
        """Note how it went."""
        self._note(POLLED, how)

    def _noted(self, name: str) -> Any:  # noqa: ANN401 - whatever was noted
        path = self._folder / name
        return json.loads(path.read_text("utf-8")) if path.exists() else None

    def _note(self, name: str, what: Any) -> None:  # noqa: ANN401 - whatever is noted
        self._folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(what, ensure_ascii=False)
        (self._folder / name).write_text(text, encoding="utf-8")

    # --- a feed that waits ----------------------------------------------------------

    def feed(self, token: str) -> Feed | None:
        """Return the feed that waits under a token, or None.

        Raises:
            StagingError: Nothing waits under this token.
        """
        path = self.folder(token) / FEED
        if not path.exists():
            return None
        row = json.loads(path.read_text("utf-8"))
        entries = tuple(Entry(*entry) for entry in row["entries"])
        return Feed(row["title"], row["address"], entries)

    def chosen(self, token: str, failed: Iterable[tuple[str, str]]) -> None:
        """Note that entries of a feed were fetched, and which could not be.

        Raises:
            StagingError: Nothing waits under this token.
        """
        folder = self.folder(token)
        (folder / FEED).unlink(missing_ok=True)
        text = json.dumps(list(failed), ensure_ascii=False)
        (folder / FAILED).write_text(text, encoding="utf-8")

    def failed(self, token: str) -> list[tuple[str, str]]:
        """Return what could not be fetched, each with why.

        Raises:
            StagingError: Nothing waits under this token.
        """
        path = self.folder(token) / FAILED
        return json.loads(path.read_text("utf-8")) if path.exists() else []

    def folder(self, token: str) -> Path:
        """Return the folder that documents wait in.

        Raises:
            StagingError: Nothing waits under this token.
        """
        folder = self._folder / WAITING / token
        if not _TOKEN.fullmatch(token) or not folder.is_dir():
            raise StagingError("gone")
        return folder

    def taken(self, token: str, is_kept: Callable[[bytes], bool]) -> None:
        """Forget documents that the ledger keeps now, and put the others aside.

        Args:
            token: What they waited under.
            is_kept: Says whether the ledger keeps these very bytes.
        """
        folder = self.folder(token)
        for path in folder.iterdir():
            if path.name not in OURS and is_kept(path.read_bytes()):
                path.unlink()
        if {path.name for path in folder.iterdir()} <= OURS:
            shutil.rmtree(folder)
            return
        aside = self._folder / ASIDE / token
        aside.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(folder, aside)

    def drop(self, token: str) -> None:
        """Forget documents that are not wanted after all."""
        shutil.rmtree(self.folder(token))


def handed_of(page: Captured, *, publisher: str = "", published: str = "") -> Handed:
    """Return a captured page as a document to hand in.

    Args:
        page: The page.
        publisher: Who published it, where that is said beside it; or empty.
        published: When, or empty.
    """
    name = _name_of(page.address) + page.suffix
    return Handed(name, page.content, page.address, publisher, published)


def _name_of(address: str) -> str:
    parts = [part for part in address.split("?", maxsplit=1)[0].split("/")[2:] if part]
    return safe_name("_".join(parts).rpartition(".")[0] or "page")[:80]


def desk_of(ledger: str | Path) -> Path:
    """Return the folder where a ledger's people, audit, releases and feeds are kept."""
    text = str(ledger)
    return Path("trucewatch.workbench" if "://" in text else f"{text}.workbench")


def safe_name(name: str) -> str:
    """Return a file name without anything that could lead elsewhere."""
    plain = _UNSAFE.sub("_", Path(name.replace("\\", "/")).name).strip("._")
    return plain[-120:] or "document.txt"
