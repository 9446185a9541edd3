"""The commands that look at a ledger, each with its result for people and programs."""

import json
import sys
from pathlib import Path

import pytest

from tests.support.digits import Digits
from tests.support.shell import Shell
from tests.unit.cli.conftest import JOINED, KILLED


def test_status_counts_documents_claims_and_losses(shell: Shell, ledger: Path) -> None:
    (status,) = shell("status", ledger, "--json").records()
    assert (status["documents"], status["claims"]) == (2, 4)
    assert status["by_kind"]["PTY.accession"] == 2
    assert status["losses"] == {"unreadable_file": 1, "unused_number": 1}


def test_status_names_speakers_for_people(shell: Shell, ledger: Path) -> None:
    out = shell("status", ledger).out
    assert "(ru_crc)" in out
    assert "files that could not be read" in out


def test_a_register_keeps_the_claims_behind_each_cell(
    shell: Shell, ledger: Path
) -> None:
    rows = shell("register", ledger, "parties", "--json").records()
    behind = {key for row in rows for key in row["count"]["claims"]}
    assert JOINED.key in behind


def test_a_register_is_a_table_without_empty_columns(
    shell: Shell, ledger: Path
) -> None:
    out = shell("register", ledger, "parties").out
    assert "41 groups" in out
    assert "attested_by" not in out


def test_an_unknown_register_suggests_near_ones(shell: Shell, ledger: Path) -> None:
    ran = shell("register", ledger, "casualty")
    assert ran.code == 2
    assert "casualties" in ran.err


def test_findings_are_printed_one_a_line_with_both_sides(
    shell: Shell, ledger: Path
) -> None:
    (record,) = shell("contradictions", ledger, "--json").records()
    assert (record["kind"], record["aspect"]) == ("contradicts", "number")
    assert record["state"] == "open"
    assert {claim["quote"] for claim in record["claims"]} == {
        "7 people were killed in Nawa",
        "9 people killed in Nawa",
    }
    for claim in record["claims"]:
        assert {"source_file", "span", "speaker"} <= set(claim)


def test_people_see_both_sides_with_file_and_span(shell: Shell, ledger: Path) -> None:
    out = shell("contradictions", ledger).out
    assert "contradicts · number · open" in out
    assert "the centre: “7 people were killed in Nawa”" in out
    assert "an observer: “9 people killed in Nawa”" in out
    assert "other.txt [" in out


def test_an_explained_contradiction_says_so(shell: Shell, ledger: Path) -> None:
    (record,) = shell("contradictions", ledger, "--json").records()
    decided = ["explained", "--reason", "date", "--note", "Other days."]
    assert shell("review", ledger, record["finding"], *decided).code == 0
    (record,) = shell("contradictions", ledger, "--json").records()
    assert (record["state"], record["note"]) == ("explained", "Other days.")


def test_an_unknown_kind_of_finding_is_a_wrong_request(
    shell: Shell, ledger: Path
) -> None:
    assert shell("contradictions", ledger, "--kind", "quarrels").code == 2


def test_a_folder_can_be_compared_without_a_ledger(shell: Shell, folder: Path) -> None:
    ran = shell("contradictions", folder, "--kind", "all")
    assert ran.code == 0
    assert "finding" in ran.err


def test_losses_are_listed_with_words_and_reason(shell: Shell, ledger: Path) -> None:
    records = shell("losses", ledger, "--json").records()
    assert [(r["kind"], r["file"]) for r in records] == [
        ("unreadable_file", "broken.pdf"),
        ("unused_number", "bulletin.txt"),
    ]
    assert "no PDF; save it." in shell("losses", ledger).out


def test_losses_of_one_kind_can_be_asked_for(shell: Shell, ledger: Path) -> None:
    ran = shell("losses", ledger, "--json", "--kind", "unused_number")
    assert [r["text"] for r in ran.records()] == ["41"]
    assert shell("losses", ledger, "--kind", "lost").code == 2


@pytest.mark.parametrize("name", ["brief.html", "brief.md"])
def test_a_brief_is_written_in_the_format_of_its_name(
    shell: Shell, ledger: Path, tmp_path: Path, name: str
) -> None:
    out = tmp_path / name
    ran = shell("brief", ledger, "--out", out, "--title", "May 2016")
    assert ran.code == 0
    assert "May 2016" in out.read_text("utf-8")
    assert "41" in out.read_text("utf-8")


def test_every_number_of_a_written_brief_has_its_claim(
    shell: Shell, ledger: Path, tmp_path: Path
) -> None:
    out = tmp_path / "brief.html"
    shell("brief", ledger, "--out", out)
    digits = Digits(out.read_text("utf-8"))
    assert digits.loose == []
    assert {("41", JOINED.key), ("7", KILLED.key)} <= set(digits.figures)


def test_a_brief_in_another_format_is_refused(
    shell: Shell, ledger: Path, tmp_path: Path
) -> None:
    ran = shell("brief", ledger, "--out", tmp_path / "brief.docx")
    assert ran.code == 2
    assert ".md" in ran.err
    assert not (tmp_path / "brief.docx").exists()


def test_a_brief_is_a_pdf_where_its_name_says_so(
    shell: Shell, ledger: Path, tmp_path: Path
) -> None:
    out = tmp_path / "brief.pdf"
    assert shell("brief", ledger, "--out", out).code == 0
    assert out.read_bytes().startswith(b"%PDF-")


def test_what_leaves_the_house_can_be_redacted(
    shell: Shell, ledger: Path, tmp_path: Path
) -> None:
    out = tmp_path / "brief.md"
    shell("brief", ledger, "--out", out, "--redact")
    assert "names of private persons" in out.read_text("utf-8")
    ran = shell("export", ledger, "--format", "csv", "--redact")
    assert "what is redacted" in ran.err
    assert shell("export", ledger, "--format", "jsonl", "--redact").code == 2


def test_words_are_found_in_claims_and_documents(shell: Shell, ledger: Path) -> None:
    records = shell("search", ledger, "observer", "--json").records()
    assert records
    assert {"kind", "key", "document", "excerpt"} == set(records[0])
    assert "1 hit" in shell("search", ledger, "observer", "--limit", "1").err


def test_a_place_shows_its_candidates(shell: Shell) -> None:
    ran = shell("place", "Aleppo", "--theatre", "syria_2016", "--json")
    assert ran.code == 0
    assert "sy_aleppo" in {record["id"] for record in ran.records()}
    assert "sy_aleppo" in shell("place", "Aleppo", "--theatre", "syria_2016").out


def test_an_unknown_place_is_said_by_the_exit_code(shell: Shell) -> None:
    assert shell("place", "Nowhere-on-Earth", "--theatre", "world").code == 1


def test_the_version_is_printed(shell: Shell) -> None:
    assert shell("version").out.startswith("trucewatch ")


def test_a_judgement_counts_from_then_on(shell: Shell, ledger: Path) -> None:
    ran = shell("review", ledger, KILLED.key, "rejected", "--note", "He denied it.")
    assert ran.code == 0
    quotes = {r["quote"] for r in shell("claims", ledger, "--json").records()}
    assert KILLED.quote not in quotes
    assert JOINED.quote in quotes


def test_the_author_of_a_judgement_comes_from_the_environment(
    shell: Shell, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRUCEWATCH_AUTHOR", "amal")
    assert "by amal" in shell("review", ledger, JOINED.key, "B2").err


def test_a_review_of_an_unknown_claim_is_a_wrong_request(
    shell: Shell, ledger: Path
) -> None:
    ran = shell("review", ledger, "c_0", "accepted")
    assert ran.code == 2
    assert "no claim c_0" in ran.err


def test_a_ledger_moves_by_export_and_import(
    shell: Shell, ledger: Path, tmp_path: Path
) -> None:
    log, copy = tmp_path / "log.jsonl", tmp_path / "copy.db"
    assert shell("export", ledger, "--out", log).code == 0
    assert shell("import", copy, log).code == 0
    roots = {
        shell("status", path, "--json").records()[0]["root"] for path in (ledger, copy)
    }
    assert len(roots) == 1


def test_a_log_that_was_cut_short_is_refused(
    shell: Shell, ledger: Path, tmp_path: Path
) -> None:
    log = tmp_path / "log.jsonl"
    shell("export", ledger, "--out", log)
    log.write_text("".join(log.read_text("utf-8").splitlines(keepends=True)[:-1]))
    ran = shell("import", tmp_path / "copy.db", log)
    assert ran.code == 3
    assert "cut short" in ran.err


def test_exports_go_to_stdout_and_say_what_they_lose(
    shell: Shell, ledger: Path
) -> None:
    table = shell("export", ledger, "--format", "csv", "--kind-of-nothing")
    assert table.code == 2
    table = shell("export", ledger, "--format", "csv")
    assert table.out.count("\n") == 5
    assert "loses" in table.err
    collection = json.loads(shell("export", ledger, "--format", "geojson").out)
    assert collection["unplaced_claims"] == 2


def test_what_an_export_leaves_out_stands_beside_the_file(
    shell: Shell, ledger: Path, tmp_path: Path
) -> None:
    out = tmp_path / "events.csv"
    ran = shell("export", ledger, "--format", "acled", "--out", out, "--as-of", "2016")
    assert ran.code == 0
    about = json.loads((tmp_path / "events.csv.about.json").read_text("utf-8"))
    assert about["standpoint"] == {"true_at": "2016-12-31"}
    assert about["claims"] >= sum(about["left_out"].values()) > 0
    assert about["loses"] in ran.err


def test_the_whole_log_loses_nothing_that_a_file_beside_it_could_say(
    shell: Shell, ledger: Path, tmp_path: Path
) -> None:
    assert shell("export", ledger, "--out", tmp_path / "log.jsonl").code == 0
    assert [path.name for path in tmp_path.glob("log.*")] == ["log.jsonl"]


def test_formats_say_what_they_carry_and_lose(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = shell("formats", "--json").records()
    assert {"csv", "parquet", "acled", "ftm"} <= {record["name"] for record in records}
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    said = shell("formats").out
    assert "parquet (needs the extra parquet, not installed)" in said
    assert "Loses nothing of a claim" in said


def test_an_unknown_format_suggests_near_ones(shell: Shell, ledger: Path) -> None:
    ran = shell("export", ledger, "--format", "geo")
    assert ran.code == 2
    assert "geojson" in ran.err


def test_a_sound_ledger_verifies(shell: Shell, ledger: Path) -> None:
    ran = shell("verify", ledger)
    assert ran.code == 0
    assert "sound" in ran.err
    (record,) = shell("verify", ledger, "--json").records()
    assert record["faults"] == []


def test_a_rebuilt_ledger_answers_as_before(shell: Shell, ledger: Path) -> None:
    before = shell("register", ledger, "parties", "--json").out
    assert shell("rebuild", ledger).code == 0
    assert shell("register", ledger, "parties", "--json").out == before


def test_what_was_done_can_be_told_to_programs(
    shell: Shell, ledger: Path, tmp_path: Path
) -> None:
    log, page = tmp_path / "log.jsonl", tmp_path / "brief.md"
    shell("export", ledger, "--out", log)
    done = [
        shell("review", ledger, JOINED.key, "accepted", "--json"),
        shell("rebuild", ledger, "--json"),
        shell("import", tmp_path / "copy.db", log, "--json"),
        shell("brief", ledger, "--out", page, "--json"),
        shell("theatre", "new", tmp_path / "sahel_2020", "--json"),
        shell("version", "--json"),
    ]
    assert [ran.code for ran in done] == [0] * len(done)
    told = [record for ran in done for record in ran.records()]
    assert [sorted(record) for record in told] == [
        ["author", "decision", "entry", "target"],
        ["entries", "ledger"],
        ["ledger", "new_entries"],
        ["claims", "content", "file"],
        ["folder"],
        ["version"],
    ]
