"""What numbers count, by class of wording; each row is one class."""

from collections.abc import Callable

import pytest

from trucewatch.reading.reading import Reading

Read = Callable[[str], Reading]


def counted(reading: Reading) -> list[tuple[float | None, str]]:
    return [(c.number.value, c.unit) for c in reading.counts]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Three posts stand in the north and 4 in the southern one.", [3, 4]),
        ("Of the 2005 figures, 12 breaches were new.", [12]),
        ("The 2002-03 truce saw 12 breaches.", [12]),
        ("It handed over 8 guns; it was no cause for alarm.", [8]),
    ],
)
def test_years_pronouns_and_idioms_count_nothing(
    reading_of: Read, text: str, values: list[float]
) -> None:
    assert [count.number.value for count in reading_of(text).counts] == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They logged 14 violations.", [(14, "violations")]),
        ("Nine new ceasefire breaches came.", [(9, "violations")]),
        ("Five rebel group fighters left.", [(5, "fighters")]),
        ("A 72-hour truce holds.", [(72, "hours")]),
        ("A three-day truce holds.", [(3, "days")]),
        ("It covers 28 per cent of it.", [(28, "percent")]),
        ("It was broken forty times.", [(40, "violations")]),
        ("They saw seven cases of fire.", [(7, "shellings")]),
        ("The post was shelled twice.", [(2, "shellings")]),
        ("Twenty of the 86 hospitals closed.", [(20, "hospitals"), (86, "hospitals")]),
        ("They put at 35 the militant groups.", [(35, "groups")]),
        ("Nine boats sank.", [(9, "boats")]),
        ("Nine kayaks sank.", [(9, "kayaks")]),
        ("A force 500 strong came.", [(500, "fighters")]),
        ("They saw no air strike.", [(0, "air_strikes")]),
        ("One strike was seen.", [(1, "strikes")]),
        ("Five other villages were shelled.", [(5, "settlements")]),
        ("Two still missing soldiers were found.", [(2, "fighters")]),
        ("Six such violations came.", [(6, "violations")]),
        ("They fired nine 82-mm mortar rounds.", [(9, "rounds")]),
        ("Four 120mm shells landed.", [(4, "rounds")]),
        ("It took 7.5 sq. km from them.", [(7.5, "km2")]),
        ("They freed 31 prisoners-of-war.", [(31, "prisoners")]),
        ("Two out of five bridges fell.", [(2, "bridges"), (5, "bridges")]),
        ("Fifty-odd rockets came.", [(50, "rockets")]),
        ("Girls aged three and seven lived there.", []),
        ("Six women above 18 lived there.", [(6, "persons")]),
        ("It pointed guns at us on 14 occasions.", [(14, "incidents")]),
        ("They saw four children under 5.", [(4, "persons")]),
        ("They were let into 12 sites.", [(12, "sites")]),
        ("It sent 300 U.N. observers.", [(300, "persons")]),
        ("It burnt three T-72 tanks.", [(3, "weapons")]),
        ("It shot down two TB2 drones.", [(2, "uavs")]),
        ("They freed 20 (twenty) prisoners.", [(20, "prisoners")]),
        ("They saw nine 155-mm and 122-mm rounds.", [(9, "rounds")]),
        ("Six foreign-backed, well armed fighters came.", [(6, "fighters")]),
        ("Half a million refugees came.", [(500_000, "refugees")]),
        ("Two and a half million refugees came.", [(2_500_000, "refugees")]),
        ("Some 1.2m refugees came.", [(1_200_000, "refugees")]),
        ("The number of blasts rose by 14 to 120.", [(120, "blasts")]),
        ("The blast wounded scores more.", [(None, "wounded")]),
        ("It logged 4 mine and dud (UXO) related incidents.", [(4, "incidents")]),
        ("They gave 15 soap and candle kits.", [(15, "sets")]),
        ("They saw two tank and mortar attacks.", [(2, "shellings")]),
        ("They sent 70 pieces of winter clothing.", [(70, "pieces")]),
        ("They saw nine pieces of heavy artillery.", [(9, "weapons")]),
        ("There were 18 arrest operations.", [(18, "operations")]),
        ("Two hectares (five acres) were cleared.", [(2, "hectares")]),
        ("The army had 6 WIA.", [(6, "wounded")]),
    ],
)
def test_the_noun_to_the_right_is_counted(
    reading_of: Read, text: str, expected: list[tuple[float, str]]
) -> None:
    assert counted(reading_of(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Breaches in the day: 8.", (8, "violations")),
        ("Prisoners: nine.", (9, "prisoners")),
        (
            "The number of formations in the truce remained unchanged: 61.",
            (61, "groups"),
        ),
        ("Armed groups pledged to the truce remain 88.", (88, "groups")),
        ("Places with signed agreements are still 1,470.", (1470, "settlements")),
        ("There was martyrdom of 18.", (18, "killed")),
        (
            (
                "The number of groups that in March put their names to the deal at "
                "the lake shore house in that quiet town there remains unchanged - 61."
            ),
            (61, "groups"),
        ),
    ],
)
def test_a_label_or_subject_before_the_number_is_counted(
    reading_of: Read, text: str, expected: tuple[float, str]
) -> None:
    assert counted(reading_of(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("In the raid 12 were killed.", "killed"),
        ("Two others wounded, 3 dead.", "killed"),
        ("The raid injured 30.", "wounded"),
        ("They lost up to twenty.", "killed"),
    ],
)
def test_an_act_says_what_a_bare_number_counts(
    reading_of: Read, text: str, unit: str
) -> None:
    assert counted(reading_of(text))[-1][1] == unit


def test_a_breakdown_takes_the_unit_of_its_total(reading_of: Read) -> None:
    reading = reading_of("Five violations: Aleppo (2), Hama – 2, one in Homs.")
    assert counted(reading) == [
        (5, "violations"),
        *[(n, "violations") for n in (2, 2, 1)],
    ]
    assert [c.whole for c in reading.counts] == [None, 0, 0, 0]


def test_parts_go_to_the_total_they_add_up_to(reading_of: Read) -> None:
    reading = reading_of(
        "Five breaches and two meetings were noted. Three in Homs, two in Hama."
    )
    assert [c.unit for c in reading.counts[2:]] == ["violations", "violations"]


def test_an_earlier_figure_counts_what_the_main_one_counts(reading_of: Read) -> None:
    reading = reading_of("They heard 40 breaches, 12 explosions included, up from 31.")
    assert counted(reading)[-1] == (31, "violations")


def test_a_part_led_in_as_one_follows_its_like(reading_of: Read) -> None:
    reading = reading_of(
        "In Homs 26 violations, including 5 explosions, and in Hama 32, including 7."
    )
    assert [unit for _, unit in counted(reading)] == [
        "violations",
        "explosions",
        "violations",
        "explosions",
    ]


def test_a_number_of_the_whole_is_found_again(reading_of: Read) -> None:
    reading = reading_of("The dead are 41 civilians; 34 of the 41 fell to shells.")
    assert (34, "persons") in counted(reading)


def test_a_run_in_label_names_what_follows(reading_of: Read) -> None:
    reading = reading_of(
        "Six ships came.\n\nPatrols. Of ten planned, seven took place."
    )
    assert counted(reading)[1:] == [(10, "patrols"), (7, "patrols")]


def test_who_counts_is_not_what_is_counted(reading_of: Read) -> None:
    reading = reading_of("Three breaches came in. The other members noted 7.")
    assert counted(reading)[-1] == (7, "violations")


def test_nationals_are_persons(reading_of: Read) -> None:
    reading = reading_of("There were nine Malawians on board.")
    assert counted(reading) == [(9, "persons")]


def test_an_article_counts_one_whom_something_befell(reading_of: Read) -> None:
    reading = reading_of("A soldier was wounded near a house.")
    assert counted(reading) == [(1, "fighters")]


def test_an_article_alone_counts_nothing(reading_of: Read) -> None:
    assert counted(reading_of("A soldier came home.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2254 was adopted.",
        "They fired a 120-mm mortar.",
        "They used 60 and 82 mm mortars.",
        "A 60-year-old came.",
        "See clauses 2 and 4.",
        "Room 14 was empty.",
        "It cost 12 dollars.",
        "The man, aged 41, left.",
        "Call 194101 now.",
        "In 1998 it was calm.",
    ],
)
def test_figures_that_name_or_measure_count_nothing(
    reading_of: Read, text: str
) -> None:
    assert counted(reading_of(text)) == []


def test_the_number_of_a_list_item_counts_nothing(reading_of: Read) -> None:
    assert counted(reading_of("2. The side withdrew 40 tanks.")) == [(40, "weapons")]


def test_a_denied_number_counts_what_is_denied(reading_of: Read) -> None:
    reading = reading_of("Four fighters died and not seven.")
    assert counted(reading) == [(4, "fighters"), (7, "killed")]


def test_a_denied_length_counts_nothing(reading_of: Read) -> None:
    assert counted(reading_of("They met, not two weeks after.")) == []


def test_a_number_that_counts_nothing_known_is_kept(reading_of: Read) -> None:
    reading = reading_of("The answer is 42.")
    assert [n.value for n in reading.unresolved] == [42]


@pytest.mark.parametrize("text", ["One of the best ways.", "No doubt it is true."])
def test_pronouns_and_idioms_count_nothing(reading_of: Read, text: str) -> None:
    reading = reading_of(text)
    assert counted(reading) == []


def test_a_bare_number_takes_what_the_passage_says_befell_persons(
    reading_of: Read,
) -> None:
    reading = reading_of(
        "They brought people out, evacuated by bus. The total is 15,000."
    )
    assert counted(reading) == [(15000, "evacuees")]


def test_a_cell_takes_its_noun_from_the_next(reading_of: Read) -> None:
    reading = reading_of("42 | incidents hampering aid")
    assert counted(reading) == [(42, "incidents")]


def test_a_share_counts_percent(reading_of: Read) -> None:
    assert counted(reading_of("Half of the houses burned.")) == [(50, "percent")]


def test_the_number_of_something_counts_that(reading_of: Read) -> None:
    reading = reading_of("Seven fresh agreements take the number of places to 1,871.")
    assert counted(reading) == [(7, "agreements"), (1871, "settlements")]


def test_those_who_count_are_not_counted(reading_of: Read) -> None:
    reading = reading_of("Russian officers counted 12 breaches. Turkish ones saw 15.")
    assert counted(reading) == [(12, "violations"), (15, "violations")]


def test_parts_stay_with_their_own_total_although_another_fits(
    reading_of: Read,
) -> None:
    text = "Five signings came. They noted 6 breaches, Latakia [3] and Hama [2]."
    units = [unit for _value, unit in counted(reading_of(text))]
    assert units == ["signings", "violations", "violations", "violations"]


def test_an_earlier_day_is_not_what_is_counted(reading_of: Read) -> None:
    text = "42 villages, up from 38 the day before, have joined."
    assert counted(reading_of(text)) == [(42, "settlements"), (38, "settlements")]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("No Israeli died.", "killed"),
        ("No one was hurt.", "wounded"),
        ("Dead: none on Sunday.", "killed"),
        ("None of the trucks has crossed.", "vehicles"),
        ("Not one of the mercenaries has left.", "fighters"),
        ("They saw no air strike.", "air_strikes"),
    ],
)
def test_none_is_a_count_of_zero(reading_of: Read, text: str, unit: str) -> None:
    assert counted(reading_of(text)) == [(0, unit)]


def test_a_political_settlement_is_not_counted(reading_of: Read) -> None:
    assert counted(reading_of("There is no political settlement.")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They saw 214 casualties, 43 of them deaths.", (43, "killed")),
        ("The bands heard 14 shots, none of them an explosion.", (0, "explosions")),
        ("Nearly 30,000 of the 750,000 who fled are away.", (30000, "displaced")),
        ("Of 12 buses, of which 4 carried weapons.", (4, "vehicles")),
        ("Of the 99 noted, forty were verified.", (99, "violations")),
        ("The truce ran for eight days, then for another two.", (2, "days")),
        (
            "Forty villages joined, nine in one bloc, two on the road.",
            (2, "settlements"),
        ),
        ("They counted 27 cases.", (27, "incidents")),
        ("Injured: 7, of whom children: 3.", (3, "persons")),
        ("Killed since the truce took effect: 263.", (263, "killed")),
        ("Exchange of fire: six.", (6, "skirmishes")),
        ("Nobody was seen; none of the wounded died.", (0, "killed")),
        ("Neither side reported any violation.", (0, "violations")),
        ("A single explosion was heard.", (1, "explosions")),
        ("Nineteen patrols went and not a single one was hindered.", (0, "patrols")),
    ],
)
def test_figures_that_lean_on_others_take_their_thing(
    reading_of: Read, text: str, expected: tuple[float, str]
) -> None:
    found = counted(reading_of(f"They noted 120 violations. {text}"))
    assert expected in found


def test_what_adds_up_to_a_figure_says_what_it_counts(reading_of: Read) -> None:
    text = "Eighty people were hurt and fourteen killed. Of the 94 most were old."
    assert counted(reading_of(text))[-1] == (94, "killed_or_wounded")


@pytest.mark.parametrize(
    "text",
    [
        "The team of site 7 left.",
        "Adam Musa, 42, was there.",
        "Two more than in May.",
        "Call 62 651 741 5500 by day.",
        "The youngest was 14.",
        "Ext 31 is busy.",
        "They left on the 22nd.",
        "He saw it on one bank.",
    ],
)
def test_ages_differences_and_names_in_figures_count_nothing(
    reading_of: Read, text: str
) -> None:
    assert counted(reading_of(f"Nine breaches were noted. {text}"))[1:] == []


def test_the_other_side_of_a_square_counts_nothing(reading_of: Read) -> None:
    reading = reading_of("A square of two kilometres by two is empty.")
    assert [c.number.value for c in reading.counts] == [2]


def test_brackets_that_repeat_a_number_count_nothing(reading_of: Read) -> None:
    assert counted(reading_of("Tanks: 15 (fifteen).")) == [(15, "weapons")]


@pytest.mark.parametrize(
    ("text", "share"),
    [("One letter in four.", 25), ("A child in five;", 20), ("Three in ten left.", 30)],
)
def test_one_of_so_many_is_a_share(reading_of: Read, text: str, share: float) -> None:
    assert counted(reading_of(text)) == [(share, "percent")]


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("Nine groups and 42 villages joined, up from 38 in May.", "settlements"),
        ("They heard 90 violations, 12 blasts among them; last week 70.", "violations"),
        ("They put 42 villages on it (previous day: 38).", "settlements"),
    ],
)
def test_an_earlier_figure_is_of_what_it_is_compared_with(
    reading_of: Read, text: str, earlier: str
) -> None:
    last = reading_of(text).counts[-1]
    assert (last.unit, last.how) == (earlier, "earlier")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It promised $4.2b for drivers.", "money"),
        ("It burnt 40bhp engines of drivers.", "power"),
        ("The wind killed with 90 miles per hour.", "speed"),
        ("The hall is 300 sq ft large.", "area"),
        ("They dug 12 inches down and died.", "length"),
        ("Power fell to 49 Hz and killed pumps.", "frequency"),
    ],
)
def test_what_is_measured_is_not_counted(
    reading_of: Read, text: str, reason: str
) -> None:
    reading = reading_of(text)
    assert counted(reading) == []
    assert [why for _, why in reading.named] == [reason]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They took 12 km of road.", (12, "km")),
        ("They moved 500 m forward.", (500, "metres")),
        ("They moved 200 yards forward.", (200, "yards")),
        ("Aid of 40 tonnes came.", (40, "tonnes")),
        ("It lasted 12 hours.", (12, "hours")),
    ],
)
def test_measures_that_monitors_keep_are_counts(
    reading_of: Read, text: str, expected: tuple[float, str]
) -> None:
    assert counted(reading_of(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Two men died. Fuel went from 900 riyals to 1400.",
        "Two men died. It gave 3.1 million dollars, last year 2.",
    ],
)
def test_a_bare_number_goes_on_measuring_what_was_measured(
    reading_of: Read, text: str
) -> None:
    assert [count.number.value for count in reading_of(text).counts] == [2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The death toll had reached 27.", [(27, "killed")]),
        ("That brings the death toll among guards to 26.", [(26, "killed")]),
        ("It put the injury toll at 40.", [(40, "wounded")]),
        ("The toll, fixed late, is 27.", [(27, "killed")]),
        ("Noria has broken the truce 40 times this year.", [(40, "violations")]),
        ("Six others, including a nurse, were hurt.", [(6, "wounded")]),
        ("It keeps two ceasefire observation posts.", [(2, "observation_posts")]),
        ("There were two non-fatal casualties.", [(2, "wounded")]),
    ],
)
def test_wording_of_agencies_is_counted(
    reading_of: Read, text: str, expected: list[tuple[float, str]]
) -> None:
    counts = [c for c in reading_of(text).counts if c.how != "article"]
    assert [(c.number.value, c.unit) for c in counts] == expected


@pytest.mark.parametrize(
    "text",
    [
        "They fired 14.5 and 12.7 guns.",
        "They fired 60- and 82-mm mortars.",
        "They fired ZU-32-2 guns.",
        "The 3R group came back.",
        "The dead were of the guards (18IB).",
        "It made no mention of any losses.",
        "There was no official confirmation of men killed.",
        "It has not mentioned any casualties.",
    ],
)
def test_names_calibres_and_what_is_left_unsaid_count_nothing(
    reading_of: Read, text: str
) -> None:
    assert reading_of(text).counts == ()


def test_a_measure_in_capitals_stays_a_measure(reading_of: Read) -> None:
    assert counted(reading_of("THE TOWN IS 12KM FROM THE LINE.")) == [(12, "km")]


def test_a_toll_is_not_taken_over_another_figure(reading_of: Read) -> None:
    text = "The toll of nine rose after talks moved to 14 towns."
    assert (14, "killed") not in counted(reading_of(text))
