"""What is no body is marked, with a reason; what is body is left alone."""

import inspect

import pytest

from trucewatch.documents.document import Document, Furniture, Mark
from trucewatch.documents.furniture import body_spans, find_furniture, main_text
from trucewatch.documents.loading import document_from_text
from trucewatch.values.spans import Span

BODY = (
    "Observers counted nine violations in the northern sector on Sunday, and a woman "
    "was hurt in Marzaf, the commission said in its evening note."
)


def _reasons(*lines: str) -> dict[str, str]:
    text = "\n".join(lines)
    return {m.span.of(text): m.reason.value for m in find_furniture(text)}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Site Map  Facebook  Twitter  Youtube", "menu"),
        ("Home  <  Operations  <  News  <  More", "menu"),
        ("☰ Home | News | Maps | العربية", "menu"),
        ("[1] [2] [3] next »", "menu"),
        ("Council of the Coast » Statements » this text", "menu"),
        ("You are here", "menu"),
        ("PDF", "menu"),
        ("Sport", "menu"),
        ("World | Health | Politics", "menu"),
        ("Share this on Facebook", "menu"),
        ("Advertisement", "menu"),
        ("73 users have voted.", "votes"),
        ("1,204 views  7 comments", "votes"),
        ("👍 3.4K   💬 12 comments   ↪ 508 shares", "votes"),
        ("Comments (12)", "votes"),
        ("Newsletter", "newsletter"),
        ("Get our daily digest, emailed to you at noon.", "newsletter"),
        ("ServerCode=node9 isCompatibilityMode=true", "script"),
        ("<script>document.write('<img src=\"//x.example/7\">')</script>", "script"),
        ("if (a) { window.location = b; }", "script"),
        ("Accept our cookies? [Yes] [No]", "notice"),
        ("Last updated: 3 May 2019, 14:00", "notice"),
        ("Page 3 of 12", "notice"),
        ("Leave a comment (0)  Your e-mail will not be shown", "notice"),
        ("The post first appeared on The Coast Mirror.", "notice"),
        ("© 2019 The Coast Mirror. All rights reserved.", "credit"),
        ("Photo by: EPA (Archive)", "credit"),
        ("Tags: truce, aid, Marzaf", "credit"),
        ("Mirror and agencies", "credit"),
        ("By our correspondents in Marzaf", "credit"),
        ("(By Agence Littorale)", "credit"),
        ("A convoy waits at the gate of Marzaf (Agency photo)", "caption"),
        ("CAPTION: The bridge of Marzaf, 3 May.", "caption"),
        ("READ MORE: Ten questions about the truce", "linked_headline"),
        ("Also read: Harvest begins late", "linked_headline"),
        ("EARLIER: Power station gets third fuel load", "linked_headline"),
        ("Guards beat the crew https://t.co/aB9 pic.twitter.com/xY3", "embedded"),
    ],
)
def test_furniture_is_marked_with_its_reason(line: str, reason: str) -> None:
    assert _reasons(BODY, "", line, "", BODY) == {line: reason}


@pytest.mark.parametrize(
    "line",
    [
        "Reconciliation of the sides",
        "About to give way",
        "Humanitarian aid",
        "SUMMARY OF THE QUARTER",
        "Situation in the Eastern Sector and Status of the Disengagement Areas",
        "• Hospitals in Marzaf took in over 300 wounded in two days",
        "(a) south-east of Marzaf: 2,410;",
        "Marzaf .......... 604",
        "Ad Dahr     6    3    7    5",
        "CAR | ACCESS SNAPSHOT | April 2021",
        "42 | incidents hampering aid",
        "-18% | compared with March (51)",
        "The day before: 59.",
        "Total 37",
        "Today: 9",
        "Health",
        "Health   38",
        "Regional: 12",
        "Hits: 4",
        "Earlier: 59",
        "What: a pause asked for by two neighbours",
        "The visitors counted 9 shells near the home of the mayor.",
        "More than 30 comments on the draft were handed in.",
        "The council voted, and users of the road were warned.",
        "She told a photographer what she saw on 3 May 2019.",
        "The ministry's site says that nobody was hurt.",
        "He reported the shelling by radio from Marzaf on May 3, 2016.",
        "Fighters hold positions near Marzaf, and the truce is broken daily.",
    ],
)
def test_body_is_left_alone(line: str) -> None:
    assert _reasons(BODY, "", line, "", BODY) == {}


@pytest.mark.parametrize(
    "caption",
    [
        "Residents look at a damaged bridge in Marzaf, Syria, November 2, 2015.",
        "The envoy shakes hands with the mayor in Marzaf, Monday, Dec. 7, 2015.",
        "A boy carries water in the camp of Dahr, Yemen, 3 March 2018 (File)",
    ],
)
def test_a_scene_with_a_full_date_at_its_end_is_a_caption(caption: str) -> None:
    assert _reasons(BODY, "", caption, "", BODY) == {caption: "caption"}


@pytest.mark.parametrize(
    "line",
    [
        "The envoy met the mayor in Marzaf on Monday, December 7, 2015.",
        "Residents look at the bridge and fear the worst.",
        "they hold what they held on 3 March 2018",
        "The parties hold to the agreement of May 2018",
    ],
)
def test_a_sentence_without_scene_or_full_date_is_no_caption(line: str) -> None:
    assert _reasons(BODY, "", line, "", BODY) == {}


LINKED = "Rebel Groups Reject New Draft as Talks Resume in Marzaf"


def test_a_title_between_two_paragraphs_is_another_articles() -> None:
    assert _reasons(BODY, LINKED, BODY) == {LINKED: "linked_headline"}


def test_a_lone_word_is_a_menu_only_beside_one() -> None:
    assert _reasons(BODY, "up", BODY) == {}
    beside = _reasons(BODY, "up", "41 users have voted.", BODY)
    assert beside == {"up": "menu", "41 users have voted.": "votes"}


def test_the_documents_own_headline_is_not() -> None:
    assert _reasons(LINKED, BODY, BODY) == {}


def test_a_title_above_a_list_is_a_heading() -> None:
    assert _reasons(BODY, LINKED, "- nine shells", BODY) == {}


def test_a_short_or_shouted_title_is_a_heading() -> None:
    assert _reasons(BODY, "Talks of the Two in 2019 to Go On", BODY) == {}
    assert _reasons(BODY, LINKED.upper(), BODY) == {}


def test_the_last_line_is_no_linked_headline() -> None:
    assert _reasons(BODY, BODY, LINKED) == {}


def test_a_post_is_marked_with_the_words_above_its_signature() -> None:
    post = "Smugglers ‘fed and armed’ at the border, commander says"
    sign = "— Coast Mirror (@CoastMirror) March 5, 2016"
    assert _reasons(BODY, post, sign, BODY) == {post: "embedded", sign: "embedded"}


def test_a_long_paragraph_above_a_post_is_not_part_of_it() -> None:
    sign = "— Coast Mirror (@CoastMirror) March 5, 2016"
    assert _reasons(BODY * 4, sign, BODY) == {sign: "embedded"}


def test_a_signature_on_the_first_line_stands_alone() -> None:
    sign = "— Coast Mirror (@CoastMirror) March 5, 2016"
    assert _reasons(sign, BODY) == {sign: "embedded"}


def test_a_page_that_is_one_long_caption_is_its_own_body() -> None:
    caption = f"(Caption) The bridge of Marzaf. {BODY}"
    assert _reasons(caption) == {}


def test_a_page_of_menus_only_has_no_body() -> None:
    assert len(_reasons("Home", "News", "PDF")) == 3


def test_a_line_longer_than_any_prose_is_marked() -> None:
    (mark,) = find_furniture(f"{BODY}\n{'a b ' * 300_000}\n{BODY}")
    assert (mark.reason, mark.rule) == (Furniture.SCRIPT, "line_too_long")


def test_letters_that_grow_in_lower_case_do_not_shift_a_mark() -> None:
    text = f"{'İ' * 60} {BODY}\nPhoto by: EPA\n{BODY}"
    (mark,) = find_furniture(text)
    assert mark.span.of(text) == "Photo by: EPA"


def test_body_spans_are_the_lines_that_are_not_marked() -> None:
    text = f"Newsletter\n\n  {BODY}\nPDF\n"
    spans = body_spans(text, find_furniture(text))
    assert [span.of(text) for span in spans] == [BODY]


def test_front_matter_is_no_body() -> None:
    text = f"---\na: 1\n---\n{BODY}"
    marks = (Mark(Span(0, 12), Furniture.NOTICE, "front_matter"),)
    assert [span.of(text) for span in body_spans(text, marks)] == [BODY]


def test_main_text_follows_the_marks_of_the_document() -> None:
    document = document_from_text(f"{BODY}\n55 people have voted\n{BODY}")
    assert [span.of(document.text) for span in main_text(document)] == [BODY, BODY]


@pytest.fixture
def page(request: pytest.FixtureRequest) -> Document:
    text = inspect.getdoc(request.function)
    assert text is not None
    return document_from_text(text)


def test_headings_and_figures_of_a_bulletin_are_all_body(page: Document) -> None:
    """BULLETIN
    of the observers in the coastal province (14 June 2019)

    Ceasefire

    Six violations were entered in the log: Marzaf – 4, Dahr – 2.

    Aid

    Two actions in Dahr. 4.3 tonnes of flour.

    Killed: 2
    Wounded: 5
    """
    assert page.furniture == ()
