"""Kept: the things looked at lately, up to a limit."""

from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Kept(Generic[K, V]):
    """Values by key in two generations; what nobody asked for lately is let go.

    Never more than ``limit`` are held; asking for a value takes it over into the
    younger generation, so no order has to be kept.
    """

    def __init__(self, limit: int) -> None:
        """Keep nothing yet.

        Args:
            limit: Most values held.
        """
        self._half = max(1, limit // 2)
        self._young: dict[K, V] = {}
        self._old: dict[K, V] = {}

    def get(self, key: K) -> V | None:
        """Return the value of a key, or None."""
        found = self._young.get(key)
        if found is None:
            found = self._old.get(key)
            if found is not None:
                self.put(key, found)
        return found

    def put(self, key: K, value: V) -> None:
        """Hold a value."""
        if len(self._young) >= self._half:
            self._old, self._young = self._young, {}
        self._young[key] = value
