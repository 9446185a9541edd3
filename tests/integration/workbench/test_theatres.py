"""Theatres of many documents are found behind the scenes, and nobody is misled."""

import time

import pytest

from tests.support.workbench import Client, text_of
from trucewatch.web import theatres


def test_a_table_is_not_kept_while_theatres_are_being_found(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.bench.casebook.own_theatre = None
    monkeypatch.setattr(theatres, "AT_ONCE", 0)
    client.bench.hold()
    page = text_of(client.get("/claims?theatre=syria_2016"))
    assert "still being found" in page
    assert "No claim is like that" in page
    client.bench.release()
    while not client.bench.told:
        time.sleep(0.001)
    page = text_of(client.get("/claims?theatre=syria_2016"))
    assert "still being found" not in page
    assert "No claim is like that" not in page
    table = client.get("/map?theatre=syria_2016&show=table").text
    assert table.count("<tr>") == client.get("/map?show=table").text.count("<tr>") > 1
