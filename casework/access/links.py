"""Links that sign one person in, once. The secret itself never reaches the record."""

from datetime import date, datetime, timedelta

from sqlmodel import Session, select

from casework.errors import NotAllowedError
from casework.record.acts import act
from casework.record.desk import Desk, found
from casework.record.hand import LONDON
from casework.record.record import Record
from casework.rules.wording import british_date
from models import Person as PersonRow
from models import SignInLink
from models.shapes.office import OfficeSettings, Person

LINK_LIFE = timedelta(minutes=15)
"""How long a link works: long enough to fetch the mail on a telephone."""


@act("make_sign_in_link")
def keep_link(desk: Desk, key: str, secret_sha256: str) -> str:
    """Keep the hash of a link that signs a person in. Returns the person's name."""
    person = desk.person(key)
    known = desk.settings.person(person.key)
    if known is None or not known.roles_on(desk.hand.today):
        day = british_date(desk.hand.today)
        message = f"{person.name} holds no role in this office on {day}: nobody signs in as them."
        raise NotAllowedError(message)
    desk.session.add(
        SignInLink(
            office_id=desk.office_id,
            person_id=found(person.id),
            secret_sha256=secret_sha256,
            made_at=desk.now,
            expires_at=desk.now + LINK_LIFE,
        )
    )
    desk.note("sign_in_link_made", None, to=person.id)
    return person.name


def link_that_works(
    session: Session, office_id: int, settings: OfficeSettings, secret_sha256: str, now: datetime
) -> tuple[SignInLink, Person] | None:
    """Return a link and whom it signs in; nothing if it is used, too old, or they have left.

    Whether they hold a role is asked on the day the link is used: their last
    one may have ended between the mail and the click.
    """
    link = session.exec(
        select(SignInLink).where(
            SignInLink.office_id == office_id, SignInLink.secret_sha256 == secret_sha256
        )
    ).first()
    if link is None or link.used_at is not None or link.expires_at <= now:
        return None
    person = settings.person(found(session.get(PersonRow, link.person_id)).key)
    today = now.astimezone(LONDON).date()
    return (link, person) if person is not None and person.roles_on(today) else None


def signed_in_by(record: Record, secret_sha256: str, now: datetime) -> Person | None:
    """Return whom a link signs in while it works. Looking does not use it."""
    with record.reading() as session:
        office = record.office(session)
        settings = record.settings_of(session, office)
        working = link_that_works(session, found(office.id), settings, secret_sha256, now)
    return working[1] if working else None


def person_with_address(settings: OfficeSettings, address: str, on: date) -> Person | None:
    """Return whoever has this e-mail address and a role on this day."""
    wanted = address.strip().casefold()
    return next(
        (p for p in settings.people if p.email.casefold() == wanted and p.roles_on(on)), None
    )
