"""Coming in by the office's own sign-in: who somebody known there is here."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import select

from casework.access.confirming import be_sure
from casework.access.links import person_with_address
from casework.access.secrets import hash_of
from casework.access.sessions import NewSession, keep_session
from casework.errors import NotAllowedError
from casework.record.acts import act
from casework.record.desk import Desk, found
from models import Identity, ProviderReturn, SureBy
from models import Person as PersonRow
from models.shapes.office import Person

UNKNOWN = (
    "You are known to {label}, but not to this office: ask whoever looks after the service to add "
    "you to its people, with the e-mail address you use there."
)
GONE = "This way in has been used or is too old: begin again."


@dataclass(frozen=True, slots=True)
class Known:
    """Who has come back from the office's own sign-in, as its token says, proved."""

    issuer: str
    subject: str
    email: str = ""
    """Empty where the token tells none, or one that nobody has verified."""
    label: str = "your office’s sign-in"


@act("sign_in_elsewhere")
def enter_by_provider(desk: Desk, known: Known, state: str, new: NewSession) -> str:
    """Begin a session for somebody the office's own sign-in vouches for. Returns their key."""
    _use(desk, state)
    person = _person(desk, known)
    if not person.roles_on(desk.hand.today) or (new.roles is not None and not new.roles):
        raise NotAllowedError(f"{person.name} holds no role in this office today.")
    keep_session(desk, found(desk.person(person.key).id), new)
    return person.key


@act("confirm_elsewhere")
def confirm_by_provider(desk: Desk, known: Known, state: str, session_id: int) -> str:
    """Be sure of somebody again, whom the office's own sign-in has just asked anew."""
    _use(desk, state)
    person = _person(desk, known)
    if desk.person(person.key).id != desk.person_id:
        message = (
            f"{person.name} signed in there, not {desk.person().name}: nothing was confirmed. "
            "Sign in as yourself."
        )
        raise NotAllowedError(message)
    be_sure(desk, session_id, SureBy.PROVIDER)
    return person.key


def _use(desk: Desk, state: str) -> None:
    """Use a way back, once."""
    key = hash_of(state)
    used = desk.session.exec(
        select(ProviderReturn).where(ProviderReturn.state_sha256 == key)
    ).first()
    if used is not None:
        raise NotAllowedError(GONE)
    desk.session.add(ProviderReturn(office_id=desk.office_id, state_sha256=key, came_at=desk.now))


def _person(desk: Desk, known: Known) -> Person:
    """Return who this is here: linked before, or by a verified address, and linked now."""
    row = desk.session.exec(
        select(Identity).where(
            Identity.office_id == desk.office_id,
            Identity.issuer == known.issuer,
            Identity.subject == known.subject,
        )
    ).first()
    if row is not None:
        linked = desk.settings.person(found(desk.session.get(PersonRow, row.person_id)).key)
        if linked is None:
            raise NotAllowedError(UNKNOWN.format(label=known.label))
        return linked
    person = _with_address(desk, known, desk.hand.today)
    row = Identity(
        office_id=desk.office_id,
        issuer=known.issuer,
        subject=known.subject,
        person_id=found(desk.person(person.key).id),
        linked_at=desk.now,
    )
    desk.session.add(row)
    desk.session.flush()
    desk.note("identity_linked", None, who=row.person_id, identity=row.id)
    return person


def _with_address(desk: Desk, known: Known, on: date) -> Person:
    person = person_with_address(desk.settings, known.email, on) if known.email else None
    if person is None:
        raise NotAllowedError(UNKNOWN.format(label=known.label))
    return person
