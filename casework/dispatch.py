"""Carries out what the outbox asks for: one hand at a time, under a lease.

Our own rows are done exactly once. The outside is never lost and never blindly
repeated: a letter whose acceptance nobody knows is put before a person.
"""

import os
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from casework.errors import CaseworkError, DoorError
from casework.folder_watch import look_into_folders
from casework.intake import announced_key
from casework.letters_out import MailDoors, send_letter
from casework.publication import PublicationDoors, close_when_copied, publish
from casework.record.hand import the_service
from casework.record.letters import Library
from casework.record.record import Record
from casework.record.search_waiting import read_waiting
from casework.sources.mailbox import Mailbox
from casework.wake import Bell
from casework.watching import Fetcher
from models import Errand, OutboxRow

LEASE = timedelta(seconds=50)
"""After this long a row that nobody finished is taken up again."""
FIRST_PAUSE = timedelta(seconds=15)
LONGEST_PAUSE = timedelta(hours=1)
READ_IN_A_ROUND = 10
"""Texts read for the search in one round, so that the next errand is not late."""
EVERY_ERRAND = frozenset(Errand)
WITHOUT_ENGINE = frozenset({Errand.SEND_MAIL, Errand.PUBLISH})
"""Errands that need no engine: a flow, a sweep or a test may carry them out itself."""


@dataclass(frozen=True, slots=True)
class Doors:
    """Every door of the service, made once by `wiring`."""

    record: Record
    library: Library
    mail: MailDoors
    publication: PublicationDoors
    visitor: Fetcher
    """Who visits the sources of reports."""
    bell: Bell
    mailbox: Mailbox | None = None
    """Where the inspectors' alerts arrive, if the office names a mailbox."""


def carry_out(
    doors: Doors,
    now: datetime,
    errands: Collection[Errand] = EVERY_ERRAND,
    subject: str | None = None,
) -> list[str]:
    """Carry out every errand that is due, and say what was done, one sentence each."""
    done = []
    while row := _claim(doors.record, now, errands, subject):
        done.append(_do(doors, row, now))
    return [*filter(None, done)]


def _claim(
    record: Record, now: datetime, errands: Collection[Errand], subject: str | None
) -> OutboxRow | None:
    with record.writing() as session:
        row = session.exec(_due(record, session, now, errands, subject)).first()
        if row is None:
            return None
        row.leased_by, row.leased_until = f"{os.getpid()}", now + LEASE
        row.attempts += 1
        session.add(row)
        session.commit()
        return row


def _due(
    record: Record,
    session: Session,
    now: datetime,
    errands: Collection[Errand],
    subject: str | None,
) -> SelectOfScalar[OutboxRow]:
    wanted = (
        select(OutboxRow)
        .where(
            OutboxRow.office_id == record.office(session).id,
            col(OutboxRow.done_at).is_(None),
            col(OutboxRow.errand).in_(errands),
            OutboxRow.due_at <= now,
            or_(col(OutboxRow.leased_until).is_(None), col(OutboxRow.leased_until) < now),
        )
        .order_by(col(OutboxRow.due_at), col(OutboxRow.id))
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    return wanted.where(OutboxRow.subject == subject) if subject else wanted


def _do(doors: Doors, row: OutboxRow, now: datetime) -> str:
    try:
        said = _DOERS[row.errand](doors, row, now)
    except DoorError as fault:
        _put_off(doors.record, row, now, str(fault))
        return f"{row.errand.value} {row.subject}: {fault}"
    except CaseworkError as fault:
        # Not the outside's fault but the case's: asking again changes nothing.
        _finish(doors.record, row, now, str(fault))
        return f"{row.errand.value} {row.subject}: {fault}"
    _finish(doors.record, row, now, "")
    return said


def _finish(record: Record, row: OutboxRow, now: datetime, trouble: str) -> None:
    def end(kept: OutboxRow) -> None:
        kept.done_at, kept.trouble, kept.leased_until = now, trouble, None

    _change(record, row, end)


def _put_off(record: Record, row: OutboxRow, now: datetime, trouble: str) -> None:
    def wait(kept: OutboxRow) -> None:
        pause = min(FIRST_PAUSE * 2 ** min(kept.attempts - 1, 10), LONGEST_PAUSE)
        kept.due_at, kept.trouble, kept.leased_until = now + pause, trouble, None

    _change(record, row, wait)


def _change(record: Record, row: OutboxRow, change: Callable[[OutboxRow], None]) -> None:
    with record.writing() as session:
        kept = session.get(OutboxRow, row.id)
        if kept:
            change(kept)
            session.add(kept)
        session.commit()


def _send_mail(doors: Doors, row: OutboxRow, now: datetime) -> str:
    said = send_letter(doors.record, the_service(now), row.subject, doors.mail)
    reference, _, what = row.subject.partition(":")
    if what.startswith("copy:"):
        close_when_copied(doors.record, the_service(now), reference)
    return said


def _publish(doors: Doors, row: OutboxRow, now: datetime) -> str:
    said = publish(doors.record, the_service(now), row.subject, doors.publication)
    return f"{row.subject}: {' '.join(said)}" if said else ""


def _run_flow(doors: Doors, row: OutboxRow, now: datetime) -> str:
    del now
    about = {"case_reference": row.subject} if row.subject else {}
    doors.bell.ring_run(row.flow, about, row.key)
    return f"The engine was asked to run {row.flow} for {row.subject or 'the office'}."


def _announce(doors: Doors, row: OutboxRow, now: datetime) -> str:
    del now
    # A case opened by hand is announced by its reference; what a source showed, by its key.
    known = row.subject.startswith("S55-")
    key = announced_key(doors.record, row.subject) if known else row.subject
    doors.bell.ring_event(key)
    return f"The engine was told of a new report ({row.subject})."


_DOERS: dict[Errand, Callable[[Doors, OutboxRow, datetime], str]] = {
    Errand.SEND_MAIL: _send_mail,
    Errand.PUBLISH: _publish,
    Errand.RUN_FLOW: _run_flow,
    Errand.ANNOUNCE_REPORT: _announce,
}


def one_round(doors: Doors, now: datetime) -> list[str]:
    """Look into the folders of the cases, then carry out every errand that is due.

    Last, some of the texts that wait to be searched are read: nobody waits for that.
    """
    taken = look_into_folders(doors.record, doors.library, now)
    done = carry_out(doors, now)
    read_waiting(doors.record, READ_IN_A_ROUND)
    return [*taken, *done]
