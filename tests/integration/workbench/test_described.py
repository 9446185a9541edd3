"""What `/openapi.json` says of changes is what the routes take."""

from typing import Any

import pytest
from starlette.datastructures import FormData

from tests.support.workbench import Client, text_of
from trucewatch.api import Claim
from trucewatch.web.forms import Deciding, Form, FormError, described, filled
from trucewatch.web.routes import ROUTERS


@pytest.fixture
def paths(client: Client) -> dict[str, Any]:
    """What is described."""
    found: dict[str, Any] = client.get("/openapi.json").json()["paths"]
    return found


def test_every_change_has_a_form_with_named_fields(paths: dict[str, Any]) -> None:
    posts = {
        path: methods["post"] for path, methods in paths.items() if "post" in methods
    }
    for path, operation in posts.items():
        ((media, content),) = operation["requestBody"]["content"].items()
        if media == "application/json":
            assert path == "/review/{key}/check"
            continue
        assert "csrf" in content["schema"]["properties"], path
        assert operation["summary"], path
    assert len(posts) > 15


def test_a_verdict_names_its_words_and_fields(paths: dict[str, Any]) -> None:
    content = paths["/review/{key}"]["post"]["requestBody"]["content"]
    fields = content["application/x-www-form-urlencoded"]["schema"]["properties"]
    assert {"accepted", "rejected", "corrected"} <= set(fields["word"]["enum"])
    assert {"kind", "value", "unit", "speaker", "place", "start"} <= set(fields)
    assert "303" in paths["/review/{key}"]["post"]["responses"]
    assert "403" in paths["/review/{key}"]["post"]["responses"]


def test_files_are_described_as_files(paths: dict[str, Any]) -> None:
    content = paths["/intake"]["post"]["requestBody"]["content"]
    files = content["multipart/form-data"]["schema"]["properties"]["files"]
    assert files["items"] == {"type": "string", "format": "binary"}


def test_a_field_that_is_too_long_is_refused_with_its_name(
    client: Client, counted: Claim
) -> None:
    answer = client.post(
        f"/review/{counted.key}", {"word": "accepted", "note": "x" * 9_000}
    )
    assert answer.status_code == 400
    assert "note: String should have at most" in text_of(answer)


def test_fields_are_stripped_and_unknown_ones_passed_over() -> None:
    form = filled(Deciding, FormData([("word", " accepted "), ("extra", "x")]))
    assert (form.word, form.kind) == ("accepted", None)
    with pytest.raises(FormError):
        filled(Form, FormData([("back", "x" * 5_000)]))


def test_a_form_without_files_is_plain() -> None:
    (media,) = described(Form)["requestBody"]["content"]
    assert media == "application/x-www-form-urlencoded"


def test_every_router_is_part_of_the_application(paths: dict[str, Any]) -> None:
    assert len(paths) > len(ROUTERS)
