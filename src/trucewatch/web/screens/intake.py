"""Taking documents in: handed in, looked at in a dry run, and only then recorded."""

from fastapi import APIRouter, Response
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse

from trucewatch import api
from trucewatch.web.capture import FEEDS, SUFFIXES, Captured
from trucewatch.web.feeds import fetch_entries, read_feed
from trucewatch.web.forms import Choosing, HandingIn, Taking
from trucewatch.web.people import Role
from trucewatch.web.staging import Handed, Staging, StagingError, safe_name
from trucewatch.web.visit import Visit, Visiting, changing, needs

router = APIRouter()
SHOWN = 100


@router.get("/intake", dependencies=[needs(Role.CODER)], tags=["screens"])
def hand_in(visit: Visiting) -> Response:
    """Show the forms to hand documents in with."""
    return visit.page("intake", feeds=staging(visit).feeds())


@router.post("/intake", **changing(Role.CODER, HandingIn, files="files"))
def handed_in(visit: Visiting) -> Response:
    """Take files, a text, an address or a feed; nothing is recorded yet.

    Raises:
        StagingError: Nothing was handed in.
        CaptureError: The address cannot be captured.
        FeedError: What is there is no feed.
    """
    form = visit.filled(HandingIn)
    known = {"publisher": form.publisher, "published": form.published}
    handed = [
        Handed(upload.filename, upload.file.read(), **known)
        for upload in visit.form.getlist("files")
        if isinstance(upload, UploadFile) and upload.filename
    ]
    if form.text:
        name = safe_name(form.title or "pasted")
        handed.append(Handed(f"{name}.txt", form.text.encode(), form.url, **known))
    elif form.url:
        visit.request.state.target = form.url
        page = visit.bench.fetch(form.url, SUFFIXES)
        handed.append(_handed(page, **known))
    elif form.feed:
        visit.request.state.target = form.feed
        found = visit.bench.fetch(form.feed, FEEDS)
        token = staging(visit).put_feed(read_feed(found.content, found.address))
        return RedirectResponse(visit.to(f"/intake/{token}"), 303)
    token = staging(visit).put(handed)
    return RedirectResponse(visit.to(f"/intake/{token}"), 303)


def _handed(page: Captured, **known: str) -> Handed:
    name = _name_of(page.address) + page.suffix
    return Handed(name, page.content, page.address, **known)


def _name_of(address: str) -> str:
    parts = [part for part in address.split("?", maxsplit=1)[0].split("/")[2:] if part]
    return safe_name("_".join(parts).rpartition(".")[0] or "page")[:80]


def staging(visit: Visit) -> Staging:
    """Return where documents wait."""
    return Staging(visit.bench.folder / "intake")


@router.get("/intake/{token}", dependencies=[needs(Role.CODER)], tags=["screens"])
def dry_run(visit: Visiting, token: str) -> Response:
    """Read what was handed in without recording it, and show what would be.

    Raises:
        StagingError: Nothing waits under this token.
    """
    waits = staging(visit)
    feed = waits.feed(token)
    if feed is not None:
        return visit.page("feed", token=token, feed=feed, known=known_addresses(visit))
    folder = waits.folder(token)
    run = api.read([folder], theatre=visit.casebook.own_theatre, processes=1)
    claims = list(run)
    return visit.page(
        "dry_run",
        token=token,
        claims=claims[:SHOWN],
        count=len(claims),
        account=run.account,
        gaps=run.account.ordered()[:SHOWN],
        failed=waits.failed(token),
    )


def known_addresses(visit: Visit) -> frozenset[str]:
    """Return the addresses that documents of the ledger were captured at."""
    view = visit.casebook.view()

    def find() -> frozenset[str]:
        return frozenset(d.url for d in view.documents() if d.url)

    return visit.bench.kept(view, "addresses", find).value


@router.post("/intake/{token}/entries", **changing(Role.CODER, Choosing))
def choose(visit: Visiting, token: str) -> Response:
    """Fetch the chosen entries of a feed, for a dry run.

    Raises:
        StagingError: No feed waits under this token, or no entry was chosen.
    """
    visit.request.state.target = token
    waits = staging(visit)
    feed = waits.feed(token)
    if feed is None:
        raise StagingError("gone")
    wanted = {str(value) for value in visit.form.getlist("entry")}
    chosen = [entry for entry in feed.entries if entry.address in wanted]
    if not chosen:
        raise StagingError("nothing")
    fetched = fetch_entries(chosen, visit.bench.fetch)
    handed = [
        _handed(page, publisher=feed.title, published=entry.published)
        for entry, page in fetched.pages
    ]
    waits.add(token, handed)
    waits.chosen(token, fetched.failed)
    return RedirectResponse(visit.to(f"/intake/{token}"), 303)


@router.post("/intake/{token}", **changing(Role.CODER, Taking))
def take_in(visit: Visiting, token: str) -> Response:
    """Record what was handed in, or forget it.

    Raises:
        StagingError: Nothing waits under this token.
        CustodyError: The disk is full; the documents wait on.
    """
    visit.request.state.target = token
    waits = staging(visit)
    folder = waits.folder(token)
    if visit.filled(Taking).word != "take":
        waits.drop(token)
        return RedirectResponse(visit.to("/intake"), 303)
    casebook = visit.writing()
    casebook.take_in([folder], processes=1)
    waits.taken(token, casebook.ledger.originals.holds)
    return RedirectResponse(visit.to("/documents", copies="all"), 303)
