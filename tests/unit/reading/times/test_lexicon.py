"""The word lists and the classes they fill."""

from collections import Counter
from importlib import resources

import pytest
import yaml

from trucewatch.reading.times.grammar import CODES, OTHER, RULES
from trucewatch.reading.times.lexicon import english
from trucewatch.reading.times.resolution import RESOLVERS

LISTS = yaml.safe_load(
    (resources.files("trucewatch.reading") / "english" / "times.yaml").read_text(
        "utf-8"
    )
)


def test_a_word_stands_in_one_class_only() -> None:
    words = Counter(
        word for entry in LISTS["classes"].values() for word in entry["words"]
    )
    assert [word for word, count in words.items() if count > 1] == []


def test_every_list_names_its_source_and_its_class_is_in_the_grammar() -> None:
    for name, entry in LISTS["classes"].items():
        assert entry["source"]
        assert name in CODES


def test_every_word_is_text() -> None:
    # YAML reads "on" and "no" as truth values unless they are quoted.
    for entry in LISTS["classes"].values():
        assert all(isinstance(word, str) for word in entry["words"])


def test_every_class_has_a_letter_of_its_own() -> None:
    shared = {"R"}  # past and present references are one class to the grammar
    letters = Counter(CODES.values())
    assert {letter for letter, count in letters.items() if count > 1} == shared
    assert OTHER not in letters


def test_every_rule_can_be_resolved() -> None:
    assert {rule.name for rule in RULES} == set(RESOLVERS)


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("March", True),
        ("MARCH", True),
        ("march", False),
        ("GMT", True),
        ("Gmt", False),
        ("Today", True),
        ("today", True),
        ("TODAY", True),
    ],
)
def test_case_counts_for_names_only(word: str, known: bool) -> None:  # noqa: FBT001
    assert (word in english().codes) is known
