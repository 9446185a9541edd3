"""Speakers who take part themselves in what they tell."""

import pytest

from trucewatch.claims.claim import Claim
from trucewatch.claims.extraction import extract_claims
from trucewatch.documents.document import Document
from trucewatch.reading.reading import read
from trucewatch.reference.theatre import load_theatre


def claims(text: str, kind: str) -> list[Claim]:
    reading = read(Document(text=text), load_theatre("syria_2016"))
    return [c for c in extract_claims(reading).claims if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("The Syrian army said it controls Khan Tuman.", "ARE.control", "sy_army"),
        (
            "Ahrar al-Sham said that it has not joined the truce.",
            "PTY.accession",
            "ahrar_al_sham",
        ),
    ],
)
def test_a_pronoun_for_the_speaker_is_the_speaker(
    text: str, kind: str, who: str
) -> None:
    (claim,) = claims(text, kind)
    assert who in {role.id for role in claim.roles}


def test_another_partys_act_is_not_the_speakers() -> None:
    (claim,) = claims("Turkey said Jaysh al-Islam joined the truce.", "PTY.accession")
    assert {role.id for role in claim.roles} == {"jaysh_al_islam"}
