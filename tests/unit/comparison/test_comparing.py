"""Putting claims under matters, one document at a time."""

from tests.support.statements import AROUND, number, say
from trucewatch.comparison.comparing import MatterIndex, compare_claims
from trucewatch.comparison.findings import Relation, select
from trucewatch.values.stances import Aggregation

DAY = "2016-05-20"


def test_a_new_document_brings_only_the_findings_it_has_a_part_in() -> None:
    index = MatterIndex(AROUND)
    old = [say(s, killed=n, at="sy_nawa", on=DAY) for s, n in (("sohr", 3), ("un", 9))]
    assert len(index.compare_document(old)) == 1
    elsewhere = say("sohr", killed=4, at="sy_other", on=DAY)
    assert index.compare_document([elsewhere]) == ()
    joining = say("ru_crc", killed=20, at="sy_nawa", on=DAY)
    (finding,) = index.compare_document([joining])
    assert set(finding.claims) == {joining.key, *(c.key for c in old)}


def test_a_finding_keeps_its_key_when_a_source_takes_a_side() -> None:
    index = MatterIndex(AROUND)
    (before,) = index.compare_document(
        [say(s, killed=n, at="sy_nawa", on=DAY) for s, n in (("sohr", 3), ("un", 9))]
    )
    (after,) = index.compare_document([say("ru_crc", killed=20, at="sy_nawa", on=DAY)])
    assert after.key == before.key


def test_adding_a_claim_twice_changes_nothing() -> None:
    claim = say("sohr", killed=3, at="sy_nawa", on=DAY)
    index = MatterIndex(AROUND)
    assert index.add([claim])
    assert index.add([claim]) == frozenset()
    assert index.findings() == ()


def test_a_kind_outside_the_list_is_compared_with_nothing() -> None:
    one = say("sohr", "XXX.unknown", count=number(3, "killed"), at="sy_nawa", on=DAY)
    other = say("un", "XXX.unknown", count=number(9, "killed"), at="sy_nawa", on=DAY)
    assert compare_claims([one, other]) == ()


def test_findings_can_be_chosen_by_their_relation() -> None:
    claims = [say(s, killed=3, at="sy_nawa", on=DAY) for s in ("sohr", "un")]
    found = compare_claims(claims, AROUND)
    assert select(found, []) == found
    assert select(found, [Relation.CONTRADICTS]) == ()
    assert select(found, [Relation.AGREES]) == found


def test_numbers_that_say_none_and_some_are_told_apart() -> None:
    day = Aggregation.PER_PERIOD
    claims = [
        say(
            "ru_crc",
            "INC.violation",
            count=number(n, "violations", day),
            at="sy_nawa",
            on=DAY,
        )
        for n in (0, 2)
    ]
    assert [f.relation for f in compare_claims(claims, AROUND)] == [
        Relation.CONTRADICTS
    ]
