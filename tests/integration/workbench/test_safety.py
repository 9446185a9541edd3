"""The guard refuses other names and other sites, and says what a page may load."""

import pytest

from tests.support.workbench import Client
from trucewatch.web.guard import MOST_BYTES, host_name


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost:8017", "[::1]:8017", "LOCALHOST"]
)
def test_our_own_names_are_answered(client: Client, host: str) -> None:
    assert client.get("/sign-in", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "", "["],
)
def test_an_unknown_host_is_refused(client: Client, host: str) -> None:
    answer = client.get("/claims", headers={"host": host})
    assert answer.status_code == 421
    assert "<html" not in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://127.0.0.1:9999"},
    ],
)
def test_a_form_from_another_site_is_refused(
    client: Client, headers: dict[str, str]
) -> None:
    answer = client.post("/administration/verify", headers=headers)
    assert answer.status_code == 403


def test_a_form_of_our_own_page_is_taken(client: Client) -> None:
    headers = {"origin": "http://127.0.0.1", "sec-fetch-site": "same-origin"}
    assert client.post("/administration/verify", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "path", ["/", "/nowhere", "/static/workbench.css", "/api/status"]
)
def test_every_answer_says_what_may_be_loaded(client: Client, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


def test_a_body_that_is_too_large_is_refused(client: Client) -> None:
    headers = {"content-length": str(MOST_BYTES + 1)}
    answer = client.ask("POST", "/intake", content=b"", headers=headers)
    assert answer.status_code == 413


def test_every_change_is_written_down(client: Client) -> None:
    client.post("/administration/verify")
    client.ask("POST", "/review/undo", headers={"origin": "http://evil.example"})
    newest, before = client.bench.audit.last(2)
    assert (newest["who"], newest["status"]) == ("nobody", 403)
    assert (before["who"], before["what"]) == ("mira", "POST /administration/verify")


@pytest.mark.parametrize(
    ("host", "name"),
    [("A.example:1", "a.example"), ("[::1]:1", "::1"), ("", ""), ("[x", "")],
)
def test_a_host_has_a_name_without_its_port(host: str, name: str) -> None:
    assert host_name(host) == name
