"""Fixtures of the claims' tests."""

import pytest

from trucewatch.claims.claim import Claim
from trucewatch.claims.extraction import extract_claims
from trucewatch.documents.document import Document
from trucewatch.reading.reading import read
from trucewatch.reference.theatre import Theatre, load_theatre


@pytest.fixture(scope="session")
def theatre() -> Theatre:
    """The theatre the documents of these tests are read with."""
    return load_theatre("syria_2016")


@pytest.fixture
def claims(document: Document, theatre: Theatre) -> tuple[Claim, ...]:
    """The claims read from the test's own docstring."""
    return extract_claims(read(document, theatre)).claims
