"""What became of claims when a document was changed at its origin."""

import pytest

from trucewatch.api import Claim
from trucewatch.values.spans import Span
from trucewatch.web.versions import chain_of, compare, lines_between, pair_of


def claim(quote: str, start: int, document: str = "d_1", kind: str = "CAS.x") -> Claim:
    return Claim(document, Span(start, start + len(quote)), quote, kind)


def test_claims_stay_move_go_and_come() -> None:
    old = [claim("a a", 0), claim("b", 10), claim("c", 20)]
    new = [claim("a  a", 0, "d_2"), claim("b", 14, "d_2"), claim("d", 30, "d_2")]
    new[0] = claim("a a", 0, "d_2")
    change = compare(old, new)
    assert change.kept == [(old[0], new[0])]
    assert change.moved == [(old[1], new[1])]
    assert (change.gone, change.new) == ([old[2]], [new[2]])


def test_white_space_alone_makes_no_other_claim() -> None:
    change = compare([claim("two dead", 0)], [claim("two\ndead", 5, "d_2")])
    assert len(change.moved) == 1


def test_of_several_alike_the_nearest_is_taken() -> None:
    old = [claim("x", 50)]
    new = [claim("x", 0, "d_2"), claim("x", 48, "d_2")]
    change = compare(old, new)
    assert change.moved == [(old[0], new[1])]
    assert change.new == [new[0]]


def test_another_number_is_another_claim() -> None:
    change = compare([claim("x", 0)], [claim("x", 0, "d_2", "INC.y")])
    assert (len(change.gone), len(change.new)) == (1, 1)


def test_only_lines_that_differ_are_listed() -> None:
    assert lines_between("a\nb\nc", "a\nx\nc") == [("-", "b"), ("+", "x")]
    assert lines_between("same", "same") == []


@pytest.mark.parametrize("key", ["a", "b", "c"])
def test_every_version_knows_all_the_others(key: str) -> None:
    assert chain_of(key, {"b": "a", "c": "b"}) == ["a", "b", "c"]


def test_a_circle_of_versions_ends() -> None:
    assert set(chain_of("a", {"b": "a", "a": "b"})) == {"a", "b"}


@pytest.mark.parametrize(
    ("key", "pair"), [("a", ("a", "b")), ("b", ("a", "b")), ("c", ("b", "c"))]
)
def test_a_version_is_held_against_the_one_before(
    key: str, pair: tuple[str, str]
) -> None:
    assert pair_of(["a", "b", "c"], key) == pair


def test_a_document_alone_has_nothing_to_be_held_against() -> None:
    assert pair_of(["a"], "a") is None
