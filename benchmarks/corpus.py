"""The documents that reading is timed on."""

from pathlib import Path

from evaluation.shared import ROOT, shared_folder

REPEATS = 5  # short enough to wait for, long enough that one pause does not decide
EXAMPLES = ROOT / "src" / "trucewatch" / "examples"


Texts = dict[Path, str]  # a file and its text


def folder() -> Path:
    """Return the shared folder's development documents, or the bundled examples."""
    shared = shared_folder() / "corpus" / "composed_dev"
    return shared if shared.exists() else EXAMPLES


def load(of: Path) -> Texts:
    """Return the plain texts of a folder, in order of name."""
    return {path: path.read_text("utf-8") for path in sorted(of.rglob("*.txt"))}


def count_words(texts: Texts) -> int:
    """Return the number of words, as white space parts them."""
    return sum(len(text.split()) for text in texts.values())
