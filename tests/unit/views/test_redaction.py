"""What leaves the house has no private persons and no fine coordinates."""

from dataclasses import replace

import pytest

from trucewatch.claims.claim import Claim, ClaimPlace, Role, Vouching
from trucewatch.documents.loading import document_from_text
from trucewatch.values.spans import Span
from trucewatch.values.stances import PlacePrecision, PlaceRole
from trucewatch.views.brief import Brief, Group, Section, figure, quote, words
from trucewatch.views.evidence import evidence_of
from trucewatch.views.redaction import CONTACT, NAME, Redactor, coarse
from trucewatch.views.surroundings import everywhere


@pytest.fixture
def redactor() -> Redactor:
    """A redactor that knows all theatres."""
    return Redactor.of(everywhere())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Layla Haddad, a resident of Homs, saw two shells.", "Layla Haddad"),
        ("Two shells fell, said Mr. Karim Nasser.", "Karim Nasser"),
        ("He fled with his son Yusuf at night.", "Yusuf"),
        ("Umm Salim lost her house.", "Umm Salim"),
        ("Walid al-Khatib was wounded.", "Walid al-Khatib"),
        ("Oksana Petrenko's roof was hit.", "Oksana Petrenko"),
    ],
)
def test_names_of_private_persons_are_withheld(
    redactor: Redactor, text: str, name: str
) -> None:
    assert redactor.names_in(text) == [name]
    assert redactor.text(text) == text.replace(name, NAME)


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Defence of Russia counted 41 groups.",
        "General Boris Ivanov spoke.",
        "Sergei Rudskoi spoke of Deir ez-Zor and the Free Syrian Army.",
        "Around Aleppo the Cessation of Hostilities held on Monday, May 23.",
        "READ MORE HERE about the White Bridge.",
        "Near Homs 2016-05-22 was quiet, 1,200 people returned.",
    ],
)
def test_public_persons_bodies_places_and_days_stay(
    redactor: Redactor, text: str
) -> None:
    assert redactor.text(text) == text


@pytest.mark.parametrize(
    "way",
    ["+963 944 123 456", "0044-20-5550-1234", "k.n@example.org", "33.51234, 36.29876"],
)
def test_ways_to_reach_or_find_somebody_are_withheld(
    redactor: Redactor, way: str
) -> None:
    assert redactor.text(f"It is {way}.") == f"It is {CONTACT}."


def test_a_person_may_say_who_is_public_and_what_is_withheld_besides() -> None:
    told = Redactor.of(everywhere(), keep=["Layla Haddad"], also=["the Blue House", ""])
    said = told.text("Layla Haddad of the Blue House met Karim Nasser.")
    assert said == f"Layla Haddad of {NAME} met {NAME}."
    assert told.withheld == {"the Blue House": 1, "Karim Nasser": 1}


def test_a_name_given_in_full_stands_for_its_last_word(redactor: Redactor) -> None:
    document = document_from_text("Layla Haddad fled. Later Haddad came back.")
    redactor.learn(document)
    redactor.learn(None)
    assert redactor.text("Later Haddad came back.", document.key) == (
        f"Later {NAME} came back."
    )
    assert "Haddad" in redactor.text("Later Haddad came back.")


def claim() -> Claim:
    span = Span(0, 12)
    place = ClaimPlace(
        PlaceRole.AT,
        "sy_homs",
        "Homs",
        "Homs",
        None,
        34.73267,
        36.71367,
        PlacePrecision.SETTLEMENT,
        1,
    )
    return Claim(
        "d_1",
        span,
        "Layla Haddad",
        "CAS.killed",
        chain=(
            Vouching("publisher", "rt", None, None, None),
            Vouching("speaker", None, "Layla Haddad", span, "said"),
        ),
        roles=(Role("victims", None, "Karim Nasser", span),),
        places=(place,),
    )


def test_a_claim_keeps_its_key_and_loses_names_and_fine_places(
    redactor: Redactor,
) -> None:
    whole = claim()
    told = redactor.claim(whole)
    assert told.key == whole.key
    assert (told.quote, told.speaker, told.roles[0].text) == (NAME, NAME, NAME)
    assert told.chain[0] == whole.chain[0]
    assert (told.places[0].lat, told.places[0].lon) == (34.7, 36.7)
    assert told.places[0].precision is PlacePrecision.DISTRICT


def test_what_is_coarse_already_keeps_its_precision() -> None:
    place = claim().places[0]
    area = coarse(replace(place, precision=PlacePrecision.GOVERNORATE))
    assert area.precision is PlacePrecision.GOVERNORATE
    nowhere = replace(place, lat=None, lon=None)
    assert coarse(nowhere) == nowhere


def test_a_brief_says_what_was_withheld(redactor: Redactor) -> None:
    whole = claim()
    sentence = (words("He said "), quote("Karim Nasser", whole.key), figure("3", "c"))
    section = Section("s", "Title", "", (Group("Head", (sentence,)),))
    note = evidence_of(whole, None)
    made = Brief("Of Layla Haddad", (("True at", "any time"),), (section,), (note,))
    told = redactor.brief(made, lambda _: "d_1")
    assert told.title == f"Of {NAME}"
    assert told.sections[0].groups[0].sentences[0][1].text == NAME
    assert told.notes[0].quote == NAME
    assert told.standpoint[1][0] == "Redaction"
    assert "(2)" in told.standpoint[1][1]
    assert told.key != made.key


@pytest.mark.parametrize(
    "address",
    [
        "14 Mill Street",
        "27 Old Mill Lane",
        "Al-Jalaa Street 12",
        "flat 3, 27 Old Mill Lane",
        "block 7, flat 21",
        "Aleppo Road, building 9",
    ],
)
def test_addresses_are_withheld(redactor: Redactor, address: str) -> None:
    assert redactor.text(f"She waits at {address}, he said.") == (
        f"She waits at {CONTACT}, he said."
    )


@pytest.mark.parametrize(
    "text",
    [
        "On 5 May Palmyra Street was shelled by 12 tanks.",
        "Revolution Street was hit; 5,000 people left.",
        "He farms in Khan Shaykhun.",
        "A resident of Maarat Nowhere saw it.",
        "The district of Salah al-Somewhere was hit.",
    ],
)
def test_places_and_streets_stay(redactor: Redactor, text: str) -> None:
    assert redactor.text(text) == text


def test_two_of_one_family_leave_no_first_name_behind(redactor: Redactor) -> None:
    text = "Amal Darwish, aged 34, and her daughters Rima Darwish and Hala Darwish."
    assert not {"Amal", "Rima", "Hala", "Darwish"} & set(redactor.text(text).split())


def test_one_name_is_withheld_where_it_is_said_who_bears_it(
    redactor: Redactor,
) -> None:
    assert redactor.text("Khaled, a farmer, left.") == f"{NAME}, a farmer, left."
