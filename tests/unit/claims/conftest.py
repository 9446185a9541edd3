"""Fixtures of the claims' tests."""

import pytest

from trucewatch.claims.claim import Claim
from trucewatch.claims.extraction import extract_claims
from trucewatch.documents.document import Document
from trucewatch.reading.reading import read


@pytest.fixture
def claims(document: Document) -> tuple[Claim, ...]:
    """The claims read from the test's own docstring."""
    return extract_claims(read(document))
