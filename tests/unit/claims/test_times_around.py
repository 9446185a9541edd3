"""Times in reach of a sentence."""

from trucewatch.claims.times_around import TimesAround, dividing, telling
from trucewatch.claims.timing import Timing
from trucewatch.documents.document import Document
from trucewatch.reading.reading import read
from trucewatch.reference.theatre import load_theatre
from trucewatch.values.dates import PartialDate

TEXT = (
    "Report for May 2016\n\nOn 2 May shells hit Homs. On 3 May four died.\n\n"
    "Five fell in Hama."
)


def around(text: str) -> TimesAround:
    document = Document(text, publisher="RT", published=PartialDate.parse("2016-05-18"))
    reading = read(document, load_theatre("syria_2016"))
    return TimesAround(Timing(reading, periodic=False))


def test_the_nearest_lines_come_first_and_heads_last() -> None:
    found = around(TEXT).reached(3)
    assert [one.where for one in found] == ["above0", "above1", "title"]
    assert [one.time.text for one in found][:2] == ["3 May", "2 May"]


def test_own_times_and_those_of_the_paragraph_are_told_apart() -> None:
    assert [one.where for one in around(TEXT).reached(2)][:2] == ["own", "same0"]
    assert around(TEXT).summed(2) == (1, True)
    assert around(TEXT).summed(3) == (0, False)


def test_the_lead_is_the_first_day_of_the_body() -> None:
    lead = around(TEXT).lead
    assert lead is not None
    assert lead.text == "2 May"
    assert around("Four died in Homs.").lead is None


def test_words_are_sorted_into_those_that_divide_and_those_that_tell() -> None:
    assert dividing(("homs", ";", "while", ";")) == (";", "while")
    assert telling(("they", "have", "now", "homs")) == ("have", "now", "they")
