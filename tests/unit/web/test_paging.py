"""Pages of something long."""

import pytest

from trucewatch.web.paging import paged


@pytest.mark.parametrize(
    ("number", "items"),
    [(1, [0, 1, 2]), (2, [3, 4, 5]), (3, [6]), (9, [6]), (0, [0, 1, 2])],
)
def test_a_page_has_its_part_and_numbers_beyond_give_the_nearest(
    number: int, items: list[int]
) -> None:
    page = paged(range(7), number, 3)
    assert (list(page.items), page.pages, page.total) == (items, 3, 7)


def test_nothing_is_one_empty_page() -> None:
    page = paged(range(0), 1, 3)
    assert (list(page.items), page.number, page.pages) == ([], 1, 1)
