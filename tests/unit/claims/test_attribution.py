"""Attribution: who vouches for the words at a place of a document."""

import pytest

from trucewatch.claims.attribution import Attribution
from trucewatch.claims.claim import Vouching
from trucewatch.documents.document import Document, Furniture, Mark
from trucewatch.reading.reading import read
from trucewatch.reference.theatre import Theatre, load_theatre
from trucewatch.values.spans import Span
from trucewatch.values.stances import Voice

PACK = {
    "theatre.yaml": """
name: island
title: An island with two sides
countries: []
first_day: 2016-01-01
last_day: 2020-12-31
sources: {common: made up for a test}
source: common
""",
    "actors.yaml": """
- {id: noria, label: Noria, sort: state, names: [Noria], source: common}
- {id: south, label: South, sort: state, names: [Southland], source: common}
- {id: hill_front, label: Hill Front, sort: group, names: [Hill Front], source: common}
""",
    "speakers.yaml": """
- id: norian_centre
  label: Truce centre of Noria
  actor: noria
  names: ["Norian truce {centre,center}", "Norian {centre,center}"]
  persons:
    - {name: "Oleg Varin|Varin", office: head of the centre}
  source: common
- id: norian_mod
  label: Ministry of Defence of Noria
  actor: noria
  names: ["Norian Defence Ministry"]
  source: common
- id: south_side
  label: Southern half of the commission
  actor: south
  names: ["Southern side"]
  source: common
- id: watch
  label: Lume Watch
  names: [Lume Watch, "the Watch"]
  source: common
- id: daily_wire
  label: Daily Wire
  sort: publisher
  voice: press
  names: [Daily Wire]
  source: common
""",
}


@pytest.fixture(scope="module")
def island(tmp_path_factory: pytest.TempPathFactory) -> Theatre:
    """A made-up theatre: two states, a truce centre, an observatory, a paper."""
    folder = tmp_path_factory.mktemp("island")
    for name, text in PACK.items():
        (folder / name).write_text(text, "utf-8")
    return load_theatre(folder)


@pytest.fixture(scope="module")
def world() -> Theatre:
    """The shipped fallback: states, their capitals and adjectives."""
    return load_theatre("world")


def attribute(document: Document, theatre: Theatre) -> Attribution:
    """Return the attribution of a document read from its text."""
    reading = read(document, theatre)
    return Attribution(
        document=document,
        tokens=reading.tokens,
        sentences=reading.sentences,
        quotations=reading.quotations,
        frames=reading.frames,
        names=reading.names,
        theatre=theatre,
    )


class Page:
    """A document with its attribution, asked by words."""

    def __init__(
        self, theatre: Theatre, text: str, publisher: str | None = "Daily Wire"
    ) -> None:
        self.text = text
        self.attribution = attribute(Document(text=text, publisher=publisher), theatre)

    def span(self, words: str) -> Span:
        """Return where some words stand first."""
        start = self.text.index(words)
        return Span(start, start + len(words))

    def chain(self, words: str) -> tuple[Vouching, ...]:
        """Return the chain at some words."""
        return self.attribution.chain_at(self.span(words))[0]

    def voice(self, words: str) -> Voice:
        """Return the voice at some words."""
        return self.attribution.chain_at(self.span(words))[1]

    def speaker(self, words: str) -> tuple[str, str | None, str | None]:
        """Return part, key and name of the last link."""
        last = self.chain(words)[-1]
        return last.part, last.id, last.text


def test_the_publishers_own_voice_has_the_publisher_alone(island: Theatre) -> None:
    page = Page(island, "Nine lorries crossed the bridge at dawn.")
    assert page.chain("Nine") == (
        Vouching("publisher", "daily_wire", "Daily Wire", None, None),
    )
    assert page.voice("Nine") is Voice.OWN


def test_a_document_without_a_publisher_has_an_empty_first_link(
    island: Theatre,
) -> None:
    page = Page(island, "Nine lorries crossed.", None)
    assert page.chain("Nine") == (Vouching("publisher", None, None, None, None),)


def test_a_speaker_is_linked_with_the_words_that_name_him(island: Theatre) -> None:
    page = Page(island, "Nine lorries crossed, Oleg Varin said on Monday.")
    assert page.chain("Nine")[1] == Vouching(
        "speaker", "norian_centre", "Oleg Varin", page.span("Oleg Varin"), "said"
    )
    assert page.voice("Nine") is Voice.INDIRECT


def test_words_between_marks_are_direct(island: Theatre) -> None:
    page = Page(island, '"Nine lorries crossed," Oleg Varin said.')
    assert page.voice("Nine") is Voice.DIRECT


def test_whoever_is_cited_vouches_last(island: Theatre) -> None:
    page = Page(island, "The Watch says nine men fell, Oleg Varin said.")
    assert [(one.part, one.id) for one in page.chain("nine")] == [
        ("publisher", "daily_wire"),
        ("speaker", "norian_centre"),
        ("relay", "watch"),
    ]


def test_a_speaker_no_theatre_names_keeps_his_words(island: Theatre) -> None:
    page = Page(island, "Nine men fell, residents of the valley said.")
    assert page.speaker("Nine") == ("speaker", None, "residents of the valley")


def test_a_clause_that_holds_the_frame_belongs_to_its_speaker(island: Theatre) -> None:
    page = Page(island, "Lume Watch denies nine breaches.")
    assert page.speaker("Lume Watch denies nine")[1] == "watch"


class TestReferences:
    @pytest.mark.parametrize(
        ("later", "key"),
        [
            ("He said nine men fell.", "norian_centre"),
            ("The general said nine men fell.", "norian_centre"),
            ("Varin said nine men fell.", "norian_centre"),
        ],
    )
    def test_a_person_is_meant_by_pronoun_office_and_name(
        self, island: Theatre, later: str, key: str
    ) -> None:
        page = Page(island, f"General Oleg Varin said it was calm.\n\nNote. {later}")
        part, found, text = page.speaker("nine")
        assert (part, found) == ("speaker", key)
        assert text in {"General Oleg Varin", "Varin"}

    def test_a_pronoun_keeps_the_span_of_whom_it_means(self, island: Theatre) -> None:
        page = Page(island, "Oleg Varin said it was calm. He said nine men fell.")
        assert page.chain("nine")[-1].span == page.span("Oleg Varin")

    def test_an_office_goes_back_to_the_body_of_that_name(
        self, island: Theatre
    ) -> None:
        text = (
            "The Norian truce centre said it was calm. "
            "The Watch said it rained. The centre said nine men fell."
        )
        assert Page(island, text).speaker("nine")[1] == "norian_centre"

    def test_it_is_a_body_and_no_person(self, island: Theatre) -> None:
        text = (
            "The Watch said it was calm. Oleg Varin said it rained. "
            "It said nine men fell."
        )
        assert Page(island, text).speaker("nine men")[1] == "watch"

    def test_observers_are_those_of_the_body_before(self, island: Theatre) -> None:
        text = "The Norian truce centre said it was calm. Observers said nine men fell."
        assert Page(island, text).speaker("nine")[1] == "norian_centre"

    def test_a_pronoun_without_anybody_before_names_nobody(
        self, island: Theatre
    ) -> None:
        page = Page(island, "He said nine men fell.")
        assert page.speaker("nine")[0] == "publisher"

    def test_a_person_only_mentioned_can_be_meant(self, island: Theatre) -> None:
        page = Page(island, "Oleg Varin came to the town. He said nine men fell.")
        assert page.speaker("nine")[1] == "norian_centre"


class TestQuotations:
    def test_a_quotation_on_its_own_goes_on_with_the_speaker_before(
        self, island: Theatre
    ) -> None:
        text = '"It was calm," Oleg Varin said.\n\n"Nine lorries crossed the bridge."'
        assert Page(island, text).speaker("Nine")[1] == "norian_centre"

    def test_a_quotation_whose_speaker_follows_is_his(self, island: Theatre) -> None:
        text = '"Nine lorries crossed the bridge."\n\n"It was calm," Oleg Varin said.'
        assert Page(island, text).speaker("Nine")[1] == "norian_centre"

    def test_a_quotation_far_from_any_speaker_is_nobodys(self, island: Theatre) -> None:
        rain = "It rained in the valley. " * 40
        text = f'Oleg Varin said it was calm. {rain}"Nine lorries crossed it."'
        assert Page(island, text).speaker("Nine")[0] == "publisher"


class TestPages:
    def test_an_organisations_page_speaks_as_itself(self, island: Theatre) -> None:
        page = Page(island, "We noted nine breaches.", "Lume Watch")
        assert page.chain("nine") == (
            Vouching("publisher", "watch", "Lume Watch", None, None),
        )

    @pytest.mark.parametrize(
        "text",
        [
            "Our teams heard nine bursts.",
            "The Watch counted nine breaches.",
            "The monitors' tally is nine.",
            "The monitors noted nine breaches.",
        ],
    )
    def test_its_own_people_are_the_page(self, island: Theatre, text: str) -> None:
        assert Page(island, text, "Lume Watch").speaker("nine")[0] == "publisher"

    def test_others_speak_on_it_too(self, island: Theatre) -> None:
        page = Page(island, "The ministry put the dead at nine.", "Lume Watch")
        assert page.speaker("nine")[2] == "The ministry"

    @pytest.mark.parametrize(
        ("publisher", "part"),
        [
            ("Hillside Defence Committee", "publisher"),
            ("Hill Front, political office (statement)", "publisher"),
            ("Valley News", "speaker"),
            ("valleynews.example", "speaker"),
        ],
    )
    def test_an_unknown_publisher_is_judged_by_its_name(
        self, island: Theatre, publisher: str, part: str
    ) -> None:
        text = "Norian truce centre: nine places signed. It rained."
        page = Page(island, f"{text}\n\nTwo men fell.", publisher)
        assert page.speaker("Two men")[0] == part

    def test_a_page_that_reposts_a_body_speaks_with_its_voice(
        self, island: Theatre
    ) -> None:
        page = Page(
            island,
            "Nine places signed.",
            "valley blog (repost of Norian Defence Ministry)",
        )
        assert page.chain("Nine")[1:] == (
            Vouching("speaker", "norian_mod", "Norian Defence Ministry", None, None),
        )

    def test_a_ministrys_page_passes_on_the_sheet_of_its_own_centre(
        self, island: Theatre
    ) -> None:
        text = "Nine places signed, says the Norian centre. Two men fell."
        page = Page(island, text, "Norian Defence Ministry")
        assert page.speaker("Two men")[1] == "norian_centre"


class TestBulletins:
    def test_one_source_of_a_short_page_speaks_throughout(
        self, island: Theatre
    ) -> None:
        text = (
            "LUME, March 2. Nine places signed, the Norian truce centre says.\n\n"
            "Five breaches were blamed on armed groups. Two men fell."
        )
        page = Page(island, text)
        assert page.speaker("Five breaches")[1] == "norian_centre"
        assert page.speaker("Two men")[1] == "norian_centre"
        assert page.voice("Two men") is Voice.INDIRECT

    def test_a_mere_mention_is_enough(self, island: Theatre) -> None:
        text = "Nine places signed and the Norian centre now writes 40. Two men fell."
        assert Page(island, text).speaker("Two men")[1] == "norian_centre"

    def test_a_nations_office_no_theatre_knows_is_kept_in_words(self) -> None:
        world = load_theatre("world")
        text = "Nine places signed; the Russian office now has 40. Two men fell."
        page = Page(world, text)
        assert page.speaker("Two men")[2] == "Russian office"

    def test_a_later_sentence_takes_the_speaker_of_its_paragraph(
        self, island: Theatre
    ) -> None:
        text = (
            "Nine breaches were noted by the Norian truce centre.\n\n"
            "The Southern side noted four breaches. Two men fell."
        )
        assert Page(island, text).speaker("Two men")[1] == "south_side"

    def test_the_headline_is_the_papers(self, island: Theatre) -> None:
        text = "Nine places sign\n\nThe Norian truce centre noted nine signatures."
        page = Page(island, text)
        assert page.speaker("Nine places")[0] == "publisher"
        assert page.voice("Nine places") is Voice.HEADLINE

    @pytest.mark.parametrize(
        "background",
        [
            "The truce came into force on February 27 in nine towns.",
            "Nine groups are party to it; two states stand surety.",
        ],
    )
    def test_how_the_truce_came_about_is_the_papers(
        self, island: Theatre, background: str
    ) -> None:
        text = f"Forty places signed, the Norian truce centre says. {background}"
        page = Page(island, text)
        assert page.speaker(background[:9])[0] == "publisher"

    @pytest.mark.parametrize(
        "story",
        [
            "The Watch saw ten dead. The Southern side counted six. ",
            "Residents said it was loud. ",
        ],
    )
    def test_a_story_of_several_voices_carries_nobody(
        self, island: Theatre, story: str
    ) -> None:
        text = f"Forty places signed, the Norian centre says. {story}\n\nTwo men fell."
        assert Page(island, text).speaker("Two men")[0] == "publisher"

    def test_a_long_page_carries_nobody(self, island: Theatre) -> None:
        rain = "It rained in the valley all day. " * 50
        text = f"Forty places signed, the Norian centre says. {rain}Two men fell."
        assert Page(island, text).speaker("Two men")[0] == "publisher"

    def test_a_source_named_late_is_not_carried_back(self, island: Theatre) -> None:
        text = (
            "Two men fell.\n\nIt rained all day.\n\nLorries crossed.\n\n"
            "Forty places signed, the Norian centre says."
        )
        assert Page(island, text).speaker("Two men")[0] == "publisher"

    def test_one_person_is_the_source_of_a_short_page_only(
        self, island: Theatre
    ) -> None:
        lead = "Forty places signed, Oleg Varin said."
        assert Page(island, f"{lead} Two men fell.").speaker("Two men")[1] is not None
        text = f"{lead}\n\nIt rained.\n\nTwo men fell."
        assert Page(island, text).speaker("Two men")[0] == "publisher"


class TestLists:
    def test_items_belong_to_who_gives_the_figures(self, island: Theatre) -> None:
        text = (
            "The mission relied on camp managers, who gave these arrival figures.\n\n"
            "  • Lume: nine families\n  • Hill: four families"
        )
        page = Page(island, text, "Lume Watch")
        assert page.speaker("nine families")[2] == "camp managers"


class TestWeakFrames:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("Groups vowed to free nine men.", "nine men"),
            ("The houses show nine holes.", "nine holes"),
            ("Running total: nine places.", "nine places"),
            ("The guards want nine lorries.", "nine lorries"),
            ("Soldiers saw nine lorries.", "nine lorries"),
        ],
    )
    def test_what_is_no_report_stays_the_papers(
        self, island: Theatre, text: str, words: str
    ) -> None:
        assert Page(island, text).speaker(words)[0] == "publisher"

    @pytest.mark.parametrize(
        ("text", "key"),
        [
            ("Lume Watch vowed to count nine breaches.", "watch"),
            ("Lume Watch saw nine lorries.", "watch"),
            ("Lume Watch: nine lorries.", "watch"),
            ("By Varin's count nine lorries crossed.", "norian_centre"),
        ],
    )
    def test_a_known_speaker_makes_it_one(
        self, island: Theatre, text: str, key: str
    ) -> None:
        assert Page(island, text).speaker("nine")[1] == key

    def test_an_unknown_possessor_of_a_count_is_named(self, island: Theatre) -> None:
        page = Page(island, "Nine lorries crossed, by Portlume's count.")
        assert page.speaker("Nine")[2] == "Portlume"


class TestVoices:
    @pytest.mark.parametrize(
        ("reason", "voice"),
        [
            (Furniture.CAPTION, Voice.CAPTION),
            (Furniture.EMBEDDED, Voice.EMBEDDED),
            (Furniture.LINKED_HEADLINE, Voice.LINKED_HEADLINE),
            (Furniture.MENU, Voice.OWN),
        ],
    )
    def test_furniture_gives_its_own_voice(
        self, island: Theatre, reason: Furniture, voice: Voice
    ) -> None:
        text = "It rained. Nine men fell."
        mark = Mark(Span(11, len(text)), reason, "test")
        document = Document(text=text, publisher="Daily Wire", furniture=(mark,))
        attribution = attribute(document, island)
        assert attribution.chain_at(Span(11, 15))[1] is voice

    def test_a_place_before_the_first_sentence_is_the_publishers(
        self, island: Theatre
    ) -> None:
        page = Page(island, "\n\n   Nine men fell.")
        assert len(page.attribution.chain_at(Span(0, 1))[0]) == 1


def test_the_innermost_frame_is_handed_out(island: Theatre) -> None:
    page = Page(island, "The Watch says nine men fell, Oleg Varin said.")
    frame = page.attribution.frame_at(page.span("nine"))
    assert frame is not None
    assert frame.cue.of(page.text) == "says"
    assert page.attribution.frame_at(Span(0, 1)) is not None
    assert page.attribution.frame_at(Span(len(page.text) - 1, len(page.text))) is None


class TestStates:
    """Capitals and states stand for governments, but not inside other names."""

    @pytest.mark.parametrize(
        ("text", "key"),
        [
            ("Nine men fell, Moscow said.", "ru_gov"),
            ("Nine men fell, a Moscow think-tank said.", None),
            ("Nine men fell, residents of Moscow said.", None),
        ],
    )
    def test_a_capital_is_a_government_only_by_itself(
        self, world: Theatre, text: str, key: str | None
    ) -> None:
        page = Page(world, text, "Valley News")
        assert page.speaker("Nine")[:2] == ("speaker", key)

    def test_a_state_is_not_the_one_source_of_a_longer_story(
        self, world: Theatre
    ) -> None:
        text = "Nine men fell, Moscow said.\n\nIt rained.\n\nTwo lorries burnt."
        assert Page(world, text, "Valley News").speaker("Two")[0] == "publisher"

    @pytest.mark.parametrize(
        "mention",
        ["Russian military doctors", "Russian towns", "Russian units of the north"],
    )
    def test_a_name_that_qualifies_another_is_no_source(
        self, world: Theatre, mention: str
    ) -> None:
        text = f"Nine places were crossed by {mention}. Two men fell."
        assert Page(world, text, "Valley News").speaker("Two men")[0] == "publisher"


class TestGaps:
    def test_a_capital_takes_over_the_verb_of_another(self, world: Theatre) -> None:
        text = "New Delhi recorded 50 breaches, Islamabad 30."
        page = Page(world, text, "Valley News")
        assert page.speaker("30")[2] == "Islamabad"
        assert page.speaker("50")[2] == "New Delhi"

    def test_a_capital_in_a_list_of_places_does_not(self, world: Theatre) -> None:
        text = "The mission recorded 50 breaches, Moscow 30."
        assert Page(world, text, "Valley News").speaker("30")[2] == "The mission"


class TestLabels:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("- Killed: nine men (local sources).", "local sources"),
            ("- Nine clinics closed (the health office).", "the health office"),
            ("- Dead nine – the health office", "the health office"),
            ("The doctors' union: nine dead.", "The doctors' union"),
        ],
    )
    def test_a_line_names_its_source_beside_a_mark(
        self, island: Theatre, text: str, name: str
    ) -> None:
        words = "nine" if "nine" in text else "Nine"
        assert Page(island, text).speaker(words)[2] == name

    @pytest.mark.parametrize(
        "text", ["Killed: nine men.", "Schools: nine (two of them new)."]
    )
    def test_other_words_there_are_no_source(self, island: Theatre, text: str) -> None:
        assert Page(island, text).speaker("nine")[0] == "publisher"


def test_a_demand_told_by_another_vouches_for_nothing(island: Theatre) -> None:
    page = Page(island, "Oleg Varin said Lume Watch had asked for nine lorries.")
    assert page.speaker("nine")[1] == "norian_centre"


def test_an_acronym_no_theatre_lists_can_count(island: Theatre) -> None:
    assert Page(island, "WQF counted nine lorries.").speaker("nine")[2] == "WQF"


def test_how_the_truce_came_about_is_nobodys_on_a_repost(island: Theatre) -> None:
    text = "Nine places signed. The truce came into force on May 2 in two towns."
    page = Page(island, text, "valley blog (repost of Norian Defence Ministry)")
    assert page.speaker("Nine")[1] == "norian_mod"
    assert page.speaker("two towns")[0] == "publisher"


class TestUnknownNames:
    @pytest.mark.parametrize(
        "text",
        [
            "Harbour Rights Watch has recorded nine deaths since spring.",
            "The Front's Odo Brenn Hale reckons that nine men left.",
        ],
    )
    def test_a_full_name_can_count(self, island: Theatre, text: str) -> None:
        assert Page(island, text).speaker("nine")[0] == "speaker"

    def test_a_word_that_only_opens_a_sentence_is_no_name(
        self, island: Theatre
    ) -> None:
        page = Page(island, "Those raids alleged nine dead men.")
        assert page.speaker("nine")[0] == "publisher"

    def test_a_place_with_a_full_name_counts_nothing(self, world: Theatre) -> None:
        page = Page(world, "South Sudan recorded nine deaths.")
        assert page.speaker("nine")[2] != "South Sudan recorded"


class TestRelying:
    """ "X said, citing Y": the words are Y's."""

    @pytest.mark.parametrize(
        "text",
        [
            "Nine men died, the agency reported, citing the health office.",
            "The agency, citing the health office, said nine men died.",
        ],
    )
    def test_who_is_cited_vouches_last(self, island: Theatre, text: str) -> None:
        assert Page(island, text).speaker("ine men")[2] == "the health office"

    def test_papers_that_are_cited_do_not(self, island: Theatre) -> None:
        text = "The health office, citing field reports, said nine men died."
        assert Page(island, text).speaker("nine")[2] == "The health office"


def test_a_group_before_a_colon_speaks(island: Theatre) -> None:
    page = Page(island, "Hill Front: nine shepherds hurt, one aged 14.")
    assert page.speaker("nine")[2] == "Hill Front"


def test_a_capital_in_somebodys_name_does_not_speak(world: Theatre) -> None:
    text = "Col. Santiago Hale, chief of the army's brigade, said nine men died."
    assert Page(world, text).speaker("nine")[1] is None


class TestGoingOn:
    @pytest.mark.parametrize(
        "opening",
        [
            "These included",
            "This brings the dead to",
            "Another",
            "The victims include",
        ],
    )
    def test_a_sentence_that_goes_on_is_the_same_speakers(
        self, island: Theatre, opening: str
    ) -> None:
        text = f"Forty raids were seen, Lume Watch said.\n\n{opening} nine more."
        assert Page(island, text, "Valley News").speaker("nine")[1] == "watch"

    def test_after_the_publishers_own_words_it_is_the_publishers(
        self, island: Theatre
    ) -> None:
        text = "Forty raids were seen in spring.\n\nThese included nine by night."
        assert Page(island, text, "Valley News").speaker("nine")[0] == "publisher"

    def test_any_other_sentence_is_the_publishers(self, island: Theatre) -> None:
        text = (
            "Forty raids were seen, Lume Watch said. A baker said he saw none. "
            "Noria said so too.\n\nTalks took nine days."
        )
        assert Page(island, text, "Valley News").speaker("nine")[0] == "publisher"
