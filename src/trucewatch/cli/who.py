"""Who sits at the command line, as the ledger records it."""

import getpass
import os


def author() -> str:
    """Return TRUCEWATCH_AUTHOR, else the name of the user, else ``somebody``."""
    try:
        return os.environ.get("TRUCEWATCH_AUTHOR") or getpass.getuser()
    except (KeyError, OSError):  # a container without users
        return "somebody"
