"""Laws of folding, distances and directions."""

import string

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.reference.folding import fold
from trucewatch.reference.geometry import distance_km, moved
from trucewatch.reference.pack import expand

LONG = st.text(string.ascii_lowercase, min_size=5, max_size=12)
names = st.lists(LONG, min_size=1, max_size=4).map(" ".join)
points = st.tuples(st.floats(-70, 70), st.floats(-179, 179))


@given(names)
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(names)
def test_case_hyphens_and_a_leading_article_fold_away(name: str) -> None:
    assert fold(name.title()) == fold(name.replace(" ", "-")) == fold(f"al-{name}")


@given(st.text(max_size=30))
def test_any_text_folds_without_spaces_at_its_ends(text: str) -> None:
    key = fold(text)
    assert key == " ".join(key.split())


@given(points, st.floats(0, 360), st.floats(0.1, 300))
def test_moving_a_distance_ends_that_far_away(
    start: tuple[float, float], bearing: float, km: float
) -> None:
    assert abs(distance_km(start, moved(start, bearing, km)) - km) < 0.01 + km / 1000


@given(points, points)
def test_distances_are_symmetric(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    assert distance_km(one, other) == distance_km(other, one)


@given(st.lists(LONG, min_size=1, max_size=4, unique=True), LONG)
def test_a_pattern_has_a_name_per_alternative(words: list[str], tail: str) -> None:
    pattern = f"{{{','.join(words)}}} {tail}"
    assert sorted(expand(pattern)) == sorted(f"{w} {tail}" for w in words)
