"""Whether a clause states something, and what: weighed."""

from trucewatch.claims.scoring import Scorer
from trucewatch.claims.statement_scoring import (
    NOTHING,
    Clause,
    Tables,
    best_sign,
    counted_features,
    kinds_of,
    reasons_for,
    tables,
    wording_features,
)
from trucewatch.claims.types import claim_types
from trucewatch.reading.acts import Act
from trucewatch.reading.sentences import Form

PLAIN = Clause(
    ("the", "convoy", "was", "turned"),
    ((1, "AID"), (3, "REFUSE")),
    (Act(3, 4, ("BLOCK",)),),
    (),
    (),
    Form.PROSE,
    periodic=False,
    at=0,
    many=1,
)


def weighing(kept: float, **kinds: float) -> Tables:
    names = tuple(kinds)
    return Tables(
        Scorer(("kept",), {"always": (kept,)}),
        Scorer((NOTHING, *names), {"always": (0.0, *kinds.values())}),
    )


def test_what_weighs_too_little_is_not_kept() -> None:
    assert kinds_of(PLAIN, (), weighing(-5.0, A=1.0, B=-9.0)) == []


def test_what_weighs_enough_is_of_the_heaviest_type() -> None:
    assert kinds_of(PLAIN, (), weighing(1.0, A=1.0, B=-9.0)) == ["A"]


def test_what_a_rule_has_found_needs_less() -> None:
    by = weighing(-1.0, A=1.0, B=-9.0)
    assert (kinds_of(PLAIN, (), by), kinds_of(PLAIN, ("A",), by)) == ([], ["A"])


def test_a_close_rival_does_not_beat_the_rules_type() -> None:
    assert kinds_of(PLAIN, ("B",), weighing(0.0, A=-4.0, B=-5.0)) == ["B"]


def test_a_far_stronger_rival_does() -> None:
    assert kinds_of(PLAIN, ("B",), weighing(0.0, A=5.0, B=-5.0)) == ["A"]


def test_of_a_sure_clause_all_that_rules_found_stays() -> None:
    by = weighing(3.0, A=5.0, B=-8.0, C=-9.0)
    assert kinds_of(PLAIN, ("B", "C"), by) == ["A", "B", "C"]


def test_a_clause_can_state_two_things() -> None:
    assert kinds_of(PLAIN, (), weighing(1.0, A=5.0, B=-1.0)) == ["A", "B"]


def test_a_clause_without_a_sign_states_nothing() -> None:
    assert kinds_of(PLAIN._replace(signs=()), (), weighing(9.0, A=5.0, B=-9.0)) == []


def test_a_type_the_gold_never_had_stays_where_the_rules_found_it() -> None:
    assert kinds_of(PLAIN, ("Z",), weighing(3.0, A=5.0, B=-9.0)) == ["A", "Z"]


def test_figures_are_weighed_for_keeping_only() -> None:
    counted = PLAIN._replace(counted=("CAS.casualties",), beside=("CAS.casualties",))
    assert "counted=CAS.casualties" in counted_features(counted)
    assert wording_features(counted) == wording_features(PLAIN)


def test_the_word_that_tells_a_type_best_is_named() -> None:
    assert best_sign(PLAIN, "HUM.delivery") == 1


def test_reasons_are_features_of_the_clause() -> None:
    assert set(reasons_for(PLAIN, "HUM.delivery")) <= set(wording_features(PLAIN))


def test_every_answer_is_a_claim_type() -> None:
    assert set(tables().kinds.classes) <= {NOTHING, *claim_types()}


def test_the_tables_hold_no_figures() -> None:
    words = [
        name.partition("=")[2]
        for name in tables().kinds.weights
        if name.startswith(("w=", "first=", "last="))
    ]
    assert not any(letter.isdecimal() for word in words for letter in word)
