"""Which claim type a count belongs to, by its unit and the acts around it."""

from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources


@cache
def _table() -> dict[str, tuple[str, dict[str, str]]]:
    path = resources.files("trucewatch.claims") / "kinds.tsv"
    table: dict[str, tuple[str, dict[str, str]]] = {}
    for line in path.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        unit, options = line.split("\t")
        pairs = dict(option.split(":", 1) for option in options.split())
        table[unit] = (pairs.pop("*"), pairs)
    return table


def kind_of(
    unit: str, acts: Iterable[str], lemma: str | None = None
) -> tuple[str, bool]:
    """Return the claim type of a count.

    Args:
        unit: Its unit.
        acts: Classes of act around it, the nearest first.
        lemma: The counted noun, for those whose persons have a row of their own.

    Returns:
        The type, and whether the lexicon knows the unit.
    """
    table = _table()
    known = unit in table
    default, options = table[unit if known else "?"]
    if unit == "persons" and f"@{lemma}" in table:
        default, options = table[f"@{lemma}"]
    for act in acts:
        kind = options.get(act)
        if kind is not None:
            return kind, known
    return default, known


def is_sure(unit: str) -> bool:
    """Say whether a unit is always of one claim type: the dead are casualties."""
    row = _table().get(unit)
    return row is not None and not row[1]


def brings_up(after: int, low: Sequence[str]) -> bool:
    """Say whether a verb only brings a total up: "takes the number to 1,400".

    Args:
        after: Index of the token behind the verb.
        low: The text's tokens in lower case.
    """
    behind = low[after : after + 2]
    return behind[:1] == ["the"] and behind[-1] in _TOTALS


_TOTALS = frozenset(("number", "total", "tally", "count", "figure", "sum"))


# What a count of persons makes of them, by claim type, and the units that are persons.
COUNTED_ROLE = {
    "PTY.accession": "joiner",
    "PTY.withdrawal": "leaver",
    "CAS.casualties": "victims",
    "CAS.displacement": "victims",
    "DET.custody": "detainee",
    "FRC.strength": "force",
    "REC.disarmament": "who",
}
_FATES = frozenset(
    ("killed", "wounded", "killed_or_wounded", "missing", "displaced", "returnees",
     "evacuees", "detained", "prisoners", "fighters", "persons", "families", "refugees")
)  # fmt: skip
WHO_COUNTS = dict.fromkeys(COUNTED_ROLE, _FATES) | {
    "PTY.accession": frozenset(("groups",)),
    "PTY.withdrawal": frozenset(("groups",)),
}
