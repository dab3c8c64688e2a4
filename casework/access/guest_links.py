"""Links for the people of a force: made and taken back by officers, opened by whoever holds one."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from casework.access.checked_copy import keep_copy_for_check
from casework.errors import NotAllowedError, NotFoundError, RefusedInputError
from casework.record.acts import act
from casework.record.desk import Desk, found
from casework.record.dossier import Dossier, dossier
from casework.record.guests import Guest, admitted
from casework.record.record import Record
from casework.record.tracks import the_force
from casework.rules.administration import may_administer
from casework.rules.wording import weekday_date
from models import GuestLink
from models.words import GuestPurpose

GUEST_DAYS = 28
"""How long a link works unless somebody says otherwise."""
MOST_GUEST_DAYS = 90


@dataclass(frozen=True, slots=True)
class NewGuestLink:
    """A link about to be made: the hash of its secret, and what it shall open."""

    secret_sha256: str
    force: str = ""
    """Name or key; may be left out where a case concerns one force."""
    version: int = 0
    """The version to be checked; 0 asks for comments."""
    days: int = GUEST_DAYS


@act("make_guest_link")
def make_guest_link(desk: Desk, reference: str, new: NewGuestLink) -> str:
    """Keep a link for the people of one force. Returns the hash that is kept.

    The same act again gives the first hash: whoever holds another secret then
    knows that theirs opens nothing.
    """
    case = desk.open_case(reference)
    force = the_force(desk, case, new.force)
    file = dossier(desk.session, case)
    _check_time(desk, file, new.days)
    row = GuestLink(
        office_id=desk.office_id,
        case_id=found(case.id),
        force_key=force.force_key,
        purpose=GuestPurpose.FACT_CHECK if new.version else GuestPurpose.COMMENTS,
        version=new.version,
        copy_sha256=keep_copy_for_check(desk, file, force, new.version) if new.version else None,
        secret_sha256=new.secret_sha256,
        made_by_id=found(desk.person_id),
        made_at=desk.now,
        expires_at=desk.now + timedelta(days=new.days),
    )
    desk.session.add(row)
    desk.session.flush()
    desk.note(
        "guest_link_made",
        case,
        link=row.id,
        force=force.force_key,
        purpose=row.purpose.value,
        version=new.version,
        expires=row.expires_at.isoformat(),
    )
    return new.secret_sha256


def _check_time(desk: Desk, file: Dossier, days: int) -> None:
    if desk.now < file.release:
        message = (
            f"The report is out on {weekday_date(file.published)}: "
            "a link for the force can be made from then on."
        )
        raise NotAllowedError(message)
    if not 1 <= days <= MOST_GUEST_DAYS:
        raise RefusedInputError(f"A link works for 1 to {MOST_GUEST_DAYS} days: choose among them.")


@act("revoke_guest_link")
def revoke_guest_link(desk: Desk, reference: str, number: int) -> int:
    """Take a link back: it opens nothing any more. Returns its number."""
    case = desk.case(reference)
    if not may_administer(desk.settings, frozenset(desk.roles()), desk.hand.today):
        desk.need("revoke_guest_link:officer")
    row = desk.session.get(GuestLink, number)
    if row is None or row.case_id != case.id:
        raise NotFoundError(f"{case.reference} has no link {number}.")
    if row.revoked_at is None:
        row.revoked_at = desk.now
        desk.session.add(row)
        desk.note("guest_link_revoked", case, link=number)
    return number


def guest(record: Record, secret_sha256: str, now: datetime) -> Guest:
    """Return what a link opens now; refuse a link that opens nothing."""
    with record.reading() as session:
        return admitted(session, found(record.office(session).id), secret_sha256, now)
