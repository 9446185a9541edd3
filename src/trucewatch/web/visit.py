"""The visit: one request, with who makes it and from where they look.

Every screen is handed a visit. It knows the standpoint the time-and-source bar asks
for, and makes the links that keep it, so that an address always holds the whole state.
"""

import copy
import functools
from collections.abc import Callable, Hashable, Mapping
from typing import Annotated, Any, Concatenate, ParamSpec, TypeVar, cast
from urllib.parse import urlencode

from fastapi import Depends, Query, Request
from fastapi.params import Depends as Dependency
from markupsafe import escape
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from trucewatch import api
from trucewatch.errors import RequestError
from trucewatch.web import pages
from trucewatch.web.bench import Workbench
from trucewatch.web.forms import ANSWERS, Form, described, filled
from trucewatch.web.people import Person, Role
from trucewatch.web.sharing import NAME, TOKEN

BAR = ("as_of", "known_on", "according_to", "min_grade", "min_independent")
COOKIE = "tw_session"
F = TypeVar("F", bound=Form)
P = ParamSpec("P")
JUDGED = ("columns",)  # questions whose answers may show how claims were reviewed


class NotAllowedError(RequestError):
    """Somebody asked for what their role does not allow."""

    def __init__(self, needed: Role) -> None:
        self.needed = needed
        super().__init__(f"this needs the role {needed}; ask an owner")


class SignInNeededError(RequestError):
    """Nobody is signed in, and somebody has to be."""

    def __init__(self) -> None:
        super().__init__("sign in first")


class StaleFormError(RequestError):
    """A form that this session did not make."""

    def __init__(self) -> None:
        super().__init__("this form is too old; go back, load the page and try again")


class Visit:
    """One request.

    Attributes:
        request: The request itself.
        bench: The workbench.
        person: Who makes it.
        session: Identifier of their session.
        form: What was posted, for requests that change something.
        is_open: Whether the page is made for others too (``trucewatch.web.sharing``).
    """

    def __init__(self, request: Request) -> None:
        self.request, self.is_open = request, False
        self.bench: Workbench = request.app.state.bench
        self.session: str = request.state.session
        self.person: Person = request.state.person
        self.form: FormData = getattr(request.state, "form", FormData())

    # --- the standpoint -------------------------------------------------------------

    @functools.cached_property
    def bar(self) -> dict[str, str]:
        """What the time-and-source bar holds, without what is left empty."""
        asked = self.request.query_params
        bar = {name: asked.get(name, "").strip() for name in BAR}
        return {
            k: v for k, v in bar.items() if v and (k, v) != ("min_independent", "1")
        }

    @functools.cached_property
    def standpoint(self) -> api.Standpoint:
        """From where one looks.

        Raises:
            StandpointError: The bar cannot be read.
        """
        bar = dict(self.bar)
        independent = bar.pop("min_independent", "1")
        number = int(independent) if independent.isdecimal() else 0
        return self.bench.casebook.standpoint(**bar, min_independent=number)

    @functools.cached_property
    def view(self) -> Any:  # noqa: ANN401 - the api's view of the ledger
        """What is seen of the ledger from there."""
        return self.bench.casebook.view(self.standpoint)

    @property
    def casebook(self) -> api.Casebook:
        """The ledger, for looking."""
        return self.bench.casebook

    def writing(self) -> api.Casebook:
        """Return the casebook in which this person's decisions are recorded."""
        return self.bench.writing_as(self.person)

    @property
    def who(self) -> tuple[str, str]:
        """Whose session asks for which address."""
        return self.session, str(self.request.url)

    # --- asking and answering -------------------------------------------------------

    def asked(self, name: str, default: str = "") -> str:
        """Return a question of the address."""
        return self.request.query_params.get(name, default).strip()

    def number(self, name: str, default: int = 1) -> int:
        """Return a positive number of the address."""
        text = self.asked(name)
        return max(1, int(text)) if text.isdecimal() and len(text) < 9 else default  # noqa: PLR2004 - no page has so many

    def posted(self, name: str, default: str = "") -> str:
        """Return a field of the form."""
        value = self.form.get(name, default)
        return value.strip() if isinstance(value, str) else default

    def filled(self, model: type[F]) -> F:
        """Return the form that was posted, filled in.

        Raises:
            FormError: Something in it cannot be used.
        """
        return filled(model, self.form)

    def to(self, path: str, **questions: object) -> str:
        """Return the address of a page seen from the same standpoint."""
        asked = self.bar | {
            k: str(v) for k, v in questions.items() if v not in {None, ""}
        }
        return f"{path}?{urlencode(asked)}" if asked else path

    def here(self, **questions: object) -> str:
        """Return the address of this page with some questions changed."""
        asked: dict[str, object] = dict(self.request.query_params)
        return self.to(self.request.url.path, **(asked | questions))

    def may(self, role: str) -> bool:
        """Say whether this person is allowed what a role is allowed."""
        return self.person.role.may(Role(role))

    @property
    def is_alone(self) -> bool:
        """Whether the workbench is one person's and asks for no password."""
        return not self.bench.people

    @property
    def name(self) -> str:
        """Who this is, for the page."""
        return NAME if self.is_open else self.person.name

    @property
    def token(self) -> str:
        """What this session's forms have to send with them."""
        if self.is_open:
            return TOKEN
        return self.bench.sessions.token(self.session)

    def opened(self) -> "Visit":
        """Return the same visit, for a page that is made for others too."""
        made = copy.copy(self)
        made.is_open = True
        return made

    def page(self, template: str, *, status: int = 200, **more: object) -> Response:
        """Return a page."""
        return pages.page(template, status, {"visit": self, **more})

    def back(self, path: str) -> Response:
        """Return to a page after a change, seen from the same standpoint."""
        wanted = self.posted("back")
        # Only a path of our own: anything else could lead to another site.
        local = wanted.startswith("/") and wanted[1:2] not in {"/", "\\"}
        target = wanted if local and wanted.isprintable() else self.to(path)
        return RedirectResponse(target, 303)

    @property
    def others(self) -> Mapping[str, str]:
        """The questions of this address that the bar does not hold."""
        asked = self.request.query_params
        return {k: v for k, v in asked.items() if k not in {*BAR, "page"}}


class Needs:
    """What a route asks of who calls it, besides a form this session made.

    Attributes:
        role: The least role.
    """

    def __init__(self, role: Role) -> None:
        self.role = role

    async def __call__(self, request: Request) -> None:
        """Check the request.

        Raises:
            SignInNeededError: Nobody is signed in.
            NotAllowedError: Their role does not allow it.
            StaleFormError: The form was not made by this session.
        """
        person = request.state.person
        if person is None:
            raise SignInNeededError
        if not person.role.may(self.role):
            raise NotAllowedError(self.role)
        if request.method not in {"GET", "HEAD"}:
            await check_form(request)


async def check_form(request: Request) -> None:
    """Take a form in, if this session made it.

    Raises:
        StaleFormError: It did not.
    """
    request.state.form = await request.form()
    # Whoever changes something sees what they have changed.
    request.app.state.bench.waiting.leave(request.state.session)
    token = request.headers.get("x-csrf") or request.state.form.get("csrf")
    sessions = request.app.state.bench.sessions
    if not isinstance(token, str) or not sessions.allows(request.state.session, token):
        raise StaleFormError


def needs(role: Role) -> Dependency:
    """Return the dependency of a route that needs a role."""
    made: Dependency = Depends(Needs(role))
    return made


def changing(
    role: Role, model: type[Form], *, status: int = 303, files: str = ""
) -> dict[str, Any]:
    """Return what the route of a change is declared with.

    Args:
        role: The least role.
        model: The form it takes.
        status: Status of the answer when all is well.
        files: Name of the field for files, or empty.
    """
    return {
        "dependencies": [needs(role)],
        "tags": ["changes"],
        "status_code": status,
        "responses": ANSWERS,
        "openapi_extra": described(model, files=files),
    }


def visit_of(
    request: Request,
    as_of: Annotated[str, Query(description="What held on this date.")] = "",
    known_on: Annotated[str, Query(description="What was known by then.")] = "",
    according_to: Annotated[str, Query(description="Only this source.")] = "",
    min_grade: Annotated[str, Query(description="Least grade, such as B2.")] = "",
    min_independent: Annotated[str, Query(description="Least number of roots.")] = "",
) -> Visit:
    """Return the visit of a request; the bar's questions are named for the record."""
    del as_of, known_on, according_to, min_grade, min_independent
    return Visit(request)


Visiting = Annotated[Visit, Depends(visit_of)]


Screen = Callable[Concatenate[Visit, P], Response]


def shared(screen: Screen[P]) -> Screen[P]:
    """Return a screen that makes its page once for all who look from one standpoint.

    It may show what claims say and what people decided; how claims were reviewed only
    where a question in ``JUDGED`` asks for it.
    """

    @functools.wraps(screen)
    def answer(visit: Visit, *args: P.args, **more: P.kwargs) -> Response:
        bench, view = visit.bench, visit.view
        url = visit.request.url
        key = (visit.standpoint, url.path, url.query, visit.person.role, visit.is_alone)
        shows_judged = any(visit.asked(name) for name in JUDGED)
        follows = (
            *(view.state, view.decided_at, bench.told),
            view.cut if shows_judged else None,
        )

        def make() -> Response:
            return screen(visit.opened(), *args, **more)

        def made() -> Response:
            return bench.shared.page(key, follows, make).open()

        if bench.shared.has(key, follows):
            page: Response | None = made()
            bench.waiting.has(visit.who)
        else:
            page = in_time(visit, (key, follows), made)
        if page is None:
            return not_yet(visit)
        name = str(escape(visit.person.name))
        body = bytes(page.body).replace(TOKEN.encode(), visit.token.encode())
        body = body.replace(NAME.encode(), name.encode())
        return Response(body, page.status_code, media_type=page.media_type)

    return cast("Screen[P]", answer)


def patient(screen: Screen[P]) -> Screen[P]:
    """Return a screen of one person's that says so when it takes long."""

    @functools.wraps(screen)
    def answer(visit: Visit, *args: P.args, **more: P.kwargs) -> Response:
        what = (*visit.who, visit.view.cut)
        page = in_time(visit, what, lambda: screen(visit, *args, **more))
        return not_yet(visit) if page is None else page

    return cast("Screen[P]", answer)


def in_time(
    visit: Visit, what: Hashable, make: Callable[[], Response]
) -> Response | None:
    """Return a page, or None where its maker needs longer than a reader should wait.

    Only people with a browser are told to wait, and only by a large ledger; whoever
    else asks wants the answer.
    """
    is_page = "text/html" in visit.request.headers.get("accept", "")
    if not is_page or visit.view.cut <= visit.bench.bounds.at_once:
        return make()
    bench = visit.bench
    page = bench.waiting.page(visit.who, what, make, bench.patience)
    bench.has_shown = True
    return page


def not_yet(visit: Visit) -> Response:
    """Return the page that says that another is being made."""
    return visit.page("waiting", status=202, count=visit.view.cut)
