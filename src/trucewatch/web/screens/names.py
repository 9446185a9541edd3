"""Names: one group, body or speaker, with what each source calls them."""

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, Response

from trucewatch.errors import UnknownNameError
from trucewatch.web.naming import Named, named_in, unnamed_in
from trucewatch.web.narrowing import LATEST, asked_of, bounded_rows
from trucewatch.web.paging import paged
from trucewatch.web.people import Role
from trucewatch.web.visit import Visit, Visiting, needs, patient

router = APIRouter(dependencies=[needs(Role.READER)], tags=["screens"])
ROLES = 20
ROWS = 40
LOOKED_AT = 400  # rows that share a claim with somebody
UNKNOWN = 60


@router.get("/names")
@patient
def everybody(visit: Visiting) -> Response:
    """List whom claims name, how often, and the names that nobody has a key for."""
    rows, bounded = bounded_rows(visit)
    index = index_of(visit, rows)
    part = visit.asked("part").casefold()
    label = visit.casebook.label
    found = [
        (key, one)
        for key, one in index.items()
        if part in label(key).casefold()
        or any(part in name.casefold() for name, _ in one.names)
    ]
    found.sort(key=lambda pair: (-len(pair[1].claims), pair[0]))
    unknown = visit.bench.kept(
        visit.view,
        ("unnamed", asked_of(visit)),
        lambda: unnamed_in(visit.view.readings(rows)),
    ).value
    known = visit.casebook.theatre
    return visit.page(
        "everybody",
        page=paged(found, visit.number("page"), visit.bench.bounds.page),
        sort_of=lambda key: getattr(
            known.actors.get(key) or known.speakers.get(key), "sort", ""
        ),
        unknown=[(n, c) for n, c in unknown.most_common() if part in n.casefold()][
            :UNKNOWN
        ],
        bounded=bounded,
        latest=LATEST,
    )


def index_of(visit: Visit, rows: Sequence[Any]) -> dict[str, Named]:
    """Return everybody with a key whom some claims name."""
    return visit.bench.kept(
        visit.view,
        ("named", asked_of(visit)),
        lambda: named_in(visit.view.readings(rows), visit.view.published),
    ).value


@router.get("/names/{key}")
@patient
def names(visit: Visiting, key: str) -> Response:
    """Show what somebody is called by whom, and what is known of them.

    Raises:
        UnknownNameError: Neither a theatre nor a claim has somebody of that key.
    """
    rows, bounded = bounded_rows(visit)
    known = visit.casebook.theatre
    index = index_of(visit, rows)
    actor, speaker = known.actors.get(key), known.speakers.get(key)
    one = index.get(key, Named())
    if actor is None and speaker is None and not one.claims:
        raise UnknownNameError("name", key, index)
    called = sorted(one.names.values(), key=lambda c: (-len(c.claims), c.name))
    return visit.page(
        "names",
        key=key,
        entry=actor or speaker,
        speaker=speaker,
        called=called,
        roles=one.roles.most_common(ROLES),
        count=len(one.claims),
        ties=ties(visit, actor),
        designations=[d for d in known.designations if d.actor == key],
        aliases=aliases(visit, key),
        joined=resting_on(visit, "parties", key, one) if actor else [],
        listings=resting_on(visit, "designations", key, one) if actor else [],
        bounded=bounded,
        latest=LATEST,
    )


def resting_on(visit: Visit, register: str, key: str, one: Named) -> list[Any]:
    """Return the first rows of a register that are about somebody.

    One claim can speak of several groups, and each has a row of its own.
    """
    found = visit.bench.register(visit.view, register)[1]
    rows = found.resting_on(frozenset(one.claims))
    label = visit.casebook.label(key)
    return [row for row in rows[:LOOKED_AT] if _is_about(row, label)][:ROWS]


def _is_about(row: Any, label: str) -> bool:  # noqa: ANN401 - a row of the api
    cells = (getattr(row, name, None) for name in ("party", "other", "actor"))
    values = [cell.value for cell in cells if cell is not None]
    return any(label == v or (isinstance(v, tuple) and label in v) for v in values)


def ties(visit: Visit, actor: Any) -> list[tuple[str, str, str]]:  # noqa: ANN401 - of a theatre
    """Return the kind, the key and the label of each tie of an actor."""
    label = visit.casebook.label
    return [(t.tie, t.actor, label(t.actor)) for t in (actor.ties if actor else ())]


def aliases(visit: Visit, key: str) -> list[tuple[Any, bool]]:
    """Return who decided which name means somebody; and whether that still counts."""
    entries = visit.view.judgements(type_="alias")
    touched = {e.judgement.target for e in entries if e.judgement.id == key}
    now = {e.judgement.target: e for e in entries}
    return [
        (e, now[e.judgement.target] is e)
        for e in entries
        if e.judgement.target in touched
    ]
