"""Fixtures that read a short text."""

from collections.abc import Callable

import pytest

from trucewatch.documents.document import Document
from trucewatch.reading.reading import Reading, read
from trucewatch.reference.theatre import load_theatre
from trucewatch.values.dates import PartialDate


@pytest.fixture
def reading_of() -> Callable[[str], Reading]:
    """Read a text as if published on 5 October 2016, with the Syrian theatre."""
    theatre = load_theatre("syria_2016")

    def read_text(text: str) -> Reading:
        return read(Document(text, published=PartialDate(2016, 10, 5)), theatre)

    return read_text
