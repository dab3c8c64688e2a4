"""Long work asked for on a page: written down before it begins, and how it ended.

It is no part of the history: the act it does is. A piece of work that nobody
finished is found here again, and may be begun anew because its act has a number.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import defer
from sqlmodel import Session, col, delete, select
from sqlmodel.sql.expression import SelectOfScalar

from casework.errors import NotFoundError
from casework.record.bytes import digest
from casework.record.desk import found
from casework.record.record import Record
from models import Office, PageWork, Person, WorkKind

KEPT: Final = timedelta(days=30)
"""For so long it can be looked up how a piece of work ended."""
WITHOUT_BYTES = defer(PageWork.given)  # type: ignore[arg-type]  # a column, to SQLAlchemy


@dataclass(frozen=True, slots=True)
class Wanted:
    """A piece of long work as a page asks for it."""

    what: WorkKind
    back: str
    """Address of the page it is asked on."""
    typed: Mapping[str, object] = field(default_factory=dict)
    case_id: int | None = None
    data: bytes = b""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a piece of work ended."""

    said: str
    to: str = ""
    """Address of what it made; empty where it was refused."""
    field: str = ""


def ask(record: Record, person: str, act_id: str, wanted: Wanted, now: datetime) -> int:
    """Write work down and return its number. The same form sent twice is one piece of work.

    A form that was refused and comes again, put right, is asked anew.
    """
    with record.writing() as session:
        office_id = found(record.office(session).id)
        row = session.exec(
            select(PageWork).where(PageWork.office_id == office_id, PageWork.act_id == act_id)
        ).first()
        if row is None or (row.finished_at is not None and not row.went_well):
            owner = _person(session, office_id, person)
            row = row or PageWork(
                office_id=office_id,
                act_id=act_id,
                person_id=owner,
                what=wanted.what,
                asked_at=now,
            )
            row.person_id = owner
            _fill(row, wanted, now)
            session.add(row)
            session.commit()
        return found(row.id)


def _fill(row: PageWork, wanted: Wanted, now: datetime) -> None:
    row.what, row.back, row.case_id = wanted.what, wanted.back, wanted.case_id
    row.typed = json.dumps(dict(wanted.typed), ensure_ascii=False)
    row.given, row.file_name = wanted.data, wanted.name
    row.given_sha256 = digest(wanted.data) if wanted.data else ""
    row.asked_at, row.begun_at, row.finished_at, row.looked_at = now, None, None, None
    row.outcome, row.field, row.leads_to = "", "", ""


def begin(record: Record, number: int, now: datetime) -> PageWork | None:
    """Return work with its bytes, marked as begun; nothing if it is over."""
    with record.writing() as session:
        row = session.get(PageWork, number)
        if row is None or row.finished_at is not None:
            return None
        row.begun_at = now
        session.add(row)
        session.commit()
        return row


def finish(record: Record, number: int, now: datetime, ended: Ended) -> None:
    """Write down how work ended. Its bytes are let go: what was made of them is on the record."""
    with record.writing() as session:
        row = session.exec(_without_bytes().where(PageWork.id == number)).first()
        if row is None or row.finished_at is not None:
            return
        row.finished_at, row.went_well = now, bool(ended.to)
        row.outcome, row.leads_to, row.field = ended.said, ended.to, ended.field
        row.given = b""
        session.add(row)
        session.commit()


def look(record: Record, number: int, now: datetime) -> None:
    """Write down that whoever asked has seen how work ended."""
    with record.writing() as session:
        row = session.exec(_without_bytes().where(PageWork.id == number)).first()
        if row and row.finished_at is not None and row.looked_at is None:
            row.looked_at = now
            session.add(row)
            session.commit()


def work_of(record: Record, number: int, person: str) -> PageWork:
    """Return somebody's own work, without its bytes; refuse another's."""
    with record.reading() as session:
        office_id = found(record.office(session).id)
        owner = _person(session, office_id, person)
        row = session.exec(
            _without_bytes().where(PageWork.id == number, PageWork.person_id == owner)
        ).first()
    if row is None:
        message = "There is no such work of yours: look at what needs you today."
        raise NotFoundError(message)
    return row


def unfinished(record: Record) -> list[int]:
    """Return the numbers of the work that was asked for and is not over, the oldest first."""
    with record.reading() as session:
        wanted = select(PageWork.id).where(
            PageWork.office_id == record.office(session).id, col(PageWork.finished_at).is_(None)
        )
        return [found(number) for number in session.exec(wanted.order_by(col(PageWork.id)))]


def not_looked_at(record: Record, person: str) -> list[PageWork]:
    """Return the work of a person of which they have not seen the end, the latest first."""
    with record.reading() as session:
        # One question: everybody's first page asks it.
        wanted = (
            _without_bytes()
            .join(Person, col(Person.id) == PageWork.person_id)
            .join(Office, col(Office.id) == PageWork.office_id)
            .where(
                Office.key == record.office_key,
                Person.key == person,
                col(PageWork.looked_at).is_(None),
            )
        )
        return list(session.exec(wanted.order_by(col(PageWork.id).desc())))


def forget_old_work(record: Record, now: datetime) -> int:
    """Forget the work that was over more than a month ago. Returns how many pieces there were.

    What nobody has finished stays, however old: it is begun again.
    """
    with record.writing() as session:
        before = col(PageWork.finished_at) < now - KEPT
        mine = col(PageWork.office_id) == found(record.office(session).id)
        count = session.exec(delete(PageWork).where(mine, before)).rowcount
        session.commit()
    return count


def _without_bytes() -> SelectOfScalar[PageWork]:
    return select(PageWork).options(WITHOUT_BYTES)


def _person(session: Session, office_id: int, key: str) -> int:
    wanted = select(Person.id).where(Person.office_id == office_id, Person.key == key)
    return found(session.exec(wanted).first())
