"""What is reported to have happened, clustered."""

from typing import cast

from tests.support.statements import AROUND, number, say, seen
from trucewatch.claims.claim import Claim
from trucewatch.registers.incidents import REGISTER, IncidentRow
from trucewatch.values.stances import Aggregation, PlacePrecision

DAY = "2016-05-20"


def rows(*claims: Claim) -> tuple[IncidentRow, ...]:
    return cast(
        "tuple[IncidentRow, ...]", tuple(REGISTER.build(seen(*claims), AROUND.theatre))
    )


def shelling(speaker: str, actor: str | None = None, **more: object) -> Claim:
    roles = {"target": "market"} | ({"actor": actor} if actor else {})
    fields: dict[str, object] = {"at": "sy_nawa", "on": DAY, "roles": roles, **more}
    return say(speaker, "INC.shelling", **fields)  # type: ignore[arg-type]


def test_tellings_of_one_town_and_day_make_one_row() -> None:
    (row,) = rows(shelling("sohr", "sy_army"), shelling("un", "sy_army"))
    assert row.roots.value == 2
    assert row.attribution.value == "attributed"
    assert row.target.value == "market"


def test_different_actors_make_a_disputed_attribution() -> None:
    (row,) = rows(shelling("sohr", "sy_army"), shelling("ru_mod", "rebels"))
    assert row.attribution.value == "disputed"
    assert row.actor.value == ("Government forces", "rebels")
    assert row.actor.disputed


def test_who_names_nobody_leaves_it_to_the_others() -> None:
    (row,) = rows(shelling("sohr"), shelling("un", "sy_army"))
    assert row.attribution.value == "attributed"
    (alone,) = rows(shelling("sohr"))
    assert alone.attribution.value == "unattributed"


def test_things_of_a_province_stay_apart_by_speaker() -> None:
    far = {"at": "sy_adm_daraa", "precision": PlacePrecision.GOVERNORATE}
    assert len(rows(shelling("sohr", **far), shelling("un", **far))) == 2


def test_another_day_or_act_is_another_row() -> None:
    found = rows(
        shelling("sohr"),
        shelling("sohr", on="2016-05-21"),
        say("sohr", "INC.air_strike", at="sy_nawa", on=DAY),
    )
    assert len(found) == 3


def test_the_count_of_a_period_is_a_row_of_its_own() -> None:
    day = Aggregation.PER_PERIOD
    total = say("ru_crc", "INC.violation", count=number(6, "violations", day), on=DAY)
    rival = say("tr_jc", "INC.violation", count=number(13, "violations", day), on=DAY)
    found = rows(total, rival)
    assert sorted(str(row.count.value) for row in found) == ["13", "6"]
    assert not any(row.count.disputed for row in found)


def test_a_violation_names_the_truce_it_breaches() -> None:
    roles = {"violator": "rebels", "term": "no mortar fire"}
    (row,) = rows(say("sohr", "INC.violation", instrument="t", roles=roles, on=DAY))
    assert (row.instrument.value, row.term.value) == ("t", "no mortar fire")


def test_a_clash_has_sides_and_no_perpetrator() -> None:
    roles = {"side_a": "ru", "side_b": "tr"}
    (row,) = rows(say("sohr", "INC.armed_clash", at="sy_nawa", on=DAY, roles=roles))
    assert row.actor.value == ("Russia", "Turkey")
