"""The Merkle tree over a log (RFC 6962, section 2.1), grown leaf by leaf.

Only the roots of the complete subtrees are kept (``Frontier``): at most one for every
bit of the length, so that appending costs a few hashes however long the log is.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

EMPTY_ROOT = hashlib.sha256(b"").hexdigest()


def _join(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\1" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Frontier:
    """The right edge of a growing tree.

    Attributes:
        size: Number of leaves.
        peaks: Roots of its complete subtrees, the largest first; one for every bit set
            in ``size``.
    """

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def grown(self, leaves: Iterable[bytes]) -> Self:
        """Return the frontier after more leaves."""
        size, peaks = self.size, list(self.peaks)
        for leaf in leaves:
            node, rest = leaf, size
            while rest & 1:
                node = _join(peaks.pop(), node)
                rest >>= 1
            peaks.append(node)
            size += 1
        return type(self)(size, tuple(peaks))

    @property
    def root(self) -> str:
        """The root hash of the whole tree, hexadecimal."""
        if not self.peaks:
            return EMPTY_ROOT
        node = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            node = _join(peak, node)
        return node.hex()

    def as_text(self) -> str:
        """Return the frontier as one line, for a store to keep."""
        return " ".join([str(self.size), *(peak.hex() for peak in self.peaks)])

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Return the frontier that ``as_text`` wrote."""
        size, *peaks = text.split()
        return cls(int(size), tuple(bytes.fromhex(peak) for peak in peaks))


def inclusion_proof(leaves: Sequence[bytes], index: int) -> tuple[bytes, ...]:
    """Return the audit path of leaf ``index`` (RFC 6962, section 2.1.1)."""
    if len(leaves) <= 1:
        return ()
    split = _split(len(leaves))
    left, right = leaves[:split], leaves[split:]
    if index < split:
        return (*inclusion_proof(left, index), _root(right))
    return (*inclusion_proof(right, index - split), _root(left))


def is_included(
    leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: str
) -> bool:
    """Say whether ``proof`` shows that ``leaf`` is leaf ``index`` of the tree."""
    turns = []
    while size > 1:
        split = _split(size)
        turns.append(index < split)
        index, size = (index, split) if index < split else (index - split, size - split)
    if len(turns) != len(proof):
        return False
    node = leaf
    for sibling, is_left in zip(proof, reversed(turns), strict=True):
        node = _join(node, sibling) if is_left else _join(sibling, node)
    return node.hex() == root


def _split(size: int) -> int:
    """The largest power of two smaller than ``size``."""
    return 1 << ((size - 1).bit_length() - 1)


def _root(leaves: Sequence[bytes]) -> bytes:
    return bytes.fromhex(Frontier().grown(leaves).root)
