"""An explanation in colour: the text with what was seen, then claim by claim."""

from dataclasses import asdict

from rich.text import Text

from trucewatch import api
from trucewatch.cli.console import (
    Cell,
    clean,
    console,
    print_json_lines,
    print_table,
    shorten,
)

STYLES = {
    api.SeenKind.FURNITURE: "dim italic",
    api.SeenKind.NAME: "green",
    api.SeenKind.TIME: "magenta",
    api.SeenKind.SPEAKER: "yellow",
    api.SeenKind.CUE: "bold yellow",
    api.SeenKind.NUMBER: "bold cyan",
}
CLAIMED = "underline"
WORDS_WIDTH = 60


def print_explanation(found: api.Explanation, *, as_json: bool = False) -> None:
    """Print an explanation as one JSON line, or in colour."""
    if as_json:
        claims = [asdict(one) | {"claim": one.claim.key} for one in found.claims]
        print_json_lines([asdict(found) | {"claims": claims, "text": None}])
        return
    out = console()
    out.print(Text(f"{found.file}  read with {found.theatre}", style="bold"))
    out.print(_legend())
    out.print()
    out.print(coloured(found), soft_wrap=False)
    out.print()
    for one in found.claims:
        _print_claim(one)
    if found.unused:
        rows = [_unused_row(one) for one in found.unused]
        print_table(["span", "number", "why it is in no claim"], rows)


def coloured(found: api.Explanation) -> Text:
    """Return the part of the text with what was seen in it styled."""
    start, end = found.part.start, found.part.end
    text = Text("".join(map(_printable, found.text[start:end])))
    for kind, style in STYLES.items():
        for seen in found.seen:
            if seen.kind is kind:
                text.stylize(style, seen.span.start - start, seen.span.end - start)
    for one in found.claims:
        span = one.claim.span
        text.stylize(CLAIMED, max(0, span.start - start), span.end - start)
    return text


def _printable(character: str) -> str:
    """Return the character, or a space for one that could steer a terminal."""
    return character if character == "\n" else clean(character) or " "


def _legend() -> Text:
    legend = Text()
    for kind, style in STYLES.items():
        legend.append(f" {kind} ", style=style).append(" ")
    return legend.append(" claim ", style=CLAIMED)


def _print_claim(one: api.ClaimExplanation) -> None:
    claim = one.claim
    head = Text(f"{claim.kind} ", style="bold")
    head.append(f"[{claim.span.start}-{claim.span.end}] {claim.key}", style="dim")
    head.append(f"  rule {claim.rule}", style="cyan")
    console().print(head)
    rows: list[list[Cell]] = [
        [
            origin.field,
            shorten(origin.value, 40) or None,
            shorten(origin.words, WORDS_WIDTH) or None,
            f"{origin.span.start}-{origin.span.end}" if origin.span else None,
            origin.how or None,
        ]
        for origin in one.origins
    ]
    print_table(["  field", "value", "words", "span", "how"], rows)
    console().print()


def _unused_row(one: api.Unused) -> list[Cell]:
    return [f"{one.span.start}-{one.span.end}", shorten(one.text, 24), one.why]
