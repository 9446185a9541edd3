"""People: who may do what in the workbench, and who is signed in.

Without anybody entered, the workbench is one person's on this machine and asks for no
password. As soon as there are people, everybody signs in.
"""

import functools
import hmac
import json
import os
import secrets
import threading
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from trucewatch.errors import RequestError, UnknownNameError

LEAST_PASSWORD = 12  # characters
SESSION_SECONDS = 12 * 3600
FAILURES = 5  # wrong passwords for one name before it has to wait
WAIT_SECONDS = 60


class Role(StrEnum):
    """What somebody may do, from least to most."""

    READER = "reader"
    CODER = "coder"
    ADJUDICATOR = "adjudicator"
    OWNER = "owner"

    def may(self, needed: "Role") -> bool:
        """Say whether this role is allowed what ``needed`` is allowed."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


_MISSING = {
    "name": "give a name",
    "password": f"a password needs {LEAST_PASSWORD} characters or more",
    "owner": "one active person must be owner",
}


class PersonFormError(RequestError):
    """A person who cannot be entered so."""

    def __init__(self, missing: str) -> None:
        super().__init__(f"nobody can be entered so: {_MISSING[missing]}")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who uses the workbench.

    Attributes:
        name: Name to sign in with, and the author of what they decide.
        role: What they may do.
        password: Argon2 hash of their password; empty for the one person of a
            workbench without people.
        active: Whether they may sign in.
    """

    name: str
    role: Role
    password: str = ""
    active: bool = True


class People:
    """The people of a workbench, in a file of their own beside the ledger."""

    def __init__(self, path: Path) -> None:
        """Read the people, if anybody was entered.

        Args:
            path: The file.
        """
        self._path = path
        self._hasher = PasswordHasher()
        self._lock = threading.Lock()
        self._people: dict[str, Person] = {}
        if path.exists():
            for row in json.loads(path.read_text("utf-8")):
                person = Person(**(row | {"role": Role(row["role"])}))
                self._people[person.name] = person

    def __bool__(self) -> bool:
        """Say whether anybody was entered."""
        return bool(self._people)

    def all(self) -> tuple[Person, ...]:
        """Return everybody, by name."""
        return tuple(self._people[name] for name in sorted(self._people))

    def get(self, name: str) -> Person | None:
        """Return somebody by name, or None."""
        return self._people.get(name)

    def enter(self, name: str, role: str, password: str) -> Person:
        """Enter somebody new, or give somebody a new role and password.

        Raises:
            UnknownNameError: There is no such role.
            PersonFormError: The name is empty, the password short, or nobody would be
                owner any more.
        """
        if role not in set(Role):
            raise UnknownNameError("role", role, Role)
        name = name.strip()
        if not name or not name.isprintable():
            raise PersonFormError("name")
        if len(password) < LEAST_PASSWORD:
            raise PersonFormError("password")
        person = Person(name, Role(role), self._hasher.hash(password))
        self._keep(person)
        return person

    def set_active(self, name: str, *, active: bool) -> None:
        """Let somebody in again, or no longer.

        Raises:
            UnknownNameError: Nobody has that name.
            PersonFormError: Nobody would be owner any more.
        """
        person = self._people.get(name)
        if person is None:
            raise UnknownNameError("person", name, self._people)
        self._keep(replace(person, active=active))

    @functools.cached_property
    def _decoy(self) -> str:
        """Checked for unknown names too, so that time does not tell who exists."""
        return self._hasher.hash(secrets.token_hex())

    def check(self, name: str, password: str) -> Person | None:
        """Return somebody whose password this is, or None."""
        person, decoy = self._people.get(name), self._decoy
        kept = person.password if person else decoy
        try:
            self._hasher.verify(kept, password)
        except (VerificationError, InvalidHashError):
            return None
        return person if person is not None and person.active else None

    def _keep(self, person: Person) -> None:
        with self._lock:
            people = self._people | {person.name: person}
            if not _has_owner(people.values()):
                raise PersonFormError("owner")
            self._path.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps([asdict(p) for p in people.values()], indent=1)
            new = self._path.with_suffix(".new")
            new.touch(mode=0o600)
            new.write_text(text, encoding="utf-8")
            os.replace(new, self._path)  # noqa: PTH105 - replaces in one step
            self._people = people


def _has_owner(people: Iterable[Person]) -> bool:
    return any(p.role is Role.OWNER and p.active for p in people)


class Sessions:
    """Who is signed in, in memory: a restart signs everybody out."""

    def __init__(self, now: Callable[[], float]) -> None:
        """Nobody is signed in.

        Args:
            now: Seconds of a clock that never goes back.
        """
        self._now = now
        self._secret = secrets.token_bytes(32)
        self._people: dict[str, tuple[str, float]] = {}
        self._failures: dict[str, list[float]] = {}

    def new(self) -> str:
        """Return the identifier of a new session."""
        return secrets.token_urlsafe(32)

    def token(self, session: str) -> str:
        """Return what a form of this session has to send with it."""
        return hmac.new(self._secret, session.encode(), sha256).hexdigest()

    def allows(self, session: str, token: str) -> bool:
        """Say whether a form was made for this session."""
        return hmac.compare_digest(self.token(session).encode(), token.encode())

    def sign_in(self, name: str) -> str:
        """Return a fresh session of somebody whose password was right."""
        session = self.new()
        self._people[session] = (name, self._now() + SESSION_SECONDS)
        self._failures.pop(name, None)
        return session

    def sign_out(self, session: str) -> None:
        """Forget a session."""
        self._people.pop(session, None)

    def name(self, session: str) -> str | None:
        """Return who is signed in with a session, or None."""
        name, until = self._people.get(session, (None, 0.0))
        if name is not None and until < self._now():
            self.sign_out(session)
            return None
        return name

    def fail(self, name: str) -> None:
        """Note a wrong password."""
        recent = [*self._failures.get(name, ()), self._now()]
        self._failures[name] = recent[-FAILURES:]

    def must_wait(self, name: str) -> bool:
        """Say whether a name has had too many wrong passwords of late."""
        failures = self._failures.get(name, [])
        since = self._now() - WAIT_SECONDS
        return len(failures) == FAILURES and failures[0] > since
