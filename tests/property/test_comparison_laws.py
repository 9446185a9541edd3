"""Laws of comparison that hold whatever the claims are."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.statements import AROUND, number, say
from trucewatch.claims.claim import Claim
from trucewatch.claims.types import claim_type
from trucewatch.comparison import numbers
from trucewatch.comparison.comparing import MatterIndex, compare_claims
from trucewatch.comparison.facets import facet_of
from trucewatch.comparison.findings import Relation
from trucewatch.comparison.matters import windows
from trucewatch.values.quantities import Quantity
from trucewatch.values.stances import Aggregation, Quantifier

DAYS = st.integers(1, 6).map(lambda n: f"2016-05-{n:02d}")
COUNTED = {
    "CAS.casualties": "killed",
    "INC.violation": "violations",
    "REC.local_agreement": "settlements",
    "HUM.access_constraint": "persons",
}


@st.composite
def quantities(draw: st.DrawFn, unit: str) -> Quantity:
    return number(
        draw(st.integers(0, 40)),
        unit,
        draw(st.sampled_from(list(Aggregation))),
        draw(st.sampled_from(list(Quantifier))),
    )


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    kind = draw(st.sampled_from(list(COUNTED)))
    return say(
        draw(st.sampled_from(["sohr", "ru_crc", "ru_mod", "tr_jc", None])),
        kind,
        count=draw(quantities(COUNTED[kind])),
        at=draw(st.sampled_from([(), "sy_nawa", "sy_adm_daraa"])),
        on=draw(DAYS),
        doc=draw(st.sampled_from(string.ascii_lowercase[:5])),
    )


lists = st.lists(claims(), max_size=12)
# A list of claims takes long to draw; forty of them find what a hundred do.
few = settings(max_examples=40, deadline=None)


@few
@given(lists, st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_change_the_findings(
    said: list[Claim], chance: object
) -> None:
    shuffled = list(said)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert compare_claims(said, AROUND) == compare_claims(shuffled, AROUND)


@few
@given(lists)
def test_document_by_document_finds_what_the_whole_finds(said: list[Claim]) -> None:
    index = MatterIndex(AROUND)
    for document in sorted({c.document for c in said}):
        index.compare_document([c for c in said if c.document == document])
    at_once = MatterIndex(AROUND)
    at_once.add(said)
    assert index.findings() == at_once.findings()


@few
@given(lists)
def test_a_finding_speaks_of_claims_that_are_there(said: list[Claim]) -> None:
    keys = {c.key for c in said}
    assert all(keys.issuperset(f.claims) for f in compare_claims(said, AROUND))


@pytest.mark.slow
@few
@given(lists)
def test_keys_of_findings_are_unique(said: list[Claim]) -> None:
    found = [f.key for f in compare_claims(said, AROUND)]
    assert len(found) == len(set(found))


@few
@given(lists)
def test_running_totals_never_contradict_each_other(said: list[Claim]) -> None:
    running = {Aggregation.CUMULATIVE_TOTAL, Aggregation.SINCE_DATE}
    totals = [
        c
        for c in said
        if c.quantity
        and c.quantity.aggregation in running
        # of other types a figure "since" a day tells how things stand
        and running & {*claim_type(c.kind).aggregations}
    ]
    found = compare_claims(totals, AROUND)
    assert all(f.relation is not Relation.CONTRADICTS for f in found)


@given(quantities("killed"), quantities("killed"))
def test_agreement_of_numbers_is_mutual(one: Quantity, other: Quantity) -> None:
    a, b = (facet_of(say("sohr", count=q), AROUND) for q in (one, other))
    assert a is not None
    assert b is not None
    assert numbers.agree(a, b) == numbers.agree(b, a)
    assert numbers.agree(a, a)


@given(st.integers(730_000, 740_000), st.integers(0, 7), st.integers(0, 7))
def test_days_that_are_near_share_a_window(day: int, apart: int, more: int) -> None:
    reach = apart + more
    one = set(windows(day, reach, "a"))
    assert one & set(windows(day + apart, reach, "b"))
