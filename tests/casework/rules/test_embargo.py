"""A case under embargo is held until its release, and known only to those who keep it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from casework.rules.embargo import KEEPERS, is_embargoed, is_held, may_know
from models.words import Role

RELEASE = datetime(2022, 10, 14, 0, 1, tzinfo=UTC)
A_MOMENT = timedelta(seconds=1)


@dataclass(frozen=True)
class Copy:
    """A case as an embargo looks at it."""

    embargoed_until: datetime | None = RELEASE
    released_at: datetime | None = None


NEVER = Copy(embargoed_until=None)
RELEASED = Copy(released_at=RELEASE - timedelta(hours=1))


def test_only_an_embargo_that_nobody_has_lifted_is_one() -> None:
    assert is_embargoed(Copy())
    assert not is_embargoed(NEVER)
    assert not is_embargoed(RELEASED)


def test_a_case_is_held_up_to_the_moment_of_release_and_no_longer() -> None:
    assert is_held(Copy(), RELEASE - A_MOMENT)
    assert not is_held(Copy(), RELEASE)


@pytest.mark.parametrize("free", [NEVER, RELEASED])
def test_what_is_free_is_never_held(free: Copy) -> None:
    assert not is_held(free, RELEASE - A_MOMENT)


@pytest.mark.parametrize("role", list(Role))
def test_before_the_release_only_its_keepers_know_of_a_case(role: Role) -> None:
    assert may_know(Copy(), {role}, RELEASE - A_MOMENT) is (role in KEEPERS)
    assert may_know(Copy(), {role}, RELEASE)
    assert may_know(NEVER, {role}, RELEASE - A_MOMENT)


def test_whoever_carries_a_case_or_signs_it_keeps_it() -> None:
    assert {Role.POLICY_OFFICER, Role.SIGNATORY, Role.DEPUTY_SIGNATORY} <= KEEPERS
    assert Role.COMMUNICATIONS not in KEEPERS
