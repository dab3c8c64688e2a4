"""Links that sign one person in, once. The secret itself never reaches the record."""

from datetime import date, timedelta

from casework.errors import NotAllowedError
from casework.record.acts import act
from casework.record.desk import Desk, found
from casework.rules.wording import british_date
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


def person_with_address(settings: OfficeSettings, address: str, on: date) -> Person | None:
    """Return whoever has this e-mail address and a role on this day."""
    wanted = address.strip().casefold()
    return next(
        (p for p in settings.people if p.email.casefold() == wanted and p.roles_on(on)), None
    )
