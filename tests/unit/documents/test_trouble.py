from trucewatch.documents.trouble import Trouble
from trucewatch.values.gaps import Gap, GapKind


def test_a_trouble_becomes_one_sentence_with_advice() -> None:
    gap = Trouble("it is torn", "mend it").gap("a.txt")
    expected = "it is torn; mend it."
    assert gap == Gap(GapKind.UNREADABLE_FILE, "a.txt", None, None, "", expected)


def test_long_words_are_cut_to_two_hundred_characters() -> None:
    assert len(Trouble("a", "b").gap("f", text="x" * 999).text) == 200
