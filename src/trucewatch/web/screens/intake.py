"""Taking documents in: handed in, looked at in a dry run, and only then recorded."""

from fastapi import APIRouter, Response
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse

from trucewatch import api
from trucewatch.web.capture import FEEDS, SUFFIXES
from trucewatch.web.feeds import fetch_entries, read_feed
from trucewatch.web.forms import Choosing, HandingIn, Knowing, Polling, Taking
from trucewatch.web.people import Role
from trucewatch.web.polling import poll
from trucewatch.web.staging import (
    Handed,
    Staging,
    StagingError,
    handed_of,
    safe_name,
)
from trucewatch.web.visit import Visit, Visiting, changing, needs

router = APIRouter()
SHOWN = 100


@router.get("/intake", dependencies=[needs(Role.CODER)], tags=["screens"])
def hand_in(visit: Visiting) -> Response:
    """Show the forms to hand documents in with."""
    waits = staging(visit)
    return visit.page("intake", feeds=waits.feeds(), polled=waits.polled())


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
        handed.append(handed_of(page, **known))
    elif form.feed:
        visit.request.state.target = form.feed
        found = visit.bench.fetch(form.feed, FEEDS)
        token = staging(visit).put_feed(read_feed(found.content, found.address))
        return RedirectResponse(visit.to(f"/intake/{token}"), 303)
    token = staging(visit).put(handed)
    return RedirectResponse(visit.to(f"/intake/{token}"), 303)


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


@router.post("/intake/feeds", **changing(Role.CODER, Polling))
def fetch_anew(visit: Visiting) -> Response:
    """Fetch all known feeds anew; what is new in them goes through a dry run."""
    waits = staging(visit)
    again = visit.filled(Polling).again == "yes"
    visit.request.state.target = f"{len(waits.feeds())} feeds"
    polled = poll(
        waits,
        known_addresses(visit),
        visit.bench.fetch,
        now=visit.bench.clock(),
        again=again,
    )
    if not polled.handed:
        return RedirectResponse(visit.to("/intake"), 303)
    token = waits.put(polled.handed)
    waits.chosen(token, polled.failed)
    return RedirectResponse(visit.to(f"/intake/{token}"), 303)


@router.post("/intake/feeds/forget", **changing(Role.CODER, Knowing))
def forget_feed(visit: Visiting) -> Response:
    """Fetch a feed no more."""
    address = visit.filled(Knowing).feed
    visit.request.state.target = address
    staging(visit).unknow(address)
    return visit.back("/intake")


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
        handed_of(page, publisher=feed.title, published=entry.published)
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
