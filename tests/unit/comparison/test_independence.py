"""Roots are counted, not outlets."""

import dataclasses

from tests.support.statements import AROUND, number, say
from trucewatch.claims.claim import Claim
from trucewatch.comparison.independence import (
    independent_roots,
    root_of,
    same_bulletins,
)
from trucewatch.comparison.surroundings import Surroundings
from trucewatch.values.stances import Aggregation


def test_ten_papers_with_one_spokesman_are_one_root() -> None:
    claims = [say("ru_crc", killed=3, doc=f"paper{n}") for n in range(10)]
    assert independent_roots(claims, AROUND) == 1


def test_two_spokesmen_of_one_side_are_one_root() -> None:
    assert independent_roots([say("ru_crc"), say("ru_mod"), say("sohr")], AROUND) == 2


def test_the_copies_of_a_story_are_one_root() -> None:
    around = Surroundings(AROUND.theatre, {}, {"a": "a", "b": "a"})
    claims = [say(None, doc=name) for name in ("a", "b", "c")]
    assert independent_roots(claims, around) == 2


def test_a_claim_without_a_chain_goes_back_to_its_document() -> None:
    nameless = dataclasses.replace(say(None, doc="a"), chain=())
    assert root_of(nameless, AROUND) == "a"


def bulletin(doc: str, *figures: int, on: str = "2017-03-12") -> list[Claim]:
    return [
        say(
            "ru_crc",
            "INC.violation",
            count=number(value, "violations", Aggregation.PER_PERIOD),
            at=f"sy_{place}",
            doc=doc,
            on=on,
        )
        for place, value in enumerate(figures)
    ]


def test_two_translations_of_one_bulletin_share_their_figures() -> None:
    claims = [*bulletin("en", 1, 2, 3, 4, 5), *bulletin("fr", 1, 2, 3, 4, 6)]
    assert same_bulletins(claims, AROUND) == {"en": "en", "fr": "en"}


def test_bulletins_of_two_days_are_two() -> None:
    claims = [
        *bulletin("a", 1, 2, 3, 4, 5),
        *bulletin("b", 1, 2, 3, 4, 5, on="2017-03-13"),
    ]
    assert same_bulletins(claims, AROUND) == {}


def test_a_few_figures_are_alike_by_chance() -> None:
    assert same_bulletins([*bulletin("a", 1, 2), *bulletin("b", 1, 2)], AROUND) == {}


def test_a_short_list_inside_a_long_report_counts_by_its_own_length() -> None:
    claims = [*bulletin("a", 1, 2, 3, 4), *bulletin("b", *range(1, 30))]
    assert same_bulletins(claims, AROUND) == {"a": "a", "b": "a"}


def test_given_copies_are_kept_and_joined() -> None:
    around = Surroundings(AROUND.theatre, {}, {"fr": "blog", "blog": "blog"})
    claims = [*bulletin("en", 1, 2, 3, 4, 5), *bulletin("fr", 1, 2, 3, 4, 6)]
    found = same_bulletins(claims, around)
    assert found == {"blog": "blog", "en": "blog", "fr": "blog"}


def test_what_has_no_number_or_day_makes_no_figure() -> None:
    claims = [say("ru_crc", doc=d) for d in ("a", "b")]
    assert same_bulletins(claims, AROUND) == {}


def test_translations_dated_a_day_apart_need_more_in_common() -> None:
    same = bulletin("a", 1, 2, 3, 4, 5, 6)
    assert same_bulletins(
        [*same, *bulletin("b", 1, 2, 3, 4, 5, 6, on="2017-03-13")], AROUND
    ) == {"a": "a", "b": "a"}
    week = bulletin("b", 1, 2, 3, 4, 5, 6, on="2017-03-19")
    assert same_bulletins([*same, *week], AROUND) == {}


def test_a_vague_number_or_time_makes_no_figure() -> None:
    vague = [
        say("ru_crc", count=number(None, "killed", bounds=(None, None)), doc=d)
        for d in "ab"
    ]
    weekly = [*bulletin("c", 1, 2, 3, 4, on="2017-W10"), *bulletin("d", 1, 2, 3, 4)]
    assert same_bulletins([*vague, *weekly], AROUND) == {}


def test_a_few_long_numbers_tie_bulletins_whatever_they_count() -> None:
    def told(doc: str, unit: str, *values: float, on: str) -> list[Claim]:
        return [
            say("ru_crc", "HUM.delivery", count=number(v, unit), doc=doc, on=on)
            for v in values
        ]

    one = told("a", "km2", 1341, 3086.5, 19.8, on="2017-03-12")
    other = told("b", "settlements", 1341, 3086.5, 19.8, on="2017-03-13")
    assert same_bulletins([*one, *other], AROUND) == {"a": "a", "b": "a"}
    later = told("b", "settlements", 1341, 3086.5, 20.1, on="2017-03-13")
    assert same_bulletins([*one, *later], AROUND) == {}
