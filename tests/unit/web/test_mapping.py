"""Where claims say that something is, on a map."""

import dataclasses

from tests.support.statements import say, seen
from trucewatch.claims.claim import Claim
from trucewatch.views.ground import ground_of
from trucewatch.web.mapping import spots


def at_nawa(name: str = "Nawa", lat: float | None = 32.9) -> Claim:
    claim = say("sohr", at="sy_nawa")
    place = dataclasses.replace(claim.places[0], name=name, lat=lat, lon=36.0)
    return dataclasses.replace(claim, places=(place,))


def test_a_spot_gathers_the_claims_about_a_place_however_it_is_spelled() -> None:
    view = seen(at_nawa(), at_nawa(), at_nawa("Naoua"))
    (spot,), elsewhere = spots(view.rows(), ground_of(view))
    assert (spot.id, len(spot.claims), spot.speakers) == ("sy_nawa", 3, {"sohr"})
    assert (spot.lat, spot.lon) == (32.9, 36.0)
    assert not elsewhere


def test_what_has_no_point_is_counted_by_name() -> None:
    view = seen(at_nawa(lat=None), at_nawa(lat=None))
    found, elsewhere = spots(view.rows(), ground_of(view))
    assert found == []
    assert elsewhere == {"Nawa": 2}
