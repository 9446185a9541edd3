"""When a truce starts, and whether it has ended."""

import dataclasses

import pytest

from tests.support.statements import AROUND, say
from trucewatch.claims.claim import Claim
from trucewatch.comparison.comparing import compare_claims
from trucewatch.comparison.findings import Aspect, Relation
from trucewatch.values.stances import Assertion, Polarity, TimePrecision

START = [(Relation.CONTRADICTS, Aspect.START)]
END = [(Relation.CONTRADICTS, Aspect.END)]


def relations(*claims: Claim) -> list[tuple[Relation, Aspect]]:
    return [(f.relation, f.aspect) for f in compare_claims(claims, AROUND)]


def starts(speaker: str | None, when: str, **more: object) -> Claim:
    fields: dict[str, object] = {"at": "sy_adm_daraa", "since": when, **more}
    return say(speaker, "INS.entry_into_force", on=when[:10], **fields)  # type: ignore[arg-type]


def test_noon_and_midnight_are_two_starts() -> None:
    noon, night = starts("ru_mfa", "2017-07-09T12:00"), starts(None, "2017-07-09T00:00")
    (finding,) = compare_claims([noon, night], AROUND)
    assert (finding.relation, finding.aspect) == START[0]
    assert "12:00" in finding.why


@pytest.mark.parametrize(
    "other",
    [
        starts("sohr", "2017-07-10"),
        starts("sohr", "2017-07-10", at="sy_nawa"),
    ],
    ids=["next day", "town in it"],
)
def test_two_days_for_one_truce_contradict(other: Claim) -> None:
    assert relations(starts("ru_mfa", "2017-07-09"), other) == START


@pytest.mark.parametrize(
    "other",
    [
        starts("sohr", "2017-07-09"),
        starts("sohr", "2017-07-09T12:00"),
        starts("sohr", "2016-12-30"),
        starts("sohr", "2017-07-10", at="sy_elsewhere"),
        starts("sohr", "2017-07-10", polarity=Polarity.NEGATED),
    ],
    ids=["same day", "an hour beside a day", "another truce", "elsewhere", "negated"],
)
def test_starts_that_do_not_clash(other: Claim) -> None:
    assert relations(starts("ru_mfa", "2017-07-09"), other) == []


def test_a_named_instrument_decides() -> None:
    one = starts("ru_mfa", "2017-07-09", instrument="a")
    assert relations(one, starts("sohr", "2017-07-10", instrument="b")) == []
    far = starts("sohr", "2017-07-10", instrument="a", at="sy_elsewhere")
    assert relations(one, far) == START


def test_a_month_is_no_start() -> None:
    vague = starts("sohr", "2017-07-10")
    time = dataclasses.replace(vague.time, precision=TimePrecision.MONTH)
    month = dataclasses.replace(vague, time=time, key="")
    assert relations(starts("ru_mfa", "2017-07-09"), month) == []


def test_nameless_truces_without_an_area_are_not_taken_for_one_days_apart() -> None:
    one = starts("ru_mfa", "2017-07-09", at=(), doc="one")
    assert relations(one, starts("sohr", "2017-07-10", doc="two")) == []
    assert relations(one, starts("sohr", "2017-07-11", at=(), doc="two")) == []


def test_nameless_truces_without_an_area_are_one_within_a_day() -> None:
    one = starts("ru_mfa", "2017-07-09", at=(), doc="one")
    other = starts("sohr", "2017-07-10", at=(), doc="two")
    assert relations(one, other) == [(Relation.CONTRADICTS, Aspect.START)]


def over(speaker: str, **more: object) -> Claim:
    fields: dict[str, object] = {"on": "2016-09-19", **more}
    return say(speaker, "INS.termination", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "alive",
    [
        over("us_state", polarity=Polarity.NEGATED),
        over("us_state", assertion=Assertion.DENIED),
    ],
)
def test_a_truce_cannot_be_over_and_hold(alive: Claim) -> None:
    assert END[0] in relations(over("sy_gov"), alive)


@pytest.mark.parametrize(
    "other",
    [
        over("us_state"),
        over("sy_gov", polarity=Polarity.NEGATED),
        say("us_state", "INS.compliance", on="2016-09-20"),
        say("us_state", "INS.compliance", on="2016-09-20", polarity=Polarity.NEGATED),
        over("us_state", polarity=Polarity.NEGATED, instrument="b"),
    ],
)
def test_ends_that_are_not_disputed(other: Claim) -> None:
    assert relations(over("sy_gov", instrument="a"), other) == []


def test_a_proposed_start_clashes_with_nothing() -> None:
    asked = starts("sohr", "2017-07-10", assertion=Assertion.PROPOSED)
    assert relations(starts("ru_mfa", "2017-07-09"), asked) == []


def test_a_start_long_after_the_known_one_is_of_another_truce() -> None:
    later = [
        starts(speaker, day, instrument="coh", at=())
        for speaker, day in (("ru_mfa", "2016-09-17"), ("sohr", "2016-09-19"))
    ]
    assert relations(*later) == []
    first = [
        starts(speaker, day, instrument="coh", at=())
        for speaker, day in (("ru_mfa", "2016-02-26"), ("sohr", "2016-02-27"))
    ]
    assert relations(*first) == START


def test_ends_of_truces_in_two_places_do_not_meet() -> None:
    here = over("sy_gov", at="sy_nawa")
    there = over("us_state", at="sy_other", polarity=Polarity.NEGATED)
    assert relations(here, there) == []
    around = over("us_state", at="sy_adm_daraa", polarity=Polarity.NEGATED)
    assert END[0] in relations(here, around)


def test_a_text_that_names_two_days_itself_tells_of_two_things() -> None:
    assert (
        relations(*(starts(None, d, doc="a") for d in ("2017-07-09", "2017-07-10")))
        == []
    )
