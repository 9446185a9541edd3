"""Who may do what, and who is signed in."""

from itertools import pairwise
from pathlib import Path

import pytest

from trucewatch.errors import UnknownNameError
from trucewatch.web.people import (
    FAILURES,
    SESSION_SECONDS,
    WAIT_SECONDS,
    People,
    PersonFormError,
    Role,
    Sessions,
)

SECRET = "a long enough secret"  # noqa: S105 - of people in tests


class Hands:
    """A clock whose hands the test moves."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def people(tmp_path: Path) -> People:
    made = People(tmp_path / "bench" / "people.json")
    made.enter("ada", "owner", SECRET)
    return made


def test_a_higher_role_may_what_a_lower_one_may() -> None:
    for lower, higher in pairwise(Role):
        assert higher.may(lower)
        assert not lower.may(higher)


def test_nobody_is_there_at_first(tmp_path: Path) -> None:
    assert not People(tmp_path / "people.json")


def test_people_are_remembered_without_their_passwords(
    people: People, tmp_path: Path
) -> None:
    people.enter("ben", "reader", SECRET)
    path = tmp_path / "bench" / "people.json"
    again = People(path)
    assert [(p.name, p.role) for p in again.all()] == [
        ("ada", Role.OWNER),
        ("ben", Role.READER),
    ]
    assert SECRET not in path.read_text("utf-8")
    assert path.stat().st_mode & 0o077 == 0


def test_a_password_lets_its_person_in_and_nobody_else(people: People) -> None:
    found = people.check("ada", SECRET)
    assert found is not None
    assert found.name == "ada"
    assert people.check("ada", "another long secret") is None
    assert people.check("eve", SECRET) is None


def test_somebody_who_left_is_not_let_in(people: People) -> None:
    people.enter("ben", "coder", SECRET)
    people.set_active("ben", active=False)
    assert people.check("ben", SECRET) is None
    people.set_active("ben", active=True)
    assert people.check("ben", SECRET) is not None


@pytest.mark.parametrize(
    ("name", "password"),
    [("", SECRET), ("  ", SECRET), ("a\nb", SECRET), ("ben", "short")],
)
def test_a_person_needs_a_name_and_a_long_password(
    people: People, name: str, password: str
) -> None:
    with pytest.raises(PersonFormError):
        people.enter(name, "coder", password)
    assert len(people.all()) == 1


def test_roles_are_those_there_are(people: People) -> None:
    with pytest.raises(UnknownNameError, match="king"):
        people.enter("ben", "king", SECRET)


def test_the_last_owner_stays(people: People) -> None:
    with pytest.raises(PersonFormError, match="owner"):
        people.set_active("ada", active=False)
    with pytest.raises(PersonFormError, match="owner"):
        people.enter("ada", "reader", SECRET)
    assert people.check("ada", SECRET) is not None


def test_a_stranger_cannot_be_let_in(people: People) -> None:
    with pytest.raises(UnknownNameError, match="eve"):
        people.set_active("eve", active=True)


def test_a_session_ends_when_its_person_signs_out() -> None:
    sessions = Sessions(Hands())
    session = sessions.sign_in("ada")
    assert sessions.name(session) == "ada"
    sessions.sign_out(session)
    assert sessions.name(session) is None


def test_a_session_ends_by_itself() -> None:
    hands = Hands()
    sessions = Sessions(hands)
    session = sessions.sign_in("ada")
    hands.now += SESSION_SECONDS + 1
    assert sessions.name(session) is None


def test_a_forms_token_is_its_sessions_own() -> None:
    sessions = Sessions(Hands())
    first, second = sessions.new(), sessions.new()
    assert sessions.allows(first, sessions.token(first))
    assert not sessions.allows(second, sessions.token(first))


def test_after_many_wrong_passwords_one_waits_and_then_no_longer() -> None:
    hands = Hands()
    sessions = Sessions(hands)
    for _ in range(FAILURES):
        assert not sessions.must_wait("ada")
        sessions.fail("ada")
    assert sessions.must_wait("ada")
    assert not sessions.must_wait("ben")
    hands.now += WAIT_SECONDS + 1
    assert not sessions.must_wait("ada")


def test_a_right_password_forgets_the_wrong_ones() -> None:
    sessions = Sessions(Hands())
    for _ in range(FAILURES - 1):
        sessions.fail("ada")
    sessions.sign_in("ada")
    sessions.fail("ada")
    assert not sessions.must_wait("ada")
