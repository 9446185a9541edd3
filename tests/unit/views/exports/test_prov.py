"""Where claims come from, as PROV-JSON, read back by the library of the W3C's model."""

import io
import json
from dataclasses import replace
from typing import Any

import pytest
from prov.model import ProvDocument

from tests.support.handed import of_ledger, written
from tests.support.made import NOON, made_claim, made_document, made_ledger
from trucewatch.ledger.judgements import (
    AuthorRole,
    Grade,
    Grading,
    Judgement,
    Review,
    Standing,
    Status,
    Verdict,
)
from trucewatch.ledger.memory import MemoryLedger

DOCUMENT = made_document()
CLAIM = made_claim(DOCUMENT, "41 armed groups have joined the truce")


def judged(*judgements: Judgement) -> MemoryLedger:
    ledger = made_ledger((DOCUMENT, (CLAIM,)))
    for judgement in judgements:
        ledger.judge(judgement, known=NOON, author="Ada", role=AuthorRole.CODER)
    return ledger


def told(ledger: MemoryLedger, *, redacted: bool = False) -> dict[str, Any]:
    text = written("prov", of_ledger(ledger, redacted=redacted))
    found: dict[str, Any] = json.loads(text)
    return found


def test_another_reader_of_the_format_finds_the_same_statements() -> None:
    text = written("prov", of_ledger(judged(Review(CLAIM.key, Verdict.ACCEPTED))))
    read = ProvDocument.deserialize(io.StringIO(text), format="json")
    found = [type(record).__name__ for record in read.get_records()]
    assert found.count("ProvDerivation") == found.count("ProvGeneration") == 1
    assert found.count("ProvActivity") == 2  # reading and judging
    assert "wasDerivedFrom" in read.get_provn()


def test_a_claim_is_quoted_from_its_document_and_attributed_to_who_vouches() -> None:
    found = told(judged())
    (quoted,) = found["wasDerivedFrom"].values()
    assert quoted["prov:generatedEntity"] == f"tw:{CLAIM.key}"
    assert quoted["prov:usedEntity"] == f"tw:{DOCUMENT.key}"
    assert quoted["prov:type"]["$"] == "prov:Quotation"
    whose = {
        s["prov:entity"]: s["prov:agent"] for s in found["wasAttributedTo"].values()
    }
    assert whose[f"tw:{CLAIM.key}"] == "tw:ru_crc"
    assert whose[f"tw:{DOCUMENT.key}"] == "tw:morning_post"


def test_every_end_of_a_relation_is_something_that_is_told_of() -> None:
    found = told(judged(Review(CLAIM.key, Verdict.ACCEPTED)))
    things = {key for sort in ("entity", "agent", "activity") for key in found[sort]}
    for sort in found.keys() - {"entity", "agent", "activity", "prefix"}:
        for relation in found[sort].values():
            ends = {v for v in relation.values() if str(v).startswith("tw:")}
            assert ends <= things, sort


@pytest.mark.parametrize(
    ("judgement", "decided"),
    [
        (Review(CLAIM.key, Verdict.UNSURE, note="odd"), "unsure"),
        (Standing(CLAIM.key, Status.CONTESTED), "contested"),
        (Grading(CLAIM.key, Grade("B", 2)), "B2"),
    ],
)
def test_who_decided_what_is_an_activity_of_a_person(
    judgement: Judgement, decided: str
) -> None:
    found = told(judged(judgement))
    acts = [a for a in found["activity"].values() if "tw:decided" in a]
    assert [act["tw:decided"] for act in acts] == [decided]
    assert "Ada" in {agent.get("prov:label") for agent in found["agent"].values()}


def test_a_correction_is_a_revision_of_what_was_read() -> None:
    corrected = replace(CLAIM, kind="PTY.withdrawal")
    found = told(judged(Review(CLAIM.key, Verdict.CORRECTED, corrected)))
    kinds = {s["prov:type"]["$"] for s in found["wasDerivedFrom"].values()}
    assert kinds == {"prov:Quotation", "prov:Revision"}


def test_redacted_nobody_who_judged_is_named() -> None:
    assert "Ada" not in json.dumps(
        told(
            judged(Review(CLAIM.key, Verdict.ACCEPTED, note="so says Ada Lovelace")),
            redacted=True,
        )
    )


def test_a_claim_of_nobody_is_attributed_to_nobody() -> None:
    nobody = replace(CLAIM, chain=())
    assert "wasAttributedTo" not in told(made_ledger((DOCUMENT, (nobody,))))
