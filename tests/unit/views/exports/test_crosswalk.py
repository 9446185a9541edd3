"""Which event of another project's codebook a claim speaks of."""

from dataclasses import replace

import pytest

from tests.support.handed import made_handout
from tests.support.made import made_claim, made_document
from trucewatch.claims.claim import Role
from trucewatch.claims.types import claim_types
from trucewatch.values.stances import Assertion
from trucewatch.views.exports.crosswalk import NONE, code_of, codebook, rules

DOCUMENT = made_document("A suicide bomber blew himself up. Shops were looted.")
BASE = made_claim(DOCUMENT, "Shops were looted", "INC.bombing")
BOMBER = made_claim(DOCUMENT, "A suicide bomber blew himself up", "INC.bombing")
HANDOUT = made_handout(DOCUMENT, BASE)


@pytest.mark.parametrize("book", ["acled", "plover"])
def test_every_line_is_of_a_type_there_is_and_of_an_event_there_is(book: str) -> None:
    kinds = claim_types()
    events = codebook(book)["disorder" if book == "acled" else "quad"]
    for kind, lines in rules(book).items():
        assert kind in kinds
        codes = {line.code.partition(":")[0] for line in lines} - {NONE}
        assert codes <= set(events)


@pytest.mark.parametrize("book", ["acled", "plover"])
def test_the_first_codes_of_the_types_are_events_there_are(book: str) -> None:
    events = codebook(book)["disorder" if book == "acled" else "quad"]
    for kind in claim_types().values():
        codes = kind.acled if book == "acled" else kind.plover
        assert {code.partition(":")[0] for code in codes} <= set(events)


@pytest.mark.parametrize("book", ["acled", "plover"])
def test_no_line_is_hidden_by_one_before_it(book: str) -> None:
    for lines in rules(book).values():
        for line in lines[:-1]:
            narrow = line.variant != "*" or line.stance or line.words or line.taker
            assert narrow, line


def test_words_of_the_quote_tell_apart() -> None:
    assert str(code_of(BOMBER, "acled", HANDOUT)).endswith("Suicide bomb")
    assert code_of(BOMBER, "plover", HANDOUT) == "ASSAULT:suicide-attack"
    assert str(code_of(BASE, "acled", HANDOUT)).endswith("IED")


@pytest.mark.parametrize(
    ("quote", "event"),
    [
        ("a grenade wounded two", "Grenade"),
        ("a chlorine cylinder fell", "Chemical weapon"),
    ],
)
def test_the_means_named_in_the_quote_tell_apart(quote: str, event: str) -> None:
    claim = replace(BASE, quote=quote)
    assert str(code_of(claim, "acled", HANDOUT)).endswith(event)


def test_what_is_ahead_is_another_event() -> None:
    offensive = replace(BASE, kind="INC.offensive")
    planned = replace(offensive, assertion=Assertion.PLANNED)
    assert code_of(offensive, "plover", HANDOUT) == "ASSAULT"
    assert code_of(planned, "plover", HANDOUT) == "MOBILIZE"


@pytest.mark.parametrize(
    ("taker", "event"),
    [
        ("sy_army", "Battles: Government regains territory"),
        ("isil", "Battles: Non-state actor overtakes territory"),
        (None, None),
    ],
)
def test_who_took_an_area_tells_who_overtakes_whom(
    taker: str | None, event: str | None
) -> None:
    taken = replace(
        BASE,
        kind="ARE.control_change",
        variant="force",
        roles=(Role("gainer", taker, "x", None),),
    )
    assert code_of(taken, "acled", HANDOUT) == event


def test_a_type_nobody_knows_has_no_event() -> None:
    assert code_of(replace(BASE, kind="XXX.new"), "acled", HANDOUT) is None
