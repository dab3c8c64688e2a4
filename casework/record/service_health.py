"""How the service is, as far as its record tells: sweeps, sources, errands, letters."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from casework.record.acts import act
from casework.record.desk import Desk, found
from casework.record.record import Record
from casework.record.source_looks import SourceLook, source_looks
from models import Act, Anchor, Case, Mail, OutboxRow
from models.words import MailState

OUTBOX_PATIENCE = timedelta(minutes=30)
SWEEP_PATIENCE = timedelta(hours=36)
BACKED_UP = "backed_up"


@dataclass(frozen=True, slots=True)
class Health:
    """What the record tells of the service."""

    sources: list[SourceLook]
    swept_on: str
    """The day of the last sweep; empty if there was none."""
    sweep_is_late: bool
    errands_due: int
    oldest_due: datetime | None
    errands_late: bool
    troubles: list[tuple[str, int]]
    """What is in the way of errands, and of how many."""
    unknown: list[tuple[Mail, Case | None]]
    """Letters of which nobody knows whether they were sent."""
    backed_up_at: datetime | None


@act(BACKED_UP)
def note_backup(desk: Desk, rows: int) -> int:
    """Write down that a backup was made of so many rows."""
    desk.note(BACKED_UP, None, rows=rows)
    return rows


def health(record: Record, now: datetime, may_see: Callable[[Case], bool]) -> Health:
    """Return how the service is, as far as whoever asks may know of its cases."""
    sources = source_looks(record)
    with record.reading() as session:
        office_id = found(record.office(session).id)
        swept = session.exec(
            select(Anchor).where(Anchor.office_id == office_id).order_by(col(Anchor.day).desc())
        ).first()
        unseen = _unseen(session, office_id, may_see)
        waiting = [row for row in _waiting(session, office_id) if row.subject not in unseen]
        due = sorted(row.due_at for row in waiting if row.due_at <= now)
        backed_up = session.exec(
            select(Act)
            .where(Act.office_id == office_id, Act.what == BACKED_UP)
            .order_by(col(Act.recorded_at).desc())
        ).first()
        return Health(
            sources=sources,
            swept_on=swept.day.isoformat() if swept else "",
            sweep_is_late=swept is None or now.date() - swept.day > SWEEP_PATIENCE,
            errands_due=len(due),
            oldest_due=due[0] if due else None,
            errands_late=bool(due) and now - due[0] > OUTBOX_PATIENCE,
            troubles=Counter(row.trouble for row in waiting if row.trouble).most_common(),
            unknown=_unknown(session, office_id, may_see),
            backed_up_at=backed_up.recorded_at if backed_up else None,
        )


def _waiting(session: Session, office_id: int) -> list[OutboxRow]:
    mine = select(OutboxRow).where(OutboxRow.office_id == office_id)
    return list(session.exec(mine.where(col(OutboxRow.done_at).is_(None))))


def _unseen(session: Session, office_id: int, may_see: Callable[[Case], bool]) -> set[str]:
    """Return what errands are called that are about cases out of reach, and about their letters."""
    embargoed = select(Case).where(
        Case.office_id == office_id, col(Case.embargoed_until).is_not(None)
    )
    cases = [case for case in session.exec(embargoed) if not may_see(case)]
    letters = select(Mail.key).where(col(Mail.case_id).in_([case.id for case in cases]))
    return {case.reference for case in cases} | set(session.exec(letters))


def _unknown(
    session: Session, office_id: int, may_see: Callable[[Case], bool]
) -> list[tuple[Mail, Case | None]]:
    wanted = (
        select(Mail, Case)
        .join(Case, col(Mail.case_id) == col(Case.id), isouter=True)
        .where(Mail.office_id == office_id, Mail.state == MailState.UNKNOWN)
        .order_by(col(Mail.id))
    )
    rows: list[tuple[Mail, Case | None]] = [(mail, case) for mail, case in session.exec(wanted)]
    return [(mail, case) for mail, case in rows if case is None or may_see(case)]
