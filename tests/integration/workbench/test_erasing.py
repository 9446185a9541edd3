"""A document is erased by an owner, who first sees what goes."""

import pytest

from tests.support.workbench import Client, text_of
from trucewatch.api import Claim

SURE = {"reason": "request 12 of 2026", "sure": "yes"}


@pytest.fixture
def place(counted: Claim) -> str:
    """Where the document with that claim is erased."""
    return f"/documents/{counted.document}/erase"


def test_the_page_shows_what_would_go(
    client: Client, counted: Claim, place: str
) -> None:
    page = text_of(client.get(place))
    assert "nothing is erased yet" in page
    assert counted.quote in page
    assert "No draft and no release" in page
    assert f'href="{place}"' in client.get(f"/documents/{counted.document}").text


def test_a_document_is_erased_from_every_screen(
    client: Client, counted: Claim, place: str
) -> None:
    for path in ("/claims", "/documents", "/registers/parties", f"{place[:-6]}"):
        client.get(path)  # what a screen keeps must not outlive the words
    assert client.post(place, SURE).status_code == 303
    page = text_of(client.get(place))
    assert "By mira" in page
    assert "request 12 of 2026" in page
    for path in ("/", "/claims", "/documents", "/registers/parties", "/review"):
        assert counted.quote not in text_of(client.get(path))
    assert client.get(f"/documents/{counted.document}").status_code == 404
    assert client.bench.casebook.verify().is_sound
    assert client.bench.audit.last(1)[0]["target"] == counted.document


def test_releases_that_contain_it_are_named(client: Client, place: str) -> None:
    made = client.post("/briefs", {"title": "The week of groups"})
    name = made.headers["location"]
    client.post(f"{name}/approve")
    client.post(f"{name}/release")
    assert "The week of groups released" in text_of(client.get(place))
    client.post(place, SURE)
    assert "The week of groups released" in text_of(client.get(place))


@pytest.mark.parametrize(
    ("form", "why"),
    [({"sure": "yes"}, "say why"), ({"reason": "asked"}, "cannot be undone")],
)
def test_nothing_is_erased_by_half_a_form(
    client: Client, counted: Claim, place: str, form: dict[str, str], why: str
) -> None:
    answer = client.post(place, form)
    assert answer.status_code == 400
    assert why in text_of(answer)
    assert client.bench.casebook.view().document(counted.document)


def test_what_never_was_cannot_be_erased(client: Client) -> None:
    assert client.get("/documents/d_none/erase").status_code == 404
    assert client.post("/documents/d_none/erase", SURE).status_code == 404


def test_only_an_owner_erases(team: Client, place: str) -> None:
    team.sign_in("adjudicator-person")
    assert team.get(place).status_code == 403
    assert team.post(place, SURE).status_code == 403
    assert "Erase it" not in text_of(team.get(place[:-6]))
