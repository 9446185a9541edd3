"""What holds for the repository as a whole."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "trucewatch"
FOLDERS = ("src", "tests", "docs", "evaluation", "benchmarks", "tools", "requirements")
# A linked work tree has a file .git, which names the machine it lies on.
NOT_OURS = {".coverage", ".git"}
TOP = [p for p in ROOT.iterdir() if p.is_file() and p.name not in NOT_OURS]
# A path of somebody's machine, or the address of a package server.
OF_A_MACHINE = re.compile(
    r"(?<![\w.])/(?:work|root|home|Users|opt)/\w|\.\./\.lib|"
    r"\b(?:pypi|pythonhosted|npmjs|crates)\.(?:org|io)\b"
)
MAX_ARCHITECTURE_LINES = 200


def files() -> Iterator[Path]:
    """Yield the repository's own text files."""
    yield from TOP
    yield ROOT / ".ci" / "run"
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


def test_no_file_names_a_machine_or_a_package_server() -> None:
    found = []
    for path in files():
        text = path.read_bytes().decode("utf-8", "replace")
        found += [
            (str(path.relative_to(ROOT)), m[0]) for m in OF_A_MACHINE.finditer(text)
        ]
    assert found == []


@pytest.mark.parametrize("lock", sorted((ROOT / "requirements").glob("*.txt")))
def test_every_locked_package_has_a_hash(lock: Path) -> None:
    entries = re.split(r"(?m)^(?=[A-Za-z0-9])", lock.read_text("utf-8"))[1:]
    assert entries
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_architecture_stays_short() -> None:
    lines = (ROOT / "ARCHITECTURE.md").read_text("utf-8").splitlines()
    assert len(lines) < MAX_ARCHITECTURE_LINES


def named_in_the_architecture() -> list[str]:
    """Return everything in ARCHITECTURE.md that is written as a path."""
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    code = re.findall(r"`([^`\n]+)`", re.sub(r"(?s)```.*?```", "", text))
    return sorted({c for c in code if re.fullmatch(r"[\w./-]+(?:/|\.\w{2,4})", c)})


@pytest.mark.parametrize("name", named_in_the_architecture())
def test_what_the_architecture_names_exists(name: str) -> None:
    bases = (ROOT, PACKAGE, PACKAGE / "intake")
    assert any((base / name).exists() for base in bases)


def test_every_room_is_in_the_architecture() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    rooms = {p.name for p in PACKAGE.iterdir() if (p / "__init__.py").exists()}
    assert {room for room in rooms if f"`{room}`" not in text} == set()
