"""Narrowing: the claims that an address asks for, and by what they can be narrowed.

The claims screen, the map, the exports and the records ask in the same words.
"""

import heapq
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from trucewatch import api
from trucewatch.web.areas import Area
from trucewatch.web.theatres import choices, theatres_of
from trucewatch.web.visit import Visit

SHOWN = 12
MOST_HITS = 1_000
FACETED = 1_000  # claims that facets of their words are counted among
LATEST = 4_000  # claims that are read for what only their words tell
WORDS = {  # facets that follow from the words, and what people read
    "assertion": "How firmly",
    "polarity": "Negation",
    "actor": "Who takes part",
    "place": "Place",
    "unit": "What is counted",
}
QUESTIONS = (
    *("find", "kind", "speaker", "publisher", "theatre", "grade", "from", "to"),
    *("area", *WORDS),
)
MONTH = len("2016-05")


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the claims down.

    Attributes:
        name: The question in the address.
        title: What people read.
        chosen: What is chosen, or empty.
        label: What is chosen, for people.
        values: What there is to choose, each with its label and number of claims.
        bounded: Whether only the latest claims were counted.
    """

    name: str
    title: str
    chosen: str
    label: str
    values: list[tuple[str, str, int]]
    bounded: bool = False


def asked_of(visit: Visit) -> tuple[str, ...]:
    """Return what the address asks for, to keep what is worked out of it under.

    What was chosen while theatres were still being found is not kept for later.
    """
    asked = tuple(visit.asked(name) for name in QUESTIONS)
    waits = visit.asked("theatre") and theatres_of(visit) is None
    return (*asked, "waits") if waits else asked


def chosen_rows(visit: Visit) -> Sequence[Any]:
    """Return the rows that the address asks for, still unread."""
    asked = asked_of(visit)
    if not any(asked):
        return visit.bench.rows(visit.view)
    found: list[Any] = visit.bench.kept(
        visit.view,
        ("chosen", asked),
        lambda: _choose(visit),
        judged=bool(visit.asked("grade")),
    ).value
    return found


def _choose(visit: Visit) -> list[Any]:
    rows = _narrowest(visit)
    for keys in _worded(visit):
        rows = [row for row in rows if row.key in keys]
    for fits in _tests(visit):
        rows = [row for row in rows if fits(row)]
    return rows


def _narrowest(visit: Visit) -> list[Any]:
    """The fewest rows that hold all that are asked for, had without looking at more."""
    words, kind = visit.asked("find"), visit.asked("kind")
    found: list[Any]
    if words:
        hits = visit.view.search(words, limit=MOST_HITS)
        found = visit.view.rows_of([hit.key for hit in hits if hit.kind == "claim"])
    elif kind:
        found = visit.view.rows(kind)
    else:
        found = visit.bench.all_rows(visit.view)
    return found


def _worded(visit: Visit) -> list[set[str]]:
    """The keys of the claims with each value asked for that the words tell."""
    asked = {name: visit.asked(name) for name in WORDS}
    return [
        {row.key for row in api.with_facet(visit.view, name, value)}
        for name, value in asked.items()
        if value
    ]


def _tests(visit: Visit) -> list[Callable[[Any], bool]]:
    """What a row has to stand, of all that can be told without reading its claim."""
    kind, speaker = visit.asked("kind"), visit.asked("speaker")
    publisher, theatre = visit.asked("publisher"), visit.asked("theatre")
    grade, view = visit.asked("grade"), visit.view
    of = (theatres_of(visit) or {}) if theatre else {}
    tests: tuple[tuple[str, Callable[[Any], bool]], ...] = (
        (kind, lambda r: kind in {r.kind, r.kind.partition(".")[0]}),
        (speaker, lambda r: r.speaker == speaker),
        (publisher, lambda r: publisher_of(r) == publisher),
        (theatre, lambda r: of.get(r.document) == theatre),
        (grade, lambda r: str(view.grade_of(r)) == grade),
    )
    found = [test for asked, test in tests if asked]
    start, end = visit.asked("from"), visit.asked("to")
    if start or end:
        found.append(lambda r: _is_between(r.day, start, end))
    if (area := Area.parse(visit.asked("area"))) is not None:
        ground = api.ground_of(view)
        found.append(lambda r: area.holds_any(ground.get(r.key, ())))
    return found


def _is_between(day: str | None, start: str, end: str) -> bool:
    if not day:
        return False
    return day >= start and (not end or day[: len(end)] <= end)


def publisher_of(row: Any) -> str:  # noqa: ANN401 - a claim, unread
    """Return who published the document of a claim."""
    return row.publisher or ""


def bounded_rows(visit: Visit, most: int = LATEST) -> tuple[Sequence[Any], bool]:
    """Return the rows asked for, the latest ones where there are many to be read.

    Args:
        visit: Who asks.
        most: How many may be read.
    """
    rows = chosen_rows(visit)
    if len(rows) <= most:
        return rows, False
    asked = asked_of(visit)
    view = visit.view
    newest = visit.bench.kept(
        view,
        ("newest", most, asked),
        lambda: latest_of(rows, most) if any(asked) else view.latest(most),
    )
    return newest.value, True


def latest_of(rows: Sequence[Any], most: int = LATEST) -> list[Any]:
    """Return the latest of rows by the day they are about."""
    return heapq.nlargest(most, rows, key=lambda r: (r.starts or "", r.order))


# --- what there is to choose --------------------------------------------------------


def facets(visit: Visit) -> list[Facet]:
    """Return what the claims asked for can be narrowed down by."""
    rows = chosen_rows(visit)
    asked = asked_of(visit)
    kept = visit.bench.kept
    light = kept(visit.view, ("facets", asked), lambda: _light(visit, rows)).value
    latest, bounded = bounded_rows(visit, FACETED)
    worded = kept(
        visit.view, ("worded", asked), lambda: _counted(visit.view.readings(latest))
    ).value
    grades = kept(
        visit.view,
        ("grades", asked),
        lambda: Counter(str(visit.view.grade_of(row)) for row in latest),
        judged=True,
    ).value
    names = Names(visit, worded.places)
    theatre = visit.asked("theatre")
    titles = {name: title for name, title, _ in choices(visit)}
    return [
        names.facet("kind", "Type", light["kind"]),
        names.facet("speaker", "Speaker", light["speaker"]),
        names.facet("publisher", "Publisher", light["publisher"]),
        *(
            names.facet(name, title, worded.counts[name], bounded=bounded)
            for name, title in WORDS.items()
        ),
        names.facet("grade", "Grade", grades, bounded=bounded),
        Facet(
            "theatre",
            "Theatre, with its documents",
            theatre,
            titles.get(theatre, theatre),
            list(choices(visit)),
        ),
    ]


def months(visit: Visit) -> list[tuple[str, int]]:
    """Return the months that the claims asked for are about, the latest first."""
    rows = chosen_rows(visit)

    def count() -> list[tuple[str, int]]:
        if not any(asked_of(visit)):
            found = visit.bench.tally(visit.view).months
        else:
            found = Counter(row.day[:MONTH] for row in rows if row.day)
        return sorted(found.items(), reverse=True)

    return visit.bench.kept(visit.view, ("months", asked_of(visit)), count).value[
        :SHOWN
    ]


def _light(visit: Visit, rows: Sequence[Any]) -> dict[str, Counter[str]]:
    if not any(asked_of(visit)):
        tally = visit.bench.tally(visit.view)
        return {
            "kind": tally.kinds,
            "speaker": tally.speakers,
            "publisher": tally.publishers,
        }
    return {
        "kind": Counter(row.kind for row in rows),
        "speaker": Counter(row.speaker or "" for row in rows),
        "publisher": Counter(map(publisher_of, rows)),
    }


@dataclass(frozen=True, slots=True)
class Worded:
    """What was counted in the words of claims.

    Attributes:
        counts: Claims by facet and value.
        places: Names of places by their keys.
    """

    counts: dict[str, Counter[str]]
    places: dict[str, str]


def _counted(claims: Sequence[api.Claim]) -> Worded:
    found = Worded({name: Counter() for name in WORDS}, {})
    for claim in claims:
        for name, value in dict.fromkeys(api.facets_of(claim)):
            found.counts[name][value] += 1
        found.places.update((p.id, p.name) for p in claim.places if p.id and p.name)
    return found


@dataclass(frozen=True, slots=True)
class Names:
    """Names the values of facets for people.

    Attributes:
        visit: Who asks.
        places: Names of places by their keys.
    """

    visit: Visit
    places: dict[str, str]

    def facet(
        self,
        name: str,
        title: str,
        counts: Counter[str],
        *,
        bounded: bool = False,
    ) -> Facet:
        """Return a facet with its fullest values."""
        chosen = self.visit.asked(name)
        values = [(v, self._label(name, v), n) for v, n in counts.most_common(SHOWN)]
        return Facet(
            name,
            title,
            chosen,
            self._label(name, chosen),
            [one for one in values if one[0]],
            bounded,
        )

    def _label(self, name: str, value: str) -> str:
        if name in {"assertion", "polarity", "unit"}:
            return value.replace("_", " ")
        if name == "place":
            return self.places.get(value) or self.visit.casebook.label(value)
        return self.visit.casebook.label(value)
