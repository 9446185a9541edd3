"""One document read: what its parts make of each other."""

import pytest

from trucewatch.documents.document import Document
from trucewatch.reading.reading import Reading, read
from trucewatch.reference.theatre import Theatre, load_theatre
from trucewatch.values.dates import PartialDate

TWO = "“The truce holds in Hama. Six people died in Homs,” the envoy said."


@pytest.fixture(scope="module")
def theatre() -> Theatre:
    return load_theatre("syria_2016")


def quoted(reading: Reading) -> list[str]:
    return [one.span.of(reading.document.text) for one in reading.quotations]


def test_a_quotation_goes_on_over_sentences(theatre: Theatre) -> None:
    reading = read(Document(TWO), theatre)
    assert len(reading.sentences) == 2
    assert quoted(reading) == ["The truce holds in Hama. Six people died in Homs,"]


def test_whoever_is_named_behind_it_says_all_of_a_quotation(theatre: Theatre) -> None:
    (frame,) = read(Document(TWO), theatre).frames
    assert frame.source is not None
    assert frame.source.of(TWO) == "the envoy"
    assert frame.content.of(TWO).startswith("“The truce")


def test_a_quotation_does_not_go_on_over_lines(theatre: Theatre) -> None:
    reading = read(Document("“The truce holds in Hama.\n“Six people died.\n"), theatre)
    assert quoted(reading) == ["The truce holds in Hama.", "Six people died."]


def test_a_document_speaks_from_the_day_of_its_dateline(theatre: Theatre) -> None:
    text = "The envoy met them on Monday."
    published = Document(text, published=PartialDate(2016, 5, 25))
    assert read(published, theatre).anchor == PartialDate(2016, 5, 25)
    assert not read(published, theatre).inferred
    assert read(Document(text), theatre).inferred
