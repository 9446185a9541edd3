"""Names: one group, body or speaker, with what each source calls them."""

from typing import Any

from fastapi import APIRouter, Response

from trucewatch.errors import UnknownNameError
from trucewatch.web.naming import Named, named_in
from trucewatch.web.narrowing import LATEST, asked_of, bounded_rows
from trucewatch.web.people import Role
from trucewatch.web.visit import Visit, Visiting, needs

router = APIRouter(dependencies=[needs(Role.READER)], tags=["screens"])
ROLES = 20


@router.get("/names/{key}")
def names(visit: Visiting, key: str) -> Response:
    """Show what somebody is called by whom, and what is known of them.

    Raises:
        UnknownNameError: Neither a theatre nor a claim has somebody of that key.
    """
    rows, bounded = bounded_rows(visit)
    known = visit.casebook.theatre
    index = visit.bench.kept(
        visit.view,
        ("named", asked_of(visit)),
        lambda: named_in(visit.view.readings(rows), visit.view.published),
    ).value
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
        bounded=bounded,
        latest=LATEST,
    )


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
