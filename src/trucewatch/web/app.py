"""The application: every screen behind one guard. ``serve`` opens it on a machine."""

import logging
import secrets
import threading
import time
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI, Request, Response
from starlette.middleware.base import RequestResponseEndpoint
from starlette.staticfiles import StaticFiles

from trucewatch import api, errors
from trucewatch.web import pages
from trucewatch.web.bench import Workbench
from trucewatch.web.guard import LOOPBACK, Guard, host_name
from trucewatch.web.routes import ROUTERS
from trucewatch.web.staging import desk_of
from trucewatch.web.thrift import keep_together
from trucewatch.web.visit import (
    COOKIE,
    NotAllowedError,
    SignInNeededError,
    StaleFormError,
    Visit,
)

WEEK = 7 * 24 * 3600
SETTLED = 4.0  # seconds after which what is slow is begun


class OpenDoorError(errors.RequestError):
    """A workbench without people on an address others can reach."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"--host {host}: others could reach a workbench without passwords; enter "
            "people first (serve on this machine, then Administration)"
        )


def serve(ledger: str | Path, *, host: str = "127.0.0.1", port: int = 8017) -> None:
    """Open the workbench for a ledger until interrupted.

    Args:
        ledger: A ledger file, or the URL of a database.
        host: Address to listen on.
        port: Port to listen on.

    Raises:
        LedgerFormatError: There is no such ledger.
        OpenDoorError: Others could reach it, and nobody was entered.
    """
    keep_together()
    with api.Casebook.open(ledger, create=False) as casebook:
        bench = Workbench(casebook, desk_of(ledger), name=Path(str(ledger)).stem)
        if not bench.people and host not in LOOPBACK:
            raise OpenDoorError(host)
        app = create_app(bench, hosts={*LOOPBACK, host})
        bench.hold()
        later = threading.Timer(SETTLED, bench.settle)
        later.daemon = True
        later.start()
        logging.getLogger("uvicorn").setLevel(logging.WARNING)
        print(f"Workbench: http://{host}:{port}/  (Ctrl+C ends it)", flush=True)  # noqa: T201 - the address is the answer
        uvicorn.run(
            app,
            host=host,
            port=port,
            log_level="warning",
            server_header=False,
            access_log=False,
        )


def create_app(bench: Workbench, *, hosts: Iterable[str] = LOOPBACK) -> FastAPI:
    """Return the application over a workbench.

    Args:
        bench: The workbench.
        hosts: Names it answers to.
    """
    app = FastAPI(
        title="Trucewatch",
        version=version("trucewatch"),
        # Their pages load scripts from elsewhere; the description itself stays.
        docs_url=None,
        redoc_url=None,
    )
    app.state.bench = bench
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static", Kept(directory=pages.STATIC), name="static")
    app.middleware("http")(_knowing_who)
    app.add_middleware(Guard, hosts=hosts, audit=bench.audit)
    app.add_exception_handler(errors.TrucewatchError, _explained)
    return app


class Kept(StaticFiles):
    """Files of ours, which a browser may keep but asks after."""

    def file_response(self, *args: Any, **more: Any) -> Response:  # noqa: ANN401 - as in StaticFiles
        """Return a file."""
        answer = super().file_response(*args, **more)
        vendor = "vendor" in str(args[0])
        answer.headers["Cache-Control"] = (
            f"public, max-age={WEEK}" if vendor else "no-cache"
        )
        return answer


async def _knowing_who(
    request: Request, call_next: RequestResponseEndpoint
) -> Response:
    """Say who makes a request, and keep their session in a cookie."""
    bench: Workbench = request.app.state.bench
    bench.asked_at = time.monotonic()
    session = request.cookies.get(COOKIE, "")
    is_new = len(session) < len(secrets.token_urlsafe(32))
    request.state.session = bench.sessions.new() if is_new else session
    request.state.person = bench.alone
    if bench.people:
        name = bench.sessions.name(request.state.session)
        person = bench.people.get(name) if name else None
        request.state.person = person if person and person.active else None
    answer = await call_next(request)
    form = getattr(request.state, "form", None)
    if form is not None:
        await form.close()
    if request.state.session != session:
        set_session(answer, request, request.state.session)
    return answer


def set_session(answer: Response, request: Request, session: str) -> None:
    """Keep a session in the browser, away from scripts and other sites."""
    answer.set_cookie(
        COOKIE,
        session,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )


_STATUS: tuple[tuple[type[errors.TrucewatchError], int], ...] = (
    (SignInNeededError, 401),
    (NotAllowedError, 403),
    (StaleFormError, 403),
    (errors.UnknownClaimError, 404),
    (errors.UnknownNameError, 404),
    (errors.RequestError, 400),
    (errors.ValueFormError, 400),
    (errors.DocumentError, 422),
    (errors.TrucewatchError, 500),
)


def status_for(error: errors.TrucewatchError) -> int:
    """Return the HTTP status of an error; the first matching class decides."""
    return next(code for kind, code in _STATUS if isinstance(error, kind))


async def _explained(request: Request, error: Exception) -> Response:
    if not isinstance(error, errors.TrucewatchError):
        raise error
    status = status_for(error)
    wants_page = "text/html" in request.headers.get("accept", "")
    if request.url.path.startswith("/api/") or not wants_page:
        return Response(f"{error}\n", status, media_type="text/plain")
    if isinstance(error, SignInNeededError):
        return Response(status_code=303, headers={"location": "/sign-in"})
    if request.state.person is None:
        return Response(f"{error}\n", status, media_type="text/plain")
    visit = Visit(request)
    return visit.page("trouble", status=status, message=str(error))


__all__ = ["create_app", "host_name", "serve", "status_for"]
