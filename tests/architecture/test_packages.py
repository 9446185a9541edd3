"""Every package that is imported is declared, and what is an extra comes late."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "trucewatch"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def names(requirements: list[str]) -> set[str]:
    """Return the names of requirements such as ``rich>=14``."""
    return {r.split(">")[0].split("=")[0].split("[")[0].lower() for r in requirements}


BASE = names(PROJECT["dependencies"])
INSTALLED = packages_distributions()
EXTRAS = {n for r in PROJECT["optional-dependencies"].values() for n in names(r)}


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the top-level names of all packages that a tree imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def distributions(tree: ast.AST) -> set[str]:
    """Return the names under which the imported packages are installed."""
    foreign = set(imported(tree)) - set(sys.stdlib_module_names) - {"trucewatch"}
    return {
        INSTALLED.get(name, [name])[0].lower().replace("_", "-") for name in foreign
    }


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_every_imported_package_is_declared(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert distributions(tree) - BASE - EXTRAS == set()


def test_every_declared_package_is_used() -> None:
    texts = [p.read_text("utf-8") for p in PACKAGE.rglob("*.py")]
    imports = {name for text in texts for name in distributions(ast.parse(text))}
    # A database driver is named in an address; forms are parsed behind the framework.
    drivers = {n for n in EXTRAS if any(f"+{n}" in text for text in texts)}
    behind = {"python-multipart"}
    # Fonts are files; they are found by the name of their package.
    fonts = {n for n in EXTRAS if any(n.replace("-", "_") in text for text in texts)}
    assert (BASE | EXTRAS) - imports - drivers - behind - fonts == set()


@pytest.mark.parametrize(("lock", "declared"), [("base", BASE), ("dev", BASE | EXTRAS)])
def test_the_locks_hold_every_declared_package(lock: str, declared: set[str]) -> None:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")
    locked = {line.split("==")[0] for line in text.splitlines() if "==" in line}
    assert declared - locked == set()
