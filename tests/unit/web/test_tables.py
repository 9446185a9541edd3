"""Lines handed out as CSV."""

from trucewatch.web.tables import csv_text, handed_out


def test_a_cell_is_never_a_formula_and_a_missing_one_is_empty() -> None:
    rows: list[dict[str, str | float]] = [{"a": "=1+1", "b": 0.5}, {"a": "plain"}]
    assert csv_text(("a", "b"), rows) == "a,b\n'=1+1,0.5\nplain,\n"


def test_a_file_has_its_name() -> None:
    answer = handed_out("a", "x.csv")
    assert answer.headers["content-disposition"] == 'attachment; filename="x.csv"'
    assert answer.headers["content-type"].startswith("text/csv")
