"""Whatever was worked out before, a page shows the ledger as it is when asked for.

A workbench that has shown every screen before something happens, and one that is opened
afterwards, have to show the same.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.workbench import Client, opened
from trucewatch.api import Alias, Casebook, Claim, Decision, Review, Verdict

NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
SCREENS = (
    *("/", "/documents", "/claims", "/claims?kind=PTY", "/claims?find=ceasefire"),
    *("/claims?columns=words,review,status,grade", "/review", "/review?only=contested"),
    *("/registers", "/registers/parties", "/registers/areas?disputed=1"),
    *("/registers/casualties", "/counters", "/contradictions", "/map", "/names"),
    *("/map?show=table", "/search?find=groups", "/api/map", "/claims?as_of=2016-05"),
    *("/claims?min_grade=B", "/registers/parties?according_to=ru_mod", "/briefs"),
)


def shown(client: Client) -> dict[str, str]:
    """Every screen as somebody sees it who comes for the first time."""
    pages = {}
    for path in SCREENS:
        text = client.get(path).text
        # The token of forms is the session's own.
        pages[path] = re.sub(r"\b[0-9a-f]{64}\b", "token", text)
    return pages


def afresh(casebook: Casebook, folder: Path) -> dict[str, str]:
    """Every screen of a workbench that nobody has looked at before."""
    other = Casebook(casebook.ledger, clock=lambda: NOON, theatre="syria_2016")
    return shown(opened(other, folder))


def accepted(casebook: Casebook, claim: Claim) -> None:
    casebook.judge(Decision(claim.key, "accepted"))


def rejected(casebook: Casebook, claim: Claim) -> None:
    casebook.judge(Decision(claim.key, "rejected"))


def withdrawn(casebook: Casebook, claim: Claim) -> None:
    casebook.judge(Decision(claim.key, "rejected"))
    casebook.judge(Decision(claim.key, "withdrawn"))


def unsure(casebook: Casebook, claim: Claim) -> None:
    casebook.judge(Decision(claim.key, "unsure"))


def corrected(casebook: Casebook, claim: Claim) -> None:
    quantity = claim.quantity
    assert quantity is not None
    changed = replace(claim, quantity=replace(quantity, value=14, low=14, high=14))
    casebook.record(Review(claim.key, Verdict.CORRECTED, corrected=changed))


def retracted(casebook: Casebook, claim: Claim) -> None:
    casebook.judge(Decision(claim.document, "retracted"))


def graded(casebook: Casebook, claim: Claim) -> None:
    assert claim.speaker is not None
    casebook.judge(Decision(claim.speaker, "B2"))


def named(casebook: Casebook, _claim: Claim) -> None:
    for name in ("armed groups", "a UN spokesman", "Two convoys"):
        casebook.record(Alias(name, "sohr"))


def taken_in(casebook: Casebook, claim: Claim, folder: Path) -> None:
    del claim
    (folder / "third.txt").write_text(
        "61 armed groups have joined the ceasefire, the Russian Defence Ministry said "
        "on 23 May 2016. Nine people were killed in Aleppo on 22 May 2016, the Syrian "
        "Observatory for Human Rights said.\n",
        encoding="utf-8",
    )
    casebook.take_in([folder / "third.txt"], processes=1)


def erased(casebook: Casebook, claim: Claim) -> None:
    casebook.erase(claim.document, reason="asked to")


Deed = Callable[[Casebook, Claim], None]
DEEDS: tuple[Deed, ...] = (
    *(accepted, rejected, withdrawn, unsure, corrected, retracted, graded, named),
    erased,
)


@pytest.mark.parametrize("deed", DEEDS)
def test_a_page_shows_what_was_decided_just_before(
    casebook: Casebook, counted: Claim, tmp_path: Path, deed: Deed
) -> None:
    used = opened(casebook, tmp_path)
    before = shown(used)
    deed(casebook, counted)
    fresh = afresh(casebook, tmp_path)
    assert shown(used) == fresh
    assert deed is withdrawn or before != fresh


def test_a_page_shows_a_document_taken_in_just_before(
    casebook: Casebook, counted: Claim, tmp_path: Path
) -> None:
    used = opened(casebook, tmp_path)
    before = shown(used)
    taken_in(casebook, counted, tmp_path)
    fresh = afresh(casebook, tmp_path)
    assert shown(used) == fresh != before


def test_several_deeds_one_after_the_other_leave_nothing_old(
    casebook: Casebook, counted: Claim, tmp_path: Path
) -> None:
    used = opened(casebook, tmp_path)
    for deed in (graded, corrected, named, withdrawn, retracted):
        shown(used)
        deed(casebook, counted)
        assert shown(used) == afresh(casebook, tmp_path)
