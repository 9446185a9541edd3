"""From a claim back to its words."""

from dataclasses import replace

from tests.support.made import made_claim, made_document
from trucewatch.values.stances import Assertion, Polarity
from trucewatch.views.evidence import CONTEXT, evidence_of


def test_the_quote_stands_in_its_line() -> None:
    document = made_document()
    found = evidence_of(made_claim(document, "7 people were killed"), document)
    assert found.before == "Its spokesman denied that "
    assert found.quote == "7 people were killed"
    assert found.after == " in Nawa on Monday."
    assert document.text[slice(*found.span)] == found.quote


def test_a_long_line_is_cut_between_words() -> None:
    document = made_document("padding " * 60 + "7 people were killed" + " padding" * 60)
    found = evidence_of(made_claim(document, "7 people were killed"), document)
    assert found.before.startswith("…padding ")
    assert found.after.endswith(" padding…")
    assert len(found.before) <= CONTEXT


def test_the_chain_names_everybody_with_the_reporting_word() -> None:
    found = evidence_of(made_claim(made_document(), "7 people were killed"), None)
    assert found.speaker == "the centre"
    assert found.chain == "Morning Post → the centre (said)"
    assert (found.before, found.after) == ("", "")
    assert found.published == "date not known"


def test_nobody_in_the_chain_is_said_so() -> None:
    claim = replace(made_claim(made_document(), "7 people were killed"), chain=())
    found = evidence_of(claim, None)
    assert (found.speaker, found.chain) == ("unattributed", "unattributed")


def test_denial_and_negation_are_said() -> None:
    claim = made_claim(
        made_document(), "7 people were killed", assertion=Assertion.INTENT_ATTRIBUTED
    )
    found = evidence_of(replace(claim, polarity=Polarity.NEGATED), None)
    assert found.stance.endswith("intent attributed, negated")


def test_time_and_place_are_given_as_far_as_known() -> None:
    document = made_document()
    claim = made_claim(
        document, "7 people were killed in Nawa", place="Nawa", day="2016-05-23"
    )
    found = evidence_of(claim, document)
    assert found.about == "2016-05-23, dated by the document"
    assert found.place == "Nawa"
    assert found.published == "2016-05-23"
