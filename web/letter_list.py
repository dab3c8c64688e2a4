"""The letters of a case for whoever looks at them, and what follows when the last copy has gone."""

from sqlmodel import Session

from casework.errors import NotFoundError
from casework.letters_out import waits_for_release
from casework.publication import close_when_copied
from casework.publication.copies import COPY_KINDS
from casework.record.dossier import dossier
from casework.record.hand import the_service
from models import Case, Mail
from models.words import MailState
from web.visits import Visit


def letters_of(session: Session, case: Case) -> list[Mail]:
    """Return the letters of a case, oldest first."""
    return dossier(session, case).mails


def letter_of(session: Session, case: Case, number: int) -> Mail:
    """Return one letter of a case; refuse one that is not there, or of another case."""
    for mail in letters_of(session, case):
        if mail.id == number:
            return mail
    message = "There is no such letter of this case: look at its letters."
    raise NotFoundError(message)


def is_draft(here: Visit, session: Session, mail: Mail) -> bool:
    """Return whether a letter lies ready for a person to send it now."""
    by_hand = mail.by_hand or here.doors.mail.server is None
    ready = mail.state is MailState.PREPARED and by_hand
    return ready and not waits_for_release(session, mail, here.place.now)


def close_if_copied(here: Visit, mail: Mail, reference: str, act: str) -> str:
    """Close the case once both copies have gone; return what is told of it, after a blank."""
    if mail.kind not in COPY_KINDS.values():
        return ""
    hand = the_service(here.place.now, f"{act}:close")
    closed = close_when_copied(here.record, hand, reference)
    return " Both copies have gone: the case is closed." * closed
