"""Releases: a brief from draft over approval to a frozen pack with its hashes.

A draft notes the standpoint and the instant it was made at, so that it reads the same
whenever it is looked at. A release is a file that never changes: the brief as a page
and as text, the claims behind it, and a manifest with the hash of each and of the log.
"""

import io
import json
import re
import threading
import zipfile
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from trucewatch.errors import RequestError, UnknownNameError

_NAME = re.compile(r"r_[0-9a-f]{12}")
EPOCH = (1980, 1, 1, 0, 0, 0)  # the same bytes give the same pack, whenever it is made


MOST_CLAIMS = 20_000  # of a brief made while somebody waits
_WHY = {
    "not_draft": "this brief is approved or released already",
    "own": "somebody else has to approve what you drafted",
    "not_approved": "only an approved brief is released",
    "many": f"more than {MOST_CLAIMS:,} claims: narrow the bar or use the command line",
    "file": "a brief has no such file",
    "frozen": "a release does not change; draft the brief again",
    "remark": "say what should be changed",
    "no_pack": "there is a pack once the brief is released",
}


class ReleaseError(RequestError):
    """A brief that cannot go on like that."""

    def __init__(self, why: str) -> None:
        super().__init__(_WHY[why])


@dataclass(frozen=True, slots=True)
class Draft:
    """A brief on its way.

    Attributes:
        name: ``r_`` and a digest of title, standpoint and instant.
        title: Heading of the brief.
        bar: The standpoint, as the time-and-source bar has it; ``known_on`` is set.
        key: Key of the brief's content.
        author: Who drafted it.
        made: When (ISO 8601).
        state: draft, approved or released.
        approved_by: Who approved it, or empty.
        released: When it was released, or empty.
        digest: SHA-256 of the pack, or empty.
        redacted: Whether private persons and fine coordinates are withheld.
        keep: Names that stay all the same.
        also: Names and words withheld besides.
        withheld: What was withheld, and how often.
        remarks: What readers of the draft asked to be changed: who, when, what.
        scope: For whom it is, and of which days and area: words of ``Scope.parse``.
    """

    name: str
    title: str
    bar: dict[str, str]
    key: str
    author: str
    made: str
    state: str = "draft"
    approved_by: str = ""
    released: str = ""
    digest: str = ""
    redacted: bool = False
    keep: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    withheld: dict[str, int] = field(default_factory=dict)
    scope: dict[str, str] = field(default_factory=dict)
    remarks: tuple[tuple[str, str, str], ...] = ()


class Releases:
    """The drafts and releases of a workbench, one folder each."""

    def __init__(self, folder: Path) -> None:
        """Use a folder.

        Args:
            folder: Made when it is first needed.
        """
        self._folder = folder
        self._lock = threading.Lock()

    def all(self) -> list[Draft]:
        """Return all drafts and releases, the newest first."""
        found = [self._read(path) for path in self._folder.glob("r_*/draft.json")]
        return sorted(found, key=lambda d: d.made, reverse=True)

    def get(self, name: str) -> Draft:
        """Return one of them.

        Raises:
            UnknownNameError: There is none of that name.
        """
        path = self._folder / name / "draft.json"
        if not _NAME.fullmatch(name) or not path.is_file():
            raise UnknownNameError("brief", name, [draft.name for draft in self.all()])
        return self._read(path)

    def add(self, draft: Draft, files: dict[str, bytes]) -> None:
        """Keep a new draft with its files."""
        folder = self._folder / draft.name
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)
        self._write(draft)

    def naming(self, document: str) -> list[Draft]:
        """Return the drafts and releases with a claim of a document, newest first."""
        key = document.encode()
        return [
            draft
            for draft in self.all()
            if self.has(draft.name, "claims.csv")
            and key in self.file(draft.name, "claims.csv")
        ]

    def file(self, name: str, file: str) -> bytes:
        """Return a file of a draft or release."""
        return (self._folder / self.get(name).name / file).read_bytes()

    def has(self, name: str, file: str) -> bool:
        """Say whether a draft or release has a file.

        Raises:
            UnknownNameError: There is no draft or release of that name.
        """
        return (self._folder / self.get(name).name / file).is_file()

    def approve(self, name: str, person: str, *, alone: bool) -> None:
        """Approve a draft.

        Args:
            name: Its name.
            person: Who approves it.
            alone: Whether nobody else could, as in a workbench of one person.

        Raises:
            ReleaseError: It is no draft any more, or the author's own.
        """
        with self._lock:
            draft = self.get(name)
            if draft.state != "draft":
                raise ReleaseError("not_draft")
            if draft.author == person and not alone:
                raise ReleaseError("own")
            self._write(replace(draft, state="approved", approved_by=person))

    def remark(self, name: str, person: str, when: str, what: str) -> None:
        """Note what somebody asks to be changed; an approval is taken back by it.

        Raises:
            ReleaseError: It says nothing, or the brief is released.
        """
        with self._lock:
            draft = self.get(name)
            if draft.state == "released":
                raise ReleaseError("frozen")
            if not what:
                raise ReleaseError("remark")
            remarks = (*draft.remarks, (person, when, what))
            open_again = replace(draft, state="draft", approved_by="")
            self._write(replace(open_again, remarks=remarks))

    def release(self, name: str, when: str, facts: dict[str, Any]) -> Draft:
        """Freeze an approved brief into its pack.

        Args:
            name: Its name.
            when: The instant of the release.
            facts: What the manifest says besides: the head of the log, the program.

        Raises:
            ReleaseError: It is not approved.
        """
        with self._lock:
            draft = self.get(name)
            if draft.state != "approved":
                raise ReleaseError("not_approved")
            folder = self._folder / name
            files = {
                path.name: path.read_bytes()
                for path in sorted(folder.iterdir())
                if path.name not in {"draft.json", "pack.zip"}
            }
            manifest = {
                "brief": draft.key,
                "title": draft.title,
                "standpoint": draft.bar,
                "scope": draft.scope,
                "redacted": draft.redacted,
                "drafted_by": draft.author,
                "approved_by": draft.approved_by,
                "released": when,
                **facts,
                "files": {n: sha256(b).hexdigest() for n, b in files.items()},
            }
            text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
            pack = packed(files | {"manifest.json": text.encode()})
            (folder / "pack.zip").write_bytes(pack)
            done = replace(
                draft,
                state="released",
                released=when,
                digest=sha256(pack).hexdigest(),
            )
            self._write(done)
            return done

    def before(self, draft: Draft) -> Draft | None:
        """Return the last release made before a draft, or None."""
        earlier = [
            d
            for d in self.all()
            if d.state == "released" and d.name != draft.name and d.made < draft.made
        ]
        return earlier[0] if earlier else None

    def _read(self, path: Path) -> Draft:
        row = json.loads(path.read_text("utf-8"))
        lists = {name: tuple(row.get(name, ())) for name in ("keep", "also")}
        remarks = tuple((who, at, what) for who, at, what in row.get("remarks", ()))
        return Draft(**(row | lists | {"remarks": remarks}))

    def _write(self, draft: Draft) -> None:
        text = json.dumps(asdict(draft), ensure_ascii=False, indent=1)
        (self._folder / draft.name / "draft.json").write_text(text, encoding="utf-8")


def packed(files: dict[str, bytes]) -> bytes:
    """Return files as a ZIP archive whose bytes depend on them alone."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), content)
    return stream.getvalue()
