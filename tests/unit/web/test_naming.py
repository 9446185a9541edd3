"""Who calls somebody what."""

from dataclasses import replace

from trucewatch.claims.claim import Claim, Role, Vouching
from trucewatch.values.spans import Span
from trucewatch.web.naming import Called, named_in, unnamed_in


def claim(document: str, source: str, name: str) -> Claim:
    span = Span(0, 1)
    return Claim(
        document,
        span,
        "x",
        "INC.clash",
        chain=(
            Vouching("publisher", source, None, None, None),
            Vouching("speaker", "ru_mod", "the ministry", None, "said"),
        ),
        roles=(Role("actor", "isil", name, None), Role("other", None, "men", None)),
    )


def test_each_source_has_its_own_name_with_its_days() -> None:
    claims = [claim("d1", "rt", "Daesh"), claim("d2", "rt", "Daesh")]
    claims.append(claim("d3", "tass", "ISIL"))
    found = named_in(claims, {"d1": "2016-05-03", "d2": "2016-05-01"})
    isil = found["isil"]
    assert isil.names["Daesh", "rt"] == Called(
        "Daesh", "rt", "2016-05-01", "2016-05-03", [claims[0].key, claims[1].key]
    )
    assert isil.names["ISIL", "tass"].first == ""
    assert isil.roles == {("actor", "INC.clash"): 3}
    assert found["ru_mod"].roles == {("speaker", "INC.clash"): 3}
    assert set(found) == {"isil", "ru_mod"}


def test_nobody_is_named_in_no_claims() -> None:
    assert named_in([], {}) == {}


def test_names_that_nobody_has_a_key_for_are_counted() -> None:
    known = claim("d1", "rt", "Daesh")
    unknown = replace(
        known,
        roles=(Role("actor", None, "Liwa Nowhere", None), known.roles[1]),
        chain=(Vouching("speaker", None, "Mr Noone", None, "said"),),
    )
    assert unnamed_in([known, unknown]) == {"Liwa Nowhere": 1, "Mr Noone": 1}
