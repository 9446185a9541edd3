"""Who holds what, per speaker."""

from typing import cast

import pytest

from tests.support.statements import AROUND, number, say, seen
from trucewatch.claims.claim import Claim
from trucewatch.registers.areas import REGISTER, AreaRow
from trucewatch.values.stances import Aggregation, Assertion, Polarity, Quantifier


def rows(*claims: Claim) -> tuple[AreaRow, ...]:
    return cast(
        "tuple[AreaRow, ...]", tuple(REGISTER.build(seen(*claims), AROUND.theatre))
    )


def control(speaker: str, **more: object) -> Claim:
    fields: dict[str, object] = {"roles": {"holder": "isis"}, "at": "sy_nawa", **more}
    return say(speaker, "ARE.control", on="2017-12-07", **fields)  # type: ignore[arg-type]


def test_speakers_are_never_blended() -> None:
    found = rows(control("sohr"), control("ru_mod"))
    assert {row.speaker.value for row in found} == {
        "Observatory",
        "Ministry of Defence",
    }


@pytest.mark.parametrize(
    ("claim", "state"),
    [
        (control("sohr"), "held"),
        (control("sohr", polarity=Polarity.NEGATED), "none held"),
        (
            control(
                "sohr", count=number(None, "settlements", quantifier=Quantifier.NONE)
            ),
            "none held",
        ),
        (control("sohr", assertion=Assertion.PLANNED), "planned"),
        (say("sohr", "ARE.presence", roles={"actor": "isis"}), "present"),
        (
            say(
                "sohr", "ARE.presence", roles={"actor": "x"}, polarity=Polarity.NEGATED
            ),
            "not present",
        ),
    ],
)
def test_the_state_is_what_the_speaker_says(claim: Claim, state: str) -> None:
    (row,) = rows(claim)
    assert row.state.value == state


def test_a_share_and_its_denial_are_disputed() -> None:
    share = number(8, "percent", Aggregation.STOCK, Quantifier.ABOUT)
    none = number(None, "settlements", Aggregation.STOCK, Quantifier.NONE)
    found = rows(
        control("sohr", count=share, at="sy_adm_daraa"),
        control("ru_mod", count=none, at="sy"),
    )
    assert {row.extent.value for row in found} == {"about 8 percent", "no settlements"}
    assert all(row.state.disputed for row in found)


def test_a_change_of_hands_has_a_way_and_a_loser() -> None:
    roles = {"gainer": "sy_army", "loser": "isis"}
    taken = say("ru_mod", "ARE.control_change", variant="force", roles=roles)
    (row,) = rows(taken)
    assert (row.change.value, row.loser.value) == ("force", "isis")
    assert row.holder.value == "Government forces"


def test_a_front_has_a_distance_and_no_extent() -> None:
    far = number(5, "km", Aggregation.STOCK)
    (row,) = rows(say("sohr", "ARE.frontline", count=far, roles={"actor": "sy_army"}))
    assert row.distance.value == "5 km"
    assert row.extent.value is None
