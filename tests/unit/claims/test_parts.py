"""Who takes part in a claim of each type."""

from trucewatch.claims.parts import doer_of, done_to_of, parts
from trucewatch.claims.types import claim_types


def test_every_type_has_its_parts() -> None:
    assert parts().keys() == claim_types().keys()


def test_who_acts_and_whom_it_concerns() -> None:
    assert (doer_of("INC.violation"), done_to_of("INC.violation")) == (
        "violator",
        "target",
    )


def test_where_nobody_acts_there_is_no_role() -> None:
    assert done_to_of("ARE.control") is None
    assert doer_of("XXX.new") is None
