"""What lines above a sentence say for it, wherever it stands."""

from collections.abc import Sequence

from trucewatch.claims.lines_above import LinesAbove
from trucewatch.reading.acts import Act
from trucewatch.reading.sentences import Form, Sentence
from trucewatch.values.spans import Span

KILLED = Act(0, 1, ("KILL",))


def page(*forms: Form, acts: Sequence[int] = (), apart: int = 1) -> LinesAbove:
    """Return lines of one token each; those of ``acts`` name an act.

    Args:
        forms: What each line looks like.
        acts: Indices of the lines with an act.
        apart: Paragraphs from one line to the next.
    """
    sentences = [
        Sentence(Span(i, i + 1), i, i + 1, i, i * apart, form)
        for i, form in enumerate(forms)
    ]
    return LinesAbove(
        sentences, lambda first, _after: [KILLED] if first in acts else []
    )


def test_an_item_has_the_acts_of_the_line_that_announces_the_list() -> None:
    lines = page(Form.INTRO, Form.ITEM, Form.ITEM, Form.ITEM, acts=[0])
    assert lines.acts(3) == ("KILL",)


def test_items_take_nothing_from_each_other() -> None:
    assert page(Form.PROSE, Form.ITEM, Form.ITEM, acts=[0, 1]).acts(2) == ()


def test_prose_takes_the_acts_of_the_sentence_before() -> None:
    assert page(Form.PROSE, Form.PROSE, acts=[0]).acts(1) == ("KILL",)


def test_prose_takes_nothing_from_prose_two_paragraphs_up() -> None:
    assert page(Form.PROSE, Form.PROSE, acts=[0], apart=2).acts(1) == ()


def test_a_title_speaks_for_sentences_far_below() -> None:
    lines = page(Form.TITLE, *[Form.PROSE] * 9, acts=[0], apart=2)
    assert lines.acts(9) == ("KILL",)


def test_a_heading_without_acts_ends_what_was_said_above_it() -> None:
    assert page(Form.TITLE, Form.HEADING, Form.ITEM, acts=[0]).acts(2) == ()
    assert page(Form.TITLE, Form.HEADING, Form.PROSE, acts=[0]).acts(2) == ()


def test_a_list_is_announced_by_the_last_head_before_it() -> None:
    lines = page(Form.TITLE, Form.INTRO, Form.ITEM, Form.ROW)
    intro = lines.intro(3)
    assert intro is not None
    assert intro.first == 1


def test_prose_between_ends_an_announcement() -> None:
    assert page(Form.INTRO, Form.PROSE, Form.ITEM).intro(2) is None
