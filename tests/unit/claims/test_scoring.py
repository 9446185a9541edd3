"""Linear scorers: sums of weights and what speaks for an answer."""

from trucewatch.claims.scoring import Scorer, names_of, scorer

SMALL = Scorer(("day", "total"), {"today": (2.0, -1.0), "so": (0.0, 1.5)})


def test_the_class_with_the_highest_sum_wins() -> None:
    assert SMALL.best(SMALL.weigh(["today", "so"])) == "day"
    assert SMALL.best(SMALL.weigh(["so"])) == "total"


def test_features_it_never_saw_count_nothing() -> None:
    assert SMALL.best(SMALL.weigh(["unheard"])) == "day"


def test_reasons_are_the_features_that_speak_for_the_answer() -> None:
    assert SMALL.reasons(["so", "today", "unheard"], "total") == ("so",)


def test_the_strongest_reason_comes_first() -> None:
    table = Scorer(("a", "b"), {"weak": (1.0, 0.0), "strong": (3.0, 0.0)})
    assert table.reasons(["weak", "strong"], "a") == ("strong", "weak")


def test_a_table_is_read_with_its_classes() -> None:
    table = scorer("aggregation_weights.tsv")
    assert "per_event" in table.classes
    assert all(len(row) == len(table.classes) for row in table.weights.values())


def test_the_table_holds_no_names_and_no_figures() -> None:
    words = [
        name.partition("=")[2]
        for name in scorer("aggregation_weights.tsv").weights
        if name.startswith(("left=", "right=", "sentence="))
    ]
    assert all(word.isalpha() and word.islower() for word in words)


def test_words_weigh_what_the_features_they_make_weigh() -> None:
    table = Scorer(
        ("a", "b"), {"left=so": (1.0, 2.0), "left=": (0.5, 0.0), "right=so": (4.0, 8.0)}
    )
    said = (("left=", ["so", "", "unheard"]), ("right=", {"so"}))
    assert table.weigh_said(said) == table.weigh(names_of(said))
    assert table.total_said(said) == table.total(names_of(said)) == 550
