"""Parties: on whose side somebody speaks or acts, as the theatres have it."""

from typing import Any

NOBODY = ""


def side_of(key: str, known: Any) -> str:  # noqa: ANN401 - a theatre of the api
    """Return the key of the party behind a speaker or actor; empty if unknown.

    A ministry speaks for its state, an army is part of its government: the chain of
    who speaks for whom, and who is part of whom, is followed to its end.

    Args:
        key: Key of a speaker or an actor, or their words.
        known: All theatres.
    """
    speaker = known.speakers.get(key)
    at = (speaker.actor or "") if speaker is not None else key
    actor = known.actors.get(at)
    if actor is None:
        return NOBODY
    seen = {actor.id}
    while True:
        above = (tie.actor for tie in actor.ties if tie.tie == "part_of")
        whole = known.actors.get(next(above, None) or _state_of(actor))
        if whole is None or whole.id in seen:
            return str(actor.id)
        actor = whole
        seen.add(actor.id)


def _state_of(actor: Any) -> str | None:  # noqa: ANN401 - of a theatre
    """Return the key of the state that an organ without ties is an organ of."""
    is_organ = actor.sort == "organ" and actor.country
    return str(actor.country).lower() if is_organ else None
