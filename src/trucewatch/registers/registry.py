"""All registers by name: the twelve subjects, counters and disagreements."""

from collections.abc import Mapping
from types import MappingProxyType

from trucewatch.comparison.disputes import matters
from trucewatch.comparison.surroundings import Knowledge
from trucewatch.errors import UnknownNameError
from trucewatch.ledger.marking import Marking
from trucewatch.registers import (
    aid,
    areas,
    casualties,
    counters,
    designations,
    disagreements,
    drafts,
    forces,
    incidents,
    instruments,
    monitoring,
    parties,
    reconciliations,
    talks,
)
from trucewatch.registers.grouping import Subject
from trucewatch.registers.register import Register

REGISTERS: Mapping[str, Register] = MappingProxyType(
    {
        module.REGISTER.name: module.REGISTER
        for module in (
            instruments,
            parties,
            designations,
            areas,
            reconciliations,
            incidents,
            monitoring,
            casualties,
            aid,
            talks,
            drafts,
            forces,
            counters,
            disagreements,
        )
    }
)


def register(name: str) -> Register:
    """Return the register of that name.

    Raises:
        UnknownNameError: There is none; the message suggests near ones.
    """
    try:
        return REGISTERS[name]
    except KeyError:
        raise UnknownNameError("register", name, REGISTERS) from None


def markings(theatre: Knowledge) -> tuple[Marking, ...]:
    """Return what registers and comparison put on claims, to be prepared in one go."""
    of_subjects = [
        r.marking(theatre) for r in REGISTERS.values() if isinstance(r, Subject)
    ]
    return (*of_subjects, counters.marking_of(theatre), matters(theatre))
