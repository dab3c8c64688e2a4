"""The secret address of one person's calendar: made, made anew, taken back, read."""

from datetime import datetime

from sqlmodel import Session, col, select

from casework.access.sessions import Visitor
from casework.record.acts import act
from casework.record.desk import Desk, found
from casework.record.hand import LONDON
from casework.record.record import Record
from models import CalendarLink
from models import Person as PersonRow


@act("make_calendar_link")
def make_calendar_link(desk: Desk, secret_sha256: str) -> str:
    """Keep the address of a person's own calendar; the one before opens nothing any more.

    Returns the hash that is kept: the same act again gives the first one.
    """
    desk.roles()  # refuses whoever holds no role today
    _end(desk)
    row = CalendarLink(
        office_id=desk.office_id,
        person_id=found(desk.person_id),
        secret_sha256=secret_sha256,
        made_at=desk.now,
    )
    desk.session.add(row)
    desk.session.flush()
    desk.note("calendar_link_made", None, link=row.id, who=row.person_id)
    return secret_sha256


@act("revoke_calendar_link")
def revoke_calendar_link(desk: Desk) -> int:
    """Take the address of a person's own calendar back. Returns how many there were."""
    return _end(desk)


def _end(desk: Desk) -> int:
    rows = _live(desk.session, found(desk.person_id))
    for row in rows:
        row.revoked_at = desk.now
        desk.session.add(row)
        desk.note("calendar_link_revoked", None, link=row.id)
    return len(rows)


def _live(session: Session, person_id: int) -> list[CalendarLink]:
    wanted = select(CalendarLink).where(
        CalendarLink.person_id == person_id, col(CalendarLink.revoked_at).is_(None)
    )
    return list(session.exec(wanted))


def calendar_link_of(session: Session, office_id: int, key: str) -> CalendarLink | None:
    """Return the address of a person's calendar that works, if there is one."""
    wanted = select(PersonRow).where(PersonRow.office_id == office_id, PersonRow.key == key)
    person = session.exec(wanted).first()
    live = _live(session, found(person.id)) if person else []
    return live[-1] if live else None


def calendar_reader(record: Record, secret_sha256: str, now: datetime) -> Visitor | None:
    """Return whose calendar this address opens; nobody's if it was taken back, or they left."""
    with record.reading() as session:
        office = record.office(session)
        wanted = select(CalendarLink).where(CalendarLink.secret_sha256 == secret_sha256)
        row = session.exec(wanted).first()
        if row is None or row.office_id != office.id or row.revoked_at is not None:
            return None
        settings = record.settings_of(session, office)
        person = settings.person(found(session.get(PersonRow, row.person_id)).key)
        roles = person.roles_on(now.astimezone(LONDON).date()) if person else frozenset()
    return Visitor(person, roles, settings, form_token="") if person and roles else None
