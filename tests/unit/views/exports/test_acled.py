"""Claims as events in ACLED's columns."""

import csv
import io
from dataclasses import replace

import pytest

from tests.support.handed import made_handout, of_ledger, written
from tests.support.made import made_claim, made_document, made_ledger, made_quantity
from trucewatch.claims.claim import Claim, Role
from trucewatch.documents.document import Document
from trucewatch.values.stances import (
    Aggregation,
    Assertion,
    PlacePrecision,
    Polarity,
    Tense,
    TimePrecision,
)
from trucewatch.views.exports import acled
from trucewatch.views.exports.acled import COLUMNS, OURS

TEXT = (
    "The army shelled Nawa on 22 May, the council said. 7 people were killed in Nawa.\n"
    "A second count gave 4 dead in Nawa. An air strike hit Nawa. Shells fell on Nawa.\n"
)
DOCUMENT = made_document(TEXT)
OTHER = made_document(f"{TEXT}Copied.", file="copy.txt")
DAY = "2016-05-22"
ARMY = Role("actor", "sy_army", "army", None)
SHELLED = made_claim(
    DOCUMENT, "The army shelled Nawa", "INC.shelling", place="Nawa", day=DAY
)


def dead(document: Document, number: str, quote: str) -> Claim:
    counted = made_quantity(
        document, number, unit="killed", aggregation=Aggregation.PER_EVENT
    )
    return made_claim(
        document, quote, "CAS.casualties", quantity=counted, place="Nawa", day=DAY
    )


SEVEN = dead(DOCUMENT, "7", "7 people were killed in Nawa")
FOUR = dead(DOCUMENT, "4", "4 dead in Nawa")


def events(*claims: Claim) -> list[dict[str, str]]:
    return list(
        csv.DictReader(io.StringIO(written("acled", made_handout(DOCUMENT, *claims))))
    )


def left_out(claim: Claim) -> list[str]:
    handout = made_handout(DOCUMENT, claim)
    assert acled.write(handout, io.StringIO()) == 0
    return list(handout.left_out)


def test_an_event_has_the_columns_of_acled_and_the_claims_behind_it() -> None:
    (row,) = events(SHELLED)
    assert list(row) == [*COLUMNS, *OURS]
    assert (row["event_type"], row["disorder_type"]) == (
        "Explosions/Remote violence",
        "Political violence",
    )
    assert row["sub_event_type"] == "Shelling/artillery/missile attack"
    assert (row["event_date"], row["year"], row["time_precision"]) == (DAY, "2016", "1")
    assert (row["location"], row["country"], row["geo_precision"]) == (
        "Nawa",
        "Syria",
        "1",
    )
    assert row["claims"] == SHELLED.key
    assert row["timestamp"].isdecimal()
    assert SHELLED.quote in row["notes"]


def test_the_codes_are_acleds_own() -> None:
    assert len(COLUMNS) == 31
    assert COLUMNS[0] == "event_id_cnty"


def test_tellings_of_one_town_day_and_type_are_one_event() -> None:
    again = made_claim(
        DOCUMENT, "Shells fell on Nawa", "INC.shelling", place="Nawa", day=DAY
    )
    (row,) = events(SHELLED, again)
    assert set(row["claims"].split()) == {SHELLED.key, again.key}


def test_what_happens_in_a_whole_province_is_not_taken_for_one_event() -> None:
    def wide(quote: str) -> Claim:
        claim = made_claim(DOCUMENT, quote, "INC.shelling", place="Nawa", day=DAY)
        place = replace(claim.places[0], precision=PlacePrecision.GOVERNORATE)
        return replace(claim, places=(place,))

    assert len(events(wide("army shelled Nawa"), wide("Shells fell on Nawa"))) == 2


def test_the_dead_of_the_only_event_there_are_the_largest_count_of_a_document() -> None:
    (row,) = events(SHELLED, SEVEN, FOUR)
    assert row["fatalities"] == "7"
    assert row["fatalities_claims"] == SEVEN.key


def test_of_several_documents_the_most_conservative_count_stands() -> None:
    four = dead(OTHER, "4", "4 dead in Nawa")
    handout = of_ledger(made_ledger((DOCUMENT, (SHELLED, SEVEN)), (OTHER, (four,))))
    (row,) = csv.DictReader(io.StringIO(written("acled", handout)))
    assert (row["fatalities"], row["fatalities_claims"]) == ("4", four.key)


def test_deaths_that_nobody_counts_are_not_nought() -> None:
    open_end = replace(SEVEN, quantity=None)
    assert acled.fewest([open_end]) == (None, [])
    assert events(SHELLED)[0]["fatalities"] == ""


def test_the_dead_of_two_events_are_given_to_neither() -> None:
    strike = made_claim(
        DOCUMENT, "An air strike hit Nawa", "INC.air_strike", place="Nawa", day=DAY
    )
    handout = made_handout(DOCUMENT, SHELLED, strike, SEVEN)
    rows = list(csv.DictReader(io.StringIO(written("acled", handout))))
    assert [row["fatalities"] for row in rows] == ["", ""]
    assert dict(handout.left_out) == {"on deaths that no one event there explains": 1}


def test_forces_of_a_state_are_state_forces_at_home_and_external_abroad() -> None:
    by = replace(SHELLED, roles=(ARMY,))
    (row,) = events(by)
    assert (row["actor1"], row["inter1"]) == ("Armed forces of Syria", "State forces")
    foreign = Role("actor", "ru_army", "army", None)
    target = Role("target", "sy_army", "army", None)
    (row,) = events(replace(SHELLED, roles=(foreign, target)))
    assert row["inter1"] == "External/Other forces"
    assert row["interaction"] == "External/Other forces-State forces"


def test_where_speakers_name_different_sides_none_is_given() -> None:
    one = replace(SHELLED, roles=(ARMY,))
    other = made_claim(
        DOCUMENT,
        "Shells fell on Nawa",
        "INC.shelling",
        place="Nawa",
        day=DAY,
        roles=(Role("actor", "isil", "ISIS", None),),
    )
    (row,) = events(one, other)
    assert row["actor1"] == ""


def test_a_clash_has_its_two_sides() -> None:
    sides = (Role("actor", "sy_army", "army", None), Role("actor", "isil", "x", None))
    clash = replace(SHELLED, kind="INC.armed_clash", roles=sides)
    (row,) = events(clash)
    assert (row["actor1"], row["actor2"]) == ("Armed forces of Syria", "Islamic State")
    assert row["inter2"] == ""


def test_violence_against_civilians_targets_them() -> None:
    (row,) = events(replace(SHELLED, kind="INC.attack_civilians"))
    assert row["civilian_targeting"] == "Civilian targeting"


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        (replace(SHELLED, polarity=Polarity.NEGATED), "denied"),
        (replace(SHELLED, assertion=Assertion.PLANNED), "denied"),
        (replace(SHELLED, tense=Tense.HISTORICAL), "long past"),
        (replace(SHELLED, places=()), "without a placed town"),
        (
            replace(SHELLED, time=replace(SHELLED.time, precision=TimePrecision.YEAR)),
            "without a placed town",
        ),
        (
            replace(SHELLED, time=replace(SHELLED.time, start=None, end=None)),
            "without a placed town",
        ),
        (replace(SHELLED, kind="STA.position"), "of a type"),
        (
            replace(SHELLED, quantity=made_quantity(DOCUMENT, "7", unit="shellings")),
            "counted over a period",
        ),
    ],
)
def test_what_is_no_event_is_left_out_with_its_reason(claim: Claim, why: str) -> None:
    (said,) = left_out(claim)
    assert why in said


def test_a_document_of_nobody_is_known_by_its_file() -> None:
    (row,) = events(replace(SHELLED, chain=()))
    assert row["source"] == "bulletin.txt"
    assert row["notes"].startswith("unattributed: ")


def test_a_place_no_gazetteer_knows_has_no_country() -> None:
    place = replace(SHELLED.places[0], id=None)
    (row,) = events(replace(SHELLED, places=(place,)))
    assert (row["country"], row["admin1"]) == ("", "")
