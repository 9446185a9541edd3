"""Counts as claims. Each test's docstring is the document it reads.

The document is published by RT on no known day, so times say what the words say.
"""

from trucewatch.claims.claim import Claim
from trucewatch.values.stances import Aggregation, Assertion, Polarity, Quantifier

Claims = tuple[Claim, ...]


def figures(claims: Claims) -> list[Claim]:
    return [c for c in claims if c.quantity is not None]


def values(claims: Claims) -> list[tuple[str, float | None, str]]:
    return [
        (c.kind, c.quantity.value, c.quantity.unit)
        for c in claims
        if c.quantity is not None
    ]


def test_a_bulletins_total_and_its_parts_are_claims(claims: Claims) -> None:
    """Six breaches were registered: Aleppo (3), Hama (2) and Homs (1)."""
    assert values(claims) == [
        ("INC.violation", 6, "violations"),
        ("INC.violation", 3, "violations"),
        ("INC.violation", 2, "violations"),
        ("INC.violation", 1, "violations"),
    ]


def test_parts_name_their_total(claims: Claims) -> None:
    """Six breaches were registered: Aleppo (3), Hama (2) and Homs (1)."""
    total, *parts = figures(claims)
    assert [part.part_of for part in parts] == [total.key] * 3
    assert total.part_of is None


def test_a_part_that_nobody_is_said_to_tell_is_still_a_part(claims: Claims) -> None:
    """The mission said patrols were turned back nine times; mud stopped four."""
    total, part = figures(claims)
    assert part.part_of == total.key


def test_what_another_side_tells_is_no_part(claims: Claims) -> None:
    """The army said it noted nine breaches; the mission said it noted four."""
    assert [one.part_of for one in figures(claims)] == [None, None]


def test_a_quote_ends_before_the_marks_that_close_a_quotation(claims: Claims) -> None:
    """“We lost nine men in Homs,” Colonel Adnan Sabri said."""
    assert figures(claims)[0].quote == "We lost nine men in Homs"


def test_each_part_has_its_own_place_and_the_total_none_of_them(claims: Claims) -> None:
    """Six breaches were registered: Aleppo (3), Hama (2) and Homs (1)."""
    total, *parts = figures(claims)
    assert [[p.text for p in part.places] for part in parts] == [
        ["Aleppo"],
        ["Hama"],
        ["Homs"],
    ]
    assert total.places == ()


def test_a_count_each_place_gets_is_a_claim_for_each(claims: Claims) -> None:
    """Five villages signed: three in Idlib, one each in Hama and Homs."""
    found = [
        (c.places[0].text, c.quantity.value) for c in figures(claims)[1:] if c.quantity
    ]
    assert found == [("Idlib", 3), ("Hama", 1), ("Homs", 1)]


def test_killed_and_wounded_are_two_claims(claims: Claims) -> None:
    """Shells killed two civilians and wounded eight others in Aleppo."""
    assert values(claims)[:2] == [
        ("CAS.casualties", 2, "killed"),
        ("CAS.casualties", 8, "wounded"),
    ]


def test_persons_are_what_befell_them_in_a_list_of_the_dead(claims: Claims) -> None:
    """The dead are:
    - 41 civilians
    - 29 fighters
    """
    assert values(claims) == [
        ("CAS.casualties", 41, "killed"),
        ("CAS.casualties", 29, "killed"),
    ]


def test_nothing_counted_is_a_claim_of_zero(claims: Claims) -> None:
    """No violations were registered in Hama."""
    (claim,) = figures(claims)
    assert claim.quantity is not None
    assert (claim.quantity.value, claim.quantity.unit) == (0, "violations")


def test_a_negated_holding_keeps_who_would_hold(claims: Claims) -> None:
    """There is not a single hamlet in Idlib under the control of ISIL."""
    (claim,) = figures(claims)
    assert (claim.kind, claim.roles[0].role, claim.roles[0].id) == (
        "ARE.control",
        "holder",
        "isil",
    )


def test_other_units_are_converted_and_the_words_kept(claims: Claims) -> None:
    """Troops stand 2 miles north of Idlib."""
    (claim,) = figures(claims)
    assert claim.quantity is not None
    assert (claim.quantity.value, claim.quantity.unit) == (3.218688, "km")
    assert claim.quantity.text == "2"


def test_bounds_follow_the_words(claims: Claims) -> None:
    """More than 80 tons of flour were delivered to Idlib."""
    (claim,) = figures(claims)
    assert claim.quantity is not None
    assert claim.quantity.quantifier is Quantifier.AT_LEAST
    assert claim.quantity.high is None


def test_a_running_total_says_so(claims: Claims) -> None:
    """The total number of settlements under the truce has reached 1,018."""
    (claim,) = figures(claims)
    assert claim.quantity is not None
    assert claim.quantity.aggregation is Aggregation.CUMULATIVE_TOTAL


def test_a_count_since_a_day_has_that_start(claims: Claims) -> None:
    """Since January 3, 2017, the Mission has noted 40 violations."""
    (claim,) = figures(claims)
    assert claim.quantity is not None
    assert claim.quantity.aggregation is Aggregation.SINCE_DATE
    assert claim.time.start == "2017-01-03"


def test_a_deadline_is_no_duration(claims: Claims) -> None:
    """They must leave within 48 hours."""
    (claim,) = figures(claims)
    assert claim.quantity is not None
    assert claim.quantity.aggregation is Aggregation.DEADLINE


def test_a_rate_is_told_by_its_period(claims: Claims) -> None:
    """Jets flew 100 sorties a day over Idlib."""
    (claim,) = figures(claims)
    assert claim.quantity is not None
    assert claim.quantity.aggregation is Aggregation.RATE


def test_the_quote_is_the_clause(claims: Claims) -> None:
    """In Idlib 12 houses burned, while the road to Homs was open."""
    assert figures(claims)[0].quote == "In Idlib 12 houses burned"


def test_a_hedge_reaches_the_figure(claims: Claims) -> None:
    """The rebels allegedly fired 12 rockets at Idlib."""
    assert figures(claims)[0].assertion is Assertion.ALLEGED


def test_counted_parties_take_part(claims: Claims) -> None:
    """Fifty-nine armed groups have joined the truce."""
    (claim,) = figures(claims)
    assert (claim.kind, claim.roles[0].role) == ("PTY.accession", "joiner")
    assert claim.polarity is Polarity.AFFIRMED


def test_a_place_is_taken_over_from_the_heading(claims: Claims) -> None:
    """Report of the day

    Idlib

    Nine shells hit houses.
    """
    assert [p.text for p in figures(claims)[0].places] == ["Idlib"]


def test_persons_of_one_list_share_what_befell_the_first(claims: Claims) -> None:
    """Thirteen were killed: nine South Africans, three Malawians and one Uruguayan."""
    assert {unit for _kind, _value, unit in values(claims)} == {"killed"}


def test_whoever_was_seized_and_executed_was_killed(claims: Claims) -> None:
    """Around 41 rebels were rounded up and executed."""
    assert values(claims) == [("CAS.casualties", 41, "killed")]


def test_the_verb_before_and_is_not_that_of_the_next(claims: Claims) -> None:
    """A citizen was martyred and two migrants, of one village, wounded by guards."""
    assert ("CAS.casualties", 2, "wounded") in values(claims)


def test_a_measure_is_converted_before_its_type_is_told(claims: Claims) -> None:
    """The army retook 500 hectares from the group."""
    assert values(claims) == [("ARE.control_change", 5, "km2")]


def test_men_who_are_moved_are_fighters(claims: Claims) -> None:
    """The command redeployed 1,500 men to the valley."""
    assert values(claims) == [("FRC.movement", 1500, "fighters")]


def test_persons_whom_a_mission_sends_belong_to_its_mechanism(claims: Claims) -> None:
    """There are 224 monitors."""
    assert values(claims) == [("COO.mechanism", 224, "persons")]


def test_a_total_since_a_day_is_no_part_of_a_days_figure(claims: Claims) -> None:
    """Rebels broke the truce 55 times in a day. That makes 199 since it was renewed."""
    day, since = figures(claims)
    assert day.quantity is not None
    assert since.quantity is not None
    assert since.quantity.aggregation.value == "since_date"
    assert since.part_of is None


def test_another_sides_figure_is_no_part_of_the_first(claims: Claims) -> None:
    """The Russian side noted nine breaches in Homs; the Turkish side noted two."""
    nine, two = figures(claims)
    assert two.part_of is None
    assert two.chain[-1].text != nine.chain[-1].text


def test_a_bare_number_is_quoted_with_whose_it_is(claims: Claims) -> None:
    """The Russian side noted nine breaches; the Turkish side 14."""
    assert figures(claims)[-1].quote == "the Turkish side 14"


def test_a_part_that_names_its_own_fate_keeps_it(claims: Claims) -> None:
    """The mission confirmed 80 casualties, including 30 deaths and 50 injuries."""
    assert [unit for _, _, unit in values(claims)] == [
        "killed_or_wounded",
        "killed",
        "wounded",
    ]


def test_each_of_two_clauses_says_what_befell_its_own(claims: Claims) -> None:
    """One (01) man and six (06) boys were hurt, and four (04) men were killed."""
    assert [(value, unit) for _, value, unit in values(claims)] == [
        (1, "wounded"),
        (6, "wounded"),
        (4, "killed"),
    ]


def test_losing_a_home_is_no_death(claims: Claims) -> None:
    """Some 20 families lost their homes in Hama."""
    assert "killed" not in {unit for _, _, unit in values(claims)}
