"""Laws of settling: whatever the order of the files, each is read the same way."""

import tempfile
from pathlib import Path
from random import Random  # noqa: TID251 - the type of what hypothesis draws

from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.documents.sources import Source
from trucewatch.intake.files import FileReader
from trucewatch.intake.settling import read_settled

TEXTS = (
    "Government forces shelled the village and nine people were killed.",
    "Shelling killed two people in Aleppo and Idlib in Syria, the Observatory said.",
    "Daesh fighters shot four people dead in Raqqa, Syria, a monitor said.",
    "Shelling killed three people in Donetsk and Luhansk, Ukraine, the mission said.",
    "The two sides signed a truce and exchanged six prisoners, a monitor said.",
)
FOLDERS = ("a", "b")
files = st.lists(
    st.tuples(st.sampled_from(FOLDERS), st.sampled_from(TEXTS)),
    min_size=1,
    max_size=7,
)


def read_in(order: list[Source]) -> dict[str, object]:
    """What was read of each file when they come in this order."""
    outcomes = read_settled(order, FileReader())
    return {outcome.name: outcome.taken for outcome in outcomes}


@settings(max_examples=25, deadline=None)
@given(made=files, chance=st.randoms(use_true_random=False))
def test_the_order_of_files_changes_nothing(
    made: list[tuple[str, str]], chance: Random
) -> None:
    with tempfile.TemporaryDirectory() as home:
        sources = []
        for number, (folder, text) in enumerate(made):
            path = Path(home) / folder / f"{number}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"{text}\n", encoding="utf-8")
            sources.append(Source(path, f"{folder}/{number}.txt"))
        shuffled = list(sources)
        chance.shuffle(shuffled)
        assert read_in(shuffled) == read_in(sources)
