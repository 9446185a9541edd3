"""Administration: people, grades, aliases, theatres, audit, backup, verification."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Response
from starlette.responses import StreamingResponse

from trucewatch import api
from trucewatch.errors import RequestError
from trucewatch.web.forms import Entering, Form, Grading, LettingIn, Naming
from trucewatch.web.narrowing import LATEST as MOST_READ
from trucewatch.web.narrowing import latest_of
from trucewatch.web.people import Role
from trucewatch.web.queue import reviews
from trucewatch.web.visit import Visit, Visiting, changing, needs, patient

router = APIRouter()
LINES = 60
SOURCES = 40
PORTION = 2**20
PLACED = ("label", "kind", "country", "theatre", "lat", "lon", "source", "id", "why")


class FirstOwnerError(RequestError):
    """The first person entered has to be an owner."""

    def __init__(self) -> None:
        super().__init__("the first person has to be an owner")


@router.get("/administration", dependencies=[needs(Role.ADJUDICATOR)], tags=["screens"])
@patient
def administration(visit: Visiting) -> Response:
    """Show people, sources with grades, aliases, theatres and the audit."""
    return _screen(visit)


def _screen(visit: Visit, verified: object = None) -> Response:
    aliases = list(visit.view.judgements(type_="alias"))
    speakers = visit.bench.tally(visit.view).speakers.copy()
    speakers.pop("", None)
    grades = {e.judgement.target: e for e in visit.view.judgements(type_="grade")}
    return visit.page(
        "administration",
        people=visit.bench.people.all(),
        roles=[role.value for role in Role],
        aliases=aliases[::-1][:LINES],
        speakers=speakers.most_common(SOURCES),
        grades=grades,
        theatres=api.list_theatres(),
        audit=visit.bench.audit.last(LINES),
        whole=visit.bench.audit.is_whole(),
        verified=verified,
        rules=rules(visit),
        rules_of=MOST_READ,
        place=visit.asked("place"),
        places=gazetteer(visit.asked("place")),
    )


def gazetteer(name: str) -> list[dict[str, Any]]:
    """Return what a name of a place can mean, theatre by theatre."""
    records = api.place_records(api.find_place(name)) if name else []
    return [{column: row[column] for column in PLACED} for row in records]


def rules(visit: Visit) -> list[tuple[str, int, Counter[str]]]:
    """Return each rule with its claims and what reviewers said of them.

    Of many claims the latest are looked at; what was reviewed counts in full.
    """
    verdicts = reviews(visit.view)
    counts = visit.bench.kept(
        visit.view, "rules", lambda: Counter(_rules_of(visit))
    ).value
    found: dict[str, Counter[str]] = {rule: Counter() for rule in counts}
    for key, verdict in verdicts.items():
        rule = visit.view.original(key).rule
        found.setdefault(rule, Counter())[verdict] += 1
    ranked = sorted(found.items(), key=lambda p: (-sum(p[1].values()), -counts[p[0]]))
    return [(rule, counts[rule], said) for rule, said in ranked[:LINES]]


def _rules_of(visit: Visit) -> Iterator[str]:
    rows = latest_of(visit.bench.all_rows(visit.view))
    for claim in visit.view.readings(rows):
        yield claim.rule


@router.post("/administration/people", **changing(Role.OWNER, Entering))
def enter(visit: Visiting) -> Response:
    """Enter somebody, or give somebody a new role and password.

    Raises:
        PersonFormError: They cannot be entered so.
        FirstOwnerError: Nobody is entered yet, and this is no owner.
    """
    form = visit.filled(Entering)
    visit.request.state.target = f"{form.name}: {form.role}"
    if not visit.bench.people and form.role != Role.OWNER:
        raise FirstOwnerError
    visit.bench.people.enter(form.name, form.role, form.password)
    return visit.back("/administration")


@router.post("/administration/people/active", **changing(Role.OWNER, LettingIn))
def let_in(visit: Visiting) -> Response:
    """Let somebody in again, or no longer.

    Raises:
        UnknownNameError: Nobody has that name.
        PersonFormError: Nobody would be owner any more.
    """
    form = visit.filled(LettingIn)
    active = form.active == "yes"
    visit.request.state.target = f"{form.name}: {'in' if active else 'out'}"
    visit.bench.people.set_active(form.name, active=active)
    return visit.back("/administration")


@router.post("/administration/grades", **changing(Role.ADJUDICATOR, Grading))
def grade(visit: Visiting) -> Response:
    """Grade a source, for all it says or for one family of claims.

    Raises:
        UnknownNameError: That is no grade.
    """
    form = visit.filled(Grading)
    decision = api.Decision(form.source, form.grade, form.note, topic=form.topic)
    visit.request.state.target = decision.target
    visit.writing().judge(decision, role=visit.person.role)
    return visit.back("/administration")


@router.post("/administration/aliases", **changing(Role.ADJUDICATOR, Naming))
def alias(visit: Visiting) -> Response:
    """Record whom a name means; an empty identifier takes that back."""
    form = visit.filled(Naming)
    made = api.Alias(
        form.name,
        form.id or None,
        according_to=form.according_to or None,
        start=form.start or None,
        end=form.end or None,
        note=form.note,
    )
    visit.request.state.target = made.target
    visit.writing().record(made, role=visit.person.role)
    return visit.back("/administration")


@router.post("/administration/verify", **changing(Role.OWNER, Form, status=200))
def verify(visit: Visiting) -> Response:
    """Hash and read the whole log and all originals again."""
    return _screen(visit, visit.casebook.verify())


@router.get(
    "/administration/backup", dependencies=[needs(Role.OWNER)], tags=["records"]
)
def backup(visit: Visiting) -> Response:
    """Hand out the log and all originals; `trucewatch import` makes a ledger of it."""
    name = f"{visit.bench.name}-{visit.bench.clock():%Y-%m-%d}.zip"
    return StreamingResponse(
        _portions(visit.casebook),
        media_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _portions(casebook: api.Casebook) -> Iterator[bytes]:
    """Yield a backup portion by portion, through a file that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "backup.zip"
        casebook.backup(path)
        with path.open("rb") as stream:
            while portion := stream.read(PORTION):
                yield portion
