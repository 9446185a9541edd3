"""Originals in a database: made good, written twice at once, and without room."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from trucewatch.errors import CustodyError
from trucewatch.ledger.sql.engine import connect
from trucewatch.ledger.sql.originals import SqlOriginals

DATA = b"captured bytes"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = connect(f"sqlite:///{tmp_path / 'a.db'}")
    yield engine
    engine.dispose()


def execute(engine: Engine, statement: str) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(statement)


def test_putting_again_makes_good_what_was_changed(engine: Engine) -> None:
    store = SqlOriginals(engine, "here")
    digest = store.put(DATA)
    execute(engine, "UPDATE originals SET content = x'00'")
    with pytest.raises(CustodyError, match="was changed since"):
        store.get(digest)
    store.put(DATA)
    assert store.get(digest) == DATA


def test_another_writer_that_was_quicker_is_no_error(engine: Engine) -> None:
    store = SqlOriginals(engine, "here")
    refuse = "BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed'); END"
    execute(engine, f"CREATE TRIGGER no BEFORE INSERT ON originals {refuse}")
    assert len(store.put(DATA)) == 64


def test_a_full_disk_says_where_and_what_to_do(engine: Engine) -> None:
    store = SqlOriginals(engine, "here")
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(CustodyError, match=r"here, table originals.*full.*free space"):
        store.put(DATA * 9_000)
