"""What the command line prints with."""

import io

import pytest
from rich.text import Text

from trucewatch.cli.console import (
    PIPED_WIDTH,
    clean,
    console,
    print_json_lines,
    print_table,
    shorten,
)


def test_characters_that_could_steer_a_terminal_are_dropped() -> None:
    assert clean("a\x1b[31m\x07b\u202ec\n d") == "a[31mbc d"


def test_long_text_is_cut_and_says_so() -> None:
    assert shorten("armed groups", 20) == "armed groups"
    assert shorten("armed groups", 6) == "armed…"


def test_json_is_one_record_a_line_in_readable_letters(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_json_lines([{"name": "Дамаск"}, {"name": "a\nb"}])
    assert capsys.readouterr().out == '{"name": "Дамаск"}\n{"name": "a\\nb"}\n'


def test_markup_in_a_cell_reads_as_it_was_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_table(["#", "words"], [[3, "[red]x[/]"], [None, Text("y")]], title="[b]")
    out = capsys.readouterr().out
    assert "[red]x[/]" in out
    assert "[b]" in out
    assert "- " in out


def test_piped_output_is_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    assert console(io.StringIO()).width == PIPED_WIDTH


@pytest.mark.parametrize("variable", ["NO_COLOR"])
def test_colour_can_be_turned_off(
    monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, "1")
    monkeypatch.setenv("FORCE_COLOR", "1")
    stream = io.StringIO()
    console(stream).print(Text("groups", style="red"))
    assert "\x1b[31m" not in stream.getvalue()
