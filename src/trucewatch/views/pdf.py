"""The brief as PDF: typeset by Typst, with fonts that are installed with it.

Typst gets the brief as data, never as markup, and neither asks the network for anything
nor looks at the fonts of the machine: the same brief gives the same bytes everywhere.
"""

import json
from importlib import resources
from pathlib import Path
from typing import Any

from trucewatch.errors import RequestError
from trucewatch.views.brief import Brief

FONTS = ("fontpkg_noto_sans", "fontpkg_noto_sans_arabic")


class NoTypesetterError(RequestError):
    """A PDF is asked for, and what makes it is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "a PDF needs the package typst, which is not installed; "
            'install it with pip install "trucewatch[pdf]"'
        )


def can_typeset() -> bool:
    """Say whether what makes a PDF is installed."""
    try:
        import typst  # noqa: F401, PLC0415 - an extra
    except ModuleNotFoundError:
        return False
    return True


def render_pdf(brief: Brief) -> bytes:
    """Return the brief as PDF.

    Args:
        brief: The brief.

    Raises:
        NoTypesetterError: Typst is not installed.
    """
    if not can_typeset():
        raise NoTypesetterError
    import typst  # noqa: PLC0415 - an extra

    template = resources.files("trucewatch.views") / "templates" / "brief.typ"
    # its types ask for one kind of path for all of its arguments
    compile_: Any = typst.compile
    made: bytes = compile_(
        template.read_bytes(),
        font_paths=[str(folder) for folder in font_folders()],
        ignore_system_fonts=True,
        sys_inputs={"brief": json.dumps(content_of(brief), ensure_ascii=False)},
        timestamp=0,
    )
    return made


def font_folders() -> list[Path]:
    """Return the folders of the fonts that are installed with the extra."""
    found = []
    for package in FONTS:
        try:
            found.append(Path(str(resources.files(package) / "files")))
        except ModuleNotFoundError:
            continue
    return found


def content_of(brief: Brief) -> dict[str, Any]:
    """Return what the template is filled in with."""
    numbers = {note.claim: number for number, note in enumerate(brief.notes, 1)}
    return {
        "title": brief.title,
        "key": brief.key,
        "standpoint": [list(line) for line in brief.standpoint],
        "sections": [
            {
                "title": section.title,
                "lead": section.lead,
                "groups": [
                    {
                        "heading": group.heading,
                        "sentences": [
                            [
                                {
                                    "kind": part.kind.value,
                                    "text": part.text,
                                    "claim": part.claim,
                                    "number": numbers.get(part.claim or ""),
                                }
                                for part in sentence
                            ]
                            for sentence in group.sentences
                        ],
                    }
                    for group in section.groups
                ],
            }
            for section in brief.sections
        ],
        "notes": [
            {
                "number": numbers[note.claim],
                "claim": note.claim,
                "before": note.before,
                "quote": note.quote,
                "after": note.after,
                "speaker": note.speaker,
                "stance": note.stance,
                "where": f"{note.file} [{note.span[0]}–{note.span[1]}], "
                f"{note.published}",
            }
            for note in brief.notes
        ],
    }
