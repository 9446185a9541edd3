"""Claims as PLOVER events."""

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.support.handed import made_handout, written
from tests.support.made import made_claim, made_document, made_quantity
from trucewatch.claims.claim import Claim, Role
from trucewatch.values.stances import Aggregation, Assertion, Polarity, Tense
from trucewatch.views.exports.plover import coded

TEXT = "Jets struck Nawa and 7 people were killed in Nawa, the council said."
DOCUMENT = made_document(TEXT)
STRUCK = made_claim(
    DOCUMENT,
    "Jets struck Nawa",
    "INC.air_strike",
    place="Nawa",
    day="2016-05-22",
    roles=(
        Role("actor", "ru_army", "Jets", None),
        Role("target", None, "the town", None),
    ),
)
_NAMES = (
    "id has_event date time enddate endtime actor recipient event event_loc event_text "
    "quad_code event_scale mode context link text text_info cite_info coder coded_date "
    "coded_time comment"
)
FIELDS = frozenset(_NAMES.split())
"""The fields of the manual (commit 5e0c24f), table "PLOVER JSON"."""
OURS = {"trucewatch", "size"}  # "size" is an object of the manual without a field


def record(claim: Claim) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written("plover", made_handout(DOCUMENT, claim)))
    return found


def test_a_record_has_the_fields_of_the_manual_and_ours_under_our_name() -> None:
    found = record(STRUCK)
    assert found.keys() <= FIELDS | OURS
    assert {"id", "date", "actor", "event"} <= found.keys()
    assert found["id"] == found["trucewatch"]["claim"] == STRUCK.key


def test_who_did_what_to_whom_when_and_where() -> None:
    found = record(STRUCK)
    assert (found["event"], found["mode"], found["quad_code"]) == (
        ["ASSAULT"],
        ["aerial"],
        4,
    )
    assert found["actor"][0]["identifier_id"] == "ru_army"
    assert found["recipient"] == [{"entity_text": "the town"}]
    assert found["date"] == "2016-05-22"
    assert "enddate" not in found
    assert found["event_loc"]["latitude"] == 32.9


def test_a_month_is_its_first_and_last_day() -> None:
    time = replace(STRUCK.time, start="2016-02", end="2016-02")
    found = record(replace(STRUCK, time=time))
    assert (found["date"], found["enddate"]) == ("2016-02-01", "2016-02-29")


@pytest.mark.parametrize(
    ("claim", "context"),
    [
        (replace(STRUCK, polarity=Polarity.NEGATED), ["negation"]),
        (replace(STRUCK, assertion=Assertion.DENIED), ["negation"]),
        (replace(STRUCK, assertion=Assertion.PLANNED), ["future"]),
        (replace(STRUCK, assertion=Assertion.POSSIBLE), ["hypothetical"]),
        (replace(STRUCK, tense=Tense.HISTORICAL), ["historical"]),
        (replace(STRUCK, kind="COO.joint_action"), ["military"]),
    ],
)
def test_what_is_no_plain_event_says_so_in_its_context(
    claim: Claim, context: list[str]
) -> None:
    assert record(claim)["context"] == context


def test_a_meeting_to_come_is_an_agreement_and_no_future_consultation() -> None:
    found = record(replace(STRUCK, kind="TLK.meeting", assertion=Assertion.SCHEDULED))
    assert found["event"] == ["AGREE"]
    assert "context" not in found


@pytest.mark.parametrize(
    ("code", "ahead", "event"),
    [
        ("AID:military", False, ("AID", [], ["military"])),
        ("AID:military", True, ("AGREE", [], ["military"])),
        ("RETREAT:ceasefire", False, ("RETREAT", ["ceasefire"], [])),
        ("RETREAT:ceasefire", True, ("CONCEDE", [], [])),
        ("COERCE:ban", False, ("COERCE", [], [])),
    ],
)
def test_a_mode_is_kept_where_the_event_has_it(
    code: str, *, ahead: bool, event: tuple[str, list[str], list[str]]
) -> None:
    assert coded(code, ahead=ahead) == event


def test_the_dead_of_one_event_have_their_field() -> None:
    counted = made_quantity(
        DOCUMENT, "7", unit="killed", aggregation=Aggregation.PER_EVENT
    )
    assert record(replace(STRUCK, quantity=counted))["size"] == {"dead": 7}


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        (replace(STRUCK, kind="STA.position"), "of a type"),
        (replace(STRUCK, quantity=made_quantity(DOCUMENT, "7")), "over a period"),
        (replace(STRUCK, time=replace(STRUCK.time, start=None, end=None)), "a date"),
    ],
)
def test_what_makes_no_record_is_left_out_with_its_reason(
    claim: Claim, why: str
) -> None:
    handout = made_handout(DOCUMENT, claim)
    assert written("plover", handout) == ""
    (said,) = handout.left_out
    assert why in said


def test_an_event_without_a_place_has_no_location() -> None:
    assert "event_loc" not in record(replace(STRUCK, places=()))
