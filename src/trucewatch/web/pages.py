"""Pages: templates filled in. Whatever a document says is escaped."""

import functools
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jinja2
from starlette.responses import HTMLResponse, Response

from trucewatch import api

STATIC = Path(__file__).parent / "static"
SCREENS = (
    ("/", "Overview"),
    ("/review", "Review"),
    ("/documents", "Documents"),
    ("/claims", "Claims"),
    ("/registers", "Registers"),
    ("/counters", "Counters"),
    ("/contradictions", "Contradictions"),
    ("/map", "Map and timeline"),
    ("/briefs", "Brief"),
    ("/administration", "Administration"),
)
"""Address and name of every screen, in the order of the rail."""


_SCREENS_OF_THEIR_OWN = ("counters", "disagreements")


def page(template: str, status: int, values: dict[str, Any]) -> Response:
    """Return a page made of a template.

    Args:
        template: Name of the template, without its suffix.
        status: HTTP status.
        values: What the template is filled in with.
    """
    made = environment().get_template(f"{template}.html.j2").render(**values)
    return HTMLResponse(made, status)


def has_vendor(name: str) -> bool:
    """Say whether a part that is built from outside packages is there."""
    return (STATIC / "vendor" / name).is_file()


def families(kinds: Iterable[str]) -> list[str]:
    """Return the families of claim types, each once: ``INC`` of ``INC.violation``."""
    return list(dict.fromkeys(kind.partition(".")[0] for kind in kinds))


@functools.cache
def environment() -> jinja2.Environment:
    """Return the templates with the words they may use."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("trucewatch.web"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "screens": SCREENS,
        "has_vendor": has_vendor,
        "families": families,
        "register_names": [n for n in api.REGISTERS if n not in _SCREENS_OF_THEIR_OWN],
        "loss_labels": api.LOSS_LABELS,
    }
    made.filters |= {
        "thousands": lambda number: f"{number:,}",
        "number": api.number_text,
        "time": api.time_text,
        "place": api.place_text,
        "speaker": api.speaker_text,
        "words": lambda name: str(name).replace("_", " "),
        "instant": instant,
        "tail": tail,
    }
    return made


def tail(text: str, most: int = 80) -> str:
    """Return the end of a text from the beginning of a word on."""
    if len(text) <= most:
        return text
    return f"… {text[-most:].partition(' ')[2]}"


def instant(moment: object) -> str:
    """Return a moment to the minute, as in ``2026-11-21 09:30``."""
    return str(moment)[:16].replace("T", " ") if moment else ""
