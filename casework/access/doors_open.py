"""Who is signed in where, and which links for forces work: looked at and ended by whoever may."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from casework.errors import NotFoundError, WrongHandError
from casework.record.acts import act
from casework.record.desk import Desk, found
from casework.record.record import Record
from casework.rules.administration import may_administer
from models import Case, GuestLink, Person, WebSession


@dataclass(frozen=True, slots=True)
class SignedIn:
    """One browser in which somebody is signed in."""

    number: int
    who: str
    began_at: datetime
    expires_at: datetime
    browser: str


def signed_in(record: Record, now: datetime) -> list[SignedIn]:
    """Return every session that has not ended, the latest first."""
    with record.reading() as session:
        wanted = (
            select(WebSession, Person)
            .join(Person, col(WebSession.person_id) == col(Person.id))
            .where(
                WebSession.office_id == record.office(session).id,
                col(WebSession.ended_at).is_(None),
                col(WebSession.expires_at) > now,
            )
            .order_by(col(WebSession.id).desc())
        )
        return [
            SignedIn(found(row.id), person.name, row.began_at, row.expires_at, row.browser)
            for row, person in session.exec(wanted)
        ]


def links_that_work(
    session: Session, office_id: int, now: datetime
) -> list[tuple[GuestLink, Case]]:
    """Return every link for a force that opens something now, with its case, the latest first."""
    wanted = (
        select(GuestLink, Case)
        .join(Case, col(GuestLink.case_id) == col(Case.id))
        .where(
            GuestLink.office_id == office_id,
            col(GuestLink.revoked_at).is_(None),
            col(GuestLink.expires_at) > now,
        )
        .order_by(col(GuestLink.id).desc())
    )
    return list(session.exec(wanted))


@act("end_session")
def end_session(desk: Desk, number: int) -> str:
    """End one session of anybody. Returns the name of whoever was signed in."""
    if not may_administer(desk.settings, frozenset(desk.roles()), desk.hand.today):
        message = (
            f"{desk.person().name} may not end another’s session: that takes an administrator."
        )
        raise WrongHandError(message)
    row = desk.session.get(WebSession, number)
    if row is None or row.office_id != desk.office_id:
        message = f"There is no session {number}: look at the list again."
        raise NotFoundError(message)
    if row.ended_at is None:
        row.ended_at = desk.now
        desk.session.add(row)
        desk.note("session_ended", None, who=row.person_id, session=row.id)
    return found(desk.session.get(Person, row.person_id)).name
