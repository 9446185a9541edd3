"""Progress of long work."""

from trucewatch.intake.outcome import Outcome
from trucewatch.intake.progress import Step, silent, telling


def test_every_file_is_told_of_once_it_has_been_dealt_with() -> None:
    steps: list[Step] = []
    passed = telling(
        [Outcome("a.txt"), Outcome("b.txt", skipped=True)], 2, steps.append
    )
    assert next(passed).name == "a.txt"
    assert steps == []
    assert [outcome.name for outcome in passed] == ["b.txt"]
    assert steps == [Step(1, 2, "a.txt", 0), Step(2, 2, "b.txt", 0, skipped=True)]


def test_silence_is_a_way_to_wait() -> None:
    assert [o.name for o in telling([Outcome("a.txt")], 1, silent)] == ["a.txt"]
