"""Full-text search in the database: FTS5 in SQLite, tsvector in PostgreSQL.

Texts are cut into words by us (``trucewatch.ledger.words``), so that both databases and
the ledger in memory find the same.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, text

from trucewatch.ledger.words import Asked

_CREATE = {
    "sqlite": (
        "CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='ascii')",
    ),
    "postgresql": (
        "CREATE TABLE words (seq integer PRIMARY KEY, text tsvector NOT NULL)",
        "CREATE INDEX ix_words_text ON words USING gin (text)",
    ),
}
_ADD = {
    "sqlite": "INSERT INTO words (rowid, text) VALUES (:seq, :words)",
    "postgresql": (
        "INSERT INTO words (seq, text) "
        "VALUES (:seq, array_to_tsvector(string_to_array(:words, ' ')))"
    ),
}
_FIND = {
    "sqlite": (
        "SELECT rowid FROM words WHERE words MATCH :query AND rowid <= :cut "
        "ORDER BY rowid DESC LIMIT :limit"
    ),
    "postgresql": (
        "SELECT seq FROM words WHERE text @@ CAST(:query AS tsquery) "
        "AND seq <= :cut "
        "ORDER BY seq DESC LIMIT :limit"
    ),
}
_DROP = "DROP TABLE words"


def create(connection: Connection) -> None:
    """Make the index."""
    for statement in _CREATE[connection.dialect.name]:
        connection.execute(text(statement))


def clear(connection: Connection) -> None:
    """Empty the index."""
    connection.execute(text(_DROP))
    create(connection)


def add(connection: Connection, rows: Iterable[tuple[int, Iterable[str]]]) -> None:
    """Index the words of entries, given by number."""
    values = [{"seq": seq, "words": " ".join(words)} for seq, words in rows]
    if values:
        connection.execute(text(_ADD[connection.dialect.name]), values)


def find(
    connection: Connection, words: Sequence[Asked], cut: int, limit: int
) -> list[int]:
    """Return the last numbers up to ``cut`` of entries with all words, newest first."""
    if not words:
        return []
    query = _QUERY[connection.dialect.name](words)
    statement = text(_FIND[connection.dialect.name])
    values = {"query": query, "cut": cut, "limit": limit}
    rows = connection.execute(statement, values)
    return list(rows.scalars())


def _fts5(words: Sequence[Asked]) -> str:
    return " AND ".join(f'"{w.word}"' + "*" * w.is_prefix for w in words)


def _tsquery(words: Sequence[Asked]) -> str:
    return " & ".join(f"'{w.word}'" + ":*" * w.is_prefix for w in words)


_QUERY = {"sqlite": _fts5, "postgresql": _tsquery}
