"""Progress: what long work tells whoever waits for it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from trucewatch.intake.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Step:
    """One file more is done.

    Attributes:
        done: Files finished so far, this one included.
        total: Files there are.
        file: Name of the file just finished.
        claims: Claims it gave.
        skipped: True when it was known already and not read again.
    """

    done: int
    total: int
    file: str
    claims: int
    skipped: bool = False


Progress = Callable[[Step], None]


def silent(_step: Step) -> None:
    """Tell nobody."""


def telling(
    outcomes: Iterable[Outcome], total: int, progress: Progress
) -> Iterator[Outcome]:
    """Pass outcomes on and tell ``progress`` of each."""
    for done, outcome in enumerate(outcomes, 1):
        claims = len(outcome.taken.claims) if outcome.taken else 0
        yield outcome
        progress(Step(done, total, outcome.name, claims, outcome.skipped))
