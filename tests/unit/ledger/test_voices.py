import pytest

from trucewatch.errors import UnknownNameError
from trucewatch.ledger.holdings import Voice
from trucewatch.ledger.judgements import Alias
from trucewatch.ledger.standpoint import Standpoint
from trucewatch.ledger.voices import chosen, known_names

WIRE = Voice("publisher", None, "Northern Wire")
CENTRE = Voice("speaker", "joint_centre", "the centre")
ELDER = Voice("speaker", None, "a village elder")
CHAINS = [(WIRE,), (WIRE, CENTRE), (WIRE, ELDER)]


def according_to(name: str, *aliases: Alias) -> object:
    """The chains that a source's name picks out."""
    return chosen(Standpoint(according_to=name), CHAINS, aliases)


def test_without_a_source_every_chain_will_do() -> None:
    assert chosen(Standpoint(), CHAINS, ()) is None


def test_a_whole_name_comes_before_words_of_one() -> None:
    assert according_to("the centre") == {(WIRE, CENTRE)}
    assert according_to("northern wire") == set(CHAINS)
    assert according_to("village") == {(WIRE, ELDER)}


def test_a_part_of_a_word_is_no_name() -> None:
    with pytest.raises(UnknownNameError, match="no source 'villag'"):
        according_to("villag")


@pytest.mark.parametrize(
    ("alias", "counts"),
    [
        (Alias("a village elder", "council"), True),
        (Alias("a village elder", "council", according_to="Northern Wire"), True),
        (Alias("a village elder", "council", according_to="Southern Post"), False),
        (Alias("a village elder", "council", start="2016-01-01"), False),
        (Alias("the centre", "council"), False),
    ],
    ids=["for all", "of this source", "of another", "for a time", "named otherwise"],
)
def test_an_accepted_name_stands_for_its_identifier(
    alias: Alias, *, counts: bool
) -> None:
    if counts:
        assert according_to("council", alias) == {(WIRE, ELDER)}
    else:
        with pytest.raises(UnknownNameError):
            according_to("council", alias)


def test_sources_can_be_asked_by_identifiers_and_names() -> None:
    names = ["Northern Wire", "a village elder", "joint_centre", "the centre"]
    assert known_names(CHAINS) == names
