"""Who did it to whom: the parties of a clause, by voice and word order."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from trucewatch.claims.claim import Role
from trucewatch.claims.parts import NOBODY, parts
from trucewatch.reading.lexicon import lexicon
from trucewatch.reading.names import NameMention
from trucewatch.reading.reading import Reading
from trucewatch.reading.wordlists import word_list
from trucewatch.reference.entries import Entry, EntryKind
from trucewatch.values.spans import Span, Stretches

_RECALLED = 120  # tokens back a reader still knows which groups are meant
_NEXT = 3  # tokens between "by" and the first party of its list
AHEAD = 14  # tokens of a clause looked through for who it befell
BACK = 22


class Party(NamedTuple):
    """A party where it is mentioned.

    Attributes:
        first: Index of the first token.
        after: Index after the last token.
        id: Key of the actor, or None for a party without a name.
    """

    first: int
    after: int
    id: str | None


@dataclass(frozen=True, slots=True)
class _Words:
    bodies: frozenset[str]
    qualities: frozenset[str]
    be: frozenset[str]
    together: frozenset[str]
    applying: frozenset[str]
    grouped: frozenset[str]
    alone: frozenset[str]
    arms: frozenset[str]
    states: frozenset[str]
    owned: frozenset[str]


@cache
def _words() -> _Words:
    data: dict[str, list[str]] = word_list("parties")
    return _Words(
        frozenset(data["bodies"]),
        frozenset(data["qualities"]),
        frozenset(data["be"]),
        frozenset(data["together"]),
        frozenset(data["applying"]),
        frozenset(data["grouped"]),
        frozenset(data["alone"]),
        frozenset(data["arms"]),
        frozenset(data["states"]),
        frozenset(data["owned"]),
    )


def _actor(entries: tuple[Entry, ...]) -> str | None:
    """Return the actor a name stands for: itself, or whom an adjective points at."""
    for entry in entries:
        if entry.kind is EntryKind.ACTOR:
            return entry.id
    for entry in entries:
        if entry.kind is EntryKind.DEMONYM:
            return entry.actor or entry.id
    return None


class Parties:
    """The parties mentioned in one reading, and what part they take in a clause."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.tokens = reading, reading.tokens
        self.words = _words()
        self.sources = Stretches(f.source for f in reading.frames if f.source)
        self.acting = frozenset(act.first for act in reading.acts)
        self.everyone = self._find()
        self.parties = [p for p in self.everyone if not self._speaks(p)]
        self.firsts = [party.first for party in self.parties]
        self._every_first = [party.first for party in self.everyone]
        self._name_starts = [name.first for name in reading.names]

    def _find(self) -> list[Party]:
        found: list[Party] = []
        named = {name.first: name for name in self.reading.names}
        could_start = self.words.bodies | self.words.qualities
        low = enumerate(self.tokens.low)
        begins = sorted({*named, *(i for i, word in low if word in could_start)})
        busy = 0
        for i in begins:
            if i < busy:
                continue
            name = named.get(i)
            party = self._unnamed(i, busy) if name is None else self._named(name)
            if party is not None:
                found.append(party)
            after = i + 1 if name is None else name.after
            busy = max(after, party.after if party is not None else 0)
        return found

    def _run(self, i: int, words: frozenset[str]) -> int:
        """Return the index after the run of such words that begins at ``i``."""
        while i < len(self.tokens) and self.tokens.low[i] in words:
            i += 1
        return i

    def _named(self, name: NameMention) -> Party | None:
        actor = _actor(name.entries)
        after = self._run(name.after, self.words.bodies | self.words.qualities)
        after = after if after > name.after else self._run(after, self.words.arms)
        adjective = all(e.kind is EntryKind.DEMONYM for e in name.entries)
        if actor is None or (adjective and after == name.after):
            return None
        return Party(name.first, after, actor)

    def _unnamed(self, i: int, busy: int) -> Party | None:
        """Return a party no theatre knows: "armed groups", "Jaysh al-Wadi group"."""
        body = self._run(i, self.words.qualities)
        after = self._run(body, self.words.bodies)
        if after == body > i:
            after = self._run(body, self.words.arms)
        if after == body > i and self._stands_alone(body):
            return Party(i, body, None)
        return Party(self._name_before(i, busy), after, None) if after > body else None

    def _stands_alone(self, after: int) -> bool:
        """Say whether "the government" ends there: no "government spokesman"."""
        low = self.tokens.low
        if low[after - 1] not in self.words.alone or after == len(self.tokens):
            return False
        closed = lexicon().function_words
        ends = not low[after][0].isalpha() or low[after] in closed
        return ends or after in self.acting

    def _name_before(self, i: int, busy: int) -> int:
        """Return where a name before "group" begins, or ``i`` where there is none."""
        text, low, first = self.tokens.text, self.tokens.low, i
        if low[i] not in self.words.grouped:
            return i
        while first > busy and _is_name(text[first - 1]):
            first -= 1
        closed = lexicon().function_words
        while first < i and low[first] in closed:
            first += 1
        return first

    def roles(
        self,
        kind: str,
        clause: tuple[int, int],
        trigger: tuple[int, int],
        counted: Role | None = None,
    ) -> tuple[Role, ...]:
        """Return who takes part in what a clause claims.

        Args:
            kind: The claim type.
            clause: First token of the clause and the one after it.
            trigger: The same of the words that name the act.
            counted: The counted noun where it is a party itself ("59 armed groups").
        """
        doer, done_to = parts().get(kind, NOBODY)
        acting, objects = self._sides(kind, clause, trigger)
        roles = []
        if counted is not None:
            roles.append(counted)
        if doer is not None and not _has(roles, doer):
            roles += [self._role(doer, party) for party in acting]
        if done_to is not None and not _has(roles, done_to):
            roles += [self._role(done_to, party) for party in objects[:2]]
        return tuple(roles)

    def _sides(
        self, kind: str, clause: tuple[int, int], trigger: tuple[int, int]
    ) -> tuple[list[Party], list[Party]]:
        """Return who acts, and to whom it is done."""
        held = self._holder(trigger, clause)
        by = self.tokens.low[trigger[1] - 1] == "by"
        if held is not None:
            more = self._listed(trigger[1], clause[1])[0][1:] if by else []
            return [held, *more], []
        subject = self._before(clause[0], trigger[0])
        leads = _ONLY_AFTER.get(parts().get(kind, NOBODY)[1] or "")
        objects = self._behind(trigger[1], clause[1], leads)
        jailer = self._jailer(trigger[0]) if kind == "DET.custody" else None
        if jailer is not None:
            return [jailer], objects
        if not self.words.states.isdisjoint(self.tokens.low[slice(*trigger)]):
            return [subject] if subject is not None else [], objects
        agent = self._agent(trigger[1], clause[1])
        agents = [] if agent is None else [agent]
        if by:
            agents, rest = self._listed(trigger[1], clause[1])
            subject = subject or rest  # "Backed by the coalition, the army …"
        own = [] if subject is None else [subject]
        if self._passive(trigger[0]) or agent is not None or by:
            return agents, own
        return own, objects

    def groups_meant(self, span: Span) -> list[tuple[str, Span]]:
        """Return the groups that "these groups" or "the two groups" stands for.

        The latest passage before the words that names two armed groups or more; only
        where the words are of that kind, else nothing.
        """
        first = self.tokens.at(span.start)
        after = self.tokens.at(span.end)
        said = f" {' '.join(self.tokens.low[first:after])} "
        if not any(_stands_for(phrase, said) for phrase in self.words.together):
            return []
        named: dict[str, Span] = {}
        for name in reversed(self._names_between(first - _RECALLED, first)):
            for entry in name.entries:
                if entry.kind is EntryKind.ACTOR and entry.sort == "group":
                    named.setdefault(entry.id, name.span)
        nearest = sorted(named.items(), key=lambda pair: -pair[1].start)[:2]
        return nearest[::-1] if len(nearest) > 1 else []

    def excluded(self, span: Span) -> tuple[Role, ...]:
        """Return who is left out: "does not apply to X", "X and Y are not included"."""
        first, after = self.tokens.at(span.start), self.tokens.at(span.end)
        low, words = self.tokens.low, self.words.applying
        at = next((i for i in range(first, after) if low[i] in words), None)
        if at is None:
            return ()
        before = self._passive(at) or low[at] == "outside"
        left_out = (first, at) if before else (at + 1, after)
        return tuple(self._role("excluded", p) for p in self._between(*left_out))

    def _role(self, name: str, party: Party) -> Role:
        span = self.tokens.span(party.first, party.after)
        return Role(name, party.id, span.of(self.reading.document.text), span)

    def _speaks(self, party: Party) -> bool:
        return self.sources.hold(self.tokens.start[party.first])

    def _between(self, first: int, after: int) -> list[Party]:
        low = bisect_left(self.firsts, first)
        high = bisect_left(self.firsts, after)
        return self.parties[low:high]

    def everyone_between(self, first: int, after: int) -> list[Party]:
        """Return the parties that begin among some tokens, those who speak too."""
        low = bisect_left(self._every_first, first)
        return self.everyone[low : bisect_left(self._every_first, after)]

    def _names_between(self, first: int, after: int) -> Sequence[NameMention]:
        low = bisect_left(self._name_starts, first)
        return self.reading.names[low : bisect_left(self._name_starts, after)]

    def _jailer(self, at: int) -> Party | None:
        """Return whose prisons they are: "are in rebel prisons"."""
        low = self.tokens.low
        if low[at] not in ("prisons", "prison", "jails", "jail", "custody", "hands"):
            return None
        before = self._names_between(0, at)[-1:]
        actor = next((_actor(n.entries) for n in before if n.after == at), None)
        if actor is not None:
            return Party(at - 1, at, actor)
        return Party(at - 1, at, None) if low[at - 1] in self.words.alone else None

    def _before(self, first: int, at: int) -> Party | None:
        """Return the party nearest before the act that no preposition leads in."""
        found = self._between(max(first, at - BACK), at)
        for party in reversed(found):
            if self._lead(party) not in _LED:
                return self._owner(party, found)
        return None

    def _owner(self, party: Party, parties: list[Party]) -> Party:
        """Return a party under its leaders' name: "forces loyal to the council"."""
        low = self.tokens.low
        words = " ".join(low[party.after : party.after + 2])
        if party.id is not None or words not in self.words.owned:
            return party
        behind = (p for p in parties if 0 <= p.first - party.after - 2 <= 1)
        owner = next(behind, party)
        return Party(party.first, owner.after, owner.id)

    def _behind(
        self, after: int, limit: int, leads: frozenset[str] | None
    ) -> list[Party]:
        found = self._between(after, min(limit, after + AHEAD))
        led = [(party, self._lead(party)) for party in found]
        if leads is None:
            return [party for party, lead in led if lead != "by"]
        return [p for p, lead in led if lead in leads or p.first == after]

    def _listed(self, after: int, limit: int) -> tuple[list[Party], Party | None]:
        """Return the parties of the list behind "by", and the one after the list."""
        listed: list[Party] = []
        end = min(limit, after + AHEAD)  # "supported by X" may look like X speaking
        for party in self.everyone_between(after, end):
            lead = self._lead(party)
            if not listed and party.first - after > _NEXT:
                return [], None
            if listed and lead not in (",", "and"):
                return listed, party
            if listed and lead == "," and self._acts(party.after, limit):
                return listed, party
            listed.append(party)
        return listed, None

    def _acts(self, after: int, limit: int) -> bool:
        """Say whether a verb follows a party, which is then a subject of its own."""
        low = self.tokens.low[after : min(after + 1, limit)]
        return bool(low) and low[0] in _FINITE

    def _lead(self, party: Party) -> str:
        """Return the word that leads a party in, its article passed over."""
        low, lead = self.tokens.low, party.first - 1
        while lead > 0 and (low[lead] in _ARTICLES or low[lead].endswith("-led")):
            lead -= 1
        return low[lead] if lead >= 0 else ""

    def _agent(self, after: int, limit: int) -> Party | None:
        """Return the party after "by": "was broken by the rebels"."""
        helped = self.tokens.low[after - 1] in _HELP  # "with the support of X"
        leads = ("by", "of") if helped else ("by",)
        for party in self._between(after, min(limit, after + AHEAD)):
            if self._lead(party) in leads:
                return party
        return None

    def _passive(self, at: int) -> bool:
        low = self.tokens.low
        if "in" in (low[at - 1], low[at]):  # "are in control of", "are in charge of"
            return False
        if low[at].endswith("ing") and low[at - 1] != "being":  # "was holding the town"
            return False
        return not self.words.be.isdisjoint(low[max(0, at - 2) : at])

    def _holder(
        self, trigger: tuple[int, int], clause: tuple[int, int]
    ) -> Party | None:
        """Return who holds: "under the control of ISIL", "held by the rebels"."""
        low = self.tokens.low
        if low[trigger[0]] not in _HOLDING and low[trigger[1] - 1] not in _HOLDING:
            return None
        for party in self._between(max(clause[0], trigger[0] - 3), trigger[0]):
            if low[party.after - 1].endswith("'s"):  # "in Daesh's hands"
                return party
        for party in self._between(trigger[1], min(clause[1], trigger[1] + 6)):
            lead = party.first - 1
            if low[lead] == "the":
                lead -= 1
            if low[lead] in ("of", "by"):
                return party
        return None


_HOLDING = frozenset(
    ("control", "hands", "controlled", "held", "under", "grip", "grasp")
)
_ARTICLES = frozenset(("the", "an", "a", "its", "their"))
_FINITE = frozenset(("have", "has", "had", "is", "are", "was", "were", "will"))
_RELATIVES = frozenset(("that", "which", "who"))
_HELP = frozenset(("support", "backing", "help"))
# Roles that only such words lead in: who indicates something does so "to" somebody.
_ONLY_AFTER = {"indicated_to": frozenset(("to",)), "backed": frozenset(("for", "to"))}
_LED = frozenset(
    ("of", "in", "on", "at", "from", "with", "to", "against", "between", "near",
     "for", "around", "by", "into", "outside", "across", "inside", "within")
)  # fmt: skip


def _is_name(word: str) -> bool:
    """Say whether a word can be of a name: "Jaysh", "al-Wadi", not "Saudi-backed"."""
    return word.rpartition("-")[2][:1].isupper()


def _stands_for(phrase: str, said: str) -> bool:
    """Say whether words take up groups named before: not in "the groups that sign"."""
    _before, found, after = said.partition(f" {phrase} ")
    said_of = phrase.startswith("the ") and after.split(" ", 1)[0] in _RELATIVES
    return bool(found) and not said_of


def _has(roles: list[Role], name: str) -> bool:
    return any(role.role == name for role in roles)
