"""Which act a door asks the table for, and what the table says: heard where it is decided."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from casework.errors import CaseworkError, WrongHandError
from casework.record import acts, write_points
from casework.record.desk import Desk
from casework.record.hand import Hand
from casework.record.record import Record
from casework.rules.authority import AUTHORITY
from models import ApiRequest
from models.words import Role
from web.api import changes

LAST_MOMENT = "act: rows written, not committed"
PARTS = {name.partition(":")[0] for name in AUTHORITY if ":" in name}
"""Acts of which a part takes more than the act itself: they go on until that is asked, too."""


class DecidedError(BaseException):
    """The table has spoken, and the test does no more: nothing on the way may catch this."""


class NotKeptError(CaseworkError):
    """Everything was ready to be kept, and the test keeps nothing."""


@dataclass
class Asked:
    """What the table was asked for by one door, in turn."""

    acts: list[str] = field(default_factory=list)
    refused: str = ""
    """The act it did not allow."""
    said: str = ""
    """The sentence it refused with."""
    ready: bool = False
    """Whether everything was done, and would have been kept."""

    @property
    def admitted(self) -> bool:
        """Return whether somebody was let in."""
        return bool(self.acts) and not self.refused


@contextmanager
def deciding(*, grant_all: bool = False) -> Iterator[Asked]:
    """Go as far as the table's word, and no further: neither its transaction nor an answer is made.

    The door, the hand it acts by, the roles of that hand and the table are the
    real ones. With `grant_all` everybody is let in: so a door tells which acts
    stand behind it.
    """
    with _heard(grant_all=grant_all, stops=True) as heard, pytest.MonkeyPatch.context() as patched:
        real = acts._carry_out

        def decide(record: Record, hand: Hand, what: str, body: Callable[[Desk], Any]) -> Any:
            if what in PARTS:
                return real(record, hand, what, body)
            with record.reading() as session:
                office = record.office(session)
                settings = record.settings_of(session, office)
            row: Any = SimpleNamespace(id=hand.act_id, case_id=None, person_id=None)
            nobody_s: Any = None
            Desk(nobody_s, office, settings, hand, row, record.outputs).need(what)
            raise AssertionError(what)

        patched.setattr(acts, "_carry_out", decide)
        patched.setattr(Desk, "person", _as_the_settings_say)
        patched.setattr(changes, "claimed", _not_claimed)
        yield heard


@contextmanager
def whole() -> Iterator[Asked]:
    """Let everything happen but the last moment: nothing is kept."""
    with _heard(grant_all=False, stops=False) as heard:
        yield heard


@contextmanager
def _heard(*, grant_all: bool, stops: bool) -> Iterator[Asked]:
    heard, needed = Asked(), Desk.need

    def need(desk: Desk, act: str) -> Role:
        heard.acts.append(act)
        try:
            role = desk.roles()[0] if grant_all else needed(desk, act)
        except WrongHandError as fault:
            heard.refused, heard.said = act, str(fault)
            if stops:
                raise DecidedError from fault
            raise
        if stops and act not in PARTS:
            raise DecidedError
        return role

    def stop(point: str) -> None:
        if point == LAST_MOMENT:
            heard.ready = True
            message = "A test keeps nothing."
            raise NotKeptError(message)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Desk, "need", need)
        patched.setattr(write_points, "hook", stop)
        yield heard


def _not_claimed(_: Record, fresh: ApiRequest) -> ApiRequest:
    return fresh


real_person = Desk.person


def _as_the_settings_say(desk: Desk, key: str | None = None) -> Any:
    if desk.session is not None:
        return real_person(desk, key)
    known = desk.settings.person(key or desk.hand.person or "")
    return SimpleNamespace(name=known.name if known else "Somebody", id=0)
