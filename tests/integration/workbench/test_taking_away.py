"""Files to keep: claims, registers, agreement; redacted where asked."""

import csv
import io
import sys
from pathlib import Path

import pytest

from tests.support.workbench import PASSWORD, Client, text_of
from trucewatch.api import Claim
from trucewatch.views.exports import formats
from trucewatch.web.screens import exports

PRIVATE = (
    "Layla Haddad, a resident of Homs, said on 23 May 2016 that three people were "
    "killed in Homs on 22 May 2016.\n"
)


@pytest.fixture
def private(client: Client, tmp_path: Path) -> Client:
    """A workbench with a document that names a private person."""
    path = tmp_path / "private.txt"
    path.write_text(PRIVATE, encoding="utf-8")
    client.bench.casebook.take_in([path], processes=1)
    return client


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_claims_are_handed_out_as_the_screen_shows_them(client: Client) -> None:
    answer = client.get("/export/claims.csv?kind=PTY&theatre=syria_2016")
    assert answer.headers["content-disposition"].endswith('ledger-claims.csv"')
    assert {row["kind"] for row in rows(answer.text)} == {"PTY.accession"}
    assert client.get("/export/claims.csv?theatre=yemen_2018").text.count("\n") == 1
    assert client.get("/export/claims.geojson").json()["type"] == "FeatureCollection"


def test_the_screen_says_what_each_format_carries_and_loses(client: Client) -> None:
    page = client.get("/export?kind=PTY").text
    for line in formats.format_lines():
        assert f"/export/claims.{line.name}?kind=PTY" in page
    assert "every denial and disagreement" in page
    assert "narrowed down" in text_of(client.get("/export?kind=PTY"))


def test_a_format_that_is_not_installed_has_no_link(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    page = client.get("/export").text
    assert "/export/claims.parquet" not in page
    assert "trucewatch[parquet]" in page


def test_what_there_is_to_say_of_a_file_can_be_asked_for(client: Client) -> None:
    about = client.get("/export/claims.acled?about=yes&as_of=2016-05-24").json()
    assert about["format"] == "acled"
    assert about["standpoint"] == {"true_at": "2016-05-24"}
    assert about["rows"] + sum(about["left_out"].values()) > 0


def test_every_format_is_handed_out(client: Client) -> None:
    for line in formats.format_lines():
        answer = client.get(f"/export/claims.{line.name}")
        assert answer.status_code == 200, line.name
        assert "attachment" in answer.headers["content-disposition"]


def test_redacted_claims_name_nobody_and_no_fine_place(private: Client) -> None:
    assert "Layla Haddad" in private.get("/export/claims.csv").text
    answer = private.get("/export/claims.csv?redact=yes")
    assert "Haddad" not in answer.text
    assert "redacted" in answer.headers["content-disposition"]
    placed = [row for row in rows(answer.text) if row["lat"]]
    assert placed
    assert all(len(row["lat"].partition(".")[2]) <= 1 for row in placed)


@pytest.mark.parametrize("path", ["/export/claims.exe", "/export/registers/x.csv"])
def test_what_there_is_no_export_of_is_said_so(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_too_many_claims_are_not_written_while_one_waits(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exports, "MOST_CLAIMS", 1)
    assert "trucewatch export" in text_of(client.get("/export/claims.csv"))


def test_a_register_is_handed_out_with_the_claims_behind_its_rows(
    client: Client,
) -> None:
    found = rows(client.get("/export/registers/parties.csv").text)
    assert found
    assert all(row["claims"].startswith("c_") for row in found)


def test_agreement_and_codings_are_handed_out(team: Client, counted: Claim) -> None:
    assert team.bench.people.check("coder-person", PASSWORD)
    for name, word in (("coder-person", "accepted"), ("owner-person", "rejected")):
        team.sign_in(name)
        team.post(f"/review/{counted.key}", {"word": word, "note": "=1+1"})
    by_field = rows(team.get("/adjudicate/agreement.csv").text)
    assert by_field[0]["field"] == "verdict"
    assert (by_field[0]["same"], by_field[0]["coded"]) == ("0", "1")
    assert by_field[0]["percent"] == "0.0"
    assert by_field[0]["confused"] == "accepted / rejected: 1"
    codings = rows(team.get("/adjudicate/codings.csv").text)
    assert [row["verdict"] for row in codings] == ["accepted", "rejected"]
    assert codings[0]["note"] == "'=1+1"


def test_without_codings_the_tables_are_empty(client: Client) -> None:
    text = client.get("/adjudicate/agreement.csv").text
    assert text == "field,alpha,percent,same,coded,confused\n"


def test_a_redacted_brief_withholds_says_so_and_can_be_told_more(
    private: Client,
) -> None:
    sent = {"title": "Out", "redact": "yes", "also": "Observatory\n\n"}
    at = str(private.post("/briefs", sent).headers["location"])
    page = text_of(private.get(at))
    assert "Layla Haddad (" in page.split("Withheld", 1)[1]
    brief = private.get(f"{at}/brief.html").text
    assert "Haddad" not in brief
    assert "Observatory" not in brief
    assert "Haddad" not in private.get(f"{at}/claims.csv").text
    assert private.get(f"{at}/brief.pdf").content.startswith(b"%PDF-")
    kept = private.post("/briefs", sent | {"keep": "Layla Haddad"})
    assert "Haddad" in private.get(f"{kept.headers['location']}/brief.html").text


def test_the_palette_finds_documents_claims_and_keys(
    client: Client, counted: Claim
) -> None:
    found = client.get("/api/find?find=joined&as_of=2016-06-01").json()["found"]
    assert {one["kind"] for one in found} == {"document", "claim"}
    assert found[0]["kind"] == "document"
    assert all("as_of=2016-06-01" in one["href"] for one in found)
    (one, *_) = client.get(f"/api/find?find={counted.key}").json()["found"]
    assert one["label"] == counted.quote
    assert client.get("/api/find").json() == {"found": []}


def test_the_overview_says_what_came_since(client: Client, tmp_path: Path) -> None:
    assert "first visit" in text_of(client.get("/"))
    size = client.bench.casebook.ledger.head().size
    client.ask("GET", "/", headers={"cookie": f"tw_seen=..{size}.1463961600"})
    path = tmp_path / "new.txt"
    path.write_text("12 people were killed in Homs on 22 May 2016.\n", encoding="utf-8")
    client.bench.casebook.take_in([path], processes=1)
    page = client.ask("GET", "/", headers={"cookie": f"tw_seen=..{size}.1463961600"})
    assert "new.txt" in text_of(page)


@pytest.mark.parametrize("lanes", ["", "publisher", "party", "actor"])
def test_lanes_are_by_who_speaks_or_on_whose_side(client: Client, lanes: str) -> None:
    page = text_of(client.get(f"/map?lanes={lanes}"))
    names = {"": "Ministry of Defence", "party": "Russia", "actor": "nobody known acts"}
    assert names.get(lanes, "") in page


def test_the_queue_is_narrowed_to_a_theatre(client: Client) -> None:
    assert "Nothing waits here" not in client.get("/review?theatre=syria_2016").text
    assert "Nothing waits here" in client.get("/review?theatre=donbas_2014").text


def test_a_total_lists_its_parts_and_a_part_its_total(
    client: Client, tmp_path: Path
) -> None:
    path = tmp_path / "total.txt"
    path.write_text(
        "The Russian Centre, 24 May 2016\n\nA total of 37 violations were registered, "
        "including 19 in Aleppo, 16 in Damascus and 2 in Daraa.\n",
        encoding="utf-8",
    )
    client.bench.casebook.take_in([path], processes=1)
    claims = client.bench.casebook.claims()
    part = next(c for c in claims if c.part_of)
    assert "Its parts" in client.get(f"/evidence/{part.part_of}").text
    assert f"/evidence/{part.part_of}" in client.get(f"/evidence/{part.key}").text


def test_a_brief_is_of_its_period_its_area_and_for_its_readers(client: Client) -> None:
    sent = {"title": "Dead", "audience": "humanitarian", "area": "Aleppo"}
    made = client.post("/briefs", sent | {"start": "2016-05-20", "end": "2016-05-25"})
    name = made.headers["location"]
    page = text_of(client.get(name))
    assert "Period 2016-05-20 to 2016-05-25" in page
    assert "Seven" in page
    # not the bare number, which a time of day or a key may have too
    assert "52 armed groups" not in page
    claims = rows(client.get(f"{name}/claims.csv").text)
    assert {row["kind"] for row in claims} == {"CAS.casualties"}
    assert "humanitarian, 2016-05-20" in text_of(client.get("/briefs"))


def test_a_brief_for_the_public_is_redacted(private: Client) -> None:
    name = private.post("/briefs", {"audience": "public"}).headers["location"]
    assert "Haddad" not in private.get(f"{name}/brief.html").text


@pytest.mark.parametrize(
    "form", [{"audience": "generals"}, {"area": "Nowhere At All"}, {"start": "soon"}]
)
def test_a_brief_of_what_there_is_not_is_refused(
    client: Client, form: dict[str, str]
) -> None:
    assert client.post("/briefs", form).status_code in {400, 404}


def test_a_draft_is_sent_back_with_a_remark(client: Client) -> None:
    name = client.post("/briefs", {"title": "Week"}).headers["location"]
    client.post(f"{name}/approve")
    client.post(f"{name}/remark", {"what": "Name the day of the count."})
    page = text_of(client.get(name))
    assert "Name the day of the count. mira" in page
    assert "Approve" in page
