"""Claims as FollowTheMoney entities, held against the published model."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.handed import made_handout, written
from tests.support.made import made_claim, made_document, made_quantity
from trucewatch.claims.claim import Claim, Role
from trucewatch.values.stances import Assertion, Polarity
from trucewatch.views.exports.ftm import LONGEST, clipped, entities_of, entity

MODEL = yaml.safe_load(
    (Path(__file__).parents[3] / "support" / "ftm_model.yaml").read_text("utf-8")
)
DOCUMENT = made_document("The army shelled Nawa and 7 people were killed in Nawa.")
SHELLED = made_claim(
    DOCUMENT,
    "The army shelled Nawa",
    "INC.shelling",
    quantity=made_quantity(DOCUMENT, "7", unit="killed"),
    place="Nawa",
    day="2016-05-22",
    roles=(
        Role("actor", "sy_army", "army", None),
        Role("actor", "isil", "ISIS", None),
        Role("target", None, "the town", None),
    ),
)
FORMS = {
    "date": r"\d{4}(-\d{2}(-\d{2})?)?",
    "country": "[a-z]{2}",
    "number": r"-?\d+(\.\d+)?",
    "mimetype": r"[\w.+-]+/[\w.+-]+",
}


def entities(*claims: Claim) -> dict[str, dict[str, Any]]:
    lines = written("ftm", made_handout(DOCUMENT, *claims)).splitlines()
    found = [json.loads(line) for line in lines]
    assert len({one["id"] for one in found}) == len(found)
    return {one["id"]: one for one in found}


def faults(found: dict[str, dict[str, Any]]) -> list[str]:
    """Say what of entities the model does not allow."""
    said = []
    for key, one in found.items():
        schema, held = MODEL["schemata"][one["schema"]], one["properties"]
        if not re.fullmatch(MODEL["identifier"], key):
            said.append(f"identifier {key}")
        said += [f"{name} missing" for name in schema["required"] if name not in held]
        for name, values in held.items():
            kind = schema["properties"][name]
            refers = isinstance(kind, list)  # to something in the same file
            schemata = [found[v]["schema"] if v in found else "" for v in values]
            fits = set(schemata) <= set(kind) if refers else _fit(kind, values)
            said += [] if fits else [f"{one['schema']}.{name} = {values}"]
    return said


def _fit(kind: str, values: list[str]) -> bool:
    form = re.compile(FORMS.get(kind, r"(?s).+"))
    most = MODEL["longest"][kind]
    return all(len(text) <= most and form.fullmatch(text) for text in values)


def test_entities_are_as_the_model_has_them() -> None:
    bare = Claim(DOCUMENT.key, SHELLED.span, SHELLED.quote, "INC.shelling")
    assert faults(entities(SHELLED, bare)) == []


def test_a_claim_is_an_event_with_its_document_place_and_actors() -> None:
    found = entities(SHELLED)
    event = next(one for one in found.values() if one["schema"] == "Event")
    said = event["properties"]
    assert said["recordId"] == [SHELLED.key]
    assert said["startDate"] == ["2016-05-22"]
    assert [found[key]["schema"] for key in said["involved"]] == [
        "PublicBody",
        "Organization",
    ]
    assert found[said["proof"][0]]["properties"]["fileName"] == ["bulletin.txt"]
    assert found[said["addressEntity"][0]]["properties"]["latitude"] == ["32.9"]


def test_what_an_event_has_no_field_for_stands_in_its_summary() -> None:
    doubted = replace(
        SHELLED, polarity=Polarity.NEGATED, assertion=Assertion.UNCONFIRMED
    )
    (event,) = (e for e in entities(doubted).values() if e["schema"] == "Event")
    (summary,) = event["properties"]["summary"]
    for part in ("7 killed", "unconfirmed", "negated", "said by Russian"):
        assert part in summary


def test_an_entity_comes_once_however_many_refer_to_it() -> None:
    again = made_claim(DOCUMENT, "7 people were killed in Nawa", place="Nawa")
    found = [one["schema"] for one in entities(SHELLED, again).values()]
    assert found.count("Article") == found.count("Address") == 1
    assert found.count("Event") == 2


def test_a_document_that_is_not_shown_is_known_by_its_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    handout = made_handout(DOCUMENT, SHELLED)
    monkeypatch.setattr(handout, "document", lambda _: None)
    article = next(entities_of(SHELLED, handout))
    assert article["properties"]["name"] == [DOCUMENT.key]


def test_a_long_quote_is_cut_where_it_is_a_name() -> None:
    assert clipped("a  b") == "a b"
    assert len(clipped("x" * 500)) == LONGEST


def test_what_has_no_value_has_no_property() -> None:
    made = entity("a_b", "Event", name="x", summary=None, keywords=["", None])
    assert made == {"id": "a-b", "schema": "Event", "properties": {"name": ["x"]}}
