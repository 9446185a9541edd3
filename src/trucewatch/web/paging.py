"""Paging: a part of something long, with where the other parts are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    """One page of something long.

    Attributes:
        items: What is on this page.
        number: Number of the page, from 1.
        pages: How many pages there are, 1 at least.
        total: How many items there are on all pages.
    """

    items: Sequence[T]
    number: int
    pages: int
    total: int


def paged(items: Sequence[T], number: int, size: int) -> Paged[T]:
    """Return a page; numbers beyond the last one give the last page.

    Args:
        items: Everything.
        number: Number of the page wanted, from 1.
        size: Items on a page.
    """
    pages = max(1, -(-len(items) // size))
    number = min(max(1, number), pages)
    start = (number - 1) * size
    return Paged(items[start : start + size], number, pages, len(items))
