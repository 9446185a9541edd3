"""Progress: how much of some long work is done, told to whoever waits for it."""

from collections.abc import Callable

Told = Callable[[int, int], None]
"""Takes how much is done, and of how much; the last call has both alike."""


def quietly(_done: int, _total: int) -> None:
    """Tell nobody."""
