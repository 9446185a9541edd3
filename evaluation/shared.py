"""Where the shared corpora lie, and whether doing without them is an error."""

import importlib.util
import os
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[1]
FOLDER_VARIABLE = "TRUCEWATCH_SHARED"
REQUIRED_VARIABLE = "TRUCEWATCH_REQUIRE_SHARED"


class MissingSharedError(Exception):
    """Shared data that this run requires are not there."""

    def __init__(self, missing: list[str]) -> None:
        super().__init__(
            f"{REQUIRED_VARIABLE} is set and these are missing: {', '.join(missing)}; "
            f"put the shared folder beside the checkout or name it in {FOLDER_VARIABLE}"
        )


def shared_folder() -> Path:
    """Return the shared folder, there or not: the environment's, else ``../shared``."""
    named = os.environ.get(FOLDER_VARIABLE) or "../shared"
    return (ROOT / named).resolve()


def shared_required() -> bool:
    """Tell whether a missing set is an error, as it is in ``.ci/run``."""
    return os.environ.get(REQUIRED_VARIABLE, "") not in {"", "0"}


def load_module(path: Path) -> ModuleType:
    """Return the Python module a file holds; each call gives a module of its own.

    Raises:
        ImportError: The file is no Python module.
    """
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(name=path.stem, path=str(path))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
