"""Which claims somebody asks to see."""

import pytest

from tests.support.made import made_claim, made_document, made_quantity
from trucewatch.claims.claim import Claim
from trucewatch.errors import UnknownNameError
from trucewatch.values.stances import Quantifier
from trucewatch.views.selection import Selection

DOCUMENT = made_document()
CLAIM = made_claim(
    DOCUMENT,
    "7 people were killed in Nawa",
    quantity=made_quantity(DOCUMENT, "7", unit="killed"),
    place="Nawa",
)
RANGE = made_claim(
    DOCUMENT,
    "41 armed groups",
    quantity=made_quantity(
        DOCUMENT, "41", low=30, high=41, quantifier=Quantifier.ABOUT
    ),
)
OPEN = made_claim(
    DOCUMENT,
    "41 armed",
    quantity=made_quantity(DOCUMENT, "41", low=41, quantifier=Quantifier.AT_LEAST),
)
BARE = made_claim(DOCUMENT, "the truce", speaker=None, speaker_text=None)


@pytest.mark.parametrize(
    ("selection", "claim", "fits"),
    [
        (Selection(), CLAIM, True),
        (Selection(speaker="RU_CRC"), CLAIM, True),
        (Selection(speaker="centre"), CLAIM, True),
        (Selection(speaker="envoy"), CLAIM, False),
        (Selection(place="nawa"), CLAIM, True),
        (Selection(place="sy_nawa"), CLAIM, True),
        (Selection(place="Homs"), CLAIM, False),
        (Selection(place="Nawa"), BARE, False),
        (Selection(number=7), CLAIM, True),
        (Selection(number=8), CLAIM, False),
        (Selection(number=7), BARE, False),
        (Selection(number=35), RANGE, True),
        (Selection(number=42), RANGE, False),
        (Selection(number=10_000), OPEN, True),
        (Selection(number=40), OPEN, False),
        (Selection(speaker="centre", number=8), CLAIM, False),
    ],
)
def test_a_claim_fits_all_that_was_asked(
    selection: Selection, claim: Claim, *, fits: bool
) -> None:
    assert selection.fits(claim) is fits


@pytest.mark.parametrize(
    ("asked", "kind"),
    [(None, None), ("pty", "PTY"), ("cas.casualties", "CAS.casualties")],
)
def test_types_and_families_may_be_written_in_any_case(
    asked: str | None, kind: str | None
) -> None:
    assert Selection(kind=asked).checked_kind() == kind


def test_an_unknown_type_suggests_near_ones() -> None:
    with pytest.raises(UnknownNameError, match=r"CAS\.casualties"):
        Selection(kind="CAS.casualty").checked_kind()
