"""An act tried and undone: what would be refused, and what would be done, on one record."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from casework.errors import CaseworkError, WrongHandError
from casework.record import history, write_points
from casework.record.desk import Desk
from casework.record.hand import Hand, the_service
from models.words import Role, Stage
from tests.authority.stages import WHEN, WHO
from tests.authority.ways_of_the_office import WAYS
from tests.authority.ways_on_a_case import (
    LET_PASS_WAYS,
    LIST_WAYS,
    PUBLISHING_WAYS,
    REPORT_WAYS,
    SIGNING_WAYS,
    WORD_WAYS,
)
from tests.authority.ways_with_others import COLLEAGUE_WAYS, FORCE_WAYS, LETTER_WAYS
from tests.builders import Service

ON_A_CASE = {
    **REPORT_WAYS,
    **LIST_WAYS,
    **WORD_WAYS,
    **LET_PASS_WAYS,
    **SIGNING_WAYS,
    **PUBLISHING_WAYS,
    **FORCE_WAYS,
    **COLLEAGUE_WAYS,
    **LETTER_WAYS,
}
OF_THE_OFFICE = WAYS
EVERY_WAY = {**ON_A_CASE, **OF_THE_OFFICE}


WITHOUT_A_WAY = {
    "make_letter": "each kind of letter has a way of its own",
    "revoke_guest_link:officer": "a part of revoke_guest_link",
    "answer_question:colleague": "a part of answer_question",
    "withdraw_question:colleague": "a part of withdraw_question",
    "confirm_by_code": "its number is counted under a session of a browser: tests/web/test_step_up",
    "look_at_source": "begins at a source, never with a person: tests/casework/test_watching",
    "leave_source_alone": "begins at a source, never with a person: tests/casework/test_watching",
    "reconcile_reports": "begins with a list: tests/casework/test_watching_weekly",
}
NOTHING = "nothing to do"


class UndoneError(Exception):
    """Everything was ready to be kept, and the test keeps nothing."""


class AdmittedError(Exception):
    """The table let somebody in, and the test does no more."""


def hand_of(role: Role, stage: Stage) -> Hand:
    """Return the hand of whoever has this role, at a moment of this stage."""
    if role is Role.SERVICE:
        return the_service(WHEN[stage])
    return Hand(now=WHEN[stage], person=WHO[role])


def tried(act: str, service: Service, role: Role, stage: Stage) -> str:
    """Try an act and undo it. Returns why it was refused; empty if it would be done.

    An act that finds nothing to do says so: `nothing to do`.
    """
    with pytest.MonkeyPatch.context() as patched:
        noted = _watched(patched)
        patched.setattr(write_points, "hook", _stop)
        try:
            EVERY_WAY[act](service, hand_of(role, stage))
        except UndoneError:
            return NOTHING if set(noted) == {"nothing_changed"} else ""
        except CaseworkError as fault:
            return f"{type(fault).__name__}: {fault}"
    return NOTHING


def let_in(act: str, service: Service, role: Role, stage: Stage) -> bool:
    """Return whether the table lets somebody begin an act; nothing of it is done."""
    needed = Desk.need

    def need(desk: Desk, name: str) -> Role:
        needed(desk, name)
        if name == act or ":" not in act:
            raise AdmittedError
        return role

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Desk, "need", need)
        try:
            EVERY_WAY[act](service, hand_of(role, stage))
        except AdmittedError:
            return True
        except WrongHandError:
            return False
    raise AssertionError(act)


@contextmanager
def noted_in() -> Iterator[list[str]]:
    """Give what is written into the histories meanwhile, by its name."""
    with pytest.MonkeyPatch.context() as patched:
        yield _watched(patched)


def _stop(point: str) -> None:
    if point == "act: rows written, not committed":
        raise UndoneError


def _watched(patched: pytest.MonkeyPatch) -> list[str]:
    noted: list[str] = []
    append = history.append

    def watched(*given: Any) -> Any:
        noted.append(given[-1]["what"])
        return append(*given)

    patched.setattr(history, "append", watched)
    return noted
