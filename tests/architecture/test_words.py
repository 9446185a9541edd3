"""Our own strings take no side: the table in docs/glossary.md, kept by a machine."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "trucewatch"
MODULES = sorted(PACKAGE.rglob("*.py"))
# The two pages that are about the words themselves.
PAGES = sorted(
    path
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    if path.name not in {"glossary.md", "neutrality.md"}
)
TEMPLATES = sorted(
    path
    for room in ("views", "web")
    for ending in ("html", "j2", "md")
    for path in (PACKAGE / room).rglob(f"*.{ending}")
)
# What stands between quotation marks, or as code, is somebody else's words.
QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"|``[^`]*``|`[^`\n]*`|\*[^*\n]+\*")
BARE_WORD = 1  # a string of one word is data, such as a key to a word list


def words_to_avoid() -> list[str]:
    """Return the searched words of the glossary's table."""
    rows = re.findall(
        r"^\|([^|]*)\|([^|]*)\|[^|]*\| yes \|$",
        (ROOT / "docs" / "glossary.md").read_text("utf-8"),
        re.MULTILINE,
    )
    return [word.strip() for _, cell in rows for word in cell.split(",")]


AVOIDED = re.compile(
    r"\b(?:" + "|".join(w.rstrip("e") for w in words_to_avoid()) + r")\w*",
    re.IGNORECASE,
)


def own_words(path: Path) -> Iterator[str]:
    """Yield a module's strings, docstrings and identifiers, quotations left out."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if len(node.value.split()) > BARE_WORD:
                yield QUOTED.sub("", node.value)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name.replace("_", " ")
        elif isinstance(node, ast.Name):
            yield node.id.replace("_", " ")


def test_the_glossary_names_words_to_look_for() -> None:
    assert "terrorist" in words_to_avoid()


@pytest.mark.parametrize(
    "text", ["the liberation of", "REGIME", "two rebels", "martyred"]
)
def test_a_word_is_found_in_all_its_endings(text: str) -> None:
    assert AVOIDED.search(text)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_the_code_takes_no_side(path: Path) -> None:
    assert [w for text in own_words(path) for w in AVOIDED.findall(text)] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_the_documentation_takes_no_side(path: Path) -> None:
    assert AVOIDED.findall(QUOTED.sub("", path.read_text("utf-8"))) == []


def test_templates_take_no_side() -> None:
    found = [
        (path.name, word)
        for path in TEMPLATES
        for word in AVOIDED.findall(path.read_text("utf-8"))
    ]
    assert found == []
