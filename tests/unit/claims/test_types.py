"""The 50 claim types and their crosswalk."""

import pytest

from trucewatch.claims.types import (
    claim_type,
    claim_types,
    family_of,
    kinds_of,
    read_types,
    subject_of,
    subjects,
)
from trucewatch.errors import UnknownNameError


def test_there_are_fifty_types_of_twelve_subjects() -> None:
    assert len(claim_types()) == 50
    assert len(subjects()) == 12


@pytest.mark.parametrize("kind", sorted(claim_types()))
def test_every_type_is_described_and_belongs_to_a_family(kind: str) -> None:
    found = claim_type(kind)
    assert found.description.endswith((".", "observed."))
    assert found.family
    assert found.subject in subjects()


def test_a_subject_owns_its_kinds_and_no_others() -> None:
    assert kinds_of("monitoring") == ("MON.restriction", "MON.activity")
    assert subject_of("DET.custody") == "incidents"


def test_control_and_presence_speak_of_one_matter() -> None:
    assert family_of("ARE.control") == family_of("ARE.presence")
    assert family_of("ARE.control") != family_of("REC.local_agreement")


def test_an_unknown_kind_is_refused_with_a_near_one() -> None:
    with pytest.raises(UnknownNameError, match=r"PTY\.accession"):
        claim_type("PTY.acession")


def test_an_unknown_subject_is_refused_with_a_near_one() -> None:
    with pytest.raises(UnknownNameError, match="parties"):
        kinds_of("partys")


COLUMNS = (
    "kind",
    "subject",
    "family",
    "roles",
    "units",
    "aggregations",
    "counted",
    "acled",
    "plover",
    "cameo",
    "description",
)


def test_a_table_is_read_past_its_comments() -> None:
    lines = [
        "# a note",
        "\t".join(COLUMNS),
        "X.y\taid\tz\ta b\tkm\t\t1\tBattles: Clash|Other: Thing\t\t041\tSomething.",
    ]
    found = read_types(lines)["X.y"]
    assert found.roles == ("a", "b")
    assert found.acled == ("Battles: Clash", "Other: Thing")
    assert found.counted
