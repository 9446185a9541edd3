"""Trucewatch turns the documents of a ceasefire into a ledger of attributed claims."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trucewatch.api import Casebook

__all__ = ["Casebook"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the package offers
    """Import the api when somebody first asks for it: `import trucewatch` is quick."""
    if name in __all__:
        from trucewatch import api  # noqa: PLC0415 - the point of this function

        return getattr(api, name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
