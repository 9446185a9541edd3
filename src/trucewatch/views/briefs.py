"""Briefs as files: one HTML page that needs nothing else, and Markdown.

The page has no script and asks for nothing from anywhere. Whatever a document says is
escaped, so a title with markup in it reads as it was written.
"""

import functools
import re
from typing import TYPE_CHECKING

from trucewatch.errors import UnknownNameError
from trucewatch.views.brief import Brief

if TYPE_CHECKING:
    import jinja2

_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~^])")


def render(brief: Brief, suffix: str) -> str:
    """Return the brief in the format of a file name's suffix.

    Args:
        brief: The brief.
        suffix: ``.html`` (or ``.htm``) or ``.md``.

    Raises:
        UnknownNameError: No other format is written.
    """
    match suffix.lower():
        case ".html" | ".htm":
            return render_html(brief)
        case ".md":
            return render_markdown(brief)
        case other:
            raise UnknownNameError("format", other, (".html", ".md", ".pdf"))


def render_html(brief: Brief) -> str:
    """Return the brief as one HTML page."""
    from markupsafe import Markup  # noqa: PLC0415 - not everybody writes briefs

    style = _templates().get_template("brief.css").render()
    safe = Markup(style)  # noqa: S704 - our own style sheet
    return _render("brief.html.j2", brief, style=safe)


def render_markdown(brief: Brief) -> str:
    """Return the brief as Markdown with footnotes."""
    return _render("brief.md.j2", brief)


def _render(template: str, brief: Brief, **more: object) -> str:
    numbers = {note.claim: number for number, note in enumerate(brief.notes, 1)}
    page = _templates().get_template(template)
    return page.render(brief=brief, numbers=numbers, **more)


def _escape_markdown(text: object) -> str:
    """Return text on one line that Markdown takes for words and nothing else."""
    return _MARKDOWN.sub(r"\\\1", re.sub(r"\s+", " ", str(text)))


@functools.cache
def _templates() -> "jinja2.Environment":
    import jinja2  # noqa: PLC0415 - a tenth of a second, and only briefs need it

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("trucewatch.views"),
        # Markdown has its own escape (the filter below); everything else is HTML.
        autoescape=jinja2.select_autoescape(
            disabled_extensions=("md.j2", "css"), default=True
        ),
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters["md"] = _escape_markdown
    return environment
