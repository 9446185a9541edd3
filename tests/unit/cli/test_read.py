"""`trucewatch read`."""

from pathlib import Path

from tests.support.shell import Shell


def test_json_gives_one_record_a_line_and_nothing_else(
    shell: Shell, folder: Path
) -> None:
    ran = shell("read", folder, "--json", "--theatre", "syria_2016")
    values = [r["quantity"]["value"] for r in ran.records() if r["quantity"]]
    assert {40, 50} <= set(values)
    assert all(r["quote"] and r["source_file"] for r in ran.records())
    assert "2 documents" in ran.err


def test_the_exit_code_says_that_something_was_left_out(
    shell: Shell, folder: Path
) -> None:
    assert shell("read", folder).code == 1
    (folder / "empty.txt").unlink()
    assert shell("read", folder).code == 0


def test_a_file_left_out_has_one_clear_line(shell: Shell, folder: Path) -> None:
    lines = shell("read", folder).err.splitlines()
    (line,) = [line for line in lines if "left out" in line]
    assert "empty.txt" in line


def test_without_json_people_get_a_table_for_each_file(
    shell: Shell, folder: Path
) -> None:
    ran = shell("read", folder)
    assert "a.txt" in ran.out
    assert "PTY.accession" in ran.out
    assert "Forty armed groups" in ran.out


def test_two_processes_give_what_one_gives(shell: Shell, folder: Path) -> None:
    one = shell("read", folder, "--json", "--processes", "1")
    two = shell("read", folder, "--json", "--processes", "2")
    assert one.out == two.out


def test_a_theatre_that_does_not_exist_is_a_wrong_request(
    shell: Shell, folder: Path
) -> None:
    ran = shell("read", folder, "--theatre", "syria_2015")
    assert ran.code == 2
    assert "did you mean syria_2016" in ran.err
    assert ran.out == ""


def test_a_path_that_does_not_exist_is_left_out(shell: Shell, tmp_path: Path) -> None:
    ran = shell("read", tmp_path / "nowhere")
    assert ran.code == 1
    assert "no such file or folder" in ran.err


def test_no_path_is_a_wrong_request(shell: Shell) -> None:
    assert shell("read").code == 2
