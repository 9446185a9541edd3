"""On which points does a later telling say something else?"""

import pytest

from trucewatch.comparison.tellings import Point, differing_points
from trucewatch.documents.document import Document
from trucewatch.reading.reading import Reading, read
from trucewatch.reference.theatre import load_theatre

EARLIER = (
    "On 3 May 2016 an air strike hit the market of Homs. Nine civilians were killed."
)


def reading(text: str) -> Reading:
    return read(Document(text=text), load_theatre("syria_2016"))


def points(later: str, earlier: str = EARLIER) -> frozenset[Point]:
    return differing_points(reading(earlier), reading(later))


@pytest.mark.parametrize(
    ("later", "point"),
    [
        (EARLIER.replace("Homs", "Aleppo"), Point.PLACE),
        (EARLIER.replace("3 May 2016", "5 June 2016"), Point.DATE),
        (EARLIER.replace("an air strike", "shelling"), Point.CAUSE),
        (EARLIER.replace("Nine civilians", "Nine Hezbollah men"), Point.VICTIMS),
        (EARLIER.replace("an air strike", "an air strike by ISIL"), Point.ACTOR),
    ],
)
def test_what_a_telling_brings_in_is_named(later: str, point: Point) -> None:
    assert points(later) == {point}


def test_the_same_words_differ_on_nothing() -> None:
    assert points(EARLIER) == frozenset()


def test_leaving_something_out_is_no_disagreement() -> None:
    assert points("Nine civilians were killed.") == frozenset()


@pytest.mark.parametrize(
    ("sentence", "point"),
    [
        ("The strike was aimed against ISIL.", Point.VICTIMS),
        ("ISIL killed nine people in Homs.", Point.ACTOR),
        ("Many ISIL members were killed in Homs.", Point.VICTIMS),
        ("In Homs the casualties were all ISIL.", Point.VICTIMS),
        ("ISIL was seen in Homs.", Point.ACTOR),
    ],
)
def test_a_party_acts_or_is_acted_upon(sentence: str, point: Point) -> None:
    assert point in points(sentence, earlier="A strike on Homs killed nine.")


def test_a_country_is_no_armed_party_and_its_jets_are() -> None:
    earlier = "A strike on Homs killed nine."
    assert points("Talks went on in Russia.", earlier) == frozenset()
    assert Point.ACTOR in points("Turkish jets hit Homs.", earlier)
