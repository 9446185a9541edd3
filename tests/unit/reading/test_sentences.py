import pytest

from trucewatch.reading.sentences import Form, Sentence, find_sentences
from trucewatch.reading.tokens import tokenise
from trucewatch.values.spans import Span


def sentences(text: str, *left_out: Span) -> tuple[Sentence, ...]:
    return find_sentences(text, tokenise(text), left_out)


def words(text: str) -> list[str]:
    return [s.span.of(text) for s in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Lt.-Gen. Sergey Orlov spoke.",
        "It was Dec. 1, 2013.",
        "The U.S. Army left.",
        "Report no. 12 came.",
        "J. Smith of St. Mary came at 6 p.m. on Monday.",
        "He said 2.5 thousand came.",
    ],
)
def test_a_full_stop_inside_a_name_or_number_ends_nothing(text: str) -> None:
    assert words(text) == [text]


def test_a_full_stop_before_a_capital_ends_a_sentence() -> None:
    assert words("Two fell. Four rose.") == ["Two fell.", "Four rose."]


def test_an_abbreviation_may_end_a_sentence_before_a_starter() -> None:
    assert words("It came at 6 p.m. The next day it left.") == [
        "It came at 6 p.m.",
        "The next day it left.",
    ]


def test_a_closing_quote_belongs_to_its_sentence() -> None:
    assert words("“We left.” He smiled.") == ["“We left.”", "He smiled."]


def test_a_line_is_a_boundary() -> None:
    assert words("No full stop here\nAnd a second line") == [
        "No full stop here",
        "And a second line",
    ]


def test_a_question_ends_a_sentence() -> None:
    assert words("Who left? Nobody knows.") == ["Who left?", "Nobody knows."]


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("Truce in the south", Form.TITLE),
        ("The dead are:", Form.INTRO),
        ("• 12 civilians", Form.ITEM),
        ("2. Nine houses", Form.ITEM),
        ("Aghdam ..... 604", Form.ROW),
        ("Aleppo | 12 | 3", Form.ROW),
        ("It rained all day.", Form.PROSE),
    ],
)
def test_the_form_of_a_line_is_told(line: str, form: Form) -> None:
    assert sentences(line)[0].form is form


def test_a_short_line_without_a_full_stop_is_a_heading_below_the_title() -> None:
    assert [s.form for s in sentences("Title\nHumanitarian aid\nIt came.")] == [
        Form.TITLE,
        Form.HEADING,
        Form.PROSE,
    ]


def test_only_the_last_sentence_of_a_line_announces_the_list() -> None:
    found = sentences("A summary. By district:\n- one")
    assert [s.form for s in found] == [Form.PROSE, Form.INTRO, Form.ITEM]


def test_a_blank_line_begins_a_paragraph() -> None:
    first, second = sentences("First line\n\nSecond line")
    assert second.paragraph > first.paragraph


def test_furniture_yields_no_sentence() -> None:
    text = "Body one.\nMENU\nBody two."
    found = sentences(text, Span(10, 14))
    assert [s.span.of(text) for s in found] == ["Body one.", "Body two."]


def test_sentences_hold_their_tokens() -> None:
    text = "Two fell. Four rose."
    tokens = tokenise(text)
    first, second = find_sentences(text, tokens)
    assert tokens.text[second.first : second.after] == ["Four", "rose", "."]
    assert first.after == second.first


WRAPPED = """\
The mission counted nine breaches of the truce near the two villages on
the northern road, and four more where the river bends towards the town.
It saw no heavy weapons.
"""


def test_a_sentence_that_a_narrow_page_broke_is_one() -> None:
    assert words(WRAPPED) == [
        WRAPPED.split("It saw", maxsplit=1)[0].strip(),
        "It saw no heavy weapons.",
    ]


def test_a_headline_is_not_joined_to_the_text_below_it() -> None:
    text = (
        "A headline long enough to be taken for a broken line of some prose\nIt came."
    )
    assert [s.form for s in sentences(text)] == [Form.TITLE, Form.PROSE]
