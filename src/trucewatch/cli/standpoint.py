"""The standpoint's options: the same five in every command that looks at a ledger."""

import functools
import inspect
from collections.abc import Callable
from typing import Any, TypedDict

from trucewatch.cli import options


class Point(TypedDict):
    """What somebody typed of a standpoint; ``Casebook.standpoint`` takes it."""

    as_of: str | None
    known_on: str | None
    according_to: str | None
    min_grade: str | None
    min_independent: int


_OPTIONS = {
    "as_of": (options.AsOf, None),
    "known_on": (options.KnownOn, None),
    "according_to": (options.AccordingTo, None),
    "min_grade": (options.MinGrade, None),
    "min_independent": (options.MinIndependent, 1),
}


def looking(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the standpoint's options; it receives them as ``point``.

    Args:
        command: A command with a keyword parameter ``point: Point``.
    """

    @functools.wraps(command)
    def wrapper(**given: Any) -> None:  # noqa: ANN401 - whatever the command takes
        point = {name: given.pop(name) for name in _OPTIONS}
        command(**given, point=point)

    signature = inspect.signature(command)
    own = [p for p in signature.parameters.values() if p.name != "point"]
    more = [
        inspect.Parameter(
            name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=hint
        )
        for name, (hint, default) in _OPTIONS.items()
    ]
    # typer reads both the signature and the annotations
    wrapper.__signature__ = signature.replace(parameters=[*own, *more])  # type: ignore[attr-defined]
    hints = {name: hint for name, (hint, _) in _OPTIONS.items()}
    wrapper.__annotations__ = {
        name: hint for name, hint in command.__annotations__.items() if name != "point"
    } | hints
    del wrapper.__wrapped__
    return wrapper
