"""How claims are put forward, weighed with more than the hedges that reach them."""

import pytest

from trucewatch.claims.asserting import TABLE, Asserting, place_of
from trucewatch.claims.counting import Counting
from trucewatch.claims.draft import Draft
from trucewatch.claims.scene import Scene
from trucewatch.claims.scoring import scorer
from trucewatch.claims.statements import Statements
from trucewatch.documents.document import Document
from trucewatch.reading.reading import read
from trucewatch.reference.theatre import load_theatre
from trucewatch.values.dates import PartialDate
from trucewatch.values.spans import Span
from trucewatch.values.stances import Assertion, Tense


def scene_of(text: str, published: str | None = "2016-05-06") -> Scene:
    day = None if published is None else PartialDate.parse(published)
    document = Document(text, publisher="RT", published=day)
    return Scene(read(document, load_theatre("syria_2016")))


def figures_in(scene: Scene) -> list[Draft]:
    return list(Counting(scene).drafts())


def decided(text: str) -> Draft:
    scene = scene_of(text)
    (draft,) = figures_in(scene)
    return Asserting(scene).decided(draft)


def test_every_answer_is_an_assertion() -> None:
    assert set(scorer(TABLE).classes) <= {one.value for one in Assertion}


def test_a_plain_claim_is_not_weighed() -> None:
    scene = scene_of("Nine soldiers were killed in Daraa on Monday.")
    (draft,) = figures_in(scene)
    assert Asserting(scene).decided(draft) is draft


@pytest.mark.parametrize(
    "text",
    [
        "Nine soldiers will be freed in Daraa.",
        "Nine soldiers were freed, he said, and it must stay so.",
        "Nine soldiers were not freed in Daraa.",
        "Nine soldiers are freed in Daraa on 12 May.",
    ],
)
def test_a_hedge_a_modal_or_a_day_ahead_leaves_a_claim_open(text: str) -> None:
    scene = scene_of(text)
    assert Asserting(scene).is_open(figures_in(scene)[0])


def test_what_is_to_be_on_a_day_ahead_is_in_the_future() -> None:
    draft = decided("The army is to free nine soldiers in Daraa on 12 May.")
    assert draft.assertion in {Assertion.PLANNED, Assertion.SCHEDULED}
    assert draft.tense is Tense.FUTURE


def test_what_the_rules_took_for_open_may_be_weighed_as_told() -> None:
    scene = scene_of("Nine soldiers were killed in Daraa on Monday.")
    (draft,) = figures_in(scene)
    doubted = draft._replace(assertion=Assertion.PREDICTED, tense=Tense.FUTURE)
    answer = Asserting(scene).decided(doubted)
    assert (answer.assertion, answer.tense) == (Assertion.ASSERTED, Tense.PAST)


@pytest.mark.parametrize(
    ("text", "published", "name"),
    [
        ("They will free nine men on 12 May.", "2016-05-06", "when=ahead"),
        ("They freed nine men on 6 May.", "2016-05-06", "when=today"),
        ("They freed nine men on 2 May.", "2016-05-06", "when=past"),
        ("They freed nine men.", None, "when=unknown"),
        ("They will free nine men.", "2016-05-06", "tense=will"),
        ("They must free nine men.", "2016-05-06", "tense=must"),
        ("They freed nine men.", "2016-05-06", "tense=ed"),
        ("They gave back nine men.", "2016-05-06", "tense=verb"),
        ("The army agreed to free nine men.", "2016-05-06", "to=left+agreed"),
        ("The Army to free nine men.", "2016-05-06", "to=left+"),
        ("They took nine men to free others.", "2016-05-06", "to=right+men"),
        ("If it rains, nine men were freed.", "2016-05-06", "condition=left"),
        ("PROTOCOL\n\n1. Nine men are freed.", "2016-05-06", "article=True+True"),
        ("Nine men, Jordan said, were freed.", "2016-05-06", "says=say"),
    ],
)
def test_what_is_weighed_has_a_name(
    text: str, published: str | None, name: str
) -> None:
    scene = scene_of(text, published)
    assert name in Asserting(scene).features_of(figures_in(scene)[0])


def test_a_demand_is_told_by_its_own_word() -> None:
    scene = scene_of("The council demanded a withdrawal of the army from Daraa.")
    drafts = [d for d in Statements(scene).drafts() if d.kind == "TLK.demand"]
    assert "own=demand" in Asserting(scene).features_of(drafts[0])


def test_a_draft_without_a_number_or_a_word_stands_where_its_clause_does() -> None:
    draft = Draft(Span(3, 9), "INS.term", "rule", 0)
    assert place_of(draft) == Span(3, 9)
