"""Sessions: one row for each browser in which somebody is signed in."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, select

from casework.errors import NotAllowedError
from casework.record.acts import act
from casework.record.desk import Desk, found
from casework.record.hand import LONDON
from casework.record.record import Record
from models import Person as PersonRow
from models import SignInLink, WebSession
from models.shapes.office import Office, OfficeSettings, Person
from models.words import Role

SESSION_LIFE = timedelta(hours=12)
"""A working day: nobody is signed in over night."""


@dataclass(frozen=True, slots=True)
class NewSession:
    """A session about to begin: hashes and tokens, no secret."""

    secret_sha256: str
    form_token: str
    browser: str


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody signed in, as a page needs to know them."""

    person: Person
    roles: frozenset[Role]
    settings: OfficeSettings
    form_token: str

    @property
    def office(self) -> Office:
        """Return the office they work for."""
        return self.settings.office


@act("sign_in")
def begin(desk: Desk, link_sha256: str, new: NewSession) -> str:
    """Use a link, once, and begin a session. Returns the person's key."""
    link = desk.session.exec(
        select(SignInLink).where(
            SignInLink.office_id == desk.office_id, SignInLink.secret_sha256 == link_sha256
        )
    ).first()
    if link is None or link.used_at is not None or link.expires_at <= desk.now:
        message = "This link has been used or is too old: ask for a new one."
        raise NotAllowedError(message)
    link.used_at = desk.now
    row = WebSession(
        office_id=desk.office_id,
        person_id=link.person_id,
        secret_sha256=new.secret_sha256,
        form_token=new.form_token,
        began_at=desk.now,
        expires_at=desk.now + SESSION_LIFE,
        browser=new.browser[:200],
    )
    desk.session.add_all([link, row])
    desk.session.flush()
    desk.note("signed_in", None, who=link.person_id, session=row.id)
    return found(desk.session.get(PersonRow, link.person_id)).key


@act("sign_out")
def end(desk: Desk, secret_sha256: str) -> int:
    """End one session. Returns how many there were."""
    return _end(desk, secret_sha256)


@act("sign_out_everywhere")
def end_all(desk: Desk) -> int:
    """End every session of the person acting. Returns how many there were."""
    return _end(desk, "")


def _end(desk: Desk, secret_sha256: str) -> int:
    wanted = select(WebSession).where(
        WebSession.person_id == desk.person_id, col(WebSession.ended_at).is_(None)
    )
    if secret_sha256:
        wanted = wanted.where(WebSession.secret_sha256 == secret_sha256)
    rows = list(desk.session.exec(wanted))
    for row in rows:
        row.ended_at = desk.now
        desk.session.add(row)
    desk.note("signed_out", None, sessions=len(rows))
    return len(rows)


def visitor(record: Record, secret_sha256: str, now: datetime) -> Visitor | None:
    """Return who is signed in by this session; nobody if it has ended, or they hold no role."""
    with record.reading() as session:
        row = session.exec(
            select(WebSession).where(WebSession.secret_sha256 == secret_sha256)
        ).first()
        if row is None or row.ended_at is not None or row.expires_at <= now:
            return None
        settings = record.settings_of(session, record.office(session))
        person = settings.person(found(session.get(PersonRow, row.person_id)).key)
        roles = person.roles_on(now.astimezone(LONDON).date()) if person else frozenset()
        return Visitor(person, roles, settings, row.form_token) if person and roles else None
