"""Sources after a frame that share its verb."""

import pytest

from trucewatch.reading.quotes import Form, find_frames, find_quotations
from trucewatch.reading.sentences import find_sentences
from trucewatch.reading.tokens import tokenise
from trucewatch.values.spans import Span


def gaps(text: str) -> list[tuple[str, str]]:
    """Return source and content of the frames whose verb is left out."""
    tokens = tokenise(text)
    quotations = find_quotations(text, [Span(0, len(text))])
    frames = find_frames(text, tokens, find_sentences(text, tokens), quotations)
    return [
        (one.source.of(text) if one.source else "", one.content.of(text))
        for one in frames
        if one.form is Form.GAPPED
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mission says forty died; Norway twenty-one.", ("Norway", "twenty-one")),
        (
            "The centre speaks of 90 returns, the Watch of at most a tenth of that.",
            ("the Watch", "at most a tenth of that"),
        ),
        (
            "The northern officers reported 12 breaches; those of the south, 40 raids.",
            ("those of the south", "40 raids"),
        ),
        (
            "The north speaks of nine breaches; the south answers with 7.",
            ("the south answers", "7"),
        ),
    ],
)
def test_the_verb_is_understood(text: str, found: tuple[str, str]) -> None:
    assert gaps(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The mission verified 25 breaches (the north eleven, the south six).",
        "The Watch signed on 5 May, and recorded losses, the army since 4 March nine.",
        "The mission counted 12 breaches, Friday 3.",
        "The mission counted 12 breaches, half of them at night.",
    ],
)
def test_brackets_days_and_adjuncts_are_no_second_source(text: str) -> None:
    assert gaps(text) == []
