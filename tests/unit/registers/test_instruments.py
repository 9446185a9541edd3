"""Truces, proposals and ultimatums."""

import datetime as dt
from typing import cast

import pytest

from tests.support.statements import AROUND, number, say, seen
from trucewatch.claims.claim import Claim
from trucewatch.ledger.standpoint import Standpoint
from trucewatch.registers.instruments import REGISTER, InstrumentRow
from trucewatch.values.stances import Aggregation, Assertion, Polarity


def rows(*claims: Claim, as_of: str | None = None) -> tuple[InstrumentRow, ...]:
    day = dt.date.fromisoformat(as_of) if as_of else None
    view = seen(*claims, standpoint=Standpoint(as_of=day))
    return cast(
        "tuple[InstrumentRow, ...]", tuple(REGISTER.build(view, AROUND.theatre))
    )


def starts(speaker: str = "ru_mod", **more: object) -> Claim:
    fields: dict[str, object] = {"on": "2016-02-27", "instrument": "coh", **more}
    return say(speaker, "INS.entry_into_force", **fields)  # type: ignore[arg-type]


def ends(speaker: str = "sy_gov", **more: object) -> Claim:
    fields: dict[str, object] = {"on": "2016-09-19", "instrument": "coh", **more}
    return say(speaker, "INS.termination", **fields)  # type: ignore[arg-type]


def length(kind: str, hours: int, how: Aggregation, **more: object) -> Claim:
    return say("ru_mod", kind, count=number(hours, "hours", how), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("claims", "as_of", "in_force"),
    [
        ((starts(),), None, "in force"),
        ((starts(assertion=Assertion.PLANNED),), None, "announced"),
        ((starts(assertion=Assertion.PLANNED),), "2016-03-01", "in force"),
        ((starts(), ends()), None, "ended"),
        ((starts(), ends()), "2016-05-01", "in force"),
        ((starts(), ends(), ends("un", polarity=Polarity.NEGATED)), None, "contested"),
        (
            (
                starts(),
                ends(),
                say("un", "INS.compliance", instrument="coh", on="2016-09-20"),
            ),
            None,
            "contested",
        ),
        ((starts(), ends(assertion=Assertion.PLANNED)), None, "in force"),
    ],
)
def test_in_force_is_answered_for_the_day_asked(
    claims: tuple[Claim, ...], as_of: str | None, in_force: str
) -> None:
    (row,) = rows(*claims, as_of=as_of)
    assert row.in_force.value == in_force
    assert row.in_force.claims


def test_a_proposal_with_a_length_is_a_proposal() -> None:
    (row,) = rows(length("TLK.proposal", 72, Aggregation.DURATION))
    assert row.sort.value == "proposal"
    assert row.in_force.value == "proposed"
    assert row.duration.value == "72 hours"


def test_an_ultimatum_has_a_deadline() -> None:
    (row,) = rows(length("TLK.demand", 24, Aggregation.DEADLINE))
    assert (row.sort.value, row.deadline.value) == ("ultimatum", "24 hours")
    assert row.in_force.value == "demanded"


def test_other_talk_is_no_instrument() -> None:
    assert rows(say("ru_mod", "TLK.proposal"), say("un", "TLK.demand")) == ()


def test_terms_scope_and_exclusions_have_their_columns() -> None:
    def term(variant: str, **more: object) -> Claim:
        return say("un", "INS.term", variant=variant, instrument="coh", **more)  # type: ignore[arg-type]

    (row,) = rows(
        starts(),
        term("exclusion", roles={"excluded": "isis"}),
        term("exclusion", quote="other listed groups"),
        term("scope", at="sy_nawa"),
        term("obligation", quote="cease attacks", roles={"bound": "all parties"}),
        length("INS.term", 24, Aggregation.DURATION, instrument="coh"),
    )
    assert row.excluded.value == ("isis", "other listed groups")
    assert row.scope.value == "Nawa"
    assert row.terms.value == "cease attacks"
    assert row.bound.value == "all parties"
    assert row.duration.value == "24 hours"


def test_compliance_is_what_each_speaker_says() -> None:
    (row,) = rows(
        starts(),
        say("sy_gov", "INS.compliance", instrument="coh"),
        say("un", "INS.compliance", instrument="coh", polarity=Polarity.NEGATED),
    )
    assert row.compliance.value == ("observed", "not observed")


def test_nameless_truces_are_told_apart_by_area_and_day() -> None:
    one = starts(instrument=None, at="sy_nawa")
    same = starts("sohr", instrument=None, at="sy_nawa")
    other = starts(instrument=None, at="sy_nawa", on="2016-12-30")
    assert len(rows(one, same, other)) == 2


def test_a_planned_start_says_so_in_the_status() -> None:
    (row,) = rows(starts(assertion=Assertion.PLANNED))
    assert row.status.value == "entered into force (planned)"


def test_a_denied_start_leaves_the_state_unknown() -> None:
    (row,) = rows(starts(assertion=Assertion.DENIED))
    assert row.in_force.value is None


def test_what_is_said_of_some_truce_in_passing_stays_with_its_document() -> None:
    passing = [
        say("un", "INS.compliance", doc="a", on="2016-05-20"),
        say("un", "INS.term", variant="obligation", doc="a", quote="no firing"),
        say("un", "INS.compliance", doc="b"),
    ]
    assert len(rows(*passing)) == 2
