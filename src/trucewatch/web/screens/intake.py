"""Taking documents in: handed in, looked at in a dry run, and only then recorded."""

from fastapi import APIRouter, Response
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse

from trucewatch import api
from trucewatch.web.capture import capture
from trucewatch.web.people import Role
from trucewatch.web.staging import Handed, Staging, safe_name
from trucewatch.web.visit import Visit, Visiting, needs

router = APIRouter()
SHOWN = 100


@router.get("/intake", dependencies=[needs(Role.CODER)], tags=["screens"])
def hand_in(visit: Visiting) -> Response:
    """Show the forms to hand documents in with."""
    return visit.page("intake")


@router.post("/intake", dependencies=[needs(Role.CODER)], tags=["changes"])
def handed_in(visit: Visiting) -> Response:
    """Take files, a text or an address; nothing is recorded yet.

    Raises:
        StagingError: Nothing was handed in.
        CaptureError: The address cannot be captured.
    """
    known = {
        "publisher": visit.posted("publisher"),
        "published": visit.posted("published"),
    }
    handed = [
        Handed(upload.filename, upload.file.read(), **known)
        for upload in visit.form.getlist("files")
        if isinstance(upload, UploadFile) and upload.filename
    ]
    text, address = visit.posted("text"), visit.posted("url")
    if text:
        name = safe_name(visit.posted("title") or "pasted")
        handed.append(Handed(f"{name}.txt", text.encode(), address, **known))
    elif address:
        visit.request.state.target = address
        page = capture(address)
        handed.append(
            Handed(
                _name_of(page.address) + page.suffix,
                page.content,
                page.address,
                **known,
            )
        )
    token = staging(visit).put(handed)
    return RedirectResponse(visit.to(f"/intake/{token}"), 303)


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
    folder = staging(visit).folder(token)
    run = api.read([folder], theatre=visit.casebook.own_theatre, processes=1)
    claims = list(run)
    return visit.page(
        "dry_run",
        token=token,
        claims=claims[:SHOWN],
        count=len(claims),
        account=run.account,
        gaps=run.account.ordered()[:SHOWN],
    )


@router.post("/intake/{token}", dependencies=[needs(Role.CODER)], tags=["changes"])
def take_in(visit: Visiting, token: str) -> Response:
    """Record what was handed in, or forget it.

    Raises:
        StagingError: Nothing waits under this token.
        CustodyError: The disk is full; the documents wait on.
    """
    visit.request.state.target = token
    waits = staging(visit)
    folder = waits.folder(token)
    if visit.posted("word") != "take":
        waits.drop(token)
        return RedirectResponse(visit.to("/intake"), 303)
    casebook = visit.writing()
    casebook.take_in([folder], processes=1)
    waits.taken(token, casebook.ledger.originals.holds)
    return RedirectResponse(visit.to("/documents", copies="all"), 303)
