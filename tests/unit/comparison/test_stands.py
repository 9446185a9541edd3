"""Questions without numbers."""

import pytest

from tests.support.statements import AROUND, number, say
from trucewatch.claims.claim import Claim
from trucewatch.comparison.comparing import compare_claims
from trucewatch.comparison.findings import Aspect, Finding, Relation
from trucewatch.values.quantities import Quantity
from trucewatch.values.stances import Aggregation, Assertion, Polarity, Quantifier

DAY = "2017-12-07"
NO = Polarity.NEGATED


def found(*claims: Claim) -> tuple[Finding, ...]:
    return compare_claims(claims, AROUND)


def relations(*claims: Claim) -> list[tuple[Relation, Aspect]]:
    return [(f.relation, f.aspect) for f in found(*claims)]


HOLDER = [(Relation.CONTRADICTS, Aspect.HOLDER)]
ATTRIBUTION = [(Relation.CONTRADICTS, Aspect.ATTRIBUTION)]
PARTY = [(Relation.CONTRADICTS, Aspect.PARTY_STATUS)]
POLARITY = [(Relation.CONTRADICTS, Aspect.POLARITY)]


def held(speaker: str, count: Quantity | None = None, **more: object) -> Claim:
    fields: dict[str, object] = {"on": DAY, "roles": {"holder": "isis"}, **more}
    return say(speaker, "ARE.control", count=count, **fields)  # type: ignore[arg-type]


def no_village(speaker: str = "ru_mod", **more: object) -> Claim:
    none = number(None, "settlements", Aggregation.STOCK, Quantifier.NONE)
    return held(speaker, none, **more)


def eight_percent(speaker: str = "sohr", **more: object) -> Claim:
    share = number(8, "percent", Aggregation.STOCK, Quantifier.ABOUT)
    return held(speaker, share, **{"at": "sy_adm_daraa", **more})


@pytest.mark.parametrize(
    "nothing",
    [
        no_village(),
        no_village(at="sy"),
        no_village(at="sy_adm_daraa"),
        held("ru_mod", number(0, "settlements", Aggregation.STOCK), at="sy"),
        held("ru_mod", at="sy", polarity=NO),
    ],
    ids=["everywhere", "country", "province", "zero", "negated"],
)
def test_no_village_stands_against_a_share_of_a_province(nothing: Claim) -> None:
    share = eight_percent()
    (finding,) = found(nothing, share)
    assert (finding.relation, finding.aspect) == HOLDER[0]
    assert set(finding.claims) == {nothing.key, share.key}


@pytest.mark.parametrize(
    "share",
    [
        eight_percent("ru_mod"),
        eight_percent(roles={"holder": "sy_army"}),
        eight_percent(on="2017-10-01"),
        eight_percent(at="sy_elsewhere"),
    ],
    ids=["same speaker", "other holder", "other time", "other place"],
)
def test_what_answers_another_question_does_not_stand_against_it(share: Claim) -> None:
    assert relations(no_village(at="sy_adm_daraa"), share) == []


def test_presence_is_no_control() -> None:
    present = say("sohr", "ARE.presence", at="sy_nawa", on=DAY, roles={"actor": "isis"})
    assert relations(no_village(), present) == []


def test_undated_statements_meet_within_one_document_only() -> None:
    here = eight_percent(on=None, doc="one")
    assert relations(no_village(on=None, doc="one"), here) == HOLDER
    assert relations(no_village(on=None, doc="two"), here) == []


def took(speaker: str, holder: str, **more: object) -> Claim:
    fields: dict[str, object] = {"at": "sy_nawa", "on": DAY, **more}
    return say(speaker, "ARE.control_change", roles={"gainer": holder}, **fields)  # type: ignore[arg-type]


def test_two_holders_of_one_town_contradict() -> None:
    assert relations(took("sohr", "isis"), took("ru_crc", "sy_army")) == HOLDER


@pytest.mark.parametrize(
    "other",
    [
        took("ru_crc", "isis"),
        took("ru_crc", "sy_army", on="2017-12-09"),
        took("ru_crc", "sy_army", at="sy_adm_daraa"),
        took("sohr", "sy_army"),
        took("ru_crc", "sy_army", assertion=Assertion.PLANNED),
    ],
    ids=["same", "later", "province", "same speaker", "planned"],
)
def test_a_town_may_change_hands_or_be_held_by_one(other: Claim) -> None:
    assert relations(took("sohr", "isis"), other) == []


def strike(speaker: str, actor: str, **more: object) -> Claim:
    fields: dict[str, object] = {"at": "sy_nawa", "on": DAY, **more}
    roles = {"actor": actor, "target": "hospital"}
    return say(speaker, "INC.air_strike", **{"roles": roles, **fields})  # type: ignore[arg-type]


def test_one_strike_laid_with_two_sides_is_disputed() -> None:
    assert relations(strike("sohr", "ru"), strike("ru_mod", "us")) == ATTRIBUTION


def test_two_strikes_in_one_town_need_not_be_one() -> None:
    other = strike("ru_mod", "us", roles={"actor": "us", "target": "depot"})
    assert relations(strike("sohr", "ru"), other) == []


def test_an_equal_toll_makes_two_tellings_one_incident() -> None:
    blasts = number(4, "blasts")
    one = say(
        "sohr", "INC.bombing", count=blasts, at="sy_nawa", on=DAY, roles={"actor": "a"}
    )
    other = say(
        "ru_mod",
        "INC.bombing",
        count=blasts,
        at="sy_nawa",
        on=DAY,
        roles={"actor": "b"},
    )
    assert ATTRIBUTION[0] in relations(one, other)


def breach(speaker: str, violator: str, **more: object) -> Claim:
    fields: dict[str, object] = {"on": DAY, **more}
    return say(speaker, "INC.violation", roles={"violator": violator}, **fields)  # type: ignore[arg-type]


def test_mutual_accusations_of_breaking_a_truce_contradict() -> None:
    rebels = breach("sy_gov", "rebels")
    assert relations(rebels, breach("hnc", "sy_army")) == ATTRIBUTION


def test_not_observing_is_an_accusation_too() -> None:
    accused = say(
        "hnc", "INS.compliance", on=DAY, roles={"actor": "sy_army"}, polarity=NO
    )
    assert relations(breach("sy_gov", "rebels"), accused) == ATTRIBUTION


@pytest.mark.parametrize(
    "other",
    [
        breach("hnc", "rebels"),
        breach("hnc", "sy_army", on="2017-12-30"),
        breach("hnc", "sy_army", instrument="another"),
        breach("hnc", "sy_army", at="sy_nawa"),
    ],
    ids=["same side", "weeks later", "another truce", "one town"],
)
def test_accusations_that_do_not_meet(other: Claim) -> None:
    assert relations(breach("sy_gov", "rebels", instrument="coh"), other) == []


def joined(speaker: str, **more: object) -> Claim:
    fields: dict[str, object] = {"on": DAY, "roles": {"joiner": "jai"}, **more}
    return say(speaker, "PTY.accession", **fields)  # type: ignore[arg-type]


def excluded(speaker: str, **more: object) -> Claim:
    fields: dict[str, object] = {"on": DAY, "roles": {"excluded": "jai"}, **more}
    return say(speaker, "INS.term", variant="exclusion", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "against",
    [
        joined("ru_mod", polarity=NO),
        joined("ru_mod", assertion=Assertion.DENIED),
        excluded("ru_mod"),
    ],
)
def test_a_party_to_one_is_none_to_another(against: Claim) -> None:
    assert relations(joined("us_state"), against) == PARTY


@pytest.mark.parametrize(
    "other",
    [
        joined("ru_mod"),
        joined("ru_mod", assertion=Assertion.UNCONFIRMED),
        joined("ru_mod", polarity=NO, roles={"joiner": "other"}),
        joined("ru_mod", polarity=NO, on="2018-06-01"),
        joined("ru_mod", polarity=NO, count=number(3, "groups")),
        excluded("us_state"),
    ],
    ids=["agrees", "unconfirmed", "other group", "much later", "count", "same speaker"],
)
def test_what_leaves_a_party_status_in_peace(other: Claim) -> None:
    assert relations(joined("us_state"), other) == []


def test_parties_to_different_truces_do_not_clash() -> None:
    one = joined("us_state", instrument="a")
    assert relations(one, excluded("ru_mod", instrument="b")) == []


def used(speaker: str, **more: object) -> Claim:
    roles = {"actor": "sy_army", "munition": "barrel bombs"}
    fields: dict[str, object] = {"at": "sy_nawa", "on": DAY, "roles": roles, **more}
    return say(speaker, "INC.shelling", **fields)  # type: ignore[arg-type]


def test_so_and_not_so_contradict() -> None:
    assert relations(used("un"), used("sy_gov", polarity=NO)) == POLARITY


@pytest.mark.parametrize(
    "other",
    [
        used("un", polarity=NO),
        used("sy_gov", polarity=NO, on="2017-12-09"),
        used("sy_gov", polarity=NO, at="sy_other"),
        used("sy_gov", polarity=NO, roles={"actor": "rebels"}),
        used("sy_gov", polarity=NO, assertion=Assertion.PLANNED),
    ],
)
def test_not_so_of_something_else_is_no_contradiction(other: Claim) -> None:
    assert relations(used("un"), other) == []


def test_a_truce_is_observed_and_not_observed() -> None:
    def observed(speaker: str, **more: object) -> Claim:
        more = {"quote": "the truce is observed", **more}
        return say(speaker, "INS.compliance", instrument="t", on=DAY, **more)  # type: ignore[arg-type]

    here = {"at": "sy_nawa"}
    not_here = observed("un", polarity=NO, **here)
    assert relations(observed("sy_gov", **here), not_here) == POLARITY
    assert relations(observed("sy_gov"), observed("un", polarity=NO)) == POLARITY
    broken = observed("un", polarity=NO, quote="the truce is broken daily")
    assert relations(observed("sy_gov"), broken) == []
    shaky = observed("sy_gov", quote="the truce is in danger", **here)
    assert relations(shaky, not_here) == []


def counted(speaker: str, value: int, **more: object) -> Claim:
    amount = number(value, "violations", Aggregation.PER_PERIOD)
    return say(speaker, "INC.violation", count=amount, doc="one", on=DAY, **more)  # type: ignore[arg-type]


def test_a_denial_finds_the_total_it_answers() -> None:
    total, part = counted("tr_jc", 8), counted("tr_jc", 3, at="sy_nawa")
    denial = say(
        "ru_crc", "INC.violation", doc="one", on=DAY, assertion=Assertion.DENIED
    )
    (finding,) = found(total, part, denial)
    assert finding.relation is Relation.DENIES
    assert set(finding.claims) == {total.key, denial.key}


def test_a_denial_of_nothing_in_sight_is_no_finding() -> None:
    denial = say(
        "ru_crc", "INC.violation", doc="one", on=DAY, assertion=Assertion.DENIED
    )
    assert relations(denial, counted("ru_crc", 8)) == []


def test_the_nearest_claim_before_a_denial_is_the_one_denied() -> None:
    claims = [
        used("un", doc="one", quote="first"),
        used("un", doc="one", quote="second"),
        used("sy_gov", doc="one", assertion=Assertion.DENIED),
        used("un", doc="one", quote="after"),
    ]
    denials = [f for f in found(*claims) if f.relation is Relation.DENIES]
    assert [claims[1].key in f.claims for f in denials] == [True]


@pytest.mark.parametrize(
    ("value", "relation"), [(82, [Relation.DENIES]), (0, [Relation.DENIES]), (7, [])]
)
def test_a_number_that_is_not_confirmed_stands_against_its_speaker(
    value: int, relation: list[Relation]
) -> None:
    said = counted("tr_jc", 82)
    unconfirmed = counted("ru_crc", value, assertion=Assertion.UNCONFIRMED)
    found_now = [f.relation for f in found(said, unconfirmed)]
    assert [r for r in found_now if r is Relation.DENIES] == relation


def test_an_unconfirmed_report_without_a_number_denies_nobody() -> None:
    told = say(
        "ru_crc", "INC.violation", doc="one", on=DAY, assertion=Assertion.UNCONFIRMED
    )
    assert relations(counted("tr_jc", 8), told) == []


def test_an_unconfirmed_number_of_another_unit_denies_nobody() -> None:
    amount = number(8, "rounds", Aggregation.PER_PERIOD)
    told = say(
        "ru_crc",
        "INC.violation",
        count=amount,
        doc="one",
        on=DAY,
        assertion=Assertion.UNCONFIRMED,
    )
    assert relations(counted("tr_jc", 8), told) == []


def test_undated_accusations_meet_within_their_document() -> None:
    here = {"on": None, "doc": "one"}
    one, other = breach("sy_gov", "a", **here), breach("hnc", "b", **here)
    assert relations(one, other) == ATTRIBUTION
    assert relations(one, breach("hnc", "b", on=None, doc="two")) == []


def test_accusations_a_few_days_apart_meet_whatever_was_said_before() -> None:
    """An earlier accusation must not cut a week off from the next."""

    def breaks(speaker: str, who: str, on: str) -> Claim:
        return say(speaker, "INC.violation", on=on, roles={"violator": who})

    before = breaks("sohr", "rebels", "2016-05-01")
    one = breaks("un", "rebels", "2016-05-07")
    other = breaks("sohr", "government", "2016-05-10")
    aspects = [f.aspect for f in compare_claims([before, one, other], AROUND)]
    assert Aspect.ATTRIBUTION in aspects
