"""Signing in and out, for workbenches with people."""

from fastapi import APIRouter, Depends, Request, Response
from starlette.responses import RedirectResponse

from trucewatch.web import pages
from trucewatch.web.bench import Workbench
from trucewatch.web.forms import ANSWERS, Form, SigningIn, described, filled
from trucewatch.web.visit import COOKIE, check_form

router = APIRouter(tags=["people"])


@router.get("/sign-in")
def sign_in_form(request: Request) -> Response:
    """Show the form to sign in with."""
    return _form(request, "")


@router.post(
    "/sign-in",
    dependencies=[Depends(check_form)],
    status_code=303,
    responses=ANSWERS,
    openapi_extra=described(SigningIn),
)
def sign_in(request: Request) -> Response:
    """Sign somebody in who knows their password."""
    bench: Workbench = request.app.state.bench
    form = filled(SigningIn, request.state.form)
    name = form.name
    request.state.target = name
    if bench.sessions.must_wait(name):
        return _form(request, "Too many wrong passwords; wait a minute.", 429)
    person = bench.people.check(name, form.password)
    if person is None:
        bench.sessions.fail(name)
        return _form(request, "That is not the name and password of anybody.", 401)
    # A fresh session: one that somebody else may have set is worth nothing.
    request.state.session = bench.sessions.sign_in(person.name)
    request.state.person = person
    return RedirectResponse("/", 303)


@router.post(
    "/sign-out",
    dependencies=[Depends(check_form)],
    status_code=303,
    responses=ANSWERS,
    openapi_extra=described(Form),
)
def sign_out(request: Request) -> Response:
    """Sign out."""
    request.app.state.bench.sessions.sign_out(request.state.session)
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(COOKIE)
    return answer


def _form(request: Request, trouble: str, status: int = 200) -> Response:
    bench: Workbench = request.app.state.bench
    token = bench.sessions.token(request.state.session)
    values = {"token": token, "trouble": trouble, "name": bench.name}
    return pages.page("sign_in", status, values)
