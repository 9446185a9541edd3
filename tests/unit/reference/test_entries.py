import datetime as dt

from trucewatch.reference.entries import Entry, EntryKind

NAMED = Entry(EntryKind.ACTOR, "x", "X", "group")


def test_a_name_without_days_always_fits() -> None:
    assert NAMED.holds(dt.date(2016, 1, 1))


def test_a_dated_name_fits_between_its_days() -> None:
    dated = NAMED.during((dt.date(2016, 7, 28), dt.date(2017, 1, 28)))
    assert dated.holds(dt.date(2016, 7, 28))
    assert not dated.holds(dt.date(2016, 7, 27))
    assert not dated.holds(dt.date(2017, 1, 29))


def test_a_dated_name_may_fit_a_document_without_a_day() -> None:
    assert NAMED.during((dt.date(2016, 7, 28), None)).holds(None)
