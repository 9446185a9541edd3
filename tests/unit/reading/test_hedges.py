"""Hedges: what a word does to a clause, how far it reaches, what follows from it."""

import pytest

from trucewatch.reading.hedges import Hedge, HedgeKind, find_hedges, stance_of
from trucewatch.reading.quotes import Frame, find_frames, find_quotations
from trucewatch.reading.sentences import find_sentences
from trucewatch.reading.tokens import Tokens, tokenise
from trucewatch.values.spans import Span
from trucewatch.values.stances import Assertion, Polarity, Tense


def hedges(text: str) -> tuple[Tokens, list[Hedge]]:
    """Return the tokens and hedges of a text."""
    tokens = tokenise(text)
    sentences = find_sentences(text, tokens)
    return tokens, [one for s in sentences for one in find_hedges(tokens, s)]


def reach(text: str) -> list[tuple[str, str, str]]:
    """Return kind, cue and scope of each hedge."""
    return [
        (one.kind.value, one.cue.of(text), one.scope.of(text).rstrip("."))
        for one in hedges(text)[1]
    ]


def stance(
    text: str, words: str, frame: Frame | None = None
) -> tuple[Polarity, Assertion, Tense]:
    """Return the stance of a claim whose trigger is ``words``."""
    tokens, found = hedges(text)
    start = text.index(words)
    return stance_of(tokens, Span(start, start + len(words)), found, frame)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "No breaches were noted in the valley.",
            ("negation", "No", "No breaches were noted in the valley"),
        ),
        (
            "The guards did not leave, but the mayor fled.",
            ("negation", "not", "The guards did not leave"),
        ),
        (
            "The guards deny shelling the bridge.",
            ("denial", "deny", "deny shelling the bridge"),
        ),
        (
            "The count could not be checked.",
            ("unconfirmed", "not be checked", "The count could not be checked"),
        ),
        (
            "Forty lorries will cross on Monday.",
            ("plan", "will", "Forty lorries will cross on Monday"),
        ),
        (
            "The lorries came and will leave.",
            ("plan", "will", "will leave"),
        ),
        (
            "The talks are due on Friday.",
            ("schedule", "are due", "The talks are due on Friday"),
        ),
        (
            "The envoy proposed a pause of two days.",
            ("proposal", "proposed", "proposed a pause of two days"),
        ),
        (
            "The envoy urged both sides to leave.",
            ("request", "urged", "urged both sides to leave"),
        ),
        (
            "The envoy asked for 40 lorries.",
            ("request", "asked for", "asked for 40 lorries"),
        ),
        (
            "The envoy offered 40 lorries.",
            ("offer", "offered", "offered 40 lorries"),
        ),
        (
            "If the bridge falls, the town is cut off.",
            ("condition", "If", "If the bridge falls"),
        ),
        (
            "The town is likely to fall.",
            ("prediction", "is likely", "The town is likely to fall"),
        ),
        (
            "The alleged attack came at dawn.",
            ("allegation", "alleged", "alleged attack came at dawn"),
        ),
        (
            "Nine men may have drowned.",
            ("possibility", "may have", "Nine men may have drowned"),
        ),
        (
            "The guards believe the bridge fell.",
            ("assessment", "believe", "believe the bridge fell"),
        ),
        (
            "In order to rest, the guards left.",
            ("plan", "In order to", "In order to rest"),
        ),
    ],
)
def test_a_hedge_reaches_over_its_clause(text: str, row: tuple[str, str, str]) -> None:
    assert row in reach(text)


def test_a_claim_that_lives_were_lost_is_still_one() -> None:
    assert reach("The rebels claimed that nine lost their lives.")


def test_what_finds_no_confirmation_is_hedged_and_not_what_stands_before() -> None:
    text = "They saw 9 breaches and found no confirmation of the 4 Turkey reported."
    [(kind, _, words)] = reach(text)
    assert kind == "unconfirmed"
    assert "4 Turkey" in words
    assert "9" not in words


@pytest.mark.parametrize(
    "text",
    [
        "No fewer than nine men fell.",
        "Not only the bridge fell.",
        "On 14 May the bridge fell.",
        "The claim of nine dead is old.",
        "Groups pledged to the truce left.",
        "They were denied access to the bridge.",
        "There was no change.",
        "The blast claimed the lives of nine men.",
        "The siege has claimed 40 victims.",
    ],
)
def test_words_that_only_look_like_hedges_are_passed_over(text: str) -> None:
    assert reach(text) == []


def test_a_planned_thing_named_before_its_participle_is_reached() -> None:
    text = "Of nine visits foreseen five took place."
    (row,) = reach(text)
    assert row == ("plan", "foreseen", "Of nine visits foreseen")


def test_figures_before_a_planned_thing_are_of_the_plan() -> None:
    text = "Of ten planned patrols, seven took place."
    assert reach(text) == [("plan", "planned", "ten planned patrols")]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The army has sixty days to leave the town.", "to"),
        ("The guards hand over 40 men within fifteen days.", "within"),
        ("Those who stay get 6 months to settle.", "to"),
    ],
)
def test_a_time_given_for_something_plans_it(text: str, cue: str) -> None:
    assert [row[:2] for row in reach(text)] == [("schedule", cue)]


@pytest.mark.parametrize(
    "text",
    [
        "Within 24 hours the army recorded 12 shots.",
        "Repair took three days to complete.",
        "Two shells fell within five days.",
        "It runs from 3 days to 4 weeks.",
    ],
)
def test_a_time_something_took_plans_nothing(text: str) -> None:
    assert reach(text) == []


@pytest.mark.parametrize(
    "lead", ["It should be noted", "It must be underlined", "It should be pointed out"]
)
def test_a_phrase_that_only_leads_in_a_fact_demands_nothing(lead: str) -> None:
    assert reach(f"{lead} that nine men fell.") == []


def test_a_headline_with_an_infinitive_is_a_schedule() -> None:
    text = "Noria to send 40 lorries\n\nThe lorries left Noria to the north."
    assert reach(text) == [("schedule", "to", "Noria to send 40 lorries")]


def test_a_headline_with_a_verb_of_its_own_is_none() -> None:
    assert reach("Lorries came from Noria to rest\n\nIt rained.") == []


def test_the_longest_of_overlapping_cues_counts() -> None:
    assert [row[0] for row in reach("The count was not confirmed.")] == ["unconfirmed"]


@pytest.mark.parametrize(
    ("text", "words", "assertion"),
    [
        ("Nine men fell.", "fell", Assertion.ASSERTED),
        ("The guards deny that nine men fell.", "fell", Assertion.DENIED),
        ("Reportedly nine men fell.", "fell", Assertion.ALLEGED),
        ("It was not confirmed that nine men fell.", "confirmed", Assertion.ASSERTED),
        ("Nine lorries will cross.", "Nine", Assertion.PLANNED),
        ("Nine lorries are due to cross.", "cross", Assertion.SCHEDULED),
        ("Nine lorries must cross.", "cross", Assertion.DEMANDED),
        ("The envoy asked for nine lorries.", "nine", Assertion.REQUESTED),
        ("The envoy proposed nine visits.", "nine", Assertion.PROPOSED),
        ("The envoy offered nine lorries.", "nine", Assertion.OFFERED),
        ("If nine men cross, the rest stay.", "cross", Assertion.CONDITIONAL),
        ("The town is bound to fall.", "fall", Assertion.PREDICTED),
        ("Nine men might have drowned.", "drowned", Assertion.POSSIBLE),
        ("The guards believe nine men fell.", "fell", Assertion.ASSESSED),
        (
            "Nine men fell; the count could not be checked.",
            "Nine",
            Assertion.UNCONFIRMED,
        ),
    ],
)
def test_the_strongest_hedge_decides_the_assertion(
    text: str, words: str, assertion: Assertion
) -> None:
    assert stance(text, words)[1] is assertion


def test_a_plan_under_a_condition_is_a_plan() -> None:
    text = "If no answer comes, the guards will leave."
    assert stance(text, "leave")[1] is Assertion.PLANNED
    assert stance(text, "comes")[1] is Assertion.CONDITIONAL


def test_a_whole_clause_holds_its_own_hedge() -> None:
    text = "The guards plan to leave the bridge."
    assert stance(text, text)[1] is Assertion.PLANNED


def test_negation_turns_polarity_and_two_turn_it_back() -> None:
    assert stance("The bridge did not fall.", "fall")[0] is Polarity.NEGATED
    assert stance("The bridge isn't down.", "down")[0] is Polarity.NEGATED
    assert stance("No bridge did not fall.", "fall")[0] is Polarity.AFFIRMED
    assert stance("The bridge fell.", "fell")[0] is Polarity.AFFIRMED


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The shelling caused no casualties.", "shelling"),
        ("Five missiles were launched, none was stopped.", "launched"),
        ("No shots were heard and 3 people were killed by a mine.", "killed"),
        ("They reported 15 breaches, for none of which proof was found.", "15"),
    ],
)
def test_a_zero_takes_nothing_back_that_was_said_before(text: str, words: str) -> None:
    assert stance(text, words)[0] is Polarity.AFFIRMED


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("No agreement was signed.", "signed"),
        ("The group took no part in it.", "part"),
        ("Aid was delivered to no one.", "delivered"),
    ],
)
def test_a_zero_negates_its_own_clause(text: str, words: str) -> None:
    assert stance(text, words)[0] is Polarity.NEGATED


def test_a_frame_gives_its_stance_where_no_hedge_does() -> None:
    text = "The guards claimed that nine men fell."
    tokens = tokenise(text)
    sentences = find_sentences(text, tokens)
    quotations = find_quotations(text, [Span(0, len(text))])
    (frame,) = find_frames(text, tokens, sentences, quotations)
    span = Span(text.index("fell"), text.index("fell") + 4)
    assert stance_of(tokens, span, (), frame)[1] is Assertion.ALLEGED
    assert stance_of(tokens, span, (), None)[1] is Assertion.ASSERTED


@pytest.mark.parametrize(
    ("text", "words", "tense"),
    [
        ("Nine men were hurt.", "hurt", Tense.PAST),
        ("Nine lorries crossed.", "lorries", Tense.PAST),
        ("The bridge is open.", "open", Tense.CURRENT),
        ("The bridge will open.", "open", Tense.FUTURE),
        ("Nine men.", "men", Tense.PAST),
    ],
)
def test_tense_follows_hedges_then_the_nearest_verb(
    text: str, words: str, tense: Tense
) -> None:
    assert stance(text, words)[2] is tense


def test_every_kind_has_cues() -> None:
    texts = (
        "No man left. They deny it. It is unverified. If he comes, they must go. "
        "They ask for bread. They propose rest. They offer bread. It is due on Monday. "
        "They plan to go. It is likely. It may rain. Reportedly it rained. "
        "They think so."
    )
    assert {one.kind for one in hedges(texts)[1]} == set(HedgeKind)


@pytest.mark.parametrize(
    "text",
    [
        "April 12. May 21 and June 40.",
        "In May ten men fell.",
        "Movement was denied on nine days.",
    ],
)
def test_what_only_looks_like_a_hedge_is_none(text: str) -> None:
    assert reach(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The monitors cannot say who fired.",
        "The culprits are not known.",
        "The cases are being looked into.",
        "The Mission doesn't confirm it.",
    ],
)
def test_what_nobody_has_established_is_unconfirmed(text: str) -> None:
    assert "unconfirmed" in {kind for kind, *_ in reach(text)}
