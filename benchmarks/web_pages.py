"""How quick the workbench is, page by page, and with a team at work.

``python -m benchmarks.web_pages [LEDGER] [SECONDS]`` opens the workbench over a ledger
(without one, over made-up bulletins: ten thousand documents, two hundred thousand
claims), asks for every screen once and then many times, and lets fifty readers and five
reviewers work on it for so many seconds. Server and clients share one machine.

Beside the time by the clock stands what the server's process took of its processors:
on a machine that has other things to do only that says something about the program.
"""

import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple
from urllib.parse import urlencode

from rich.console import Console
from rich.table import Table

from benchmarks.ledger_scale import DOCUMENTS, fill
from benchmarks.machine import describe_machine
from trucewatch.ledger.opening import open_ledger
from trucewatch.views.looking import Looking

ROUNDS = 20
READERS, REVIEWERS = 50, 5
PAUSE = 2.0  # seconds somebody looks at a page before the next
SECONDS = 60.0
PATIENCE = 120.0
NOT_YET, AGAIN = 202, 1.0  # status of a page being made; seconds until it is asked for
IMPORTED = ("trucewatch.cli.main", "trucewatch.web.app", "trucewatch.ledger.opening")
SCREENS = (
    "/",
    "/documents",
    "/claims",
    "/claims?kind=CAS",
    "/claims?find=shelling+place",
    "/review",
    "/review?only=number",
    "/registers",
    "/registers/incidents",
    "/registers/casualties",
    "/registers/areas",
    "/counters",
    "/contradictions",
    "/map",
    "/map?show=table",
    "/briefs",
    "/administration",
    "/search?find=shelling",
    "/api/map",
    "/claims?as_of=2017-01",
)


class Timing(NamedTuple):
    """How long a page took, the first time and then; ``cpu`` is processor time.

    ``shown_ms`` is when it was there, ``first_ms`` when it or a page that said so was.
    """

    path: str
    first_ms: float
    shown_ms: float
    first_cpu_ms: float
    median_ms: float
    p95_ms: float
    cpu_ms: float
    kilobytes: float


class Browser:
    """One person's connection, with the cookie they were given.

    Attributes:
        waits: Whether the last page said that it is still being made.
    """

    def __init__(self, port: int) -> None:
        self._port = port
        self._connection: http.client.HTTPConnection | None = None
        self._cookie = ""
        self.waits = False

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> bytes:
        """Return the body of an answer.

        Raises:
            OSError: It is no good answer.
        """
        if self._connection is None:
            self._connection = http.client.HTTPConnection("127.0.0.1", self._port)
        headers = {"Cookie": self._cookie, "Accept": "text/html"}
        body = urlencode(form) if form else None
        if form:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            self._connection.request(method, path, body, headers)
            answer = self._connection.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException):
            self._connection = None
            raise
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie" and value.startswith("tw_session"):
                self._cookie = value.partition(";")[0]
        if answer.status not in {200, NOT_YET, 303}:
            message = f"{path}: {answer.status}"
            raise OSError(message)
        self.waits = answer.status == NOT_YET
        return content


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


class Opened(NamedTuple):
    """A workbench that is being served.

    Attributes:
        port: Where it listens.
        process: Number of its process.
        seconds: Until it showed its first page.
        cpu_seconds: What its process had taken of processors by then.
    """

    port: int
    process: int
    seconds: float
    cpu_seconds: float


@contextmanager
def served(ledger: Path) -> Iterator[Opened]:
    """Open the workbench, and end it afterwards."""
    port = free_port()
    command = shutil.which("trucewatch", path=str(Path(sys.executable).parent))
    # Whoever installs with pip has compiled files: so has this, whatever is set here.
    compiled = Path(tempfile.mkdtemp())
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    importing = [sys.executable, "-c", f"import {', '.join(IMPORTED)}"]
    subprocess.run(importing, env=environment, check=True)  # noqa: S603 - our own
    begun, first = time.perf_counter(), Browser(port)
    process = subprocess.Popen(  # noqa: S603 - our own command
        [command or "trucewatch", "serve", str(ledger), "--port", str(port)],
        stdout=subprocess.DEVNULL,
        env=environment,
    )
    try:
        while time.perf_counter() - begun < PATIENCE:
            try:
                first.ask("GET", "/documents")
                if not first.waits:
                    break
            except OSError:
                pass
            time.sleep(0.02)
        seconds = time.perf_counter() - begun
        yield Opened(port, process.pid, seconds, cpu_ms(process.pid) / 1_000)
    finally:
        process.terminate()
        process.wait()
        shutil.rmtree(compiled)


def time_pages(opened: Opened) -> Iterator[Timing]:
    """Ask for every screen, once and then many times."""
    browser = Browser(opened.port)
    for path in SCREENS:
        used, begun = [cpu_ms(opened.process)], time.perf_counter()
        taken = [_asked(browser, path)[0]]
        while browser.waits:
            time.sleep(AGAIN)
            _asked(browser, path)
        shown = 1_000 * (time.perf_counter() - begun)
        used.append(cpu_ms(opened.process))
        size = 0
        for _ in range(ROUNDS):
            milliseconds, size = _asked(browser, path)
            taken.append(milliseconds)
        used.append(cpu_ms(opened.process))
        cuts = quantiles(taken[1:], n=20, method="inclusive")
        yield Timing(
            path,
            taken[0],
            shown,
            used[1] - used[0],
            cuts[9],
            cuts[18],
            (used[-1] - used[1]) / ROUNDS,
            size / 1_024,
        )


def _asked(browser: Browser, path: str) -> tuple[float, int]:
    """Return the milliseconds until an answer, and its length."""
    begun = time.perf_counter()
    size = len(browser.ask("GET", path))
    return 1_000 * (time.perf_counter() - begun), size


class Team:
    """Fifty who read and five who review, all at once.

    Attributes:
        taken: Milliseconds of every answer.
        faults: What went wrong.
        waited: Answers that said that a page is still being made.
    """

    def __init__(self, port: int, seconds: float) -> None:
        self._port, self._until = port, time.monotonic() + seconds
        self.taken: list[float] = []
        self.faults: list[str] = []
        self.waited = 0

    def work(self) -> None:
        """Work until the time is over."""
        people = [
            threading.Thread(target=self._read, args=(n,)) for n in range(READERS)
        ] + [threading.Thread(target=self._review, args=(n,)) for n in range(REVIEWERS)]
        for person in people:
            person.start()
        for person in people:
            person.join()

    def _timed(
        self, browser: Browser, method: str, path: str, form: dict[str, str] | None
    ) -> bytes:
        begun = time.perf_counter()
        try:
            return browser.ask(method, path, form)
        except (OSError, http.client.HTTPException) as error:
            self.faults.append(str(error))
            return b""
        finally:
            self.taken.append(1_000 * (time.perf_counter() - begun))

    def _read(self, number: int) -> None:
        browser, pages = Browser(self._port), cycle(SCREENS)
        for _ in range(number):
            next(pages)
        time.sleep(PAUSE * number / READERS)
        while time.monotonic() < self._until:
            path = next(pages)
            self._timed(browser, "GET", path, None)
            while browser.waits and time.monotonic() < self._until:
                self.waited += 1
                time.sleep(AGAIN)
                self._timed(browser, "GET", path, None)
            time.sleep(PAUSE)

    def _review(self, number: int) -> None:
        browser = Browser(self._port)
        path = f"/review?kind={('CAS', 'HUM', 'INC', 'FRC', 'REC')[number]}"
        page = browser.ask("GET", path)
        while browser.waits:
            time.sleep(AGAIN)
            page = browser.ask("GET", path)
        while time.monotonic() < self._until:
            form = re.search(rb'action="(/review/c_\w+)[^"]*" id="verdict"', page)
            token = re.search(rb'name="csrf" value="(\w+)"', page)
            following = re.search(rb'name="next" value="(\w*)"', page)
            if not (form and token and following):
                self.faults.append("no claim to review")
                return
            sent = {
                "csrf": token[1].decode(),
                "word": "accepted",
                "next": following[1].decode(),
            }
            self._timed(browser, "POST", form[1].decode(), sent)
            path = f"/review/{following[1].decode()}"
            page = self._timed(browser, "GET", path, None)
            time.sleep(PAUSE)


def memory_mb(process: int) -> float:
    """Return what a process holds in memory now."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return 0.0
    found = re.search(r"VmRSS:\s+(\d+)", status.read_text("ascii"))
    return int(found[1]) / 1_024 if found else 0.0


def cpu_ms(process: int) -> float:
    """Return the milliseconds of processors that a process has taken so far."""
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():
        return 0.0
    # The name, in brackets, may hold anything; user and system time come 12th and 13th.
    fields = stat.read_text("ascii", "replace").rpartition(")")[2].split()
    return 1_000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def report(console: Console, ledger: Path, seconds: float) -> None:
    """Measure and print."""
    with served(ledger) as opened:
        process = opened.process
        console.print(
            f"serve to first page: {opened.seconds:.1f} s, "
            f"{opened.cpu_seconds:.1f} s of processors"
        )
        made = Table(title="Pages, milliseconds", title_justify="left")
        made.add_column("page")
        for name in ("first", "shown", "first cpu", "median", "p95", "cpu each", "kB"):
            made.add_column(name, justify="right")
        for path, *values in time_pages(opened):
            made.add_row(path, *(f"{value:,.0f}" for value in values))
        console.print(made)
        console.print(f"memory {memory_mb(process):,.0f} MiB")
        team, before = Team(opened.port, seconds), cpu_ms(process)
        team.work()
        each = (cpu_ms(process) - before) / max(1, len(team.taken))
        cuts = quantiles(team.taken, n=20, method="inclusive")
        console.print(
            f"{READERS} readers and {REVIEWERS} reviewers for {seconds:.0f} s: "
            f"{len(team.taken):,} answers ({team.waited} of pages being made), "
            f"{len(team.faults)} faults, "
            f"median {cuts[9]:,.0f} ms, p95 {cuts[18]:,.0f} ms, "
            f"{each:.0f} ms of processors each, memory {memory_mb(process):,.0f} MiB"
        )
        for fault in sorted(set(team.faults))[:5]:
            console.print(f"  {fault}")


def main() -> int:
    """Measure over the ledger asked for, or over a made one."""
    console = Console()
    console.print(describe_machine())
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else SECONDS  # noqa: PLR2004
    if len(sys.argv) > 1:
        report(console, Path(sys.argv[1]), seconds)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scale.ledger"
        ledger = open_ledger(path)
        fill(ledger, DOCUMENTS)
        looking = Looking(
            ledger
        )  # as after `trucewatch ingest`, and a first comparison
        looking.comparing.prepare()
        looking.comparing.whole(looking.view())
        ledger.close()
        report(console, path, seconds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
