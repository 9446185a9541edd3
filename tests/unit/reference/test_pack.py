import datetime as dt
from pathlib import Path

import pytest

from trucewatch.errors import ReferenceDataError
from trucewatch.reference.pack import Row, expand, read_tsv, read_yaml


def row(**fields: object) -> Row:
    return Row("file.yaml", 3, dict(fields), {"label": 7})


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("plain", {"plain"}),
        ("{a,b} front", {"a front", "b front"}),
        ("{the ,}centre", {"the centre", "centre"}),
        ("centre{ of {x,y},}", {"centre", "centre of x", "centre of y"}),
    ],
)
def test_braces_stand_for_every_alternative(pattern: str, names: set[str]) -> None:
    assert set(expand(pattern)) == names


def test_a_row_knows_the_line_of_a_field() -> None:
    with pytest.raises(ReferenceDataError, match=r"file\.yaml:7: label"):
        row(label=["not", "one"]).text("label")


def test_a_missing_field_is_told_with_the_line_of_the_row() -> None:
    with pytest.raises(ReferenceDataError, match=r"file\.yaml:3: id is missing"):
        row().needed("id")


def test_one_text_is_a_list_of_one() -> None:
    assert row(source="a").texts("source") == ("a",)


@pytest.mark.parametrize("value", [{"a": "b"}, [1]])
def test_a_list_of_texts_holds_texts(value: object) -> None:
    with pytest.raises(ReferenceDataError, match="list of texts"):
        row(source=value).texts("source")


def test_a_list_of_mappings_holds_mappings() -> None:
    with pytest.raises(ReferenceDataError, match="list of mappings"):
        row(ties=["x"]).maps("ties")


def test_a_month_runs_from_its_first_day_to_its_last() -> None:
    dated = row(**{"from": "2016-02", "until": "2016-02"})
    assert dated.days() == (dt.date(2016, 2, 1), dt.date(2016, 2, 29))


def test_a_row_without_days_has_none() -> None:
    assert row().days() is None


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(ReferenceDataError, match="not a date"):
        row(since="yesterday").day("since")


def test_a_number_that_is_none_is_refused() -> None:
    with pytest.raises(ReferenceDataError, match="must be a number"):
        row(lat="north").number("lat")


def test_an_empty_number_is_no_number() -> None:
    assert row().number("lat") is None


def test_yaml_rows_carry_their_lines(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("- id: one\n- id: two\n  label: Two\n")
    rows = read_yaml(file)
    assert [r.line for r in rows] == [1, 2]
    assert rows[1].lines["label"] == 3


def test_an_empty_yaml_file_has_no_rows(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("# nothing yet\n")
    assert read_yaml(tmp_path / "a.yaml") == []


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("- id: [open\n", 2, "not YAML"),
        ("- one\n", 1, "not a mapping"),
        ("- id: a\n  id: b\n", 2, "id stands twice"),
    ],
)
def test_yaml_of_another_form_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, what: str
) -> None:
    (tmp_path / "a.yaml").write_text(text)
    with pytest.raises(ReferenceDataError, match=f":{line}: {what}"):
        read_yaml(tmp_path / "a.yaml")


def test_table_rows_skip_comments_and_blank_lines(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("# note\nid\tname\n\na\tb\n")
    rows = list(read_tsv(tmp_path / "a.tsv"))
    assert [(r.line, r.fields) for r in rows] == [(4, {"id": "a", "name": "b"})]


def test_a_line_with_too_many_cells_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("id\na\tb\n")
    with pytest.raises(ReferenceDataError, match=r"a\.tsv:2: 2 cells"):
        list(read_tsv(tmp_path / "a.tsv"))
