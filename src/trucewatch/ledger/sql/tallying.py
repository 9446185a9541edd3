"""Tallying: the database counts claims, so that nobody need have them at hand."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    exists,
    func,
    or_,
    select,
    text,
)

from trucewatch.ledger.holdings import MONTH, Tally, Voices
from trucewatch.ledger.sql.tables import claims, spells

V = TypeVar("V", str, int)

# The gaps of the last standing reading of each document by each reader, and strays.
_LOSSES = """
SELECT kind, count(*) FROM (
  SELECT {gap_kind} AS kind FROM readings
  JOIN log ON log.seq = readings.seq, {gaps} AS gap
  WHERE readings.stands AND readings.seq IN (
    SELECT max(seq) FROM readings WHERE stands AND seq <= :cut
    GROUP BY document, reader)
  UNION ALL
  SELECT {stray_kind} FROM log WHERE entry = 'gap' AND seq <= :cut
) AS kinds GROUP BY kind
"""
_IN_JSON = {
    "sqlite": {
        "gap_kind": "json_extract(gap.value, '$.kind')",
        "gaps": "json_each(log.body, '$.gaps')",
        "stray_kind": "json_extract(body, '$.gap.kind')",
    },
    "postgresql": {
        "gap_kind": "gap ->> 'kind'",
        "gaps": "json_array_elements(CAST(log.body AS json) -> 'gaps')",
        "stray_kind": "CAST(body AS json) -> 'gap' ->> 'kind'",
    },
}


def tally(
    connection: Connection, chains: Mapping[int, tuple[int, Voices]], cut: int
) -> Tally:
    """Return how many claims are seen at ``cut``.

    Args:
        connection: To the database.
        chains: The chains of speakers by number, with the entry that first had each.
        cut: Number of the last entry that counts.
    """
    seen = claims.c.seq <= cut
    if not _are_all_seen(connection, cut):
        seen &= _is_seen(cut)
    speakers: Counter[str] = Counter()
    publishers: Counter[str] = Counter()
    by_chain: Counter[int] = _counted(connection, claims.c.chain, seen)
    for chain, count in by_chain.items():
        voices = chains[chain][1]
        speakers[(voices[-1].id or voices[-1].text or "") if voices else ""] += count
        publishers[(voices[0].id or voices[0].text or "") if voices else ""] += count
    month = func.substr(claims.c.day, 1, MONTH)
    return Tally(
        _counted(connection, claims.c.document, seen),
        _counted(connection, claims.c.kind, seen),
        speakers,
        publishers,
        _counted(connection, month, seen & (claims.c.day != "")),
    )


def latest(cut: int, count: int) -> Select[Any]:
    """Return the numbers of the latest claims seen, by the day they are about."""
    day = func.coalesce(claims.c.starts, "")
    columns = (day, claims.c.document, claims.c.start, claims.c.stop, claims.c.key)
    return (
        select(claims.c.seq)
        .where(claims.c.seq <= cut, _is_seen(cut))
        .order_by(
            func.coalesce(claims.c.starts, "").desc(), *(c.desc() for c in columns)
        )
        .limit(count)
    )


def losses(connection: Connection, cut: int) -> Counter[str]:
    """Return how many gaps of each kind the readings that stand at ``cut`` have."""
    query = text(_LOSSES.format(**_IN_JSON[connection.dialect.name]))
    found = connection.execute(query, {"cut": cut}).all()
    return Counter({row[0]: row[1] for row in found})


def _counted(
    connection: Connection, column: ColumnElement[V], seen: ColumnElement[bool]
) -> Counter[V]:
    query = select(column, func.count()).where(seen).group_by(column)
    return Counter({row[0]: row[1] for row in connection.execute(query).all()})


def _are_all_seen(connection: Connection, cut: int) -> bool:
    """Say whether nothing recorded by ``cut`` waits to be seen, or was ended."""
    ended = select(spells.c.claim).where(spells.c.until <= cut).limit(1)
    if connection.execute(ended).first() is not None:
        return False
    recorded = select(func.count()).select_from(claims).where(claims.c.seq <= cut)
    begun = select(func.count(spells.c.claim.distinct())).where(spells.c.since <= cut)
    both = [connection.execute(query).scalar() for query in (recorded, begun)]
    return both[0] == both[1]


def _is_seen(cut: int) -> ColumnElement[bool]:
    return exists(
        select(spells.c.claim).where(
            and_(
                spells.c.claim == claims.c.seq,
                spells.c.since <= cut,
                or_(spells.c.until.is_(None), spells.c.until > cut),
            )
        )
    )
