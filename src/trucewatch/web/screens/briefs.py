"""Brief and publish: drafted from a standpoint, approved, released as a frozen pack."""

import difflib
import io
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from importlib.metadata import version
from typing import Any

from fastapi import APIRouter, Response
from starlette.responses import RedirectResponse

from trucewatch import api
from trucewatch.web.forms import Drafting, Form, Remarking
from trucewatch.web.people import Role
from trucewatch.web.releases import MOST_CLAIMS, Draft, ReleaseError, Releases
from trucewatch.web.visit import Visit, Visiting, changing, needs, patient

router = APIRouter()
MOST_LINES = 400
AREAS = 200
FILES = (
    *("brief.html", "brief.pdf", "brief.md", "claims.csv", "claims.geojson"),
    "pack.zip",
)
# A brief is a page with its style inside; it runs no script and loads nothing.
ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def releases(visit: Visit) -> Releases:
    """Return the drafts and releases."""
    return Releases(visit.bench.folder / "briefs")


@router.get("/briefs", dependencies=[needs(Role.READER)], tags=["screens"])
@patient
def briefs(visit: Visiting) -> Response:
    """List drafts and releases, with the form for a new one."""
    too_many = visit.bench.tally(visit.view).claims > MOST_CLAIMS
    return visit.page(
        "briefs",
        drafts=releases(visit).all(),
        too_many=too_many,
        audiences=api.audiences().values(),
        areas=areas(visit),
    )


def areas(visit: Visit) -> list[str]:
    """Return the provinces and countries that claims name, the most named first."""
    known = visit.casebook.theatre.places

    def count() -> list[str]:
        points = Counter(
            w for words in api.ground_of(visit.view).values() for w in words
        )
        found: Counter[str] = Counter()
        for words, number in points.items():
            place = known.get(api.point_of(words).id)
            above = known.get(place.admin1) if place and place.admin1 else place
            if above is not None and above.kind in {"admin1", "country"}:
                found[above.label] += number
        return [label for label, _ in found.most_common(AREAS)]

    return visit.bench.kept(visit.view, "areas", count).value


@router.post("/briefs", **changing(Role.CODER, Drafting))
def draft(visit: Visiting) -> Response:
    """Draft a brief of what is seen from here, as known at this instant.

    Raises:
        ReleaseError: There are too many claims for a brief made while one waits.
    """
    if visit.bench.tally(visit.view).claims > MOST_CLAIMS:
        raise ReleaseError("many")
    form = visit.filled(Drafting)
    title = form.title or "What is claimed"
    made = visit.bench.clock().isoformat()
    bar = visit.bar | {"known_on": visit.bar.get("known_on", made)}
    asked = {"audience": form.audience, "start": form.start, "end": form.end}
    asked = {k: v for k, v in (asked | {"area": form.area}).items() if v}
    scope = visit.casebook.scope(**asked)
    named = repr((title, sorted(bar.items()), sorted(asked.items()), made))
    draft = Draft(
        f"r_{sha256(named.encode()).hexdigest()[:12]}",
        title,
        bar,
        "",
        visit.person.name,
        made,
        redacted=form.redact == "yes" or scope.audience.redacted,
        keep=lines_of(form.keep),
        also=lines_of(form.also),
        scope=asked,
    )
    redactor = redactor_of(visit, draft)
    key, files = written(visit, draft, redactor)
    withheld = dict(redactor.withheld.most_common()) if redactor else {}
    releases(visit).add(replace(draft, key=key, withheld=withheld), files)
    visit.request.state.target = draft.name
    return RedirectResponse(f"/briefs/{draft.name}", 303)


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a field that hold something."""
    return tuple(line for each in text.splitlines() if (line := each.strip()))


def redactor_of(visit: Visit, draft: Draft) -> api.Redactor | None:
    """Return what takes out what a draft withholds; None where it withholds nothing."""
    if not draft.redacted:
        return None
    return visit.casebook.redactor(keep=draft.keep, also=draft.also)


def written(
    visit: Visit, draft: Draft, redactor: api.Redactor | None
) -> tuple[str, dict[str, bytes]]:
    """Return the key of a brief's content, and its files by name."""
    standpoint = standpoint_of(visit, draft.bar)
    scope = visit.casebook.scope(**draft.scope)
    brief = visit.casebook.brief(
        standpoint, title=draft.title, scope=scope, redactor=redactor
    )
    files = {
        "brief.html": api.render(brief, ".html").encode(),
        "brief.md": api.render(brief, ".md").encode(),
    }
    if api.can_typeset():
        files["brief.pdf"] = api.render_pdf(brief)
    view = visit.casebook.view(standpoint)
    days = view.published
    claims = [c for c in view.claims() if scope.fits(c, days.get(c.document))]
    for form in ("csv", "geojson"):
        stream = io.StringIO()
        visit.casebook.export_claims(
            form, claims, stream, standpoint=standpoint, redactor=redactor
        )
        files[f"claims.{form}"] = stream.getvalue().encode()
    return brief.key, files


def standpoint_of(visit: Visit, bar: dict[str, str]) -> api.Standpoint:
    """Return the standpoint that a bar asks for."""
    asked = dict(bar)
    independent = int(asked.pop("min_independent", "1"))
    return visit.casebook.standpoint(**asked, min_independent=independent)


@router.get("/briefs/{name}", dependencies=[needs(Role.READER)], tags=["screens"])
def brief(visit: Visiting, name: str) -> Response:
    """Show a draft or release with its sentences and what changed since the last.

    Raises:
        UnknownNameError: There is no such brief.
    """
    kept = releases(visit)
    found = kept.get(name)
    standpoint = standpoint_of(visit, found.bar)
    view = visit.casebook.view(standpoint)
    content = visit.bench.kept(
        view,
        ("brief", name),
        lambda: visit.casebook.brief(
            standpoint,
            title=found.title,
            scope=visit.casebook.scope(**found.scope),
            redactor=redactor_of(visit, found),
        ),
        judged=True,
    ).value
    earlier = kept.before(found)
    return visit.page(
        "brief",
        draft=found,
        brief=content,
        numbers={note.claim: n for n, note in enumerate(content.notes, 1)},
        same=content.key == found.key,
        earlier=earlier,
        changes=changes(kept, earlier, found),
        files=[f for f in FILES if kept.has(name, f)],
    )


def changes(kept: Releases, earlier: Draft | None, now: Draft) -> list[str]:
    """Return the lines that differ from the release before."""
    if earlier is None:
        return []
    old = kept.file(earlier.name, "brief.md").decode().splitlines()
    new = kept.file(now.name, "brief.md").decode().splitlines()
    lines = difflib.unified_diff(old, new, lineterm="", n=0)
    return [line for line in lines if line[:2] not in {"--", "++", "@@"}][:MOST_LINES]


@router.get(
    "/briefs/{name}/{file}", dependencies=[needs(Role.READER)], tags=["records"]
)
def download(visit: Visiting, name: str, file: str) -> Response:
    """Hand out a file of a brief.

    Raises:
        UnknownNameError: There is no such brief.
        ReleaseError: There is no such file, or it is not released.
    """
    if file not in FILES:
        raise ReleaseError("file")
    if not releases(visit).has(name, file):
        raise ReleaseError("no_pack" if file == "pack.zip" else "file")
    content = releases(visit).file(name, file)
    return Response(
        content,
        media_type="application/octet-stream",
        headers={
            "Content-Disposition": f'attachment; filename="{name}_{file}"',
            "Content-Security-Policy": ALONE,
        },
    )


@router.post("/briefs/{name}/approve", **changing(Role.ADJUDICATOR, Form))
def approve(visit: Visiting, name: str) -> Response:
    """Approve a draft that somebody else made.

    Raises:
        ReleaseError: It is no draft, or one's own.
    """
    visit.request.state.target = name
    releases(visit).approve(name, visit.person.name, alone=visit.is_alone)
    return RedirectResponse(f"/briefs/{name}", 303)


@router.post("/briefs/{name}/remark", **changing(Role.CODER, Remarking))
def remark(visit: Visiting, name: str) -> Response:
    """Ask for a change in a draft; whoever approved it has to look again.

    Raises:
        ReleaseError: It says nothing, or the brief is released.
    """
    visit.request.state.target = name
    what = visit.filled(Remarking).what
    now = visit.bench.clock().isoformat()
    releases(visit).remark(name, visit.person.name, now, what)
    return RedirectResponse(f"/briefs/{name}", 303)


@router.post("/briefs/{name}/release", **changing(Role.ADJUDICATOR, Form))
def release(visit: Visiting, name: str) -> Response:
    """Freeze an approved brief.

    Raises:
        ReleaseError: It is not approved.
    """
    visit.request.state.target = name
    head = visit.casebook.ledger.head()
    facts: dict[str, Any] = {
        "program": f"trucewatch {version('trucewatch')}",
        "log": {"entries": head.size, "root": head.root},
    }
    releases(visit).release(name, visit.bench.clock().isoformat(), facts)
    return RedirectResponse(f"/briefs/{name}", 303)
