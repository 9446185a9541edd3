"""Captured bytes in the workbench: kept on intake, handed out and never shown."""

import io
import zipfile

from tests.support.papers import made_pdf
from tests.support.workbench import Client
from trucewatch.api import Casebook
from trucewatch.values.keys import bytes_key
from trucewatch.web.capture import Captured

SCRIPT = (
    b"<!doctype html><title>x</title><script>alert(1)</script>\n"
    b"<p>Nine people were killed in Homs, Syria, on Tuesday, the centre said. "
    b"The shelling of the town went on for most of the night, residents said.</p>"
)


def take_in(client: Client, **sent: object) -> None:
    """Hand something in and record it."""
    form = {"csrf": client.token()}
    answer = client.ask("POST", "/intake", data=form | sent.pop("data", {}), **sent)  # type: ignore[operator]
    assert answer.status_code == 303, answer.text
    assert client.post(answer.headers["location"], {"word": "take"}).status_code == 303


def test_a_file_handed_in_comes_back_as_an_attachment(client: Client) -> None:
    data = "Nine people were killed in Homs, Syria.\n".encode("utf-16")
    take_in(client, files={"files": ("ü note.txt", data)})
    answer = client.get(f"/documents/{bytes_key('d', data)}/original")
    assert answer.content == data
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]


def test_a_pasted_text_is_kept(client: Client) -> None:
    take_in(client, data={"text": "Nine people were killed in Homs, Syria."})
    (key,) = [k for k in keys_of(client) if k not in first_keys(client)]
    assert client.get(f"/documents/{key}/original").content.startswith(b"Nine people")


def test_a_captured_page_is_kept_as_it_was_served(client: Client) -> None:
    page = Captured("https://example.org/a", ".html", SCRIPT)
    client.bench.fetch = lambda _address, _kinds: page
    take_in(client, data={"url": "https://example.org/a"})
    answer = client.get(f"/documents/{bytes_key('d', SCRIPT)}/original")
    assert answer.content == SCRIPT
    assert "html" not in answer.headers["content-type"]


def keys_of(client: Client) -> list[str]:
    return list(client.bench.casebook.view().document_keys)


def first_keys(client: Client) -> list[str]:
    kept = client.bench.casebook.view().documents()
    return [d.key for d in kept if d.source_file in {"ministry.txt", "observatory.txt"}]


def test_the_page_of_a_document_links_to_its_original(client: Client) -> None:
    key = keys_of(client)[0]
    assert f'href="/documents/{key}/original"' in client.get(f"/documents/{key}").text


def test_there_is_no_original_of_a_document_nobody_knows(client: Client) -> None:
    assert client.get("/documents/d_none/original").status_code == 404


def test_an_original_that_is_gone_is_said_so(
    client: Client, casebook: Casebook
) -> None:
    key = keys_of(client)[0]
    casebook.ledger.originals.remove(key)
    answer = client.get(f"/documents/{key}/original")
    assert answer.status_code == 500
    assert "no such original" in answer.text


def test_the_backup_has_every_original(client: Client) -> None:
    answer = client.get("/administration/backup")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        names = archive.namelist()
    assert "log.jsonl" in names
    assert len([n for n in names if n.startswith("originals/")]) == len(keys_of(client))


def test_a_page_of_a_pdf_stands_beside_its_own_words(client: Client) -> None:
    data = made_pdf(
        "Nine people were killed in Homs.", "41 armed groups have joined the truce."
    )
    take_in(client, files={"files": ("report.pdf", data)})
    here = f"/documents/{bytes_key('d', data)}"
    second = client.get(f"{here}/beside?page=2").text
    assert f'src="{here}/pages/2.png"' in second
    assert "41 armed groups" in second
    assert "Nine people" not in second
    answer = client.get(f"{here}/pages/2.png")
    assert answer.headers["content-type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")
    assert client.get(f"{here}/pages/3.png").status_code == 400
    assert "Page 2 of 2" in client.get(f"{here}/beside?page=9").text


def test_only_a_pdf_has_pages_to_draw(client: Client) -> None:
    key = keys_of(client)[0]
    assert client.get(f"/documents/{key}/pages/1.png").status_code == 400
    assert client.get("/documents/d_0/pages/1.png").status_code == 404
