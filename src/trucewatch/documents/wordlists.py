"""The word lists of this room: YAML files under ``data/``, each entry with a source."""

import functools
from importlib import resources
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster, if built


@functools.cache
def word_list(name: str) -> tuple[dict[str, Any], ...]:
    """Return the entries of one word list.

    Args:
        name: File name under ``data/`` without its suffix, such as ``months``.

    Raises:
        FileNotFoundError: There is no such list; the program is broken, not the data.
    """
    place = resources.files("trucewatch.documents") / "data" / f"{name}.yaml"
    entries = yaml.load(place.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506
    return tuple(entries)
