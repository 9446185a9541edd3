"""English word lists: YAML files under ``english/``, each entry with its source."""

from functools import cache
from importlib import resources
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster, if built


@cache
def word_list(name: str) -> Any:  # noqa: ANN401 - what is in it is the caller's to know
    """Return what one word list holds; several rooms share it, so nobody changes it.

    Args:
        name: File name under ``english/`` without its suffix, such as ``hedges``.

    Raises:
        FileNotFoundError: There is no such list; the program is broken, not the data.
    """
    path = resources.files("trucewatch.reading") / "english" / f"{name}.yaml"
    return yaml.load(path.read_text("utf-8"), Loader=_Loader)  # noqa: S506 - it is safe
