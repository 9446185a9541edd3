import hashlib

import pytest

from trucewatch.ledger.merkle import (
    EMPTY_ROOT,
    Frontier,
    inclusion_proof,
    is_included,
)

LEAVES = [hashlib.sha256(bytes([0, n])).digest() for n in range(9)]


def by_definition(leaves: list[bytes]) -> bytes:
    """The Merkle tree hash as RFC 6962 writes it down, section 2.1."""
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    left, right = by_definition(leaves[:split]), by_definition(leaves[split:])
    return hashlib.sha256(b"\1" + left + right).digest()


@pytest.mark.parametrize("size", range(1, 10))
def test_the_root_is_that_of_the_definition(size: int) -> None:
    frontier = Frontier().grown(LEAVES[:size])
    assert frontier.size == size
    assert frontier.root == by_definition(LEAVES[:size]).hex()


def test_an_empty_log_has_the_root_of_the_definition() -> None:
    assert Frontier().root == EMPTY_ROOT == hashlib.sha256(b"").hexdigest()


@pytest.mark.parametrize("cut", range(10))
def test_growing_in_parts_gives_the_same(cut: int) -> None:
    parts = Frontier().grown(LEAVES[:cut]).grown(LEAVES[cut:])
    assert parts == Frontier().grown(LEAVES)


@pytest.mark.parametrize("size", range(10))
def test_a_frontier_is_written_down_and_read_back(size: int) -> None:
    frontier = Frontier().grown(LEAVES[:size])
    assert Frontier.from_text(frontier.as_text()) == frontier


@pytest.mark.parametrize("size", range(1, 10))
def test_every_leaf_can_be_shown_to_be_in_the_tree(size: int) -> None:
    root = Frontier().grown(LEAVES[:size]).root
    for index in range(size):
        proof = inclusion_proof(LEAVES[:size], index)
        assert is_included(LEAVES[index], index, size, proof, root)


def test_no_other_leaf_place_or_proof_will_do() -> None:
    root = Frontier().grown(LEAVES).root
    proof = inclusion_proof(LEAVES, 3)
    assert not is_included(LEAVES[4], 3, 9, proof, root)
    assert not is_included(LEAVES[3], 2, 9, proof, root)
    assert not is_included(LEAVES[3], 3, 9, proof[:-1], root)
    assert not is_included(LEAVES[3], 3, 9, proof[::-1], root)
