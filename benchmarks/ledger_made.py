"""Made-up bulletins with claims, as many as one likes: the load a ledger is timed on.

Every document is a day's bulletin of one of a hundred publishers. It cites some of
forty speakers, and makes twenty claims of twenty-three types on three hundred places.
Every third tells some of what the one before told, half of it with other numbers.
All of it follows from the document's number, so that two runs measure the same.
"""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from trucewatch.claims.claim import Claim, ClaimPlace, ClaimTime, Role, Vouching
from trucewatch.documents.document import Document
from trucewatch.values.dates import PartialDate
from trucewatch.values.quantities import Quantity
from trucewatch.values.spans import Span
from trucewatch.values.stances import (
    Aggregation,
    PlacePrecision,
    PlaceRole,
    Quantifier,
    TimeBasis,
    TimePrecision,
    Voice,
)

READER = "rules 0.1.0"
FIRST_DAY = dt.date(2016, 2, 27)
FIRST_KNOWN = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
DAYS = 900
PUBLISHERS, SPEAKERS, PLACES, GROUPS = 100, 40, 300, 80
CLAIMS_PER_DOCUMENT = 20
RETOLD_EVERY, RETOLD_CLAIMS = 3, 6
# Multipliers of splitmix64, which leaves no pattern between neighbouring numbers.
SPREAD = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)
BITS = 2**64 - 1

SENTENCES = (
    ("INC.violation", "violations", "{n} violations were registered near {place}"),
    ("INC.violation", "violations", "{n} violations by {group} happened in {place}"),
    ("INC.shelling", "shellings", "{n} cases of shelling hit the outskirts of {place}"),
    ("INC.air_strike", "air_strikes", "{n} air strikes were reported at {place}"),
    ("INC.armed_clash", "attacks", "{n} attacks by {group} were repelled at {place}"),
    ("CAS.casualties", "killed", "{n} people were killed in {place}, {group} said"),
    ("CAS.casualties", "wounded", "{n} people were wounded in {place}"),
    ("CAS.displacement", "persons", "{n} persons fled from {place}"),
    ("PTY.accession", "groups", "{n} armed groups have joined the truce at {place}"),
    ("PTY.withdrawal", "groups", "{group} left the truce at {place} with {n} groups"),
    ("REC.local_agreement", "settlements", "{n} settlements at {place} joined"),
    ("REC.disarmament", "weapons", "{n} weapons were handed over in {place}"),
    ("HUM.delivery", "tonnes", "{n} tonnes of aid reached {place}"),
    ("HUM.corridor", "persons", "{n} persons left {place} through the corridor"),
    ("HUM.access_constraint", "convoys", "{n} convoys waited for access to {place}"),
    ("ARE.control", "percent", "{group} holds {n} percent of {place}"),
    ("ARE.control_change", "settlements", "{group} took {n} settlements at {place}"),
    ("MON.activity", "patrols", "{n} patrols passed {place}"),
    ("MON.restriction", "restrictions", "{n} restrictions were met at {place}"),
    ("FRC.strength", "fighters", "{group} has {n} fighters in {place}"),
    ("FRC.output_stat", "sorties", "{n} sorties were flown over {place}"),
    ("TLK.meeting", "meetings", "{n} meetings on {place} are planned"),
    ("DES.designation", "groups", "{n} groups at {place} were listed, {group} said"),
    ("INS.term", "hours", "the truce at {place} was extended by {n} hours"),
    ("DOC.status", "votes", "the draft on {place} was given {n} votes"),
)


class Bulletin(NamedTuple):
    """A made document with its claims, and when the ledger learns of it."""

    document: Document
    claims: tuple[Claim, ...]
    known: dt.datetime


def bulletins(count: int) -> Iterator[Bulletin]:
    """Yield so many bulletins, in the order the ledger learns of them."""
    return (_bulletin(number) for number in range(count))


def _pick(number: int, of: int) -> int:
    mixed = number * SPREAD[0] & BITS
    mixed = (mixed ^ mixed >> 30) * SPREAD[1] & BITS
    mixed = (mixed ^ mixed >> 27) * SPREAD[2] & BITS
    return (mixed ^ mixed >> 31) % of


class _Told(NamedTuple):
    """The numbers that what a claim tells follows from.

    Attributes:
        own: Of the claim: decides who says it.
        about: Decides what happened where, the same for a claim told again.
        counted: Decides the number given.
    """

    own: int
    about: int
    counted: int


def _told(number: int) -> list[_Told]:
    first = number * CLAIMS_PER_DOCUMENT
    told = [_Told(n, n, n) for n in range(first, first + CLAIMS_PER_DOCUMENT)]
    if _is_retold(number):
        for at in range(RETOLD_CLAIMS):
            before = first - CLAIMS_PER_DOCUMENT + at
            told[at] = _Told(first + at, before, before if at % 2 else first + at)
    return told


def _is_retold(number: int) -> bool:
    return number % RETOLD_EVERY == RETOLD_EVERY - 1


def _bulletin(number: int) -> Bulletin:
    dated = number - 1 if _is_retold(number) else number
    day = FIRST_DAY + dt.timedelta(days=_pick(dated, DAYS))
    told = _told(number)
    sentences = [_sentence(one) for one in told]
    publisher = f"publisher_{_pick(number + 7, PUBLISHERS)}"
    text = f"Bulletin {number} of {day}.\n" + ".\n".join(sentences) + "."
    document = Document(
        text=text,
        publisher=publisher,
        published=PartialDate.of(day),
        published_basis="metadata",
        title=f"Bulletin {number}",
        source_file=f"bulletin_{number:05d}.txt",
        url=f"https://{publisher}.example/{number}",
        byte_count=len(text.encode()),
    )
    claims, offset = [], text.index("\n") + 1
    for one, sentence in zip(told, sentences, strict=True):
        claims.append(_claim(document, one, sentence, offset))
        offset += len(sentence) + len(".\n")
    known = FIRST_KNOWN + dt.timedelta(minutes=number)
    return Bulletin(document, tuple(claims), known)


def _names(about: int) -> tuple[str, str]:
    return f"Place {_pick(about, PLACES)}", f"Group {_pick(about + 3, GROUPS)}"


def _sentence(told: _Told) -> str:
    place, group = _names(told.about)
    form = SENTENCES[_pick(told.about + 11, len(SENTENCES))][2]
    return form.format(n=1 + _pick(told.counted + 5, 400), place=place, group=group)


def _claim(document: Document, told: _Told, sentence: str, offset: int) -> Claim:
    place, group = _names(told.about)
    kind, unit, _ = SENTENCES[_pick(told.about + 11, len(SENTENCES))]
    day = str(document.published)
    speaker = f"speaker_{_pick(told.own // 5, SPEAKERS)}"
    return Claim(
        document=document.key,
        source_file=document.source_file,
        span=Span(offset, offset + len(sentence)),
        quote=sentence,
        kind=kind,
        voice=Voice.INDIRECT,
        chain=(
            Vouching("publisher", document.publisher, document.publisher, None, None),
            Vouching("speaker", speaker, speaker, None, "said"),
        ),
        roles=(Role("actor", group.lower().replace(" ", "_"), group, None),),
        places=(_place(place, sentence, offset),),
        time=ClaimTime(day, day, TimePrecision.DAY, TimeBasis.ANCHORED, None, None),
        quantity=_quantity(told.counted, unit, sentence, offset),
        counter=f"{speaker}.{unit}",
        reader=READER,
        rule=f"{kind}.count",
        policy="9c1e00112233445566aa",
    )


def _place(name: str, sentence: str, offset: int) -> ClaimPlace:
    start = offset + sentence.index(name)
    number = int(name.rpartition(" ")[2])
    return ClaimPlace(
        PlaceRole.AT,
        name.lower().replace(" ", "_"),
        name,
        name,
        Span(start, start + len(name)),
        33 + number / 100,
        36 + number / 100,
        PlacePrecision.SETTLEMENT,
        1,
    )


def _quantity(number: int, unit: str, sentence: str, offset: int) -> Quantity:
    value = 1 + _pick(number + 5, 400)
    start = offset + sentence.index(str(value))
    return Quantity(
        value,
        value,
        value,
        Quantifier.EXACT,
        unit,
        Aggregation.PER_PERIOD,
        str(value),
        Span(start, start + len(str(value))),
    )
