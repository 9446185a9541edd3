"""What every register is made of."""

import pytest

from tests.support.statements import AROUND, number, say, seen
from trucewatch.errors import UnknownNameError
from trucewatch.registers.register import Cell, cell_text
from trucewatch.registers.registry import REGISTERS, register

NAMES = sorted(REGISTERS)


def test_there_are_twelve_subjects_counters_and_disagreements() -> None:
    assert len(REGISTERS) == 14


@pytest.mark.parametrize("name", NAMES)
def test_every_column_is_documented(name: str) -> None:
    columns = REGISTERS[name].columns()
    assert len(columns) >= 5
    assert all(c.doc.endswith((".", "…")) and len(c.doc) > 5 for c in columns)


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_ledger_has_no_rows(name: str) -> None:
    assert REGISTERS[name].build(seen(), AROUND.theatre)[:] == []


@pytest.mark.parametrize("name", NAMES)
def test_tables_and_records_have_the_same_columns(name: str) -> None:
    found = REGISTERS[name]
    header, lines = found.table(())
    assert header == [c.name for c in found.columns()]
    assert lines == []
    assert found.records(()) == []


def test_a_record_keeps_what_stands_behind_each_cell() -> None:
    claim = say("sohr", killed=12, at="sy_nawa", on="2016-05-20")
    found = register("casualties")
    rows = found.build(seen(claim), AROUND.theatre)
    (record,) = found.records(rows)
    assert record["best"] == {
        "value": 12,
        "said_by": ["Observatory"],
        "known_since": "2026-11-01T00:00:00+00:00",
        "disputed": False,
        "claims": [claim.key],
    }
    header, (line,) = found.table(rows)
    assert line[header.index("best")] == "12"


def test_a_table_marks_what_is_disputed() -> None:
    claims = [
        say(s, killed=n, at="sy_nawa", on="2016-05-20")
        for s, n in (("sohr", 12), ("ru_crc", 3))
    ]
    found = register("casualties")
    header, (line,) = found.table(found.build(seen(*claims), AROUND.theatre))
    assert line[header.index("low")] == "3 (disputed)"
    assert line[header.index("best")] == ""


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Cell(), ""),
        (Cell("held"), "held"),
        (Cell(1996), "1,996"),
        (Cell(("a", "b")), "a; b"),
        (Cell("held", disputed=True), "held (disputed)"),
        (Cell(disputed=True), ""),
    ],
)
def test_cells_read_as_people_write(cell: Cell, text: str) -> None:
    assert cell_text(cell) == text


def test_an_unknown_register_is_refused_with_a_near_one() -> None:
    with pytest.raises(UnknownNameError, match="parties"):
        register("partys")


@pytest.mark.parametrize("name", NAMES)
def test_rows_do_not_depend_on_the_order_of_claims(name: str) -> None:
    claims = [
        say("sohr", killed=12, at="sy_nawa", on="2016-05-20", doc="b"),
        say("ru_crc", killed=3, at="sy_nawa", on="2016-05-20", doc="a"),
        say("ru_crc", "PTY.accession", count=number(59, "groups"), doc="c"),
    ]
    build = REGISTERS[name].build
    assert list(build(seen(*claims), AROUND.theatre)) == list(
        build(seen(*reversed(claims)), AROUND.theatre)
    )
