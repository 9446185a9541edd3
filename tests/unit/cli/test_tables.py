"""Results as tables."""

import pytest

from trucewatch.api import LossAccount, Verification
from trucewatch.cli.tables import (
    NAMED_FILES,
    many,
    print_counts,
    print_verification,
    say_losses,
)
from trucewatch.ledger.faults import Fault, FaultKind
from trucewatch.values.gaps import Gap, GapKind


def test_a_noun_follows_its_number() -> None:
    assert many(1, "claim") == "1 claim"
    assert many(1200, "claim") == "1,200 claims"


def test_what_is_rare_is_counted_together(capsys: pytest.CaptureFixture[str]) -> None:
    print_counts("types", {"a": 5, "b": 2, "c": 1}, most=1)
    out = capsys.readouterr().out
    assert "in 2 others" in out
    assert "b" not in out.replace("types", "")


def test_nothing_counted_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    print_counts("types", {})
    assert capsys.readouterr().out == ""


def test_each_fault_of_a_log_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    fault = Fault(FaultKind.QUOTE, 2, "entry 2 does not quote its document")
    print_verification(Verification(3, "0f", (fault,)))
    out, err = capsys.readouterr()
    assert "entry 2 does not quote its document" in out
    assert "1 fault" in err


def test_many_unread_files_are_named_in_part(
    capsys: pytest.CaptureFixture[str],
) -> None:
    gaps = [
        Gap(GapKind.UNREADABLE_FILE, f"{n}.txt", None, None, "", "it is empty; fill it")
        for n in range(NAMED_FILES + 3)
    ]
    say_losses(LossAccount(gaps=gaps))
    err = capsys.readouterr().err
    assert err.count("it is empty") == NAMED_FILES
    assert "3 more; `trucewatch losses` has all" in err
