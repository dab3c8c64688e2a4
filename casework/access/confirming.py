"""The second step before a signature: six digits, typed in at the browser that signs."""

import secrets
from datetime import timedelta
from hashlib import scrypt

from sqlmodel import col, select

from casework.access.sessions import Visitor
from casework.errors import NotAllowedError, RefusedInputError
from casework.record.acts import act
from casework.record.desk import Desk, found
from casework.record.hand import Hand
from casework.record.record import Record
from casework.rules.wording import british_date
from models import ConfirmationCode, SureBy, WebSession

CODE_LIFE = timedelta(minutes=10)
MOST_TRIES = 5
DIGITS = 6
WRONG = (
    "This code is not right, or it is too old. Look again, or ask for a new one: a code works "
    "once, for 10 minutes, and may be tried 5 times."
)


def new_code() -> str:
    """Return six digits nobody can guess."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"


@act("make_code")
def keep_code(desk: Desk, key: str, code: str, session_id: int | None = None) -> str:
    """Keep the hash of a code by which a person confirms who they are. Returns their name.

    A code made for one session replaces the one before it. A code without a
    session is handed over, and works wherever the person is signed in.
    """
    person = desk.person(key)
    known = desk.settings.person(person.key)
    if known is None or not known.roles_on(desk.hand.today):
        day = british_date(desk.hand.today)
        raise NotAllowedError(f"{person.name} holds no role in this office on {day}.")
    person_id = found(person.id)
    for row in _live(desk, person_id):
        if row.session_id == session_id:
            row.ended_at = desk.now
            desk.session.add(row)
    salt = secrets.token_hex(16)
    desk.session.add(
        ConfirmationCode(
            office_id=desk.office_id,
            person_id=person_id,
            session_id=session_id,
            salt=salt,
            code_sha256=_hash(code, salt),
            made_at=desk.now,
            expires_at=desk.now + CODE_LIFE,
        )
    )
    desk.note("code_made", None, to=person_id, session=session_id)
    return person.name


def confirm_by_code(record: Record, hand: Hand, visitor: Visitor, typed: str) -> None:
    """Be sure of a visitor again by the code they typed; refuse a wrong one, and count the try."""
    digits = "".join(sign for sign in typed if sign.isdecimal() and sign.isascii())
    if len(digits) != DIGITS:
        raise RefusedInputError("Type the six digits of the code.")
    # A hand of its own: another code typed into the same form is another try.
    once = Hand(now=hand.now, person=hand.person, system_user=hand.system_user)
    if not _confirm(record, once, visitor.session_id, digits):
        raise RefusedInputError(WRONG)


@act("confirm_by_code")
def _confirm(desk: Desk, session_id: int, digits: str) -> bool:
    fits = False
    for row in _live(desk, found(desk.person_id)):
        if row.session_id not in {None, session_id}:
            continue
        row.tries += 1
        if secrets.compare_digest(_hash(digits, row.salt), row.code_sha256):
            fits, row.ended_at = True, desk.now
        elif row.tries >= MOST_TRIES:
            row.ended_at = desk.now
        desk.session.add(row)
    if not fits:
        desk.note("code_refused", None, session=session_id)
        return False
    be_sure(desk, session_id, SureBy.CODE)
    return True


def be_sure(desk: Desk, session_id: int, by: SureBy) -> None:
    """Write down that the person of a session has shown who they are, again."""
    row = desk.session.get(WebSession, session_id)
    if row is None or row.person_id != desk.person_id or row.ended_at is not None:
        raise NotAllowedError("You are no longer signed in here: sign in again.")
    row.sure_at, row.sure_by = desk.now, by
    desk.session.add(row)
    desk.note("confirmed_again", None, session=session_id, by=by.value)


def _live(desk: Desk, person_id: int) -> list[ConfirmationCode]:
    wanted = select(ConfirmationCode).where(
        ConfirmationCode.person_id == person_id,
        col(ConfirmationCode.ended_at).is_(None),
        col(ConfirmationCode.expires_at) > desk.now,
    )
    return list(desk.session.exec(wanted))


def _hash(code: str, salt: str) -> str:
    # Six digits are soon tried: slow enough that a stolen record betrays no code in its life.
    return scrypt(code.encode(), salt=salt.encode(), n=2**14, r=8, p=1).hex()
