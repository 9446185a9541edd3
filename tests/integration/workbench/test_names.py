"""One group or speaker: names, ties, listings, decisions that can be taken back."""

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
