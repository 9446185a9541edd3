"""Which counter a figure continues and which agreement a claim speaks of."""

from tests.unit.claims.reading_of import figures_of

CENTRE = "Russian Centre for Reconciliation"


def counters(text: str, publisher: str | None = CENTRE) -> list[str | None]:
    return [c.counter for c in figures_of(text, "2016-05-18", publisher)]


def test_a_running_total_continues_its_bodys_counter() -> None:
    text = "Bulletin\n\nThe total number of settlements that joined has reached 90."
    assert counters(text)[0] is not None


def test_another_body_does_not_continue_it() -> None:
    text = "The total number of settlements that joined has reached 90."
    assert counters(text, "Example Times") == [None]


def test_a_part_continues_no_counter() -> None:
    text = "Bulletin\n\nSix breaches were registered: Aleppo (4) and Hama (2)."
    assert counters(text)[1:] == [None, None]


def test_an_agreement_named_in_the_sentence_is_meant() -> None:
    text = "Since the Astana memorandum 40 violations were registered."
    named = figures_of(text, "2017-06-01")[0].instrument
    assert named is not None


def test_an_unnamed_truce_is_the_one_in_force() -> None:
    text = "Over the past 24 hours 9 violations of the truce were registered."
    assert figures_of(text, "2016-03-10")[0].instrument is not None


def test_before_any_agreement_none_is_meant() -> None:
    text = "Over the past 24 hours 9 violations of the truce were registered."
    assert figures_of(text, "2010-03-10")[0].instrument is None


def test_a_delivery_is_tied_to_no_unnamed_agreement() -> None:
    text = "Over the past 24 hours 9 convoys reached Homs."
    assert figures_of(text, "2016-03-10")[0].instrument is None


def test_without_a_day_no_agreement_is_in_force() -> None:
    assert (
        figures_of("9 violations of the truce were registered.")[0].instrument is None
    )
