"""Contradictions as rows."""

import datetime as dt

from tests.support.statements import AROUND, KNOWN, ledger_of, say, seen
from trucewatch.comparison.surroundings import Knowledge
from trucewatch.ledger.judgements import Explanation, ExplanationReason, MatterState
from trucewatch.ledger.view import LedgerView
from trucewatch.registers.disagreements import REGISTER, DisagreementRow

DAY = "2016-05-20"
CLAIMS = [say(s, killed=n, at="sy_nawa", on=DAY) for s, n in (("sohr", 3), ("un", 9))]


def the_row(view: LedgerView, theatre: Knowledge) -> DisagreementRow:
    (row,) = REGISTER.build(view, theatre)
    assert isinstance(row, DisagreementRow)
    return row


def test_a_contradiction_shows_both_speakers_and_their_words() -> None:
    row = the_row(seen(*CLAIMS), AROUND.theatre)
    assert row.relation.value == "contradicts"
    assert row.speakers.value == ("Observatory", "un")
    assert row.answers.value == ("3 killed", "9 killed")
    assert row.state.value == "open"
    assert row.why.disputed


def test_agreement_is_no_disagreement() -> None:
    same = [say(s, killed=3, at="sy_nawa", on=DAY) for s in ("sohr", "un")]
    assert REGISTER.build(seen(*same), AROUND.theatre)[:] == []


def test_an_explained_contradiction_says_why() -> None:
    ledger = ledger_of(*CLAIMS)
    row = the_row(ledger.view(), AROUND.theatre)
    judgement = Explanation(
        row.key, MatterState.EXPLAINED, ExplanationReason.AREA, "Two villages."
    )
    ledger.judge(judgement, known=KNOWN + dt.timedelta(days=1), author="ana")
    row = the_row(ledger.view(), AROUND.theatre)
    assert row.state.value == "explained"
    assert row.reason.value == "area Two villages."
