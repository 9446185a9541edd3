"""Learn what makes a place the one a figure holds for, from half A of the gold.

Run by hand when the gold or the features change, never at run time:

    python tools/train_places.py ../shared

Half B is scored, its texts are read by nobody. Writes
`src/trucewatch/claims/place_weights.tsv`; the same input gives the same bytes.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.learning import Choice, Page, folded, learn, pages
from trucewatch.claims.place_signs import WEIGHTS
from trucewatch.claims.siting import Candidate, Siting

SOFTNESS = 0.1
_LONG = 4  # letters from which one name inside another is the same place
HEADER = """\
# What speaks for a place being the one a figure holds for. tools/train_places.py
# source: learned from half A of the development gold
"""


def _fits(page: Page, candidate: Candidate, gold: str) -> bool:
    """Say whether a candidate is one of the places of the gold."""
    scene = page.counting.scene
    places = [scene.place(use) for use in candidate.uses]
    ours = {folded(n) for p in places for n in (p.name, p.text) if n} - {""}
    for name in re.split(r"[;,/]", gold):
        wanted = folded(name)
        for one in ours:
            inside = len(wanted) > _LONG and (wanted in one or one in wanted)
            if wanted and (wanted == one or inside):
                return True
    return False


def _choices(page: Page) -> Iterator[Choice]:
    counting, scene = page.counting, page.counting.scene
    siting = Siting(scene.whereabouts, scene.weak_places)
    for index, counted in enumerate(counting.counted):
        found = siting.candidates(counted)
        fact: dict[str, Any] = page.facts.get(index, {})
        gold = fact.get("place") or ""
        right = [bool(gold) and _fits(page, one, gold) for one in found]
        ruled = scene.whereabouts.told(index, inherits=counted.inherits)[0]
        if gold and ruled:
            features = [one.features for one in found]
            yield Choice(page.name, page.half, page.key, features, right)


def main() -> None:
    """Train, report, write the table."""
    found = [c for page in pages(Path(sys.argv[1])) for c in _choices(page)]
    learn(found, SOFTNESS, WEIGHTS, HEADER)


if __name__ == "__main__":
    main()
