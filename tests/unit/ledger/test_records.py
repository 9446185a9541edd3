import datetime as dt
from dataclasses import replace

import pytest

from tests.support.claims import a_document
from trucewatch.documents.document import Dateline, Furniture, Mark
from trucewatch.ledger.judgement_records import read_judgement
from trucewatch.ledger.records import (
    canonical,
    document_record,
    from_time,
    read_document_record,
    read_entry,
    to_time,
)
from trucewatch.values.dates import PartialDate
from trucewatch.values.spans import Span

NOON = dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC)


def test_times_sort_as_texts() -> None:
    later = NOON + dt.timedelta(microseconds=1)
    assert to_time(NOON) == "2026-01-01T12:00:00.000000Z"
    assert to_time(NOON) < to_time(later)
    assert from_time(to_time(later)) == later


def test_times_are_written_in_utc() -> None:
    east = NOON.astimezone(dt.timezone(dt.timedelta(hours=3)))
    assert to_time(east) == to_time(NOON)


def test_a_record_has_one_text() -> None:
    assert canonical({"b": 1, "a": "é"}) == '{"a":"é","b":1}'
    assert canonical({"a": "\ud83d"}) == '{"a":"\\ud83d"}'


def test_a_document_with_all_its_fields_round_trips() -> None:
    document = replace(
        a_document("MOSCOW, May 23. Menu. It is quiet."),
        published_basis="text",
        title="Quiet",
        title_span=Span(0, 6),
        url="https://wire.example/1",
        dateline=Dateline(
            Span(0, 15), "MOSCOW", PartialDate(2016, 5, 23), "Wire", Span(8, 14), "r"
        ),
        furniture=(Mark(Span(16, 21), Furniture.MENU, "menu.word"),),
    )
    assert read_document_record(document_record(document)) == document


def test_a_document_with_none_of_them_round_trips() -> None:
    document = replace(
        a_document(published=None),
        publisher=None,
        source_file=None,
        dateline=Dateline(None, None, None, None, None, "url"),
    )
    assert read_document_record(document_record(document)) == document


def test_an_entry_of_an_unknown_type_is_refused() -> None:
    record = {"seq": 1, "known": to_time(NOON), "made": to_time(NOON), "author": "a"}
    with pytest.raises(ValueError, match="rumour"):
        read_entry({**record, "entry": "rumour"})


@pytest.mark.parametrize(
    "record",
    [
        {"type": "rumour"},
        {"type": "review", "target": "c_1", "verdict": "perhaps"},
        {"type": "review", "target": "c_1", "mood": "good"},
    ],
)
def test_a_judgement_of_an_unknown_form_is_refused(record: dict[str, str]) -> None:
    with pytest.raises((KeyError, ValueError, TypeError)):
        read_judgement(record)
