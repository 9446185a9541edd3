"""The store in a database: a SQLite file, or PostgreSQL for teams.

Nothing outside this room speaks SQL. Only the table ``log`` is the ledger; every other
table is derived from it, and can be thrown away and rebuilt (``SqlLedger.rebuild``).
"""

from trucewatch.ledger.sql.store import SqlLedger

__all__ = ["SqlLedger"]
