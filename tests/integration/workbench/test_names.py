"""One group or speaker: names, ties, listings, decisions that can be taken back."""

from pathlib import Path

from tests.support.workbench import Client, text_of


def test_a_group_shows_its_names_and_listings(client: Client) -> None:
    page = text_of(client.get("/names/isil"))
    assert "Islamic State" in page
    assert "ISIL" in page.split("Called, and by whom")[1]
    assert "listed by" in page


def test_a_speaker_shows_for_whom_they_speak(client: Client) -> None:
    assert "speaks for Russia" in text_of(client.get("/names/ru_mod"))


def test_a_key_that_nobody_has_is_said_so(client: Client) -> None:
    assert client.get("/names/nobody_at_all").status_code == 404


def test_a_name_is_given_and_taken_back(client: Client) -> None:
    sent = {"name": "the caliphate men", "id": "isil", "note": "as the paper has it"}
    client.post("/administration/aliases", sent)
    assert "Take back" in client.get("/names/isil").text
    client.post("/administration/aliases", {"name": "the caliphate men", "id": ""})
    page = client.get("/names/isil")
    assert "Take back" not in page.text
    assert "→ nobody" in text_of(page)


def test_a_group_shows_what_it_is_said_to_have_joined(
    client: Client, tmp_path: Path
) -> None:
    path = tmp_path / "joined.txt"
    text = (
        "Jaysh al-Islam has joined the ceasefire in Syria, the Defence Ministry said.\n"
    )
    path.write_text(text, encoding="utf-8")
    client.bench.casebook.take_in([path], processes=1)
    claims = client.bench.casebook.claims(kind="PTY.accession")
    (key,) = {r.id for c in claims for r in c.roles if "Islam" in r.text}
    page = text_of(client.get(f"/names/{key}"))
    assert "Joined, left, or said to have" in page
    assert "PTY.accession claimed" in page
    assert "Jaysh al-Islam" in text_of(client.get("/names?part=jaysh"))


def test_everybody_named_is_listed_with_what_they_are_called(client: Client) -> None:
    page = text_of(client.get("/names"))
    assert "ISIL" in page
    assert "Names that nobody has a key for" in page
    assert "names anybody like that" in text_of(client.get("/names?part=zzzz"))


def test_a_name_may_mean_somebody_in_the_texts_of_one_source(client: Client) -> None:
    sent = {"name": "the men", "id": "isil", "according_to": "ru_mod"}
    client.post("/administration/aliases", sent | {"start": "2016-05", "end": "2016"})
    page = text_of(client.get("/names/isil"))
    assert "in texts of ru_mod 2016-05 to 2016" in page


def test_a_register_shows_only_what_is_corroborated(client: Client) -> None:
    page = client.get("/registers/parties").text
    assert "min_independent=2" in page
    narrowed = text_of(client.get("/registers/parties?min_independent=2"))
    assert "two independent roots or more" in narrowed
    assert "52 groups" not in narrowed


def test_each_cell_of_a_register_says_who_says_so(client: Client) -> None:
    page = client.get("/registers/parties").text
    assert page.count("known since") < client.get(
        "/registers/parties?who=1"
    ).text.count("known since")
