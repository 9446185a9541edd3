"""The claim type of a count: the table's answer, weighed with its wording."""

import pytest

from trucewatch.claims.kind_scoring import (
    Acted,
    Wording,
    features_of,
    reasons_for,
    ruled_kind,
    weighed_kind,
)
from trucewatch.claims.kinds import is_sure
from trucewatch.claims.scoring import Scorer, scorer
from trucewatch.claims.types import claim_types

BARE = Wording(
    "HUM.delivery",
    "vehicles",
    "",
    "right",
    "prose",
    periodic=False,
    acts=(),
    left=(),
    right=(),
    sentence=(),
    intro=(),
)
SMALL = Scorer(("a", "b"), {"little": (0.0, 0.4), "much": (0.0, 3.0)})


def test_every_answer_is_a_claim_type() -> None:
    assert set(scorer("kind_weights.tsv").classes) <= set(claim_types())


def test_without_words_the_tables_answer_stands() -> None:
    assert weighed_kind(BARE) == ruled_kind(BARE) == "HUM.delivery"


def test_a_close_rival_does_not_beat_the_tables_answer() -> None:
    assert SMALL.best_unless(SMALL.weigh(["little"]), "a", 1.0) == "a"


def test_a_clear_rival_does() -> None:
    assert SMALL.best_unless(SMALL.weigh(["much"]), "a", 1.0) == "b"


def test_an_answer_the_weights_do_not_know_gives_way() -> None:
    assert SMALL.best_unless(SMALL.weigh(["little"]), "c", 1.0) == "b"


def test_words_nobody_has_seen_weigh_nothing() -> None:
    strange = BARE._replace(left=("xyzzy",), sentence=("plugh",), intro=("frotz",))
    assert weighed_kind(strange) == weighed_kind(BARE)


def test_the_order_of_acts_is_weighed() -> None:
    acts = BARE._replace(acts=(Acted(("KILL",)), Acted(("AID",))))
    assert {"act0=KILL", "act1=AID", "acts=KILL", "acts=AID"} <= set(features_of(acts))


def test_an_answer_has_its_reasons() -> None:
    assert "unit=vehicles" in reasons_for(BARE)


@pytest.mark.parametrize(("unit", "sure"), [("killed", True), ("vehicles", False)])
def test_units_of_one_type_are_not_weighed(unit: str, sure: bool) -> None:  # noqa: FBT001
    assert is_sure(unit) is sure


def test_no_name_and_no_figure_is_weighed() -> None:
    for name in scorer("kind_weights.tsv").weights:
        key, _, word = name.partition("=")
        if key in ("left", "right", "sentence", "intro"):
            assert word.isalpha()
            assert word.islower()
