"""Whether something happened or holds at all."""

import pytest

from tests.support.statements import AROUND, number, say
from trucewatch.claims.claim import Claim
from trucewatch.comparison.comparing import compare_claims
from trucewatch.comparison.findings import Aspect, Relation
from trucewatch.values.stances import Aggregation, Polarity, Quantifier

DAY = "2017-12-07"
NO = Polarity.NEGATED


def disputed(*claims: Claim) -> bool:
    found = compare_claims(claims, AROUND)
    against = (Relation.CONTRADICTS, Aspect.POLARITY)
    return against in [(f.relation, f.aspect) for f in found]


def moved(quote: str) -> Claim:
    return say("ru_mod", "FRC.movement", on=DAY, at="sy_daraa", quote=quote)


def none_moved(quote: str) -> Claim:
    none = number(None, "weapons", Aggregation.PER_EVENT, Quantifier.NONE)
    return say("sohr", "FRC.movement", on=DAY, at="sy_daraa", quote=quote, count=none)


@pytest.mark.parametrize(
    ("yes", "no", "wanted"),
    [
        ("The army took tanks away", "no tanks were taken away", True),
        ("The army took tanks away", "not a single tanks column left", True),
        ("The army took its guns away", "no tanks were taken away", False),
    ],
)
def test_a_count_of_none_stands_against_what_it_is_of(
    yes: str, no: str, *, wanted: bool
) -> None:
    assert disputed(moved(yes), none_moved(no)) is wanted


def service(speaker: str, quote: str, polarity: Polarity) -> Claim:
    fields = {"on": DAY, "at": "sy_daraa", "quote": quote, "polarity": polarity}
    return say(speaker, "HUM.service_status", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("no", "wanted"),
    [("Water was not restored", True), ("Electricity was not restored", False)],
)
def test_a_service_is_disputed_by_itself_and_not_by_another(
    no: str, *, wanted: bool
) -> None:
    flows = service("ru_mod", "Water flows again", Polarity.AFFIRMED)
    assert disputed(flows, service("sohr", no, NO)) is wanted
