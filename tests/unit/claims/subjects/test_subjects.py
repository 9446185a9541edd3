"""What each subject adds to its drafts. Each test's docstring is the document."""

import pytest

from trucewatch.claims.claim import Claim
from trucewatch.values.stances import Assertion, Polarity

Claims = tuple[Claim, ...]


def one(claims: Claims, kind: str) -> Claim:
    found = [c for c in claims if c.kind == kind]
    assert len(found) == 1, [c.kind for c in claims]
    return found[0]


def test_a_truce_that_does_not_apply_excludes(claims: Claims) -> None:
    """The truce does not apply to Daesh."""
    assert one(claims, "INS.term").variant == "exclusion"


def test_a_broken_truce_is_not_kept(claims: Claims) -> None:
    """The ceasefire was holding, then it was badly violated."""
    kept = [c.polarity for c in claims if c.kind == "INS.compliance"]
    assert Polarity.NEGATED in kept


def test_a_truce_adhered_to_is_kept(claims: Claims) -> None:
    """In general the ceasefire is being observed."""
    assert one(claims, "INS.compliance").polarity is Polarity.AFFIRMED


def test_these_groups_are_the_two_named_last(claims: Claims) -> None:
    """Envoys named Jaish al-Islam and Ahrar ash-Sham. We heard that these groups have
    allegedly joined the cessation of hostilities."""
    claim = one(claims, "PTY.accession")
    assert [(r.role, r.id) for r in claim.roles[:2]] == [
        ("joiner", "jaysh_al_islam"),
        ("joiner", "ahrar_al_sham"),
    ]
    assert claim.assertion is Assertion.ALLEGED
    assert "antecedent" in dict(claim.grounds)


def test_one_group_named_is_not_both(claims: Claims) -> None:
    """Envoys named Jaish al-Islam. These groups have joined the truce."""
    claim = one(claims, "PTY.accession")
    assert all(r.id is None for r in claim.roles)


def test_a_listing_asked_for_is_no_listing(claims: Claims) -> None:
    """Russia asked that the group be put on the UN sanctions list."""
    claim = one(claims, "DES.designation")
    assert (claim.variant, claim.assertion) == ("requested", Assertion.REQUESTED)


@pytest.mark.parametrize("kind", ["ARE.control_change", "ARE.control"])
def test_taking_part_gains_no_area(claims: Claims, kind: str) -> None:
    """The army took part and talks were held in the town."""
    assert [c for c in claims if c.kind == kind] == []


def test_a_town_taken_by_force_changes_hands(claims: Claims) -> None:
    """Government troops captured the town of Idlib."""
    claim = one(claims, "ARE.control_change")
    assert (claim.variant, claim.roles[0].text) == ("force", "Government troops")


def test_a_weapon_takes_part_in_an_incident(claims: Claims) -> None:
    """Rebels shelled Hama with a mortar."""
    claim = one(claims, "INC.shelling")
    assert ("weapon", "mortar") in [(r.role, r.text) for r in claim.roles]


def test_a_signing_that_is_not_local_is_no_reconciliation(claims: Claims) -> None:
    """The ministers signed in Moscow."""
    assert [c for c in claims if c.kind == "REC.local_agreement"] == []


def test_a_document_keeps_its_state(claims: Claims) -> None:
    """The draft protocol was approved in Astana."""
    assert one(claims, "DOC.status").variant == "approved"


def test_civilians_are_told_from_combatants(claims: Claims) -> None:
    """Shells killed nine civilians."""
    assert one(claims, "CAS.casualties").variant == "civilians"


def test_a_strength_needs_a_number(claims: Claims) -> None:
    """The fighters number many."""
    assert [c for c in claims if c.kind == "FRC.strength"] == []
