"""The documentation is under test: what it names exists, what exists it names."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from typer.main import get_command

from tools import mkdocs_pages
from trucewatch import api
from trucewatch.cli.main import app, run
from trucewatch.values import stances
from trucewatch.values.gaps import GapKind

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
REGISTERS = sorted(
    p.stem for p in (DOCS / "reference" / "registers").glob("*.md") if p.stem != "index"
)
COMPLETION = {"--install-completion", "--show-completion"}  # typer adds them
EXAMPLES = ROOT / "src" / "trucewatch" / "examples"


def page_id(path: object) -> str:
    return str(path.relative_to(ROOT)) if isinstance(path, Path) else str(path)


def shell_lines(page: Path) -> Iterator[list[str]]:
    """Yield the words of each command line in the page's shell blocks."""
    for block in re.findall(r"(?s)```sh\n(.*?)```", page.read_text("utf-8")):
        for line in block.splitlines():
            words = shlex.split(line, comments=True)
            if words:
                yield words


def commands(page: Path) -> list[list[str]]:
    """Return the arguments of each ``trucewatch`` command of a page."""
    return [
        words[1:] for words in shell_lines(page) if Path(words[0]).name == "trucewatch"
    ]


def known_commands() -> dict[str, set[str]]:
    """Return each command with its options; one in a group has two words."""
    return {
        name: {option for p in command.params for option in p.opts}
        for name, command in mkdocs_pages.each_command(get_command(app))
    }


def split(line: list[str]) -> tuple[str, list[str]]:
    """Return a command's name, of one word or two, and its arguments."""
    words = 2 if " ".join(line[:2]) in known_commands() else 1
    return " ".join(line[:words]), line[words:]


# ── commands ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_every_command_a_page_shows_exists(page: Path) -> None:
    known = known_commands()
    shown = [split(line) for line in commands(page)]
    assert {name for name, _ in shown} <= set(known)
    for name, arguments in shown:
        options = {word.split("=")[0] for word in arguments if word.startswith("--")}
        assert options <= known[name], name


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_every_make_target_a_page_shows_exists(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for words in shell_lines(page):
        if words[0] == "make":
            assert re.search(rf"^{words[1]}:", makefile, re.MULTILINE), words


def test_the_reference_lists_every_command_and_option() -> None:
    page = mkdocs_pages.commands()
    for name, options in known_commands().items():
        assert f"`trucewatch {name}`" in page
        for option in {o for o in options if o.startswith("--")} - COMPLETION:
            assert f"{option}" in page


def test_every_argument_and_option_has_a_meaning() -> None:
    assert [row for row in mkdocs_pages.commands().splitlines() if "|  |" in row] == []


def test_every_exit_code_has_a_meaning() -> None:
    rows = mkdocs_pages.exits().splitlines()[2:]
    assert rows
    assert all(re.fullmatch(r"\| \d+ \| \w.+ \|", row) for row in rows)


@pytest.mark.slow
def test_the_tutorial_runs_from_end_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    examples = str(EXAMPLES.relative_to(ROOT))
    for line in commands(DOCS / "tutorial" / "first-casebook.md"):
        arguments = [str(EXAMPLES) if word == examples else word for word in line]
        with pytest.raises(SystemExit) as stopped:
            run(arguments)
        assert stopped.value.code == 0, arguments
        assert "".join(capsys.readouterr()).strip(), arguments
    assert (tmp_path / "brief.html").exists()


# ── the sentence and the row of the README ───────────────────────────────────────────


def contains(whole: object, part: object) -> bool:
    """Tell whether every field of ``part`` is in ``whole``, at any depth."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(k in whole and contains(whole[k], v) for k, v in part.items())
    if isinstance(part, list) and isinstance(whole, list):
        return all(any(contains(each, wanted) for each in whole) for wanted in part)
    return whole == part


def test_the_readme_shows_what_the_reader_does(tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    quoted = re.search(r"(?m)^((?:> .*\n)+)", text)
    shown = re.search(r"(?s)```json\n(.*?)```", text)
    assert quoted is not None
    assert shown is not None
    sentence = " ".join(line.removeprefix("> ") for line in quoted[1].splitlines())
    (tmp_path / "dispatch.txt").write_text(sentence, "utf-8")
    records = [api.to_record(claim) for claim in api.read([tmp_path], processes=1)]
    row = json.loads(shown[1])
    assert any(contains(record, row) for record in records), records


# ── lists that repeat the code ───────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "enumeration", ["Voice", "Polarity", "Assertion", "Tense", "Grounding", "TimeBasis"]
)
def test_the_claim_record_names_every_word_of_its_lists(enumeration: str) -> None:
    page = (DOCS / "reference" / "claim-record.md").read_text("utf-8")
    words = [member.value for member in getattr(stances, enumeration)]
    assert [word for word in words if f"`{word}`" not in page] == []


def test_the_claim_record_names_every_field(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Three people were killed in Homs.\n", "utf-8")
    record = api.to_record(next(iter(api.read([tmp_path], processes=1))))
    page = (DOCS / "reference" / "claim-record.md").read_text("utf-8")
    assert [field for field in record if f"`{field}`" not in page] == []


def test_the_loss_account_names_every_kind() -> None:
    page = (DOCS / "reference" / "loss-account.md").read_text("utf-8")
    assert [kind.value for kind in GapKind if f"`{kind.value}`" not in page] == []


@pytest.mark.parametrize("register", REGISTERS)
def test_every_column_of_a_register_has_a_meaning(register: str) -> None:
    rows = mkdocs_pages.columns(register).splitlines()[2:]
    assert rows
    assert [row for row in rows if row.endswith("|  |")] == []


# ── the pages themselves ─────────────────────────────────────────────────────────────


def test_every_page_is_in_the_navigation() -> None:
    navigation = (ROOT / "mkdocs.yml").read_text("utf-8")
    pages = [str(p.relative_to(DOCS)) for p in DOCS.rglob("*.md")]
    hidden = [p for p in pages if p not in navigation and not p.startswith("decisions")]
    assert hidden == []


@pytest.mark.parametrize(
    "page",
    [ROOT / "ARCHITECTURE.md", *(DOCS / "explanation").glob("*.md")],
    ids=page_id,
)
def test_an_explanation_says_when_it_was_reviewed(page: Path) -> None:
    text = page.read_text("utf-8")
    dates = r"\*Written \d{4}-\d\d-\d\d, reviewed \d{4}-\d\d-\d\d\.\*"
    assert re.search(dates, text)


@pytest.mark.parametrize(
    "decision", sorted((DOCS / "decisions").glob("[0-9]*.md")), ids=page_id
)
def test_a_decision_has_its_head_and_its_parts(decision: Path) -> None:
    text = decision.read_text("utf-8")
    head = yaml.safe_load(text.split("---")[1])
    assert set(head) == {"title", "status", "date"}
    parts = re.findall(r"(?m)^## (\w+)$", text)
    assert parts[:3] == ["Context", "Decision", "Consequences"]


def test_decisions_have_numbers_of_their_own() -> None:
    numbers = [p.name[:4] for p in (DOCS / "decisions").glob("[0-9]*.md")]
    assert len(numbers) == len(set(numbers))
