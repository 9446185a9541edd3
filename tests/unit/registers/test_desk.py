"""How cells are made, and what a register leaves out."""

import dataclasses

import pytest

from tests.support.statements import AROUND, number, say, seen
from trucewatch.claims.claim import Claim
from trucewatch.registers.desk import Desk, span_of_days
from trucewatch.registers.figures import spread, unit_of, worded
from trucewatch.registers.register import EMPTY
from trucewatch.values.quantities import Quantity
from trucewatch.values.stances import PlaceRole, Quantifier


def desk(*claims: Claim) -> Desk:
    return Desk(seen(*claims), AROUND.theatre)


def test_a_cell_without_value_or_claims_is_empty() -> None:
    claim = say("sohr")
    at = desk(claim)
    assert at.cell(None, [claim]) is EMPTY
    assert at.cell((), [claim]) is EMPTY
    assert at.cell("held", []) is EMPTY


def test_zero_is_a_value() -> None:
    claim = say("sohr", killed=0)
    assert desk(claim).cell(0, [claim]).value == 0
    assert spread(desk(claim), [claim]).best.value == 0


def test_distinct_values_stand_beside_each_other() -> None:
    claims = [say("sohr", roles={"actor": a}) for a in ("ru", "tr", "ru")]
    at = desk(*claims)
    cell = at.said(lambda c: at.roles(c, "actor"), claims)
    assert cell.value == ("Russia", "Turkey")


def test_claims_that_say_nothing_are_not_behind_a_cell() -> None:
    silent, named = say("sohr"), say("un", roles={"actor": "ru"})
    at = desk(silent, named)
    cell = at.said(lambda c: at.roles(c, "actor"), [silent, named])
    assert cell.claims == (named.key,)


def test_speakers_are_named_by_label_then_words_then_key() -> None:
    claims = [say("ru_crc"), say("nobody"), say(None, doc="x")]
    at = desk(*claims)
    assert [at.speaker(c) for c in claims] == [
        "Reconciliation centre",
        "nobody",
        "paper of x",
    ]


def test_a_claim_without_a_chain_has_no_known_speaker() -> None:
    nameless = dataclasses.replace(say(None), chain=())
    assert desk().speaker(nameless) == "unknown"


def test_where_from_is_shown_only_where_nothing_else_is() -> None:
    claim = say("sohr", at=("sy_nawa", "sy_adm_daraa"))
    left = dataclasses.replace(claim.places[0], role=PlaceRole.FROM)
    both = dataclasses.replace(claim, places=(left, claim.places[1]))
    alone = dataclasses.replace(claim, places=(left,))
    assert desk().places(both) == ("Daraa",)
    assert desk().places(alone) == ("Nawa",)


def test_the_days_of_a_row_run_from_the_first_to_the_last() -> None:
    claims = [say("un", on="2016-05-20"), say("un", since="2016-05-01", on=None)]
    assert span_of_days(claims) == ("2016-05-01", "2016-05-20")
    assert span_of_days([say("un")]) == (None, None)


def test_low_and_high_are_the_outermost_anybody_gives() -> None:
    claims = [
        say("sohr", count=number(12, "killed")),
        say("un", count=number(None, "killed", bounds=(10, 20))),
    ]
    found = spread(desk(*claims), claims)
    assert (found.low.value, found.best.value, found.high.value) == (10, 12, 20)


def test_there_is_no_best_where_speakers_differ() -> None:
    claims = [say("sohr", killed=12), say("un", killed=20)]
    assert spread(desk(*claims), claims).best is EMPTY


def test_at_least_leaves_the_top_open() -> None:
    claim = say("sohr", count=number(12, "killed", quantifier=Quantifier.AT_LEAST))
    found = spread(desk(claim), [claim])
    assert found.low.value == 12
    assert found.high is EMPTY


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (number(59, "groups"), "59 groups"),
        (number(None, "settlements", quantifier=Quantifier.NONE), "no settlements"),
        (number(None, "killed", bounds=(80, 100)), "80 to 100 killed"),
        (number(5, "km", quantifier=Quantifier.NEARLY), "nearly 5 km"),
        (number(None, "killed", quantifier=Quantifier.SOME), "None killed"),
    ],
)
def test_numbers_read_as_they_were_meant(count: Quantity, text: str) -> None:
    assert worded(say("sohr", count=count)) == text


def test_none_counts_as_zero_in_a_spread() -> None:
    claim = say("sohr", count=number(None, "killed", quantifier=Quantifier.NONE))
    found = spread(desk(claim), [claim])
    assert (found.low.value, found.high.value) == (0, 0)


def test_a_claim_without_a_number_words_none() -> None:
    assert worded(say("sohr")) is None
    assert unit_of(say("sohr")) is None
