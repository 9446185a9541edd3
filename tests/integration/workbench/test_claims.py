"""The table of claims: narrowed down, its columns chosen, kept as a view."""

import re
from pathlib import Path

import pytest

from tests.support.workbench import Client, text_of
from trucewatch.api import Claim, Decision
from trucewatch.web import narrowing
from trucewatch.web.screens import overview

DEMAND = (
    "30 May 2016\n\nThe Russian Defence Ministry demanded that armed groups leave "
    "Aleppo within 72 hours.\n"
)


def quotes(client: Client, address: str) -> list[str]:
    """What the records of an address quote."""
    found = client.get(address.replace("/claims", "/api/claims", 1)).json()
    return [record["quote"] for record in found["claims"]]


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        ("unit=groups", "armed groups"),
        ("assertion=possible", "convoys"),
        ("polarity=negated", "Not a single village"),
        ("actor=isil", "ISIL"),
        ("publisher=nobody", ""),
        ("from=2016-05&to=2016-05", "killed"),
        ("grade=F6", "killed"),
    ],
)
def test_claims_are_narrowed_down(client: Client, asked: str, word: str) -> None:
    everything = quotes(client, "/claims")
    found = quotes(client, f"/claims?{asked}")
    assert set(found) <= set(everything)
    assert any(word in quote for quote in found) is bool(word)
    assert client.get(f"/claims?{asked}").status_code == 200


def test_two_questions_are_both_answered(client: Client) -> None:
    both = quotes(client, "/claims?unit=groups&from=2016-05-30")
    assert both
    assert all("52 armed groups" in quote for quote in both)


def test_a_facet_names_what_there_is_with_how_many(
    client: Client, counted: Claim
) -> None:
    page = client.get("/claims").text
    link = re.search(r'href="(/claims\?unit=groups)"[^>]*>groups</a> <small>(\d)', page)
    assert link
    assert len(quotes(client, link[1])) == int(link[2])
    narrowed = text_of(client.get("/claims?unit=groups"))
    assert "What is counted: groups" in narrowed
    assert counted.quote


def test_a_grade_can_be_asked_for(client: Client, counted: Claim) -> None:
    casebook = client.bench.casebook
    casebook.judge(Decision(counted.key, "B2", "seen"), role="adjudicator")
    assert quotes(client, "/claims?grade=B2") == [counted.quote]


def test_of_many_claims_the_latest_are_counted_and_that_is_said(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(narrowing, "FACETED", 2)
    assert "of the latest" in text_of(client.get("/claims"))


def test_columns_are_chosen_in_the_address(client: Client) -> None:
    page = text_of(client.get("/claims?columns=words,rule,who,known"))
    assert re.search(r"Words Rule Who takes part Known since", page)
    for column in ("publisher,published,firmness", "review,status,document,grade"):
        assert client.get(f"/claims?columns={column}").status_code == 200


def test_a_view_is_saved_and_shown_with_its_count(client: Client) -> None:
    back = "/claims?unit=groups&page=2"
    assert client.post("/views", {"name": "Joined", "back": back}).status_code == 303
    overview = client.get("/")
    assert 'href="/claims?unit=groups"' in overview.text
    count = len(quotes(client, "/claims?unit=groups"))
    assert f"Joined {count}" in text_of(overview)
    client.post("/views/remove", {"name": "Joined"})
    assert "Joined" not in text_of(client.get("/"))


def test_a_view_in_a_team_is_ones_own_unless_one_shares_it(team: Client) -> None:
    team.sign_in("coder-person")
    team.post("/views", {"name": "Shared", "back": "/claims", "everybody": "yes"})
    team.post("/views", {"name": "Private", "back": "/map"})
    assert "Private" in text_of(team.get("/"))
    team.sign_in("reader-person")
    seen = text_of(team.get("/"))
    assert "Shared" in seen
    assert "Private" not in seen
    assert team.post("/views", {"name": "Mine", "back": "/map"}).status_code == 303
    assert "only for you" in text_of(team.get("/"))
    assert team.post("/views/remove", {"name": "Mine"}).status_code == 303


@pytest.mark.parametrize(
    ("path", "name"), [("/views", "Mine"), ("/views/remove", "Shared")]
)
def test_a_reader_neither_shares_a_view_nor_takes_a_shared_one_away(
    team: Client, path: str, name: str
) -> None:
    team.sign_in("coder-person")
    team.post("/views", {"name": "Shared", "back": "/claims", "everybody": "yes"})
    team.sign_in("reader-person")
    sent = {"name": name, "back": "/claims", "everybody": "yes"}
    assert team.post(path, sent).status_code == 403
    assert "Shared" in text_of(team.get("/"))


@pytest.mark.parametrize(
    "address",
    [
        "/documents?copies=all",
        "/contradictions?kind=all&state=open",
        "/registers/parties?disputed=1",
        "/map?kind=CAS",
        "/review?only=number",
        "/claims?as_of=someday",
        "/registers/unheard_of",
    ],
)
def test_a_view_of_any_list_has_a_card(client: Client, address: str) -> None:
    client.post("/views", {"name": "Mine", "back": address})
    assert "Mine" in text_of(client.get("/"))


def test_a_view_of_no_list_is_refused(client: Client) -> None:
    sent = {"name": "Mine", "back": "/administration"}
    assert client.post("/views", sent).status_code == 400


def test_what_came_since_the_last_visit_is_counted(client: Client) -> None:
    client.post("/views", {"name": "All", "back": "/claims"})
    seen = client.get("/", headers={"cookie": "tw_seen=..1.1000000000"})
    total = len(quotes(client, "/claims"))
    assert f"{total} new" in text_of(seen)


def test_the_overview_shows_what_runs_out(client: Client, tmp_path: Path) -> None:
    path = tmp_path / "demand.txt"
    path.write_text(DEMAND, encoding="utf-8")
    client.bench.casebook.take_in([path], processes=1)
    page = text_of(client.get("/?as_of=2016-05-31"))
    assert "Running out 2016-06-02 in 2 days" in page
    assert "the day is worked out" in page
    assert "runs out around then" in text_of(client.get("/?as_of=2017-05-31"))


def test_what_runs_out_is_put_off_where_there_are_many_documents(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overview, "AT_ONCE", 0)
    page = text_of(client.get("/"))
    assert "Running out" in page


ALEPPO, NOWHERE = "area=36,35.5,38,37", "area=0,0,1,1"


def test_a_part_of_the_map_narrows_table_and_claims_and_files_alike(
    client: Client,
) -> None:
    everywhere = client.get("/map?show=table").text.count("<tr>")
    table = client.get(f"/map?show=table&{ALEPPO}").text
    assert 1 < table.count("<tr>") < everywhere
    found = client.get(f"/api/claims?{ALEPPO}").json()["claims"]
    assert found
    assert all("Aleppo" in str(claim["places"]) for claim in found)
    points = client.get(f"/api/map?{ALEPPO}").json()["features"]
    assert {point["properties"]["name"] for point in points} == {"Aleppo"}
    assert "Take away the area" in client.get(f"/claims?{ALEPPO}").text
    taken = client.get(f"/export/claims.geojson?{ALEPPO}").json()["features"]
    assert len(taken) == len(found)
    assert client.get(f"/api/claims?{NOWHERE}").json()["total"] == 0


def test_the_map_is_drawn_around_the_area_and_says_so(client: Client) -> None:
    page = text_of(client.get(f"/map?{ALEPPO}"))
    assert "35.5° N to 37° N, 36° E to 38° E" in page
    assert client.get(f"/map?{NOWHERE}").status_code == 200


def test_what_is_no_area_is_said_so(client: Client) -> None:
    answer = client.get("/map?area=here")
    assert answer.status_code == 400
    assert "36.1,35.9,37.4,36.5" in answer.text
