"""`trucewatch explain`."""

from pathlib import Path

import pytest
import typer

from tests.support.shell import Shell
from trucewatch.cli.explain import offsets


def test_a_document_is_shown_with_its_claims_and_their_rules(
    shell: Shell, folder: Path
) -> None:
    ran = shell("explain", folder / "a.txt")
    assert ran.code == 0
    assert "Forty armed groups have joined the truce in Aleppo" in ran.out
    assert "PTY.accession" in ran.out
    assert "rule " in ran.out


def test_the_explanation_is_data_too(shell: Shell, folder: Path) -> None:
    (record,) = shell("explain", folder / "a.txt", "0-20", "--json").records()
    assert {"seen", "claims", "unused", "part"} <= set(record)
    assert "Forty" in {seen["text"] for seen in record["seen"]}


def test_what_could_steer_a_terminal_is_not_printed(shell: Shell, folder: Path) -> None:
    path = folder / "hostile.txt"
    path.write_text("Forty \x1b[31mgroups\x07 joined the truce in Syria.\n", "utf-8")
    ran = shell("explain", path)
    assert "\x1b" not in ran.out
    assert "\x07" not in ran.out


def test_a_file_that_cannot_be_read_is_a_wrong_request(
    shell: Shell, folder: Path
) -> None:
    ran = shell("explain", folder / "empty.txt")
    assert ran.code == 2
    assert "empty.txt" in ran.err


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (None, None),
        ("543-611", (543, 611)),
        ("[543, 611)", (543, 611)),
        ("543", (543, 544)),
    ],
)
def test_a_span_is_read_as_it_is_printed(
    text: str | None, span: tuple[int, int] | None
) -> None:
    assert offsets(text) == span


@pytest.mark.parametrize("text", ["here", "5-there", ""])
def test_words_are_no_span(text: str) -> None:
    with pytest.raises(typer.BadParameter, match="543-611"):
        offsets(text)
