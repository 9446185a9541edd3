"""Of which days, of which area and for whom a brief is."""

from dataclasses import replace

import pytest

from tests.support.made import made_claim, made_document, made_ledger
from trucewatch.claims.claim import UNSTATED, Claim
from trucewatch.errors import StandpointError, UnknownNameError
from trucewatch.reference.theatre import load_theatre
from trucewatch.values.stances import PlaceRole
from trucewatch.views.composing import Material, compose
from trucewatch.views.phrasing import phrases
from trucewatch.views.scope import Scope, area_named, audiences, everything

KNOWN = load_theatre("syria_2016")
DOCUMENT = made_document()
CLAIM = made_claim(DOCUMENT, "7 people were killed in Nawa", "CAS.casualties")


def about(start: str | None, end: str | None) -> Claim:
    return replace(CLAIM, time=replace(UNSTATED, start=start, end=end))


def located(key: str | None, role: PlaceRole = PlaceRole.AT) -> Claim:
    place = made_claim(DOCUMENT, CLAIM.quote, place="Nawa").places[0]
    return replace(CLAIM, places=(replace(place, id=key, role=role),))


@pytest.mark.parametrize(
    ("start", "end", "published", "fits"),
    [
        ("2016-05-22", "2016-05-22", None, True),
        ("2016-05", None, None, True),
        (None, "2016-06-01", None, False),
        ("2016-04-01", "2016-07-01", None, True),
        (None, None, "2016-05-30", True),
        (None, None, "2016-06-30", False),
        (None, None, None, False),
        ("no day", None, None, False),
    ],
)
def test_a_period_holds_what_touches_it(
    start: str | None, end: str | None, published: str | None, *, fits: bool
) -> None:
    scope = Scope.parse(KNOWN, start="2016-05-20", end="2016-05")
    assert scope.fits(about(start, end), published) is fits


def test_a_period_may_be_open_on_either_side() -> None:
    assert Scope.parse(KNOWN, start="2016").fits(about("2017", None), None)
    assert not Scope.parse(KNOWN, end="2016").fits(about("2017", None), None)


def test_an_area_holds_what_lies_in_it() -> None:
    aleppo = area_named("Aleppo", KNOWN)
    assert aleppo.kind == "admin1"
    town = next(p for p in KNOWN.places if p.admin1 == aleppo.id)
    other = next(p for p in KNOWN.places if p.admin1 not in {aleppo.id, None})
    scope = Scope.parse(KNOWN, area="Aleppo")
    assert scope.fits(located(town.id), None)
    assert scope.fits(located(aleppo.id), None)
    assert not scope.fits(located(other.id), None)
    assert not scope.fits(located(town.id, PlaceRole.FROM), None)
    assert not scope.fits(located(None), None)
    assert not scope.fits(located("gone"), None)
    assert not scope.fits(CLAIM, None)
    country = Scope.parse(KNOWN, area=area_named("Syria", KNOWN).id)
    assert country.fits(located(town.id), None)


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ({"audience": "generals"}, UnknownNameError),
        ({"area": "Alepo Nowhere"}, UnknownNameError),
        ({"start": "someday"}, StandpointError),
    ],
)
def test_what_cannot_be_read_is_said_so(
    words: dict[str, str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        Scope.parse(KNOWN, **words)


def test_every_audience_names_sections_there_are() -> None:
    for audience in audiences().values():
        assert set(audience.sections) <= set(phrases()["sections"])
        assert audience.sentences > 0
    assert set(everything().audience.sections) == set(phrases()["sections"])


def test_a_brief_says_what_it_is_about_and_holds_nothing_else() -> None:
    other = made_document("Nobody was killed on 3 June.", file="b.txt")
    later = replace(
        made_claim(other, "Nobody was killed on 3 June", "CAS.casualties"),
        time=replace(UNSTATED, start="2016-06-03", end="2016-06-03"),
        key="",
    )
    joined = made_claim(DOCUMENT, "41 armed groups", day="2016-05-23")
    ledger = made_ledger((DOCUMENT, (CLAIM, joined)), (other, (later,)))
    claims = {"casualties": [CLAIM, later], "parties": [joined]}
    scope = Scope.parse(KNOWN, audience="humanitarian", start="2016-06")
    made = compose(Material(ledger.view(), claims, (), (), str, scope), "June")
    assert [note.claim for note in made.notes] == [later.key]
    anchors = [section.anchor for section in made.sections]
    assert "casualties" in anchors
    assert "parties" not in anchors
    assert dict(made.standpoint)["Period"] == "2016-06 to the end"
    assert dict(made.standpoint)["For"] == "Humanitarian organisations"
    documents = made.sections[-1].groups[0].sentences
    assert len(documents) == 1
