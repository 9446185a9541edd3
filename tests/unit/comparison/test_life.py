"""The life of a contradiction."""

import datetime as dt

from tests.support.statements import AROUND, KNOWN, a_page, ledger_of, say
from trucewatch.comparison.comparing import compare_claims
from trucewatch.comparison.life import history_of, state_of, with_life
from trucewatch.ledger.judgements import Explanation, ExplanationReason, MatterState

DAY = "2016-05-20"
CLAIMS = [say(s, killed=n, at="sy_nawa", on=DAY) for s, n in (("sohr", 3), ("un", 9))]
LATER = KNOWN + dt.timedelta(days=1)


def explained(key: str) -> Explanation:
    return Explanation(
        key, MatterState.EXPLAINED, ExplanationReason.DEFINITION, "One counts soldiers."
    )


def test_a_contradiction_is_open_until_somebody_judges() -> None:
    (finding,) = with_life(compare_claims(CLAIMS, AROUND), ledger_of(*CLAIMS).view())
    assert finding.state is MatterState.OPEN


def test_an_explanation_is_kept_with_its_reason_and_author() -> None:
    ledger = ledger_of(*CLAIMS)
    (found,) = compare_claims(CLAIMS, AROUND)
    ledger.judge(explained(found.key), known=LATER, author="ana")
    (finding,) = with_life([found], ledger.view())
    (step,) = history_of(finding, ledger.view())
    assert finding.state is MatterState.EXPLAINED
    assert (step.reason, step.author) == ("definition", "ana")


def test_a_change_of_mind_is_the_next_step_of_its_life() -> None:
    ledger = ledger_of(*CLAIMS)
    (found,) = compare_claims(CLAIMS, AROUND)
    ledger.judge(explained(found.key), known=LATER, author="ana")
    standing = Explanation(found.key, MatterState.STANDING)
    ledger.judge(standing, known=LATER + dt.timedelta(hours=1), author="ana")
    (finding,) = with_life([found], ledger.view())
    assert finding.state is MatterState.STANDING
    assert [s.state for s in history_of(finding, ledger.view())] == [
        MatterState.EXPLAINED,
        MatterState.STANDING,
    ]


def test_a_new_source_opens_an_explained_contradiction_again() -> None:
    ledger = ledger_of(*CLAIMS)
    (found,) = compare_claims(CLAIMS, AROUND)
    ledger.judge(explained(found.key), known=LATER, author="ana")
    new = say("ru_crc", killed=20, at="sy_nawa", on=DAY)
    after = LATER + dt.timedelta(days=1)
    ledger.append(a_page(new), [new], known=after, author="test", reader="hand 1.0")
    (finding,) = with_life(compare_claims([*CLAIMS, new], AROUND), ledger.view())
    assert finding.key == found.key
    assert finding.state is MatterState.OPEN


def test_a_finding_nobody_judged_is_open() -> None:
    (found,) = compare_claims(CLAIMS, AROUND)
    assert state_of(found, ledger_of(*CLAIMS).view()) is MatterState.OPEN
