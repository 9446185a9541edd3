"""Claims and findings as sentences."""

from dataclasses import replace

import pytest

from tests.support.made import made_claim, made_document, made_quantity
from trucewatch.claims.claim import Claim
from trucewatch.claims.types import claim_types, subjects
from trucewatch.comparison.findings import Aspect, Finding, Relation
from trucewatch.values.stances import (
    Aggregation,
    Assertion,
    Polarity,
    TimeBasis,
)
from trucewatch.views.brief import PartKind, Sentence
from trucewatch.views.findings import Comparison
from trucewatch.views.phrasing import (
    EXCERPT,
    claim_sentence,
    excerpt,
    phrases,
    says_the_same,
    why_sentence,
)

DOCUMENT = made_document()
JOINED = made_claim(
    DOCUMENT,
    "41 armed groups",
    quantity=made_quantity(DOCUMENT, "41"),
    day="2016-05-23",
)
KILLED = made_claim(
    DOCUMENT,
    "7 people were killed in Nawa",
    "CAS.casualties",
    assertion=Assertion.DENIED,
    place="Nawa",
    speaker=None,
    speaker_text="its spokesman",
)


def plain(sentence: Sentence) -> str:
    return "".join(part.text for part in sentence)


def labelled(key: str) -> str:
    return {"ru_crc": "Reconciliation centre"}.get(key, key)


def test_a_number_is_said_with_its_speaker_and_over_what_it_was_counted() -> None:
    sentence = claim_sentence([JOINED], DOCUMENT, label=labelled)
    assert plain(sentence) == (
        "Reconciliation centre: 41 groups (a running total; 2016-05-23) "
        "By now 41 armed groups have joined the truce, the centre said."
    )
    figures = [part for part in sentence if part.kind is PartKind.FIGURE]
    assert [(part.text, part.claim) for part in figures] == [("41", JOINED.key)]


def test_a_description_of_the_text_for_somebody_stays_in_quotation_marks() -> None:
    sentence = claim_sentence([KILLED], DOCUMENT, label=labelled)
    assert sentence[0].kind is PartKind.QUOTE
    assert plain(sentence).startswith("its spokesman, as a denial (Nawa): ")


def test_negation_is_said() -> None:
    negated = replace(KILLED, polarity=Polarity.NEGATED)
    sentence = claim_sentence([negated], DOCUMENT, label=labelled)
    assert "as a denial, in the negative" in plain(sentence)


def test_a_disputed_claim_is_marked() -> None:
    sentence = claim_sentence([KILLED], DOCUMENT, label=labelled, disputed=True)
    assert plain(sentence).endswith("(disputed)")


def test_an_inferred_date_says_so() -> None:
    inferred = replace(JOINED, time=replace(JOINED.time, basis=TimeBasis.INFERRED))
    sentence = claim_sentence([inferred], DOCUMENT, label=labelled)
    assert "2016-05-23, inferred" in plain(sentence)


def test_every_time_it_is_said_has_its_note() -> None:
    sentence = claim_sentence([JOINED, KILLED], DOCUMENT, label=labelled)
    notes = [part.claim for part in sentence if part.kind is PartKind.NOTE]
    assert notes == [JOINED.key, KILLED.key]


def test_nobody_named_is_unattributed() -> None:
    sentence = claim_sentence([replace(KILLED, chain=())], None, label=labelled)
    assert plain(sentence).startswith("unattributed, as a denial")


def test_two_claims_of_one_speaker_on_one_number_say_the_same() -> None:
    other = replace(JOINED, quote="41 armed", rule="other", key="")
    assert says_the_same(JOINED) == says_the_same(other)
    elsewhere = replace(JOINED, chain=JOINED.chain[:1], key="")
    assert says_the_same(JOINED) != says_the_same(elsewhere)


def test_claims_without_a_number_each_say_their_own() -> None:
    assert says_the_same(KILLED) == (KILLED.key,)


@pytest.mark.parametrize("claim", [JOINED, KILLED])
def test_an_excerpt_is_the_sentence_and_holds_the_quote(claim: Claim) -> None:
    words = excerpt(claim, DOCUMENT)
    assert words in DOCUMENT.text
    assert claim.quote in words


def test_a_long_sentence_is_cut_between_words_on_both_sides() -> None:
    document = made_document("padding " * 80 + "7 people were killed" + " padding" * 80)
    claim = made_claim(document, "7 people were killed")
    words = excerpt(claim, document)
    assert words.startswith("…padding ")
    assert words.endswith(" padding…")
    assert claim.quote in words
    assert len(words) <= 2 * EXCERPT


def test_without_a_document_the_quote_stands_alone() -> None:
    assert excerpt(JOINED, None) == "41 armed groups"


def compared(why: str) -> Comparison:
    finding = Finding(
        Relation.CONTRADICTS, Aspect.NUMBER, "matter", why, (JOINED.key, KILLED.key)
    )
    return Comparison(finding, "", (KILLED, JOINED))


def test_a_number_in_a_reason_names_the_claim_that_gives_it() -> None:
    sentence = why_sentence(compared("41 groups near T4 on 2016-05-23 against 12."))
    kinds = [
        (p.kind, p.text, p.claim) for p in sentence if p.kind is not PartKind.WORDS
    ]
    assert kinds == [
        (PartKind.FIGURE, "41", JOINED.key),
        (PartKind.NAME, " groups near T4 on ", None),
        (PartKind.WHEN, "2016-05-23", None),
        (PartKind.FIGURE, "12", KILLED.key),
    ]
    assert plain(sentence) == "41 groups near T4 on 2016-05-23 against 12."


def test_there_are_words_for_everything_a_claim_can_be() -> None:
    lists = phrases()
    assert set(lists["kinds"]) == set(claim_types())
    assert set(lists["sections"]) == set(subjects())
    assert set(lists["assertions"]) == {str(one) for one in Assertion}
    assert set(lists["aggregations"]) == {str(one) for one in Aggregation}
    assert set(lists["aspects"]) == {str(one) for one in Aspect}


def test_no_word_of_ours_holds_a_digit() -> None:
    texts = [text for words in phrases().values() for text in words.values()]
    assert not [text for text in texts if any(map(str.isdigit, text))]
