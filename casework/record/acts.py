"""Every act in one transaction: its change, its history, its errands.

A leg is written as a function of a desk and decorated with `act`. Called with
the record and a hand it runs inside one transaction. An act number that has
been seen before changes nothing and gives the first answer again.
"""

import json
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from sqlmodel import Session, select

from casework.errors import NotFoundError, RefusedInputError
from casework.record import history
from casework.record.copies import lay_out
from casework.record.desk import Desk, found
from casework.record.hand import Hand
from casework.record.record import Record
from casework.record.write_points import reached
from models import Act, Case, Office, Person
from models.words import Role

P = ParamSpec("P")
T = TypeVar("T", bound=str | int | bool | list[str] | None)


def act(
    what: str,
) -> Callable[[Callable[Concatenate[Desk, P], T]], Callable[Concatenate[Record, Hand, P], T]]:
    """Make a function of a desk into an act on the record."""

    def deed(body: Callable[Concatenate[Desk, P], T]) -> Callable[Concatenate[Record, Hand, P], T]:
        @wraps(body)
        def done(record: Record, hand: Hand, /, *args: P.args, **kwargs: P.kwargs) -> T:
            return _carry_out(record, hand, what, lambda desk: body(desk, *args, **kwargs))

        return done

    return deed


def _carry_out(record: Record, hand: Hand, what: str, body: Callable[[Desk], T]) -> T:
    with record.writing() as session:
        office = _lock_office(session, record.office_key)
        earlier = session.get(Act, hand.act_id)
        if earlier is not None:
            _check_same(earlier, office, what)
            return json.loads(earlier.answer)  # type: ignore[no-any-return]  # what T was stored as
        desk = _desk(record, session, office, hand, what)
        desk.need(what)
        answer = body(desk)
        if hand.person is None and desk.last_entry is None:
            _leave_no_trace(desk)
            return answer
        if desk.last_entry is not None:
            desk.check_stage(what)
        _seal(desk, json.dumps(answer))
        reached("act: rows written, not committed")
        session.commit()
    reached("act: committed, copies not written")
    if desk.copies:
        with record.reading() as session:
            lay_out(session, desk.copies)
    return answer


def _leave_no_trace(desk: Desk) -> None:
    # The service found nothing to do: a sweep that changes nothing leaves
    # nothing, not even its own act.
    if not desk.noted:
        desk.session.rollback()
        return
    desk.session.delete(desk.act)
    desk.session.commit()


def _seal(desk: Desk, answer: str) -> None:
    """Bind the act's row into the history, with what it gave back."""
    desk.act.answer = answer
    if desk.last_entry is None:
        # A person did something that changed nothing: that, too, stays on record.
        case = desk.session.get(Case, desk.act.case_id) if desk.act.case_id else None
        desk.note("nothing_changed", case)
    history.seal(found(desk.last_entry), desk.act)
    desk.session.flush()


def _check_same(earlier: Act, office: Office, what: str) -> None:
    # Answering another act's answer would lose this one without a word.
    if (earlier.what, earlier.office_id) != (what, office.id):
        done = earlier.what.replace("_", " ")
        message = (
            f"The act number {earlier.id} was used for another act ({done}): "
            "give this one a number of its own."
        )
        raise RefusedInputError(message)


def _lock_office(session: Session, key: str) -> Office:
    # One writer per office at a time: references, chains and routes need no
    # further lock. SQLite already has one writer; PostgreSQL locks this row.
    office = session.exec(select(Office).where(Office.key == key).with_for_update()).first()
    if office is None:
        message = f"The office {key} is not on this record: run `section55 office load FILE`."
        raise NotFoundError(message)
    return office


def _desk(record: Record, session: Session, office: Office, hand: Hand, what: str) -> Desk:
    row = Act(
        id=hand.act_id,
        office_id=office.id or 0,
        what=what,
        role=Role.SERVICE,
        acted_at=hand.at,
        recorded_at=hand.now,
        login=hand.system_user,
    )
    settings = record.settings_of(session, office)
    desk = Desk(session, office, settings, hand, row, record.outputs, front_desk=record.front_desk)
    if hand.person:
        row.person_id = _person_id(desk)
        row.role = desk.roles()[0]
    session.add(row)
    session.flush()
    return desk


def _person_id(desk: Desk) -> int | None:
    person: Person = desk.person()
    return person.id
