"""According to S: which chains of speakers a source's name picks out."""

from collections.abc import Collection, Iterable

from trucewatch.errors import UnknownNameError
from trucewatch.ledger.holdings import Voice, Voices
from trucewatch.ledger.judgements import Alias
from trucewatch.ledger.standpoint import PREFIXES, Standpoint


def chosen(
    standpoint: Standpoint, chains: Collection[Voices], aliases: Iterable[Alias]
) -> frozenset[Voices] | None:
    """Return the chains a standpoint's source speaks in, or None for all chains.

    A name that equals an identifier or a name in some chain means exactly that one;
    otherwise its words are looked for inside the names.

    Args:
        standpoint: Whose ``according_to`` and ``voices`` are asked.
        chains: The distinct chains known from this standpoint.
        aliases: Names accepted as standing for an identifier.

    Raises:
        UnknownNameError: No chain has such a name; near ones are suggested.
    """
    if standpoint.according_to is None:
        return None
    prefix, name = _split(standpoint.according_to)
    wanted = {name.casefold(), *(voice.casefold() for voice in standpoint.voices)}
    meaning = [a for a in aliases if a.id is not None and a.id.casefold() in wanted]
    exact = frozenset(
        chain
        for chain in chains
        if any(
            names_of(voice) & wanted or _means(voice, chain, meaning)
            for voice in _links(chain, prefix)
        )
    )
    if exact or standpoint.voices or not chains:
        return exact
    words = name.casefold().split()
    near = frozenset(
        chain
        for chain in chains
        if any(_has_words(voice, words) for voice in _links(chain, prefix))
    )
    if near:
        return near
    raise UnknownNameError("source", name, known_names(chains))


def known_names(chains: Iterable[Voices]) -> list[str]:
    """Return the identifiers and names a source can be asked by, sorted."""
    voices = {voice for chain in chains for voice in chain}
    return sorted({name for v in voices for name in (v.id, v.text) if name})


def names_of(voice: Voice) -> frozenset[str]:
    """Return the folded names of one link."""
    return frozenset(name.casefold() for name in (voice.id, voice.text) if name)


def _split(name: str) -> tuple[str, str]:
    for prefix in PREFIXES:
        if name.startswith(prefix):
            return prefix, name.removeprefix(prefix).strip()
    return "", name.strip()


def _links(chain: Voices, prefix: str) -> Voices:
    match prefix:
        case "speaker:":
            return chain[-1:]
        case "publisher:":
            return tuple(voice for voice in chain if voice.part == "publisher")
        case _:
            return chain


def _means(voice: Voice, chain: Voices, aliases: Iterable[Alias]) -> bool:
    """Whether a link without identifier has an accepted name of the source.

    A name accepted for some time only depends on the claim, not on the chain alone,
    and is not looked for here.
    """
    if voice.id is not None or voice.text is None:
        return False
    return any(
        alias.target.casefold() == voice.text.casefold()
        and (alias.start, alias.end) == (None, None)
        and (alias.according_to is None or _speaks(alias.according_to, chain))
        for alias in aliases
    )


def _speaks(source: str, chain: Voices) -> bool:
    return any(source.casefold() in names_of(voice) for voice in chain)


def _has_words(voice: Voice, words: list[str]) -> bool:
    return any(all(word in name.split() for word in words) for name in names_of(voice))
