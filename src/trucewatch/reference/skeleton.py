"""A new pack: files that check clean and show where each thing goes."""

import re
from pathlib import Path

from trucewatch.errors import ReferenceDataError

_NAME = re.compile(r"[a-z][a-z0-9_]*")

_FILES = {
    "theatre.yaml": """\
# What the pack is about. The form of every file: docs/reference/theatre-format.md.
name: {name}
title: "Say in one line which conflict and which years"
# Two-letter ISO codes; their gazetteers are loaded.
countries: []
first_day: 2020-01-01
last_day: 2020-12-31
extends: [world]
# Words that speak for this theatre when one is chosen from a text.
signals: []
# Every entry names at least one of these keys as its source.
sources:
  example: "Author, title, day: the document an entry rests on."
source: example
""",
    "actors.yaml": """\
# Armed groups, coalitions, organs. Labels are neutral; what others call a group stands
# among its names. {{a,b}} stands for both spellings. Remove this example.
- id: example_front
  label: Example Front
  sort: group
  names: ["Front of {{the ,}}Example", {{text: Former Name, until: 2020-06-30}}]
  ties: []
  from: 2020-01
  source: example
""",
    "speakers.yaml": """\
# Who makes statements: organisations, with their offices and office-holders by date.
- id: example_front
  label: Example Front
  actor: example_front
  interest: [belligerent]
  names: ["Example Front {{spokesman,spokesperson}}"]
  persons: [{{name: "First Last|Last", office: spokesperson, from: 2020-01}}]
  source: example
""",
    "instruments.yaml": """\
# Agreements, proposals, resolutions, with parties, scope and days.
- id: example_truce
  label: Example truce
  sort: agreement
  names: ["truce of 1 June"]
  declared: 2020-06-01
  effective: 2020-06-02
  parties: [example_front]
  source: example
""",
    "counters.yaml": """\
# Series of counts: who counts what, by whose definition.
- id: example_front.violations
  label: Violations the front counts
  speaker: example_front
  unit: violations
  aggregation: per_period
  definition: "What the front calls a violation, in its own words."
  source: example
""",
    "designations.tsv": "actor\tauthority\taction\tday\tsource\n",
    "places.tsv": (
        "# Places the gazetteer lacks, or other labels for places it has.\n"
        "id\tlabel\tkind\tlat\tlon\tradius_km\tcountry\tadmin1\tnames\tsource\tdisputed\n"
    ),
}


def new_theatre(name: str, folder: Path) -> Path:
    """Write the skeleton of a pack, ready for `check_theatre` and for filling in.

    This is what ``trucewatch theatre new NAME`` does.

    Args:
        name: Name of the pack, such as ``karabakh_2020``: a-z, 0-9 and underscores.
        folder: Where to make the pack's folder.

    Returns:
        The folder of the new pack.

    Raises:
        ReferenceDataError: The name is no such name, or the folder is there already.
    """
    home = folder / name
    if not _NAME.fullmatch(name):
        what = "a pack's name has a-z, 0-9 and underscores, and begins with a letter"
        raise ReferenceDataError(str(home), None, what)
    if home.exists():
        raise ReferenceDataError(str(home), None, "is there already; nothing written")
    home.mkdir(parents=True)
    for file, text in _FILES.items():
        filled = text.format(name=name) if file.endswith(".yaml") else text
        (home / file).write_text(filled, encoding="utf-8")
    return home
