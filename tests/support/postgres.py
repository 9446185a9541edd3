"""A PostgreSQL server for tests: one that is named, or one started for the purpose.

``TRUCEWATCH_TEST_POSTGRES`` may hold the address of a database whose tables may be
dropped. Otherwise a cluster is made in a temporary folder with the programs of an
installed PostgreSQL, listening on a socket in that folder and nowhere else.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

VARIABLE = "TRUCEWATCH_TEST_POSTGRES"
USERS = ("postgres", "nobody")  # the server refuses to run as root


def programs() -> Path | None:
    """The folder with the server's programs, or None where none is installed."""
    found = shutil.which("pg_ctl")
    if found is not None:
        return Path(found).resolve().parent
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"),
        key=lambda path: int(path.parts[-3]),
    )
    return folders[-1].parent if folders else None


@contextmanager
def a_server() -> Iterator[str | None]:
    """The address of a server, or None where there is none and none can be started."""
    named = os.environ.get(VARIABLE)
    folder = programs()
    if named or folder is None:
        yield named
        return
    with tempfile.TemporaryDirectory(prefix="tw") as home:
        yield from _started(folder, Path(home))


def _started(folder: Path, home: Path) -> Iterator[str]:
    user = _user()
    if user is not None:
        os.chown(home, user.pw_uid, user.pw_gid)
    data = home / "data"
    _run(user, folder / "initdb", "-D", data, "-A", "trust", "-U", "tester", "-N")
    # Nothing of this outlives the tests, so nothing need reach the disk.
    options = f"-c listen_addresses='' -c unix_socket_directories={home} -c fsync=off"
    control = (folder / "pg_ctl", "-D", data, "-w")
    _run(user, *control, "-l", home / "log", "-o", options, "start")
    try:
        yield f"postgresql://tester@/postgres?host={home}"
    finally:
        _run(user, *control, "-m", "immediate", "stop")


def _user() -> pwd.struct_passwd | None:
    """Whom to run the server as: oneself, unless one is root."""
    if os.getuid() != 0:
        return None
    for name in USERS:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    return None


def _run(user: pwd.struct_passwd | None, *command: object) -> None:
    subprocess.run(  # noqa: S603 - programs of the installed server
        [str(part) for part in command],
        check=True,
        user=user.pw_uid if user else None,
        group=user.pw_gid if user else None,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
    )
