"""Whole documents: the bundled examples against readable files of their claims.

After a wanted change run ``pytest tests/golden --update-golden`` and read the diff.
"""

from importlib import resources
from pathlib import Path

import pytest

from trucewatch.claims.claim import Claim
from trucewatch.documents.loading import load_documents
from trucewatch.intake.path import read_document
from trucewatch.reference.choice import choose_theatre

HERE = Path(__file__).parent
MISSION = Path(str(resources.files("trucewatch") / "examples" / "mission"))
DOCUMENTS = sorted(
    path
    for path in MISSION.iterdir()
    if path.suffix in (".txt", ".html") and "README" not in path.name
)


def line(claim: Claim) -> str:
    """Return one claim as one line a person can check against the document."""
    quantity = claim.quantity
    figure = ""
    if quantity is not None:
        figure = (
            f" | {quantity.quantifier.value} {quantity.value}"
            f" [{quantity.low}, {quantity.high}] {quantity.unit}"
            f" {quantity.aggregation.value}"
        )
    roles = ", ".join(f"{r.role}={r.id or r.text}" for r in claim.roles)
    places = ", ".join(f"{p.text}={p.id}" for p in claim.places)
    stance = f"{claim.polarity.value} {claim.assertion.value} {claim.voice.value}"
    return (
        f"{claim.kind} | {claim.speaker} | {stance}{figure} | {roles} | {places}"
        f" | {claim.time.start}..{claim.time.end} {claim.time.basis.value}"
        f" | {' '.join(claim.quote.split())}"
    )


def read_lines(path: Path) -> list[str]:
    (loaded,) = [one for one in load_documents([path]) if one.document is not None]
    document = loaded.document
    assert document is not None
    day = document.published.first_day if document.published else None
    theatre = choose_theatre(document.text, document.publisher, day).load()
    return [line(claim) for claim in read_document(document, theatre).claims]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_whole_document_reads_as_it_did(
    path: Path, request: pytest.FixtureRequest
) -> None:
    golden = HERE / path.stem / "claims.txt"
    found = "\n".join(read_lines(path)) + "\n"
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(found, "utf-8")
    assert golden.read_text("utf-8") == found


def test_every_example_has_its_golden_file() -> None:
    assert {p.parent.name for p in HERE.glob("*/claims.txt")} == {
        path.stem for path in DOCUMENTS
    }
