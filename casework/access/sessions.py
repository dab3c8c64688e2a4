"""Sessions: one row for each browser in which somebody is signed in."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, select

from casework.access.links import link_that_works
from casework.errors import NotAllowedError, NotFoundError
from casework.record.acts import act
from casework.record.desk import Desk, found
from casework.record.hand import LONDON
from casework.record.record import Record
from casework.rules.administration import may_administer, may_confirm
from casework.rules.progress import SIGNERS
from models import Person as PersonRow
from models import SureBy, WebSession
from models.shapes.office import Office, OfficeSettings, Person
from models.words import Role

SESSION_LIFE = timedelta(hours=12)
"""A working day: nobody is signed in over night."""
FRESH = timedelta(minutes=15)
"""For so long after a person showed who they are a signature needs no second step."""


@dataclass(frozen=True, slots=True)
class NewSession:
    """A session about to begin: hashes and tokens, no secret."""

    secret_sha256: str
    form_token: str
    browser: str
    began_by: SureBy = SureBy.LINK
    roles: frozenset[Role] | None = None
    """None: those the record gives the person, day by day."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody signed in, as a page needs to know them."""

    person: Person
    roles: frozenset[Role]
    settings: OfficeSettings
    form_token: str
    session_id: int = 0
    sure_at: datetime | None = None
    """When the service was last sure that it is they."""
    sure_by: SureBy = SureBy.LINK
    began_by: SureBy = SureBy.LINK
    told_roles: frozenset[Role] | None = None
    """The roles the office's own sign-in told, if roles are told there."""
    may_administer: bool = False
    """Whether they keep the office's settings today."""
    may_confirm: bool = False
    """Whether they may be the second person to a change of the settings."""

    def is_fresh(self, now: datetime) -> bool:
        """Return whether the service has been sure of them a short while ago."""
        return self.sure_at is not None and now < self.sure_at + FRESH

    @property
    def office(self) -> Office:
        """Return the office they work for."""
        return self.settings.office


@act("sign_in")
def begin(desk: Desk, link_sha256: str, new: NewSession) -> str:
    """Use a link, once, and begin a session. Returns the person's key."""
    working = link_that_works(desk.session, desk.office_id, desk.settings, link_sha256, desk.now)
    if working is None:
        message = "This link has been used or is too old: ask for a new one."
        raise NotAllowedError(message)
    link, person = working
    link.used_at = desk.now
    desk.session.add(link)
    keep_session(desk, link.person_id, new)
    return person.key


def keep_session(desk: Desk, person_id: int, new: NewSession) -> WebSession:
    """Begin a session of a person who has shown who they are."""
    row = WebSession(
        office_id=desk.office_id,
        person_id=person_id,
        secret_sha256=new.secret_sha256,
        form_token=new.form_token,
        began_at=desk.now,
        expires_at=desk.now + SESSION_LIFE,
        browser=new.browser[:200],
        began_by=new.began_by,
        roles="" if new.roles is None else json.dumps(sorted(new.roles)),
    )
    desk.session.add(row)
    desk.session.flush()
    desk.note("signed_in", None, who=person_id, session=row.id, by=new.began_by.value)
    return row


@act("sign_out")
def end(desk: Desk, secret_sha256: str) -> int:
    """End one session. Returns how many there were."""
    return _end(desk, secret_sha256)


@act("sign_out_everywhere")
def end_all(desk: Desk) -> int:
    """End every session of the person acting. Returns how many there were."""
    return _end(desk, "")


@act("sign_out_one")
def end_one(desk: Desk, number: int) -> int:
    """End one session of the person acting, by its number. Returns how many there were."""
    row = desk.session.get(WebSession, number)
    if row is None or row.person_id != desk.person_id:
        raise NotFoundError("There is no such session of yours: load the page again.")
    return _end(desk, row.secret_sha256)


def sessions_of(record: Record, person: str, now: datetime) -> list[WebSession]:
    """Return the sessions in which a person is signed in now, the newest first."""
    with record.reading() as session:
        office = record.office(session)
        wanted = (
            select(WebSession)
            .join(PersonRow, col(PersonRow.id) == WebSession.person_id)
            .where(
                PersonRow.office_id == office.id,
                PersonRow.key == person,
                col(WebSession.ended_at).is_(None),
                col(WebSession.expires_at) > now,
            )
        )
        return list(session.exec(wanted.order_by(col(WebSession.id).desc())))


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
    if rows:
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
        today = now.astimezone(LONDON).date()
        held = person.roles_on(today) if person else frozenset()
        told = frozenset(map(Role, json.loads(row.roles))) if row.roles else None
        roles = held if told is None else without_unheld_pens(told, held)
        if person is None or not roles:
            return None
        return Visitor(
            person=person,
            roles=roles,
            settings=settings,
            form_token=row.form_token,
            session_id=row.id or 0,
            sure_at=row.sure_at or row.began_at,
            sure_by=row.sure_by or row.began_by,
            began_by=row.began_by,
            told_roles=None if told is None else roles,
            may_administer=may_administer(settings, roles, today),
            may_confirm=may_confirm(settings, roles, today),
        )


def without_unheld_pens(told: frozenset[Role], held: frozenset[Role]) -> frozenset[Role]:
    """Return the roles told elsewhere, but for a signature the office's own settings do not give.

    Asked on every request: whoever has left the office signs nothing, whatever a token says.
    """
    return frozenset(role for role in told if role not in SIGNERS or role in held)
