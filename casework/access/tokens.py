"""Tokens by which another system acts for one person: made by that person, and taken back."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlmodel import Session, col, select

from casework.access.sessions import Visitor
from casework.errors import NotFoundError, RefusedInputError, WrongHandError
from casework.reading.clean_text import composed, on_one_line
from casework.record.acts import act
from casework.record.desk import Desk, found
from casework.record.hand import LONDON
from casework.record.record import Record
from casework.rules.administration import may_administer
from models import ApiToken, SureBy
from models import Person as PersonRow

TOKEN_DAYS: Final = 90
"""How long a token works unless somebody says otherwise."""
MOST_TOKEN_DAYS: Final = 366
SIGNING_DAYS: Final = 1
"""How long a token that signs works: a machine cannot be asked who sits before it."""
LONGEST_NAME: Final = 80
NO_SIGNATURES: Final = (
    "This office takes no signatures by other systems: sign on the page of the case. "
    "(The settings allow it with api_signatures_allowed.)"
)
BETWEEN_MARKS: Final = timedelta(minutes=5)
"""A token in use is not marked as used more often: reading should not wait for writing."""


@dataclass(frozen=True, slots=True)
class NewToken:
    """A token about to be made: the hash of its secret, what it is for, what it may do."""

    secret_sha256: str
    name: str
    may_write: bool = False
    days: int = TOKEN_DAYS
    sure_by: SureBy | None = None
    """What made sure of the person just now, if it shall sign; None: it signs nothing."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Another system, and the person it acts for."""

    token: ApiToken
    visitor: Visitor


@act("make_token")
def make_token(desk: Desk, new: NewToken) -> str:
    """Keep a token that acts for the person making it. Returns the hash that is kept.

    Nobody makes one for somebody else: whoever held it would act as them. The
    same act again gives the first hash: whoever holds another secret then
    knows that theirs opens nothing.
    """
    desk.roles()  # refuses whoever holds no role today
    name = on_one_line(composed(new.name))[:LONGEST_NAME]
    if not name:
        raise RefusedInputError("Say what the token is for: the name of the other system.")
    if not 1 <= new.days <= MOST_TOKEN_DAYS:
        message = f"A token works for 1 to {MOST_TOKEN_DAYS} days: choose among them."
        raise RefusedInputError(message)
    _check_roles(desk)
    if new.sure_by:
        _check_signing(desk, new)
    person = found(desk.person_id)
    row = ApiToken(
        office_id=desk.office_id,
        person_id=person,
        name=name,
        may_write=new.may_write,
        sure_by=new.sure_by,
        secret_sha256=new.secret_sha256,
        made_by_id=person,
        made_at=desk.now,
        expires_at=desk.now + timedelta(days=new.days),
    )
    desk.session.add(row)
    desk.session.flush()
    desk.note("token_made", None, token=row.id, who=person, writes=row.may_write)
    return new.secret_sha256


def _check_roles(desk: Desk) -> None:
    # By a token one has all of one's roles: it must not give more than the sign-in told.
    known = desk.settings.person(desk.hand.person or "")
    told = desk.hand.roles
    if known and told is not None and not known.roles_on(desk.hand.today) <= told:
        message = "You did not come in with all your roles: a token would have them. Sign in anew."
        raise WrongHandError(message)


def _check_signing(desk: Desk, new: NewToken) -> None:
    if not desk.settings.house_rules.api_signatures_allowed:
        raise WrongHandError(NO_SIGNATURES)
    if not new.may_write or new.days != SIGNING_DAYS:
        raise RefusedInputError("A token that signs may act, and works for one day.")


@act("revoke_token")
def revoke_token(desk: Desk, number: int) -> str:
    """Take a token back: it opens nothing any more. Returns its name.

    One's own; an administrator takes back anybody's.
    """
    row = desk.session.get(ApiToken, number)
    if row is None or row.office_id != desk.office_id:
        raise NotFoundError(f"There is no token {number}: look at the list of them.")
    may = may_administer(desk.settings, frozenset(desk.roles()), desk.hand.today)
    if row.person_id != desk.person_id and not may:
        message = f"Token {number} is somebody else's: they, or an administrator, take it back."
        raise WrongHandError(message)
    if row.revoked_at is None:
        row.revoked_at = desk.now
        desk.session.add(row)
        desk.note("token_revoked", None, token=number)
    return row.name


def tokens_of(session: Session, office_id: int, key: str = "") -> list[tuple[ApiToken, PersonRow]]:
    """Return the tokens of one person, or of everybody, the latest first."""
    wanted = select(ApiToken, PersonRow).where(
        ApiToken.office_id == office_id, col(PersonRow.id) == ApiToken.person_id
    )
    if key:
        wanted = wanted.where(PersonRow.key == key)
    return list(session.exec(wanted.order_by(col(ApiToken.id).desc())))


def standing(row: ApiToken, now: datetime) -> str:
    """Return whether a token works, in words."""
    if row.revoked_at:
        return "taken back"
    return "too old" if row.expires_at <= now else "works"


def caller(record: Record, secret_sha256: str, now: datetime) -> Caller | None:
    """Return who calls by this token; nobody if it has ended, or its person holds no role."""
    with record.reading() as session:
        office = record.office(session)
        row = session.exec(select(ApiToken).where(ApiToken.secret_sha256 == secret_sha256)).first()
        if row is None or row.office_id != office.id or standing(row, now) != "works":
            return None
        settings = record.settings_of(session, office)
        person = settings.person(found(session.get(PersonRow, row.person_id)).key)
        roles = person.roles_on(now.astimezone(LONDON).date()) if person else frozenset()
        if person is None or not roles:
            return None
    if row.used_at is None or row.used_at + BETWEEN_MARKS <= now:
        _mark_used(record, found(row.id), now)
    return Caller(row, Visitor(person, roles, settings, form_token=""))


def _mark_used(record: Record, number: int, now: datetime) -> None:
    # Nobody's act, and no part of the history: only so that an unused token can be seen.
    with record.writing() as session:
        row = found(session.get(ApiToken, number))
        row.used_at = now
        session.add(row)
        session.commit()
