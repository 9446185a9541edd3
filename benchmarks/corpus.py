"""The documents that reading is timed on."""

from pathlib import Path

from evaluation.shared import ROOT, shared_folder

SETS = ("seeds", "syria_dev", "donbas_dev", "composed_dev")
EXAMPLES = ROOT / "src" / "trucewatch" / "examples"
# Short enough to wait for, long enough that one pause does not decide.
WORDS_TO_READ = 25_000

Texts = dict[Path, str]  # a file and its text


def folders() -> list[Path]:
    """Return the shared development documents, or else the bundled examples.

    The first are long documents of one conflict; then come short ones, in the end of
    many conflicts, each of which chooses its theatre anew.
    """
    shared = [shared_folder() / "corpus" / name for name in SETS]
    return [folder for folder in shared if folder.exists()] or [EXAMPLES]


def repeats(texts: Texts) -> int:
    """Return how many times to go through the texts."""
    return max(1, round(WORDS_TO_READ / count_words(texts)))


def load(of: Path) -> Texts:
    """Return the plain texts of a folder, in order of name."""
    return {path: path.read_text("utf-8") for path in sorted(of.rglob("*.txt"))}


def count_words(texts: Texts) -> int:
    """Return the number of words, as white space parts them."""
    return sum(len(text.split()) for text in texts.values())
