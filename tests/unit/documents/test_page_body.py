"""The article of a captured page is told from what stands around it."""

from trucewatch.documents.document import Furniture
from trucewatch.documents.furniture import find_furniture, known_furniture, main_text
from trucewatch.documents.lines import split_lines
from trucewatch.documents.loading import document_from_text
from trucewatch.documents.page_body import (
    FEATURES,
    Seen,
    kept_lines,
    line_features,
    looks_captured,
    page_marks,
)

TOP = ["Coast Mirror", "", "Home", "News", "World", "Sport", "", "Login", "Subscribe"]
SECTIONS = [f"{name} Desk" for name in ("Harbour", "Farm", "Market", "Court", "School")]
TEASERS = [
    "Bridge Works to Last All Summer",
    "Why the Old Mill Stands Empty",
    "Ten Recipes for a Cold Night",
    "Mayor Opens New Swimming Hall",
    "Ferry Timetable Changes From Monday",
]
ARTICLE = [
    (
        "Observers counted nine violations in the northern sector on Sunday; a woman "
        "was hurt in Marzaf, the commission said in its evening note."
    ),
    (
        "It was the third day running with fewer than ten, after forty on Friday, when "
        "both sides had accused each other of moving guns up to the line."
    ),
    (
        "“We see people back in their fields,” said the head of the mission, who had "
        "spent the morning in two villages near the river."
    ),
    "Marzaf: 7",
    "Dahr: 2",
    (
        "Aid reached four places, among them the hospital of Dahr, which stood without "
        "fuel for a week, and another convoy is to leave on Tuesday."
    ),
    (
        "Talks go on next week, though neither delegation has confirmed the day, and "
        "the list of prisoners is still being compared, the commission said."
    ),
]
FOOT = ["Most read", "", *TEASERS, "", "About us", "Contact us", "Privacy", "Follow us"]
PAGE = "\n".join(
    [
        *TOP,
        *SECTIONS,
        "",
        *TEASERS,
        "",
        "\n\n".join(ARTICLE),
        "",
        *SECTIONS,
        *FOOT,
        *TOP,
    ]
)


def test_a_whole_page_is_known_by_its_signs() -> None:
    lines = split_lines(PAGE)
    assert looks_captured(lines, known_furniture(PAGE, lines))


def test_a_bulletin_with_many_short_lines_is_no_page() -> None:
    text = "\n".join(f"Village {number}: {number} shots" for number in range(200))
    lines = split_lines(text)
    assert not looks_captured(lines, known_furniture(text, lines))
    assert find_furniture(text) == ()


def test_a_short_page_is_left_to_the_rules() -> None:
    lines = split_lines("\n".join(TOP))
    assert not looks_captured(lines, known_furniture("\n".join(TOP), lines))


def test_the_article_is_kept_whole_and_the_rest_goes() -> None:
    document = document_from_text(PAGE)
    body = [span.of(document.text) for span in main_text(document)]
    assert [line for line in ARTICLE if line not in body] == []
    around = set(TEASERS + SECTIONS) & set(body)
    assert len(around) <= 1  # the line next to the article may stay with it


LEGAL = (
    "By clicking you agree that we and our partners store cookies on your device, read "
    "them again, and hand your personal data to third parties, as our policy says, for "
    "as long as you do not withdraw your consent in the settings of your browser. "
)


def test_a_short_bulletin_is_found_beside_long_notices() -> None:
    bulletin = (
        "Four places signed in the coastal province on Sunday; the total is 1,204 now.",
        "Two breaches were logged, one in Marzaf and one in Dahr, and nobody was hurt.",
    )
    page = [*TOP, *SECTIONS, "", *bulletin, "", *FOOT, LEGAL * 3, "", LEGAL * 2, *TOP]
    document = document_from_text("\n".join([*page, *SECTIONS, *TEASERS]))
    body = [span.of(document.text) for span in main_text(document)]
    assert set(bulletin) <= set(body)
    assert not any("third parties" in line for line in body)


def test_what_goes_is_a_menu_entry_or_another_headline() -> None:
    reasons = {m.span.of(PAGE): m.reason for m in find_furniture(PAGE)}
    assert reasons["Court Desk"] is Furniture.MENU
    assert reasons["Why the Old Mill Stands Empty"] is Furniture.LINKED_HEADLINE


def test_hints_give_their_own_reason() -> None:
    legal = "By clicking you agree that third parties get your data"
    text = PAGE + "\n" + "\n".join([*SECTIONS, legal])
    reasons = {m.span.of(text): m.rule for m in find_furniture(text)}
    assert reasons[legal] == "consent"


def test_every_line_has_a_value_for_every_feature() -> None:
    lines = split_lines(PAGE)
    rows = line_features(lines, *known_furniture(PAGE, lines))
    assert {len(row) for row in rows} == {len(FEATURES)}
    assert all(0 <= value <= 2 for row in rows for value in row)


def test_a_small_run_far_from_the_article_goes_and_one_near_it_stays() -> None:
    prose = "word " * 20
    lines = split_lines("\n".join(["y", *["x"] * 12, prose, prose, prose, "x", "y y"]))
    scores = [9.0, *[-9.0] * 12, 9.0, 9.0, 9.0, -9.0, 9.0]
    kept = kept_lines(lines, scores, {})
    assert [kept[0], kept[13], kept[17]] == [False, True, True]


def test_where_nothing_scores_everything_stays() -> None:
    lines = split_lines("a\nb\nc")
    assert kept_lines(lines, [-9.0] * 3, {}) == [True] * 3


def test_no_lines_give_no_marks() -> None:
    assert page_marks([], {}, {}) == {}
    assert not looks_captured([], Seen({}, {}))
