"""By what else claims can be narrowed down."""

from dataclasses import replace

import pytest

from tests.support.made import made_claim, made_document, made_ledger, made_quantity
from trucewatch.claims.claim import Role
from trucewatch.values.stances import Assertion, Polarity
from trucewatch.views.facets import FACETS, facets_of, with_facet

DOCUMENT = made_document()
JOINED = made_claim(
    DOCUMENT,
    "41 armed groups",
    quantity=made_quantity(DOCUMENT, "41"),
    roles=(Role("actor", "isil", "ISIS", None), Role("actor", None, "some", None)),
)
KILLED = replace(
    made_claim(
        DOCUMENT,
        "7 people were killed in Nawa",
        "CAS.casualties",
        place="Nawa",
        assertion=Assertion.ALLEGED,
    ),
    polarity=Polarity.NEGATED,
    key="",
)


def test_every_value_of_a_claim_is_a_facet() -> None:
    assert list(facets_of(JOINED)) == [
        ("assertion", "asserted"),
        ("actor", "isil"),
        ("unit", "groups"),
    ]
    assert ("polarity", "negated") in list(facets_of(KILLED))
    assert {name for name, _ in (*facets_of(JOINED), *facets_of(KILLED))} == {*FACETS}


@pytest.mark.parametrize(
    ("facet", "value", "quotes"),
    [
        ("assertion", "alleged", [KILLED.quote]),
        ("polarity", "negated", [KILLED.quote]),
        ("actor", "isil", [JOINED.quote]),
        ("unit", "groups", [JOINED.quote]),
        ("place", KILLED.places[0].id or "Nawa", [KILLED.quote]),
        ("unit", "isil", []),
    ],
)
def test_claims_are_found_by_what_they_say(
    facet: str, value: str, quotes: list[str]
) -> None:
    view = made_ledger((DOCUMENT, (JOINED, KILLED))).view()
    found = view.readings(with_facet(view, facet, value))
    assert [claim.quote for claim in found] == quotes
