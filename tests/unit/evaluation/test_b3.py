"""The declared mapping of claims to event labels: the first row any claim fits."""

import pytest

from evaluation.benchmarks import b3
from trucewatch.claims.extraction import extract_claims
from trucewatch.documents.document import Document
from trucewatch.reading.reading import read
from trucewatch.reference.theatre import load_theatre


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("A car bomb exploded in the market of Homs.", "REM_EXPLOS"),
        ("A suicide bomb exploded in the market of Homs.", "SUIC_BOMB"),
        ("The army shelled the town of Homs.", "ART_MISS_ATTACK"),
        ("The council of the village planted trees.", b3.ABSTAINED),
    ],
)
def test_words_of_the_quote_choose_among_the_labels_of_a_type(
    text: str, label: str
) -> None:
    theatre = load_theatre("syria_2016")
    claims = extract_claims(read(Document(text), theatre)).claims
    assert b3.label_of(claims, theatre) == label
