"""The table of states, and the names that follow from it by pattern.

Every state has a government, a defence ministry, an army; 180 states with their
spellings would be 20,000 names. They are not written out: a name such as "Indian Army"
is taken apart, when it is asked for, into a state's adjective and what a pattern puts
after it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from trucewatch.reference.entries import (
    Actor,
    Entry,
    EntryKind,
    Name,
    Place,
    Speaker,
)
from trucewatch.reference.folding import fold
from trucewatch.reference.pack import Row, expand, read_tsv, read_yaml

_ADJ, _OWN, _NAME = "[adj]", "[name]'s", "[name]"


@dataclass(frozen=True, slots=True)
class Pattern:
    """What every state has, such as a defence ministry.

    Attributes:
        id: Second half of the key: "mod" makes "sy_mod".
        makes: actor or speaker.
        label: Label with ``[name]`` for the state's name.
    """

    id: str
    makes: str
    label: str

    def entry(self, state: "State") -> Entry:
        """Return what this pattern's names stand for in one state."""
        kind = EntryKind(self.makes)
        sort = "organ" if kind is EntryKind.ACTOR else "organisation"
        return Entry(kind, self.key(state), self.label_of(state), sort, state.key)

    def key(self, state: "State") -> str:
        """Return the key of this pattern's thing in one state."""
        return state.keys.get(self.id, f"{state.key}_{self.id}")

    def label_of(self, state: "State") -> str:
        """Return the label of this pattern's thing in one state."""
        return self.label.replace(_NAME, state.name)


@dataclass(frozen=True, slots=True)
class State:
    """A row of the table of states.

    Attributes:
        key: Key of the actor and of the place: the ISO code in lower case.
        code: ISO 3166 code.
        name: Name to show.
        names: Further names.
        adjectives: Adjectives and demonyms.
        metonyms: Capital and buildings said for the government.
        keys: Pattern id to the key used instead of the rule's.
        lat: Latitude of the centre in degrees.
        lon: Longitude of the centre in degrees.
        radius_km: Radius of a circle of the state's area.
    """

    key: str
    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    metonyms: tuple[str, ...]
    keys: dict[str, str]
    lat: float | None
    lon: float | None
    radius_km: float


def _state(row: Row) -> State:
    def cells(column: str) -> tuple[str, ...]:
        return tuple(c.strip() for c in row.text(column).split("|") if c.strip())

    code = row.needed("code")
    pairs = [k.split("=") for k in cells("keys")]
    if any(len(p) != 2 for p in pairs):  # noqa: PLR2004 - a key and a value
        row.refuse("keys are written pattern=key, with | between them")
    return State(
        key=code.lower(),
        code=code,
        name=row.needed("name"),
        names=cells("names"),
        adjectives=cells("adjectives"),
        metonyms=(*cells("capital"), *cells("metonyms")),
        keys={p[0]: p[1] for p in pairs},
        lat=row.number("lat"),
        lon=row.number("lon"),
        radius_km=row.number("radius_km") or 0.0,
    )


@dataclass(slots=True)
class States:
    """All states, with the tables that take composed names apart.

    Attributes:
        rows: The states.
        patterns: What every state has.
    """

    rows: tuple[State, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    _stems: dict[str, dict[str, State]] = field(default_factory=dict)
    _tails: dict[str, dict[str, list[Pattern]]] = field(default_factory=dict)
    _heads: dict[str, list[Pattern]] = field(default_factory=dict)
    _longest: dict[str, int] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> "States":
        """Read countries.tsv and patterns.yaml of a pack.

        Raises:
            ReferenceDataError: A row is wrong; names file and line.
        """
        rows = tuple(_state(r) for r in read_tsv(folder / "countries.tsv"))
        made = cls(rows)
        patterns = []
        for row in read_yaml(folder / "patterns.yaml"):
            makes = row.needed("makes")
            if makes not in {"actor", "speaker"}:
                row.refuse("makes must be actor or speaker", "makes")
            pattern = Pattern(row.needed("id"), makes, row.needed("label"))
            patterns.append(pattern)
            for text in row.texts("names"):
                for form in expand(text):
                    made._place(form, pattern, row)
        made.patterns = tuple(patterns)
        made._index()
        return made

    def _place(self, form: str, pattern: Pattern, row: Row) -> None:
        """Put one form of a pattern where `compose` finds it."""
        for stem in (_ADJ, _OWN):
            if form.startswith(stem + " "):
                tail = fold(form[len(stem) :])
                self._tails.setdefault(stem, {}).setdefault(tail, []).append(pattern)
                return
        if not form.endswith(" " + _NAME):
            row.refuse(f"{form!r} must begin with {_ADJ} or end with {_NAME}")
        self._heads.setdefault(_head(form), []).append(pattern)

    def _index(self) -> None:
        for stem in (_ADJ, _OWN, _NAME):
            self._stems[stem] = {}
        for state in self.rows:
            for text in state.adjectives:
                self._stems[_ADJ].setdefault(fold(text).casefold(), state)
            for text in (state.name, *state.names):
                self._stems[_OWN].setdefault(fold(text + "'s").casefold(), state)
                self._stems[_NAME].setdefault(fold(text).casefold(), state)
        for stem in (_ADJ, _OWN):
            most = max((len(t.split()) for t in self._tails.get(stem, ())), default=0)
            for text in self._stems[stem]:
                words = text.split()
                self._room(words[0], len(words) + most)
        names = max((len(t.split()) for t in self._stems[_NAME]), default=0)
        for head in self._heads:
            words = head.split()
            self._room(words[0], len(words) + 1 + names)

    def _room(self, first: str, count: int) -> None:
        self._longest[first] = max(count, self._longest.get(first, 0))

    @property
    def longest(self) -> dict[str, int]:
        """First words of composed names, with how many words a name may have."""
        return self._longest

    def compose(self, key: str) -> tuple[Entry, ...]:
        """Return what a folded name stands for as a state and a pattern, or nothing."""
        words = key.split()
        if len(words) == 1 or words[0] not in self._longest:
            return ()
        return tuple(dict.fromkeys(self._composed(words)))

    def _composed(self, words: list[str]) -> Iterator[Entry]:
        for cut in range(1, len(words)):
            first, rest = " ".join(words[:cut]), " ".join(words[cut:])
            for stem in (_ADJ, _OWN):
                state = self._stems[stem].get(first)
                if state is not None:
                    patterns = self._tails.get(stem, {}).get(rest, ())
                    yield from (p.entry(state) for p in patterns)
            state = self._stems[_NAME].get(rest.removeprefix("the "))
            if state is not None:
                yield from (p.entry(state) for p in self._heads.get(first, ()))

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Return names, adjectives and metonyms of every state with what they mean."""
        government = next((p for p in self.patterns if p.id == "gov"), None)
        for state in self.rows:
            names = (state.name, *state.names)
            demonym = Entry(
                EntryKind.DEMONYM, state.key, state.name, "adjective", state.key
            )
            for text in state.adjectives:
                yield text, demonym
                yield f"{text}s", demonym
            if government is not None:
                key = government.key(state)
                said = Entry(EntryKind.SPEAKER, key, state.name, "metonym", state.key)
                yield from ((text, said) for text in (*state.metonyms, *names))

    def actors(self) -> Iterator[Actor]:
        """Return every state, and every organ a pattern makes, as actors."""
        for state in self.rows:
            names = tuple(Name(n) for n in (state.name, *state.names))
            yield Actor(
                state.key, state.name, "state", state.code, names, (), None, ("common",)
            )
            for p in _making(self.patterns, "actor"):
                label = p.label_of(state)
                yield Actor(
                    p.key(state), label, "organ", state.code, (), (), None, ("common",)
                )

    def speakers(self) -> Iterator[Speaker]:
        """Return every ministry or office a pattern makes, as speakers."""
        for state in self.rows:
            for p in _making(self.patterns, "speaker"):
                yield Speaker(
                    id=p.key(state),
                    label=p.label_of(state),
                    sort="organisation",
                    under=None,
                    actor=state.key,
                    country=state.code,
                    voice="organisation",
                    interest=(),
                    owner=None,
                    names=(),
                    imprints=(),
                    persons=(),
                    sites=(),
                    source=("common",),
                )

    def places(self) -> Iterator[Place]:
        """Return every state as a place."""
        for state in self.rows:
            yield Place(
                id=state.key,
                label=state.name,
                kind="country",
                lat=state.lat,
                lon=state.lon,
                radius_km=state.radius_km,
                country=state.code,
                admin1=None,
                names=state.names,
                source="natural_earth",
                source_id=f"countries.tsv#{state.code}",
            )


def _making(patterns: Iterable[Pattern], kind: str) -> Iterator[Pattern]:
    return (p for p in patterns if p.makes == kind)


def _head(form: str) -> str:
    """Return the folded words before the state's name."""
    return fold(form[: -len(_NAME)] + "X").removesuffix("x").strip()
