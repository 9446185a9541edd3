"""Build the wheel, install it where nothing else is, and see it work there.

``make wheel`` runs this. The environment is new and holds the locked packages of the
base install only; the commands run in an empty folder, so that whatever is found was in
the wheel.
"""

import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
VENDOR = ROOT / "src" / "trucewatch" / "web" / "static" / "vendor"
MOST_PACKAGES = 45  # of the base install (docs/decisions/0001-dependencies.md)
MOST_MEGABYTES = 120


def build() -> Path:
    """Build the wheel and return it."""
    shutil.rmtree(DIST, ignore_errors=True)
    _run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", DIST], ROOT)
    (wheel,) = DIST.glob("*.whl")
    return wheel


def missing_from(wheel: Path) -> list[str]:
    """Return files of the package that the wheel lacks, built web assets included."""
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    package = ROOT / "src"
    tracked = subprocess.run(
        ["git", "ls-files", "-z", "src"],  # noqa: S607 - the git of whoever builds
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\0")
    files = [ROOT / name for name in tracked if name]
    files += [path for path in VENDOR.rglob("*") if path.is_file()]
    names = (path.relative_to(package).as_posix() for path in files)
    return sorted(name for name in names if name not in packed)


def install(wheel: Path, home: Path) -> Path:
    """Install a wheel into a new environment; return the environment's programs."""
    _run([sys.executable, "-m", "venv", "--without-pip", home], ROOT)
    # pip, as the set-up of this project uses it: it heeds the machine's certificates.
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    into = [*pip, "--python", home / "bin" / "python", "install"]
    lock = ROOT / "requirements" / "base.txt"
    _run([*into, "--require-hashes", "-r", lock], ROOT)
    _run([*into, "--no-deps", wheel], ROOT)
    return home / "bin"


def too_heavy(home: Path) -> list[str]:
    """Return in what an environment is larger than the base install may be."""
    (site,) = home.glob("lib/python*/site-packages")
    packages = len(list(site.glob("*.dist-info")))
    size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    megabytes = size / 1e6
    print(f"base install: {packages} packages, {megabytes:.0f} MB")
    found = []
    if packages > MOST_PACKAGES:
        found.append(f"{packages} packages are more than {MOST_PACKAGES}")
    if megabytes > MOST_MEGABYTES:
        found.append(f"{megabytes:.0f} MB are more than {MOST_MEGABYTES}")
    return found


def try_out(programs: Path, folder: Path) -> None:
    """Run what a newcomer runs first, on the documents that ship."""
    program = programs / "trucewatch"
    _run([program, "--version"], folder)
    # The base install reads no web pages: the one example that is one is left out.
    shown = _run([program, "demo"], folder, code=1)
    if shown.count("left out:") != 1 or "trucewatch[html]" not in shown:
        sys.exit(f"more was left out than the one web page:\n{shown}")
    for made in ("demo/mission.db", "demo/mission.html"):
        if not (folder / made).is_file():
            sys.exit(f"the demonstration did not write {made}")
    _run([program, "verify", "demo/mission.db"], folder)


def _run(command: Iterable[object], folder: Path, *, code: int = 0) -> str:
    """Run a command that must end with a code; return all it printed."""
    done = subprocess.run(  # noqa: S603 - our own commands
        [str(word) for word in command],
        cwd=folder,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode != code:
        sys.exit(f"{done.stdout}\n{done.args}: exit code {done.returncode}")
    return done.stdout


def main() -> None:
    """Build, look inside, install and try out; exit with 1 where something fails."""
    wheel = build()
    trouble = [f"not in the wheel: {name}" for name in missing_from(wheel)]
    with tempfile.TemporaryDirectory() as name:
        home, folder = Path(name) / "environment", Path(name) / "empty"
        folder.mkdir()
        programs = install(wheel, home)
        trouble += too_heavy(home)
        try_out(programs, folder)
    if trouble:
        sys.exit("\n".join(trouble))
    print(f"{wheel.relative_to(ROOT)} works by itself")


if __name__ == "__main__":
    main()
