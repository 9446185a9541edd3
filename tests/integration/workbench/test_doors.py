"""Every screen opens, from any standpoint, and names no other host."""

import re

import pytest
from fastapi.routing import APIRoute

from tests.support.workbench import Client, text_of
from trucewatch.api import REGISTERS, Claim
from trucewatch.web.routes import ROUTERS
from trucewatch.web.visit import Needs

SCREENS = (
    "/",
    "/review",
    "/adjudicate",
    "/documents",
    "/documents?copies=all",
    "/claims",
    "/registers",
    "/counters",
    "/counters?show=tables",
    "/contradictions",
    "/contradictions?kind=all",
    "/map",
    "/map?show=table",
    "/briefs",
    "/administration",
    "/intake",
    "/names/ru_mod",
    "/search?find=ceasefire",
    "/api/status",
    "/api/claims",
    "/api/contradictions",
    "/api/map",
    "/api/outlines/SY",
    "/api/sources?part=minis",
    "/openapi.json",
    *(f"/registers/{name}" for name in REGISTERS if name != "disagreements"),
)
ROLES = ("reader", "coder", "adjudicator", "owner")


@pytest.mark.parametrize("path", SCREENS)
def test_every_screen_opens(client: Client, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/", "/claims", "/registers/areas", "/map"])
def test_every_screen_opens_from_another_standpoint(client: Client, path: str) -> None:
    asked = "as_of=2016-05-24&according_to=Observatory&min_grade=F6&min_independent=1"
    assert client.get(f"{path}?{asked}").status_code == 200


def test_a_link_keeps_the_standpoint(client: Client) -> None:
    page = client.get("/claims?as_of=2016-05-24").text
    assert 'href="/registers?as_of=2016-05-24"' in page
    assert re.search(r'href="/evidence/c_\w+\?as_of=2016-05-24"', page)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/?as_of=next+week", 400),
        ("/?min_independent=0", 400),
        ("/?according_to=Nobody+At+All", 404),
        ("/registers/unheard_of", 404),
        ("/documents/d_none", 404),
        ("/evidence/c_none", 404),
        ("/briefs/r_none", 404),
        ("/intake/nothing", 400),
        ("/api/registers/unheard_of", 404),
        ("/nowhere", 404),
    ],
)
def test_what_does_not_exist_is_said_so(client: Client, path: str, status: int) -> None:
    assert client.get(path).status_code == status


def test_an_unreadable_date_is_explained_on_a_page(client: Client) -> None:
    answer = client.get("/claims?as_of=someday")
    assert "as-of: cannot use" in text_of(answer)
    assert 'value="someday"' in answer.text


def test_no_page_names_another_host(client: Client) -> None:
    foreign = re.compile(r'(?:src|href|action)="(?:https?:)?//')
    for path in SCREENS[:18]:
        assert not foreign.search(client.get(path).text), path


def test_no_page_has_a_script_or_a_style_inside(client: Client) -> None:
    inside = re.compile(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=")
    for path in SCREENS[:18]:
        assert not inside.search(client.get(path).text), path


def test_the_description_names_the_questions_of_the_bar(client: Client) -> None:
    described = client.get("/openapi.json").json()["paths"]["/api/claims"]["get"]
    names = {parameter["name"] for parameter in described["parameters"]}
    assert {"as_of", "known_on", "according_to", "min_grade"} <= names


# --- who may do what ----------------------------------------------------------------


def needed(route: APIRoute) -> str | None:
    """Return the role a route needs, or None for one that needs nobody."""
    found = [d.dependency for d in route.dependencies]
    return next((d.role.value for d in found if isinstance(d, Needs)), None)


def routes() -> list[tuple[str, str, str | None]]:
    """Return method, path and needed role of every route."""
    return [
        (method, re.sub(r"\{\w+\}", "x", route.path), needed(route))
        for router in ROUTERS
        for route in router.routes
        if isinstance(route, APIRoute)
        for method in sorted(route.methods or ())
    ]


def test_only_signing_in_and_out_needs_no_role() -> None:
    free = {(method, path) for method, path, role in routes() if role is None}
    assert free == {("GET", "/sign-in"), ("POST", "/sign-in"), ("POST", "/sign-out")}


def test_no_reader_may_change_anything_but_their_own_views() -> None:
    """Checking a form against its document records nothing."""
    changes = {path: role for method, path, role in routes() if method == "POST"}
    by_readers = {path for path, role in changes.items() if role == "reader"}
    assert by_readers == {"/review/x/check", "/views", "/views/remove"}
    assert len(changes) > 12


@pytest.mark.parametrize("role", ROLES)
def test_every_route_is_refused_to_whoever_may_not(team: Client, role: str) -> None:
    assert team.sign_in(f"{role}-person") == 303
    rank = ROLES.index(role)
    for method, path, least in routes():
        if least is None:
            continue
        sent = {"data": {"csrf": team.token()}} if method == "POST" else {}
        status = team.ask(method, path, **sent).status_code
        refused = ROLES.index(least) > rank
        assert (status == 403) is refused, (method, path, status)


def test_every_route_sends_strangers_to_sign_in(team: Client) -> None:
    for method, path, least in routes():
        if least is not None:
            answer = team.ask(method, path)
            assert answer.status_code in {303, 401}, (method, path)


def test_every_change_needs_a_form_of_this_session(client: Client) -> None:
    for method, path, _ in routes():
        if method == "POST":
            answer = client.ask(method, path, data={"csrf": "0" * 64})
            assert answer.status_code == 403, path


# --- what a document says stays words -------------------------------------------------


def test_markup_in_a_quote_is_shown_and_not_obeyed(
    client: Client, counted: Claim
) -> None:
    note = "<script>document.title='taken'</script>"
    client.post(f"/review/{counted.key}", {"word": "accepted", "note": note})
    page = client.get(f"/evidence/{counted.key}").text
    assert note not in page
    assert "&lt;script&gt;document.title" in page
