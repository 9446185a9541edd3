"""The smaller registers: what each shows of a claim of its kind."""

import dataclasses

from tests.support.statements import AROUND, number, say, seen
from trucewatch.claims.claim import Claim
from trucewatch.registers.registry import register
from trucewatch.values.stances import Aggregation, Assertion, PlaceRole, Polarity


def values(name: str, *claims: Claim) -> list[dict[str, object]]:
    """The values of a register's cells, without the empty ones."""
    found = register(name)
    rows = found.records(found.build(seen(*claims), AROUND.theatre))
    return [
        {
            column: cell["value"]
            for column, cell in row.items()
            if column != "key" and cell["value"] is not None
        }
        for row in rows
    ]


def test_a_requested_listing_is_no_listing() -> None:
    roles = {"listed": "Southern Brigade", "authority": "UNSC", "requester": "ru"}
    asked = say("ru_mod", "DES.designation", variant="requested", roles=roles)
    listed = say("un", "DES.designation", roles={"listed": "Southern Brigade"})
    found = values("designations", asked, listed)
    assert {row["action"] for row in found} == {"requested", "listed"}
    assert [row.get("requested_by") for row in found] == [None, "Russia"]


def test_a_local_truce_has_a_place_a_party_and_a_broker() -> None:
    roles = {"settlement": "elders of Nawa", "facilitator": "ru"}
    agreed = say("ru_crc", "REC.local_agreement", at="sy_nawa", roles=roles)
    (row,) = values("reconciliations", agreed)
    assert (row["place"], row["party"]) == ("Nawa", "elders of Nawa")
    assert (row["status"], row["facilitator"]) == ("agreed", "Russia")


def test_totals_and_parts_of_reconciliation_are_not_merged() -> None:
    day, total = Aggregation.PER_PERIOD, Aggregation.CUMULATIVE_TOTAL
    claims = [
        say("ru_crc", "REC.local_agreement", count=number(7, "settlements", day)),
        say("ru_crc", "REC.local_agreement", count=number(1996, "settlements", total)),
    ]
    assert {row["count"] for row in values("reconciliations", *claims)} == {
        "7 settlements",
        "1,996 settlements",
    }


def test_a_restriction_says_who_hindered_whom_and_why() -> None:
    roles = {"by_whom": "a checkpoint", "reason": "mines"}
    (row,) = values("monitoring", say("osce_smm", "MON.restriction", roles=roles))
    assert row["by_whom"] == "a checkpoint"
    assert row["mission"] == "osce_smm"
    assert row["status"] == "restricted"


def test_aid_that_is_planned_is_not_delivered() -> None:
    food = number(5, "tonnes")
    planned = say("un", "HUM.delivery", count=food, assertion=Assertion.PLANNED)
    refused = say("un", "HUM.delivery", count=food, polarity=Polarity.NEGATED)
    found = values("aid", planned, refused)
    assert {row["status"] for row in found} == {"planned", "not delivered"}


def test_aid_comes_from_one_place_to_another() -> None:
    claim = say("un", "HUM.delivery", at=("sy_nawa", "sy_other"))
    start = dataclasses.replace(claim.places[1], role=PlaceRole.FROM)
    moved = dataclasses.replace(claim, places=(claim.places[0], start), key="")
    (row,) = values("aid", moved)
    assert (row["origin"], row["place"]) == ("Other", "Nawa")


def test_one_meeting_told_twice_is_one_row() -> None:
    one = say("un", "TLK.meeting", at="sy_nawa", on="2016-05-20", quote="they met")
    other = say("ru_mod", "TLK.meeting", at="sy_nawa", on="2016-05-20", quote="talks")
    (row,) = values("talks", one, other)
    assert row["state"] == "held"
    assert row["words"] == ["they met", "talks"]


def test_a_planned_meeting_is_planned() -> None:
    (row,) = values("talks", say("un", "TLK.meeting", assertion=Assertion.SCHEDULED))
    assert row["state"] == "planned"


def test_a_demand_keeps_its_deadline_and_a_count_is_none() -> None:
    deadline = number(24, "hours", Aggregation.DEADLINE)
    demand = say("un", "TLK.demand", count=deadline, roles={"recipient": "ru"})
    crowd = say("un", "TLK.meeting", count=number(1000, "persons"), on="2016-05-20")
    found = values("talks", demand, crowd)
    assert [row.get("deadline") for row in found] == [None, "24 hours"]
    assert found[1]["addressed_to"] == "Russia"


def test_background_makes_no_row_of_talks() -> None:
    assert values("talks", say(None, "STA.context")) == []


def test_a_draft_has_a_state_and_what_is_to_come_says_so() -> None:
    signed = say("un", "DOC.status", variant="signed", roles={"document": "paper"})
    to_be = say(
        "un",
        "DOC.status",
        variant="signed",
        roles={"document": "paper"},
        assertion=Assertion.PLANNED,
    )
    unsaid = say("un", "DOC.status", quote="a draft", polarity=Polarity.NEGATED)
    states = {row["state"] for row in values("drafts", signed, to_be, unsaid)}
    assert states == {"signed", "signed (planned)", "not mentioned"}


def test_a_draft_is_named_by_its_instrument() -> None:
    (row,) = values("drafts", say("un", "DOC.status", instrument="memorandum"))
    assert row["document"] == "memorandum"


def test_forces_are_recorded_as_reported() -> None:
    strength = say(
        "ru_mod",
        "FRC.strength",
        count=number(500, "fighters", Aggregation.STOCK),
        roles={"force": "sy_army"},
        at="sy_nawa",
    )
    (row,) = values("forces", strength)
    assert row["force"] == "Government forces"
    assert row["amount"] == "500 fighters"
    assert row["status"] == "reported"
