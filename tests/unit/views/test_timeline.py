"""Claims by day, in lanes of who says so."""

from dataclasses import replace

from tests.support.made import made_claim, made_document, made_quantity
from trucewatch.views.timeline import timeline, timeline_record

DOCUMENT = made_document()
JOINED = made_claim(
    DOCUMENT,
    "41 armed groups",
    quantity=made_quantity(DOCUMENT, "41"),
    day="2016-05-23",
)
EARLIER = made_claim(DOCUMENT, "the truce", day="2016-05-02")
UNDATED = made_claim(DOCUMENT, "7 people were killed")
OTHER = made_claim(DOCUMENT, "on Monday", speaker="sohr", day="2016-05-01")
NOBODY = replace(made_claim(DOCUMENT, "Its spokesman"), chain=(), key="")


def labelled(key: str) -> str:
    return {"ru_crc": "Centre"}.get(key, key)


def test_each_speaker_has_a_lane_of_their_own() -> None:
    lanes = timeline([JOINED, OTHER, NOBODY, EARLIER], labelled)
    assert [(lane.speaker, lane.label) for lane in lanes] == [
        ("ru_crc", "Centre"),
        ("sohr", "sohr"),
        ("unattributed", "unattributed"),
    ]


def test_moments_stand_in_order_and_the_undated_come_last() -> None:
    (lane,) = timeline([UNDATED, JOINED, EARLIER])
    assert [moment.start for moment in lane.moments] == [
        "2016-05-02",
        "2016-05-23",
        None,
    ]


def test_a_moment_leads_back_to_its_claim_and_words() -> None:
    (lane,) = timeline([JOINED])
    record = timeline_record(lane)["moments"][0]
    assert record["claim"] == JOINED.key
    assert record["quote"] == "41 armed groups"
    assert record["number"] == "41 groups"
    assert (record["start"], record["basis"]) == ("2016-05-23", "anchored")
