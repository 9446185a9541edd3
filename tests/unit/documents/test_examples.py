"""The bundled documents carry what the demonstration shows, in words of our own."""

import re
from importlib import resources
from pathlib import Path

import pytest

from trucewatch.documents.document import Document
from trucewatch.documents.furniture import main_text
from trucewatch.documents.loading import load_documents

MISSION = Path(str(resources.files("trucewatch") / "examples" / "mission"))
OWN_WORDS = 9  # so many words in a row are somebody's wording, not a name or an office


@pytest.fixture(scope="module")
def examples() -> dict[str, Document]:
    loaded = list(load_documents([MISSION]))
    assert [gap for item in loaded for gap in item.gaps] == []
    return {
        str(item.document.source_file)[:2]: item.document
        for item in loaded
        if item.document
    }


def _body(document: Document) -> str:
    return "\n".join(span.of(document.text) for span in main_text(document))


def test_there_are_eight_and_one_is_a_web_page(examples: dict[str, Document]) -> None:
    assert sorted(examples) == [f"0{number}" for number in range(1, 9)]
    assert examples["08"].media_type == "text/html"


def test_one_has_no_day_and_one_has_it_from_its_text(
    examples: dict[str, Document],
) -> None:
    assert examples["02"].published is None
    paper = examples["03"]
    assert (str(paper.published), paper.published_basis) == ("2017-12-08", "text")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("01", "Further Rebel Units Break With"),
        ("02", "Odnoklassniki"),
        ("02", "ServerCode"),
        ("03", "(Agency photo)"),
        ("03", "users have voted"),
        ("03", "emailed to you"),
        ("04", "Dec. 2, 2013"),
        ("04", "November 20, 2015"),
        ("04", "Syria November 9, 2015"),
        ("05", "March 5, 2016"),
        ("05", "fed & armed"),
        ("05", "READ MORE"),
        ("08", "Ten Years of Grain Prices"),
    ],
)
def test_what_stands_around_a_text_is_no_body(
    examples: dict[str, Document], number: str, words: str
) -> None:
    assert words not in _body(examples[number])


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("01", "allegedly"),
        ("02", "2.5 thousand insurgents"),
        ("03", "not a single village"),
        ("03", "about 8 per cent"),
        ("04", "Close to the end"),
        ("05", "59 armed groups"),
        ("06", "614 violations"),
        ("06", "Disengagement areas"),
        ("07", "28 killed and 120 injured"),
        ("08", "1,140 violations"),
    ],
)
def test_what_is_claimed_is_body(
    examples: dict[str, Document], number: str, words: str
) -> None:
    assert words in _body(examples[number])


def test_no_wording_of_the_shared_corpora_is_in_the_examples(
    examples: dict[str, Document], shared: Path
) -> None:
    theirs: set[tuple[str, ...]] = set()
    for path in (shared / "corpus").rglob("*.txt"):
        theirs |= _runs(path.read_text(encoding="utf-8"))
    ours = {run for document in examples.values() for run in _runs(_body(document))}
    assert {" ".join(run) for run in ours & theirs} == set()


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(*(words[n:] for n in range(OWN_WORDS)), strict=False))
