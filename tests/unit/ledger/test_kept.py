"""What was looked at lately stays at hand, and no more than so much of it."""

from trucewatch.ledger.sql.kept import Kept


def test_what_was_asked_for_lately_outlives_the_rest() -> None:
    kept: Kept[str, int] = Kept(4)
    for number, key in enumerate("ab"):
        kept.put(key, number)
    kept.put("c", 2)
    assert kept.get("a") == 0
    kept.put("d", 3)
    assert (kept.get("a"), kept.get("b")) == (0, None)


def test_no_more_than_the_limit_is_held() -> None:
    kept: Kept[int, int] = Kept(10)
    for number in range(100):
        kept.put(number, number)
    assert sum(kept.get(number) is not None for number in range(100)) <= 10


def test_what_was_never_put_is_not_there() -> None:
    assert Kept[str, int](2).get("a") is None
