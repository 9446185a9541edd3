"""Quotations paired, and reporting frames: source, cue, what is reported."""

import pytest

from trucewatch.reading.quotes import (
    Form,
    Frame,
    Quotation,
    find_frames,
    find_quotations,
    outermost,
)
from trucewatch.reading.sentences import find_sentences
from trucewatch.reading.tokens import tokenise
from trucewatch.values.spans import Span


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of a text."""
    return find_quotations(text, [Span(0, len(text))])


def quoted(text: str) -> list[str]:
    """Return the words between quotation marks."""
    return [one.span.of(text) for one in quotations(text)]


def frames(text: str) -> tuple[Frame, ...]:
    """Return the frames of a text."""
    tokens = tokenise(text)
    return find_frames(text, tokens, find_sentences(text, tokens), quotations(text))


def told(text: str) -> list[tuple[str | None, str, str]]:
    """Return source, cue and content of each frame, as words."""
    return [
        (
            one.source.of(text) if one.source else None,
            one.cue.of(text),
            one.content.of(text),
        )
        for one in frames(text)
    ]


def reporting(text: str) -> list[tuple[str | None, str, str]]:
    """Return the frames that report, with a source that looks like a speaker."""
    return [
        row
        for row, one in zip(told(text), frames(text), strict=True)
        if one.speakerlike and one.stance != "attitude"
    ]


class TestQuotations:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ('He wrote "it held" and left.', ["it held"]),
            ("He wrote “it held” and left.", ["it held"]),
            ("Er schrieb „es hielt“ und ging.", ["es hielt"]),
            ("Il écrit «cela tient» et part.", ["cela tient"]),
            ("He wrote ``it held'' and left.", ["it held"]),
            ("He wrote ''it held'' and left.", ["it held"]),
            ("He wrote ‘it held’ and left.", ["it held"]),
            ("He wrote 'it held' and left.", ["it held"]),
        ],
    )
    def test_marks_of_every_style_are_paired(self, text: str, words: list[str]) -> None:
        assert quoted(text) == words

    @pytest.mark.parametrize(
        "text",
        [
            "The villagers' houses weren't hit.",
            "The villagers’ houses weren’t hit.",
            'A pipe 5" wide was found.',
            "It was the '90s.",
        ],
    )
    def test_apostrophes_and_inches_open_nothing(self, text: str) -> None:
        assert quoted(text) == []

    def test_an_apostrophe_inside_a_quotation_does_not_close_it(self) -> None:
        assert quoted("“The guards’ post wasn’t hit,” he wrote.") == [
            "The guards’ post wasn’t hit,"
        ]

    def test_a_nested_quotation_follows_its_host(self) -> None:
        text = "“They called it ‘a pause’ twice,” she wrote."
        assert quoted(text) == ["They called it ‘a pause’ twice,", "a pause"]
        whole = outermost(quotations(text))
        assert [one.span.of(text) for one in whole] == quoted(text)[:1]

    def test_an_unclosed_quotation_ends_with_its_paragraph(self) -> None:
        text = "“We left at dawn.\nThe bridge stood."
        (one,) = quotations(text)
        assert one.span.of(text) == "We left at dawn."
        assert not one.closed

    def test_a_quotation_that_reopens_is_found_in_each_paragraph(self) -> None:
        text = "“We left at dawn.\n“We came back at noon,” he wrote."
        assert [(one.span.of(text), one.closed) for one in quotations(text)] == [
            ("We left at dawn.", False),
            ("We came back at noon,", True),
        ]

    def test_a_word_or_two_set_apart_are_scare_quotes(self) -> None:
        text = 'The "calm zone" burnt. "The zone is calm today," he wrote.'
        assert [one.scare for one in quotations(text)] == [True, False]

    def test_words_set_off_by_a_comma_are_a_statement(self) -> None:
        (one,) = quotations('("Not one", the guard said.)')
        assert not one.scare

    def test_only_the_body_is_read(self) -> None:
        text = 'A "menu". The "calm" broke.'
        found = find_quotations(text, [Span(10, len(text))])
        assert [one.span.of(text) for one in found] == ["calm"]

    def test_marks_around_nothing_are_no_quotation(self) -> None:
        assert quoted('He wrote "" twice.') == []


class TestVerbs:
    @pytest.mark.parametrize(
        ("text", "row"),
        [
            (
                "The mayor said that the bridge was open.",
                ("The mayor", "said", "that the bridge was open"),
            ),
            (
                "The bridge was open, the mayor said.",
                ("the mayor", "said", "The bridge was open"),
            ),
            (
                "The bridge was open, said the mayor.",
                ("the mayor", "said", "The bridge was open"),
            ),
            (
                "The mayor told reporters on Monday that the bridge was open.",
                ("The mayor", "told", "that the bridge was open"),
            ),
            (
                "The mayor told this paper on Monday, 4 May, that the bridge was open.",
                ("The mayor", "told", "that the bridge was open"),
            ),
            (
                "On Monday the mayor announced a truce of two days.",
                ("the mayor", "announced", "a truce of two days"),
            ),
            (
                "Anna Lind, mayor of Port Lume, said the bridge was open.",
                ("Anna Lind, mayor of Port Lume,", "said", "the bridge was open"),
            ),
            (
                "The mayor, who was hurt, said the bridge was open.",
                ("The mayor, who was hurt,", "said", "the bridge was open"),
            ),
            (
                "The mayor accused the guards of nine breaches.",
                ("The mayor", "accused", "of nine breaches"),
            ),
            (
                "The mayor spoke of nine breaches.",
                ("The mayor", "spoke of", "nine breaches"),
            ),
            (
                "The mayor promised to open the bridge.",
                ("The mayor", "promised", "to open the bridge"),
            ),
            (
                "The mayor denied that the bridge was shelled.",
                ("The mayor", "denied", "that the bridge was shelled"),
            ),
            (
                "The mission recorded nine breaches in the valley; the night was calm.",
                ("The mission", "recorded", "nine breaches in the valley"),
            ),
            (
                "The watch had by Sunday counted nine breaches.",
                ("The watch", "had by Sunday counted", "nine breaches"),
            ),
        ],
    )
    def test_a_statement_is_read_with_its_source(
        self, text: str, row: tuple[str, str, str]
    ) -> None:
        assert told(text) == [row]

    def test_a_quotation_before_the_verb_is_direct_speech(self) -> None:
        text = '"We left at dawn," said Anna Lind.'
        (one,) = frames(text)
        assert one.form is Form.DIRECT
        assert one.content.of(text) == '"We left at dawn,"'
        assert one.stance == "asserts"

    def test_a_quotation_after_the_verb_takes_the_colon_into_the_cue(self) -> None:
        text = 'Anna Lind wrote: "We left at dawn."'
        assert told(text) == [("Anna Lind", "wrote:", '"We left at dawn."')]

    def test_words_that_lead_into_a_quotation_belong_to_it(self) -> None:
        text = 'Both sides "left the bridge at dawn," Anna Lind said.'
        (one,) = frames(text)
        assert one.content.of(text) == 'Both sides "left the bridge at dawn,"'
        assert one.form is Form.MIXED

    def test_an_interrupted_statement_has_a_second_part(self) -> None:
        text = "The bridge, Anna Lind said, was open at dawn."
        (one,) = frames(text)
        assert one.rest is not None
        assert one.rest.of(text) == "was open at dawn"
        assert one.covers(Span(text.index("open"), text.index("dawn")))

    def test_a_statement_goes_on_after_a_colon(self) -> None:
        text = "The bridge was open, the mayor said on Monday: nine lorries crossed."
        (one,) = frames(text)
        assert one.rest is not None
        assert one.rest.of(text) == "nine lorries crossed"

    def test_a_quotation_that_follows_the_frame_is_the_same_speakers(self) -> None:
        text = '"We left," Anna Lind said. "The bridge was open."'
        (one,) = frames(text)
        assert one.rest is not None
        assert one.rest.of(text) == '"The bridge was open."'

    def test_a_quotation_of_the_next_line_is_not_given_away(self) -> None:
        text = '"We left," Anna Lind said.\n"The bridge was open."'
        (one,) = frames(text)
        assert one.rest is None

    def test_several_sentences_of_one_quotation_are_one_content(self) -> None:
        text = 'Anna Lind said: "We left at dawn. The bridge was open."'
        first = frames(text)[0]
        assert first.content.of(text) == '"We left at dawn. The bridge was open."'

    def test_a_participle_shares_the_subject_and_ends_the_first_content(self) -> None:
        text = "The mayor said the bridge was open, adding that lorries crossed."
        assert told(text) == [
            ("The mayor", "said", "the bridge was open"),
            ("The mayor", "adding", "that lorries crossed"),
        ]

    def test_a_second_speaker_ends_the_first_content(self) -> None:
        text = "The mayor said the bridge was open, while the guards denied that."
        assert [row[2] for row in told(text)] == ["the bridge was open", "that"]

    def test_whoever_reports_a_report_stands_around_it(self) -> None:
        text = "The guards said nine men fell, the mayor said."
        inner, outer = frames(text)
        assert outer.content.of(text) == "The guards said nine men fell"
        assert inner.content.of(text) == "nine men fell"

    def test_a_shared_verb_is_understood_after_a_comma(self) -> None:
        text = "The mission recorded 50 breaches, the Watch 12."
        assert told(text) == [
            ("The mission", "recorded", "50 breaches"),
            ("the Watch", ",", "12"),
        ]
        assert frames(text)[1].form is Form.GAPPED

    def test_a_shared_passive_is_understood(self) -> None:
        text = "Nine breaches were noted by the mission and, four by the Watch."
        assert [(row[0], row[2]) for row in told(text)] == [
            ("the mission", "Nine breaches"),
            ("the Watch", "four"),
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "The report was long.",
            "Their claims were many.",
            "The United States sent 40 trucks.",
            "The plan of the guards was old.",
            "Nine men crossed the bridge.",
            "Groups pledged to the truce left.",
        ],
    )
    def test_nouns_and_names_make_no_frame(self, text: str) -> None:
        assert reporting(text) == []

    def test_an_opinion_is_an_attitude(self) -> None:
        (one,) = frames("The guards want to leave the bridge.")
        assert one.stance == "attitude"

    def test_to_give_reports_only_with_a_figure(self) -> None:
        assert reporting("The ministry gave bread to the town.") == []
        assert reporting("The ministry gave 200 dead.") == [
            ("The ministry", "gave", "200 dead")
        ]

    def test_to_have_reports_only_with_a_list_or_a_bare_figure(self) -> None:
        assert told("The ministry has 40 trucks.") == []
        assert told("The ministry has 40.") == [("The ministry", "has", "40")]
        listed = told("The ministry had 40 breaches on its list.")
        assert listed[0] == ("The ministry", "had", "40 breaches on its list")


class TestPassives:
    @pytest.mark.parametrize(
        ("text", "row", "rest"),
        [
            (
                "The mayor was quoted as saying that the bridge was open.",
                ("The mayor", "was quoted as saying", "that the bridge was open"),
                None,
            ),
            (
                "Nine breaches were noted by the mission on Monday.",
                ("the mission", "were noted", "Nine breaches"),
                "on Monday",
            ),
            (
                "The guards are said to have left the bridge.",
                (None, "are said", "The guards"),
                "to have left the bridge",
            ),
            (
                "It was announced that the bridge was open.",
                (None, "was announced", "that the bridge was open"),
                None,
            ),
            (
                "A pause announced by the mayor was short.",
                ("the mayor", "announced", "A pause"),
                None,
            ),
            (
                "One of the nine is confirmed from the Norian half.",
                ("the Norian half", "is confirmed", "One of the nine"),
                None,
            ),
        ],
    )
    def test_the_agent_is_the_source(
        self, text: str, row: tuple[str | None, str, str], rest: str | None
    ) -> None:
        (one,) = frames(text)
        assert told(text) == [row]
        assert (one.rest.of(text) if one.rest else None) == rest
        assert one.form in {Form.PASSIVE, Form.INDIRECT}

    def test_a_passive_without_an_agent_names_nobody(self) -> None:
        assert told("The bridge was reported yesterday.") == []


class TestNominals:
    @pytest.mark.parametrize(
        ("text", "row"),
        [
            (
                "According to the mayor, the bridge was open.",
                ("the mayor", "According to", "the bridge was open"),
            ),
            (
                "The bridge was open, according to the mayor.",
                ("the mayor", "according to", "The bridge was open"),
            ),
            (
                "By the Watch's count, nine men fell.",
                ("the Watch's", "By the Watch's count", "nine men fell"),
            ),
            (
                "Nine men fell, by its own records.",
                ("its", "by its own records", "Nine men fell"),
            ),
            (
                "The ministry's tally, which includes soldiers, is 512 dead.",
                ("The ministry's", "tally", "512 dead"),
            ),
            (
                "A statement that the bridge was open came late.",
                (None, "statement", "that the bridge was open came late"),
            ),
            ("The Watch: nine men fell.", ("The Watch", ":", "nine men fell")),
            (
                "Calm nights in the valley – Norian ministry",
                ("Norian ministry", "–", "Calm nights in the valley"),
            ),
            (
                "Nine clinics closed (the Watch)",
                ("the Watch", "(", "Nine clinics closed"),
            ),
            (
                "Reportedly the bridge was open.",
                (None, "Reportedly", "Reportedly the bridge was open"),
            ),
        ],
    )
    def test_a_source_without_a_verb_is_read(
        self, text: str, row: tuple[str | None, str, str]
    ) -> None:
        assert told(text) == [row]

    def test_a_statement_around_according_to_has_two_parts(self) -> None:
        text = "The bridge was open, according to the mayor, and lorries crossed."
        (one,) = frames(text)
        assert one.rest is not None
        assert one.rest.of(text) == "and lorries crossed"

    def test_each_part_of_a_line_may_have_its_own_label(self) -> None:
        text = "Dead 730 – the ministry; the Watch: 863"
        assert told(text) == [
            ("the ministry", "–", "Dead 730"),
            ("the Watch", ":", "863"),
        ]

    @pytest.mark.parametrize(
        "text", ["A total of 66 was counted.", "Friday's tally is 66."]
    )
    def test_a_total_or_a_day_is_nobodys_count(self, text: str) -> None:
        assert [row for row in told(text) if row[1] in {"total", "tally"}] == []


class TestFrames:
    def test_a_pronoun_is_told_apart(self) -> None:
        assert [one.pronoun for one in frames("He said the bridge was open.")] == [True]

    def test_the_head_leaves_appositions_out(self) -> None:
        text = "Anna Lind, the mayor, said the bridge was open."
        (one,) = frames(text)
        assert one.head is not None
        assert one.head.of(text) == "Anna Lind"

    def test_an_aside_is_the_writers_own(self) -> None:
        text = "The mayor said the bridge was open, which links two towns."
        assert told(text)[0][2] == "the bridge was open"

    def test_somebody_inside_a_quotation_speaks_too(self) -> None:
        text = '"The guards said nine men fell," the mayor said.'
        assert ("The guards", "said", "nine men fell") in [
            (row[0], row[1], row[2].rstrip(",")) for row in told(text)
        ]

    def test_frames_come_with_the_text_they_stand_in(self) -> None:
        text = "The mayor said one.\n\nThe guards said two."
        assert [one.cue.start for one in frames(text)] == [10, 32]

    def test_a_text_without_cues_has_no_frames(self) -> None:
        assert frames("Nine lorries crossed at dawn.") == ()


class TestSubjects:
    @pytest.mark.parametrize(
        ("text", "source"),
        [
            ("In the capital the mayor said it rained.", "the mayor"),
            ("On 4 May residents said it rained.", "residents"),
            ("At 4 a.m. on 27 May the mayor said it rained.", "the mayor"),
            ("Meanwhile the mayor said it rained.", "the mayor"),
            ("Lt.-Gen. Ole Varin said it rained.", "Lt.-Gen. Ole Varin"),
            ("Noria and Southland said it rained.", "Noria and Southland"),
            ("It rained and the mayor said it was late.", "the mayor"),
            (
                "The head of the watch in Lume said it rained.",
                "The head of the watch in Lume",
            ),
            ("The mayor (of Lume) said it rained.", "The mayor (of Lume)"),
            (
                "Anna Lind, the mayor, head of the watch, said it rained.",
                "Anna Lind, the mayor, head of the watch,",
            ),
            ("Anna Lind, speaking at dawn, said it rained.", "Anna Lind"),
            ("It fell to the guards, who said it rained.", "the guards"),
        ],
    )
    def test_a_subject_is_the_phrase_before_its_verb(
        self, text: str, source: str
    ) -> None:
        assert source in [row[0] for row in told(text)]

    @pytest.mark.parametrize(
        ("text", "source"),
        [
            ('"It rained," said Anna Lind, mayor of Lume.', "Anna Lind, mayor of Lume"),
            ('"It rained," said a guard, Ole Varin.', "a guard, Ole Varin"),
            ('"It rained," said the mayor on Monday.', "the mayor"),
            ('"It rained," said the mayor in a statement.', "the mayor"),
            (
                '"It rained," said the mayor of Lume and Anna Lind.',
                "the mayor of Lume and Anna Lind",
            ),
            ('"It rained," said the mayor as he left.', "the mayor"),
            ('"It rained," said the mayor, who left.', "the mayor"),
            ('"It rained," said the mayor, his hat on.', "the mayor"),
            ('"It rained," said he.', "he"),
            ('"It rained," said the truce-watch head.', "the truce-watch head"),
            ('"It rained," said Lt. Ole Varin.', "Lt. Ole Varin"),
            ('"It rained," said the mayor (of Lume).', "the mayor"),
        ],
    )
    def test_a_subject_after_its_verb_ends_with_its_appositions(
        self, text: str, source: str
    ) -> None:
        assert told(text)[0][0] == source

    @pytest.mark.parametrize(
        "text",
        [
            "To say that it rained is wrong.",
            "Says nothing that it rained.",
            ", said nothing.",
            "Reports, claims and plans.",
        ],
    )
    def test_without_a_subject_there_is_no_frame(self, text: str) -> None:
        assert [row for row in told(text) if row[1] in {"say", "Says", "said"}] == []


class TestComplements:
    @pytest.mark.parametrize(
        ("text", "content"),
        [
            (
                "The mayor said in a statement on Monday that it rained.",
                "that it rained",
            ),
            ("The mayor said last week it rained.", "it rained"),
            ("The mayor said there was rain.", "there was rain"),
            ("The mayor added to reporters that it rained.", "that it rained"),
            ("The mayor warned Southland that it rained.", "that it rained"),
            ("The mayor urged both sides to leave.", "to leave"),
            ("The mayor asked whether it rained.", "whether it rained"),
            ("The mayor noted how it rained.", "how it rained"),
            ("The mayor refuted the report.", "the report"),
            ('The mayor told them: "It rained."', '"It rained."'),
            ('The mayor said "the rain" was late.', '"the rain" was late'),
            ("The mayor said: it rained.", "it rained"),
            ("It rained, the mayor said in Port Lume.", "It rained"),
            ("It rained, the mayor said as he left.", "It rained"),
            ("It rained - said the mayor.", "It rained"),
        ],
    )
    def test_what_is_reported_follows_adjuncts_and_addressees(
        self, text: str, content: str
    ) -> None:
        assert told(text)[0][2] == content

    @pytest.mark.parametrize(
        "text",
        [
            "The mayor said.",
            "The mayor told the guards.",
            "The mayor accused.",
            "The mayor vowed against it.",
            "The mayor stated.",
        ],
    )
    def test_nothing_reported_is_no_frame(self, text: str) -> None:
        assert told(text) == []

    def test_a_quotation_that_ended_is_not_said_by_the_next_subject(self) -> None:
        text = '"It rained." The mayor said nine men fell.'
        assert told(text) == [("The mayor", "said", "nine men fell")]

    def test_a_semicolon_after_the_frame_lets_it_go_on(self) -> None:
        text = "It rained, says the mayor; on Friday it snowed."
        (one,) = frames(text)
        assert one.rest is not None
        assert one.rest.of(text) == "on Friday it snowed"

    def test_a_statement_before_stops_at_a_semicolon(self) -> None:
        text = "It snowed; it rained, the mayor said, and thundered; all left."
        (one,) = frames(text)
        assert one.content.of(text) == "it rained"
        assert one.rest is not None
        assert one.rest.of(text) == "and thundered"

    def test_a_second_quotation_after_the_frame_is_the_rest(self) -> None:
        text = '"It rained," said the mayor, "and it snowed."'
        (one,) = frames(text)
        assert one.rest is not None
        assert one.rest.of(text) == '"and it snowed."'

    def test_a_statement_with_a_that_clause_needs_no_known_speaker(self) -> None:
        assert [one.weak for one in frames("The enemy claims that it rained.")] == [
            False
        ]
        assert [one.weak for one in frames("The wall shows that it rained.")] == [True]


class TestOddities:
    """Constructions that are rare but stand in real pages."""

    @pytest.mark.parametrize(
        ("text", "row"),
        [
            (
                "The pause asked for by the envoy was short.",
                ("the envoy", "asked", "The pause"),
            ),
            (
                "A pause, announced by the mayor, was short.",
                ("the mayor", "announced", "A pause,"),
            ),
            (
                "The mayor quietly said it rained.",
                ("The mayor", "quietly said", "it rained"),
            ),
            (
                "It rained, the mayor said; all left.",
                ("the mayor", "said", "It rained"),
            ),
            (
                "The mayor said last week that it rained.",
                ("The mayor", "said", "that it rained"),
            ),
            (
                "The mayor said on 4 May 2016 that it rained.",
                ("The mayor", "said", "that it rained"),
            ),
            (
                "The mayor said to Anna Lind that it rained.",
                ("The mayor", "said", "that it rained"),
            ),
            (
                'The mayor, by telephone, said: "It rained."',
                ("The mayor, by telephone,", "said:", '"It rained."'),
            ),
            (
                "According to Noria - and others - it rained.",
                ("Noria", "According to", "and others - it rained"),
            ),
        ],
    )
    def test_they_are_read(self, text: str, row: tuple[str, str, str]) -> None:
        assert told(text)[0] == row

    @pytest.mark.parametrize(
        "text",
        [
            "By all of its counts",
            "Nine counts of it and",
            "The mayor, it rained, said.",
            "Who says? Nobody.",
            "Reports of rain are many.",
            "(the mayor)",
            "Rain – (it) – snow: hail.",
            "The mayor; said",
        ],
    )
    def test_broken_lines_do_no_harm(self, text: str) -> None:
        assert all(row[0] for row in told(text) if row[1] == "said")


class TestScope:
    """How far a frame reaches when it stands in the middle of a sentence."""

    @pytest.mark.parametrize(
        ("text", "source", "content"),
        [
            (
                "Shelling began after the last bus and, the city says, killed two.",
                "the city",
                "killed two",
            ),
            (
                'It cost two men and, in the words of the mayor, "seven cows".',
                "the mayor",
                '"seven cows"',
            ),
            ("The militia has four tanks, eight by Oslo's tally.", "Oslo's", "eight"),
            (
                "Exchanges: six, one man dead according to the Watch; all ended.",
                "the Watch",
                "Exchanges: six, one man dead",
            ),
            (
                "The truce which the enemy announced on 21 March has been broken.",
                "the enemy",
                "The truce",
            ),
            (
                "Officers, who have 58 posts, noted 31 impacts.",
                "Officers, who have 58 posts,",
                "31 impacts",
            ),
            (
                "Observers saw no arms and, for the third day, recorded no breach.",
                "Observers",
                "no breach",
            ),
            (
                "Two attacks claimed by the Front, in the north, caused 56 deaths.",
                "the Front",
                "Two attacks",
            ),
            (
                'That he "was a spy", as the paper had it on Friday, is untrue.',
                "the paper",
                'That he "was a spy"',
            ),
            (
                "The claim by the rebels that a raid failed is false.",
                "the rebels",
                "that a raid failed is false",
            ),
            (
                "Oslo's arithmetic for the same year was 3,112 breaches.",
                "Oslo's",
                "3,112 breaches",
            ),
            ("Norway's counts 240 breaches.", "Norway's", "240 breaches"),
            (
                "Zero were stopped, against the Norwegian claim of 71.",
                "the Norwegian",
                "71",
            ),
            (
                "The ministry puts those of the rebels at over thirty.",
                "The ministry",
                "those of the rebels at over thirty",
            ),
            ("1,240 lorries came, by UN count.", "UN", "1,240 lorries came"),
            ("6. The Commission requests 60 men.", "The Commission", "60 men"),
            (
                "As the premier told the house yesterday, 105 men had died.",
                "the premier",
                "105 men had died",
            ),
            (
                "The mission counted in the fifth week of the truce 1,327 shots.",
                "The mission",
                "in the fifth week of the truce 1,327 shots",
            ),
            ("Oslo on Thursday morning admitted 71 deaths.", "Oslo", "71 deaths"),
            (
                "A military source the same day alleged that 29 shells fell.",
                "A military source",
                "that 29 shells fell",
            ),
            (
                "The team, 60 men of Malaysia, Brunei and Japan, said it had logged 5.",
                "The team, 60 men of Malaysia, Brunei and Japan,",
                "it had logged 5",
            ),
            ("By its own account the Front held 26.", "the Front", "the Front held 26"),
            (
                'The Front, in its own words, "lost nine".',
                "The Front",
                '"lost nine"',
            ),
            (
                "12,600 came, according to the office; on Sunday 801.",
                "the office",
                "12,600 came",
            ),
            ("The SLA concede four dead.", "The SLA", "four dead"),
            (
                "Officials in the valley add 41 wounded.",
                "Officials in the valley",
                "41 wounded",
            ),
        ],
    )
    def test_a_frame_reaches_over_its_own_part(
        self, text: str, source: str, content: str
    ) -> None:
        assert (source, content) in [(row[0], row[2]) for row in told(text)]

    @pytest.mark.parametrize(
        "text",
        [
            "Seven groups put their names to the paper.",
            "Five observation posts out of twelve lie behind the lines.",
            "Militants' numbers in the valley are put at nine.",
            "Guards denied the mission entry twice.",
        ],
    )
    def test_to_put_and_posts_report_nothing_else(self, text: str) -> None:
        assert reporting(text) == []

    def test_a_count_goes_on_after_a_semicolon_with_an_adjunct(self) -> None:
        text = "The monitors recorded 40 blasts in the east; in the west there were 9."
        (frame,) = frames(text)
        assert frame.rest is not None
        assert frame.rest.of(text) == "in the west there were 9"

    def test_whoever_is_quoted_surely_speaks(self) -> None:
        text = '"Two thousand, perhaps more," guessed a barber.'
        assert [one.weak for one in frames(text)] == [False]


def test_the_day_of_a_report_is_no_speaker() -> None:
    text = "The team in its report published Friday said that nine men fell."
    assert {source for source, _, _ in told(text)}.isdisjoint({"Friday"})
