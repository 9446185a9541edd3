"""The machine a figure was measured on."""

import os
import platform
from pathlib import Path

from trucewatch.reading import tokens

CPUINFO = Path("/proc/cpuinfo")  # Linux only; elsewhere platform has to do


def describe_machine() -> str:
    """Return processor, cores, memory, system, Python and reader in one line."""
    names = [
        line.split(":", 1)[1].strip()
        for line in (
            CPUINFO.read_text("utf-8") if CPUINFO.exists() else ""
        ).splitlines()
        if line.startswith("model name")
    ]
    processor = names[0] if names else platform.processor() or platform.machine()
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return (
        f"{processor}, {os.cpu_count()} cores, {pages / 2**30:.0f} GiB, "
        f"{platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, "
        f"the reader {'as it is written' if is_plain() else 'compiled'}"
    )


def is_plain() -> bool:
    """Say whether the reader runs as written, and not compiled (``make compiled``)."""
    return str(tokens.__file__).endswith(".py")
