"""Compiles the reader to machine code, into build/compiled: ``make compiled``.

The same Python files, compiled by mypyc beside a copy of themselves, so that no
compiled file can hide an edited one. What is read is the same; it is read faster
(docs/decisions/0052-speed.md, 0081). It needs a C compiler and some minutes: one C file
a module, little optimised, was done in eight where all in one file was not::

    make compiled
    PYTHONPATH=build/compiled trucewatch read FOLDER
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "trucewatch"
TARGET = ROOT / "build" / "compiled"
# Where most of the time goes; the other rooms run as they are.
ROOMS = ("values", "reading", "claims")
SETTINGS = """\
[mypy]
explicit_package_bases = true
ignore_missing_imports = true
"""
SETUP = """\
import sys
from mypyc.build import mypycify
from setuptools import setup

files = ["--config-file", "mypy.ini", *sys.argv[1:]]
compiled = mypycify(files, opt_level="1", debug_level="0", multi_file=True)
setup(name="trucewatch", packages=[], ext_modules=compiled,
      script_args=["build_ext", "--inplace"])
"""


def modules() -> list[str]:
    """Return the files to compile, relative to the folder they are compiled in."""
    found = (path for room in ROOMS for path in (SOURCE / room).rglob("*.py"))
    return sorted(
        str(path.relative_to(SOURCE.parent))
        for path in found
        if path.name != "__init__.py"
    )


def main() -> int:
    """Copy the package, compile the rooms in the copy, say where it is."""
    shutil.rmtree(TARGET, ignore_errors=True)
    ignored = shutil.ignore_patterns("__pycache__", "*.so", "*.pyd")
    shutil.copytree(SOURCE, TARGET / SOURCE.name, ignore=ignored)
    (TARGET / "mypy.ini").write_text(SETTINGS, encoding="utf-8")
    done = subprocess.run(  # noqa: S603 - our own files
        [sys.executable, "-c", SETUP, *modules()],
        cwd=TARGET,
        env=os.environ | {"PYTHONPATH": ""},
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        print(done.stdout, done.stderr, sep="\n", file=sys.stderr)
        return done.returncode
    print(f"compiled: PYTHONPATH={TARGET.relative_to(ROOT)} uses it")
    return 0


if __name__ == "__main__":
    sys.exit(main())
