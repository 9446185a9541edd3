"""Statements as claims. Each test's docstring is the document it reads."""

import pytest

from trucewatch.claims.claim import Claim
from trucewatch.claims.counting import Counting
from trucewatch.claims.scene import Scene
from trucewatch.claims.statements import Statements
from trucewatch.claims.triggers import triggers
from trucewatch.claims.types import claim_types
from trucewatch.documents.document import Document
from trucewatch.reading.reading import read
from trucewatch.reference.theatre import load_theatre

Claims = tuple[Claim, ...]


def ruled(text: str) -> list[str]:
    """Return the types that the rules find in a text of one sentence."""
    scene = Scene(read(Document(text), load_theatre("syria_2016")))
    statements = Statements(scene, list(Counting(scene).drafts()))
    return [kind for _, kinds in statements.clauses(0) for kind in kinds]


def of_kind(claims: Claims, kind: str) -> list[Claim]:
    return [c for c in claims if c.kind == kind]


def test_an_entry_into_force_is_a_claim(claims: Claims) -> None:
    """The ceasefire came into force on February 27, 2016."""
    (claim,) = of_kind(claims, "INS.entry_into_force")
    assert claim.time.end == "2016-02-27"


def test_an_exclusion_is_a_term(claims: Claims) -> None:
    """The truce does not apply to Daesh."""
    (claim,) = of_kind(claims, "INS.term")
    assert (claim.variant, claim.polarity.value) == ("exclusion", "affirmed")
    assert [(r.role, r.text) for r in claim.roles] == [("excluded", "Daesh")]


def test_those_not_included_are_excluded(claims: Claims) -> None:
    """Nusra Front and Daesh are not included in the truce."""
    (claim,) = of_kind(claims, "INS.term")
    assert [r.text for r in claim.roles] == ["Nusra Front", "Daesh"]


def test_a_truce_that_is_only_named_states_no_term(claims: Claims) -> None:
    """We know that there are opponents of the truce."""
    assert of_kind(claims, "INS.term") == []


def test_whom_another_backs_is_told_by_voice(claims: Claims) -> None:
    """They hit Iraqi forces supported by Daesh and the opposition militants."""
    (claim,) = of_kind(claims, "PTY.external_support")
    assert [(r.role, r.text) for r in claim.roles] == [
        ("backer", "Daesh"),
        ("backer", "opposition militants"),
        ("backed", "Iraqi forces"),
    ]


def test_who_is_backed_stands_behind_the_adjective(claims: Claims) -> None:
    """Russian-backed Syrian troops advanced."""
    (claim,) = of_kind(claims, "PTY.external_support")
    assert [(r.role, r.text) for r in claim.roles] == [("backed", "Syrian troops")]


def test_who_shelled_whom_is_told_by_voice(claims: Claims) -> None:
    """Idlib was shelled by government troops."""
    (claim,) = of_kind(claims, "INC.shelling")
    assert [(r.role, r.text) for r in claim.roles] == [("actor", "government troops")]


def test_an_active_clause_has_its_subject_first(claims: Claims) -> None:
    """Jaish al-Islam attacked government troops near Douma."""
    (claim,) = of_kind(claims, "INC.offensive")
    assert [(r.role, r.text) for r in claim.roles] == [
        ("attacker", "Jaish al-Islam"),
        ("target", "government troops"),
    ]


def test_a_type_a_count_makes_is_not_made_again(claims: Claims) -> None:
    """Nine violations were registered."""
    assert len(of_kind(claims, "INC.violation")) == 1


def test_a_body_that_is_only_named_is_no_mechanism_by_the_rules() -> None:
    assert ruled("The matter was raised with the joint centre on Monday.") == []


def test_a_body_that_is_set_up_is_a_mechanism(claims: Claims) -> None:
    """The two capitals set up a joint centre in Amman."""
    assert len(of_kind(claims, "COO.mechanism")) == 1


def test_a_name_of_a_mission_says_nothing_of_what_it_does(claims: Claims) -> None:
    """Both sides agreed, the Special Monitoring Mission confirmed on Monday."""
    assert of_kind(claims, "MON.activity") == []


def test_a_weapon_that_is_only_named_shells_nobody(claims: Claims) -> None:
    """A howitzer was seen in a yard near Idlib."""
    assert of_kind(claims, "INC.shelling") == []


def test_a_weapon_that_is_fired_shells_somebody(claims: Claims) -> None:
    """A howitzer fired at Idlib."""
    assert len(of_kind(claims, "INC.shelling")) == 1


def test_the_rules_do_not_state_again_what_a_count_is_of() -> None:
    found = ruled("The rebels committed nineteen breaches of the truce.")
    assert not {"INC.violation", "INS.compliance"} & set(found)


def test_the_truce_word_stands_in_the_clause_of_the_act(claims: Claims) -> None:
    """Patrols began on Friday; the truce was signed earlier."""
    assert of_kind(claims, "INS.entry_into_force") == []


def test_a_heading_without_a_verb_states_nothing(claims: Claims) -> None:
    """
    Humanitarian aid and access

    The road was open.
    """
    assert of_kind(claims, "HUM.delivery") == []


def test_a_pronoun_stands_for_the_group_that_joins(claims: Claims) -> None:
    """They joined the ceasefire on Monday."""
    assert len(of_kind(claims, "PTY.accession")) == 1


def test_an_envoy_who_visits_meets_somebody(claims: Claims) -> None:
    """The envoy is due in Damascus on Sunday."""
    assert len(of_kind(claims, "TLK.meeting")) == 1


def test_the_rules_need_a_truce_word_for_a_claim_about_a_truce() -> None:
    assert ruled("The concert came into force of habit.") == []


def test_a_clause_no_rule_knows_is_told_by_its_words(claims: Claims) -> None:
    """Hundreds of villagers were robbed at gunpoint and their shops looted."""
    assert ruled("The rebels and the army shot at one another in Homs.") == []
    assert len(of_kind(claims, "INC.attack_civilians")) == 1


def test_what_nobody_would_keep_is_no_claim(claims: Claims) -> None:
    """The festival in the old town drew a large crowd on Sunday."""
    assert claims == ()


def test_two_clauses_make_two_claims(claims: Claims) -> None:
    """Rebels shelled Hama; the army shelled Idlib."""
    assert len(of_kind(claims, "INC.shelling")) == 2


@pytest.mark.parametrize(
    "kind", sorted({t.kind for rows in triggers().values() for t in rows})
)
def test_every_trigger_makes_a_known_type(kind: str) -> None:
    assert kind in claim_types()


def test_every_type_has_a_trigger() -> None:
    assert {t.kind for rows in triggers().values() for t in rows} == set(claim_types())


def test_patrols_held_up_are_restricted(claims: Claims) -> None:
    """Patrols were held up by the armed formations."""
    assert len(of_kind(claims, "MON.restriction")) == 1


def test_a_truce_named_by_its_beginning_entered_into_force(claims: Claims) -> None:
    """The truce of 12 September 2016 is fragile."""
    assert len(of_kind(claims, "INS.entry_into_force")) == 1


def test_joining_forces_joins_no_truce(claims: Claims) -> None:
    """The groups discussed joining forces during the truce."""
    assert of_kind(claims, "PTY.accession") == []


def test_a_group_no_theatre_knows_keeps_its_name(claims: Claims) -> None:
    """The Jaysh al-Wadi group joined the truce."""
    (claim,) = of_kind(claims, "PTY.accession")
    assert [(r.role, r.id, r.text) for r in claim.roles] == [
        ("joiner", None, "Jaysh al-Wadi group")
    ]


def test_whoever_was_holding_a_town_is_its_holder(claims: Claims) -> None:
    """The Syrian army was holding the town of Rastan."""
    (held,) = [c for c in claims if c.kind == "ARE.control"]
    assert [role.role for role in held.roles] == ["holder"]


def test_a_service_is_off_where_its_return_is_negated(claims: Claims) -> None:
    """The power supply in Homs was not restored, the governor said."""
    (service,) = [c for c in claims if c.kind == "HUM.service_status"]
    assert service.polarity.value == "negated"


def test_driving_troops_out_changes_who_holds_a_town() -> None:
    told = "Rebels drove government troops out of the town of Rastan."
    assert "ARE.control_change" in ruled(told)


def test_driving_to_a_town_takes_nothing(claims: Claims) -> None:
    """Government troops drove to the town of Rastan."""
    assert "ARE.control_change" not in {c.kind for c in claims}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The army clashed with rebels in the square.", "INC.armed_clash"),
        ("The army shelled the town.", "INC.shelling"),
    ],
)
def test_an_act_of_war_is_ruled_one(text: str, kind: str) -> None:
    assert kind in ruled(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police clashed with demonstrators in the square.", "INC.armed_clash"),
        ("Firefighters battled with flames at the plant.", "INC.armed_clash"),
        ("The army fired tear gas at the town.", "INC.shelling"),
    ],
)
def test_unrest_and_fires_are_no_acts_of_war(text: str, kind: str) -> None:
    assert kind not in ruled(text)


def places_of(text: str) -> list[list[str]]:
    """Return the places of a text's statements."""
    scene = Scene(read(Document(text), load_theatre("syria_2016")))
    drafts = Statements(scene, list(Counting(scene).drafts())).drafts()
    return [[place.text for place in draft.places] for draft in drafts]


def test_what_happens_on_the_ground_takes_over_the_place_of_its_passage() -> None:
    assert places_of("Shelling of Idlib\n\nMilitants fired mortars.")[-1] == ["Idlib"]


def test_an_agreement_without_a_place_is_of_the_whole_conflict() -> None:
    text = "News from Idlib\n\nThe ceasefire came into force on 27 February."
    assert places_of(text)[-1] == []
