"""A brief from claims, findings and losses."""

from dataclasses import replace

from tests.support.digits import Digits
from tests.support.made import made_claim, made_document, made_ledger, made_quantity
from trucewatch.claims.claim import Claim
from trucewatch.comparison.findings import Aspect, Finding, Relation
from trucewatch.ledger.judgements import MatterState
from trucewatch.values.gaps import Gap, GapKind
from trucewatch.views.brief import Brief, Section
from trucewatch.views.briefs import render_html
from trucewatch.views.composing import (
    Material,
    claims_against,
    compose,
)
from trucewatch.views.findings import Comparison
from trucewatch.views.scope import everything

MOST = everything().audience.sentences
ONE = made_document()
TWO = made_document(
    "Not 41 but 12 armed groups joined, an observer said.", file="b.txt"
)
JOINED = made_claim(ONE, "41 armed groups", quantity=made_quantity(ONE, "41"))
FEWER = made_claim(
    TWO,
    "12 armed groups",
    quantity=made_quantity(TWO, "12"),
    speaker=None,
    speaker_text="an observer",
)
GAPS = (
    Gap(GapKind.UNREADABLE_FILE, "broken9.pdf", None, None, "", "no PDF"),
    Gap(GapKind.UNUSED_NUMBER, "b.txt", TWO.key, None, "41", "counts nothing"),
)


def material(
    *claims: Claim, comparisons: tuple[Comparison, ...] = (), gaps: tuple[Gap, ...] = ()
) -> Material:
    ledger = made_ledger((ONE, claims), (TWO, (FEWER,)))
    return Material(
        ledger.view(), {"parties": list(claims)}, comparisons, gaps, label=str
    )


def comparison(state: MatterState = MatterState.OPEN, note: str = "") -> Comparison:
    finding = Finding(
        Relation.CONTRADICTS,
        Aspect.NUMBER,
        "PTY.accession groups",
        "41 and 12 cannot both be right.",
        (JOINED.key, FEWER.key),
        state,
    )
    return Comparison(finding, note, (JOINED, FEWER))


def section(brief: Brief, anchor: str) -> Section:
    return next(one for one in brief.sections if one.anchor == anchor)


def text(part: Section) -> str:
    return "\n".join(
        "".join(p.text for p in sentence)
        for group in part.groups
        for sentence in group.sentences
    )


def test_a_register_becomes_a_section_with_its_claims() -> None:
    brief = compose(material(JOINED), "A brief")
    parties = section(brief, "parties")
    assert [group.heading for group in parties.groups] == ["Joining an agreement"]
    assert "41 groups" in text(parties)
    assert JOINED.key in [note.claim for note in brief.notes]


def test_contradicting_claims_stand_side_by_side_with_the_state() -> None:
    explained = comparison(MatterState.EXPLAINED, "They count other days.")
    brief = compose(material(JOINED, comparisons=(explained,)), "A brief")
    shown = section(brief, "contradictions")
    assert shown.groups[0].heading == "Different numbers"
    assert "State: explained. They count other days." in text(shown)
    assert len(shown.groups[0].sentences) == 3
    assert "(disputed)" in text(section(brief, "parties"))


def test_agreement_is_no_contradiction() -> None:
    made = comparison()
    agreed = replace(made, finding=replace(made.finding, relation=Relation.AGREES))
    brief = compose(material(JOINED, comparisons=(agreed,)), "A brief")
    assert section(brief, "contradictions").groups == ()
    assert claims_against([agreed]) == frozenset()


def test_what_cannot_be_said_is_counted_with_examples() -> None:
    brief = compose(material(JOINED), "A brief")
    said = text(section(brief, "unsayable"))
    assert "Claims without a date that the texts allow: 2." in said
    assert "Nothing seen from here speaks of: agreements and their terms;" in said


def test_losses_are_counted_and_unread_files_named() -> None:
    brief = compose(material(JOINED, gaps=GAPS), "A brief")
    said = text(section(brief, "losses"))
    assert "Files that could not be read: 1." in said
    assert "Not read: broken9.pdf" in said
    assert "Numbers in body text that no claim uses: 1." in said


def test_without_losses_it_says_so() -> None:
    losses = section(compose(material(JOINED), "A brief"), "losses")
    assert losses.lead == "Everything seen was turned into a claim."


def test_a_long_section_says_how_much_more_there_is() -> None:
    many = made_document(" ".join(f"Group{n} joined." for n in range(60)), file="c.txt")
    claims = [made_claim(many, f"Group{n} joined") for n in range(60)]
    ledger = made_ledger((many, tuple(claims)))
    made = Material(ledger.view(), {"parties": claims}, (), (), label=str)
    said = text(section(compose(made, "A brief"), "parties"))
    assert f"{60 - MOST} more;" in said
    assert said.count("\n") == MOST


def test_what_is_disputed_or_counted_is_shown_before_the_rest() -> None:
    many = made_document(
        " ".join(f"Group{n} joined." for n in range(60)) + " 41 armed groups joined.",
        file="c.txt",
    )
    claims = [made_claim(many, f"Group{n} joined") for n in range(60)]
    counted = made_claim(many, "41 armed groups", quantity=made_quantity(many, "41"))
    ledger = made_ledger((many, (*claims, counted)))
    made = Material(ledger.view(), {"parties": [*claims, counted]}, (), (), label=str)
    said = text(section(compose(made, "A brief"), "parties"))
    assert "41 groups" in said
    assert "Group0 joined" in said
    assert "Group59 joined" not in said


def test_every_number_of_the_page_has_a_claim_with_evidence() -> None:
    brief = compose(material(JOINED, comparisons=(comparison(),), gaps=GAPS), "A brief")
    digits = Digits(render_html(brief))
    assert digits.loose == []
    assert ("41", JOINED.key) in digits.figures
    assert ("12", FEWER.key) in digits.figures
    assert digits.links <= digits.targets


def test_the_same_material_gives_the_same_brief() -> None:
    one, two = (compose(material(JOINED), "A brief") for _ in range(2))
    assert one.key == two.key


def test_documents_are_listed_with_how_many_claims_they_gave() -> None:
    said = text(section(compose(material(JOINED), "A brief"), "documents"))
    assert "Morning Post, 2016-05-23: A bulletin (bulletin.txt), claims: 1" in said
