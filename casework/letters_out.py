"""A prepared letter leaves, or is laid into the out-tray; what became of it is written down."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, select

from casework.errors import DoorError, NotAllowedError, NotFoundError
from casework.mail.build import as_eml
from casework.mail.eml_tray import file_name
from casework.mail.mailer import Mailer
from casework.record.acts import act
from casework.record.bytes import fetch
from casework.record.desk import Desk, found, spoken
from casework.record.editions import is_held
from casework.record.hand import Hand
from casework.record.letter_troubles import came_back, warn_of_unknown
from casework.record.post import find_mail, mail_left
from casework.record.record import Record
from casework.record.write_points import reached
from models import Case, Errand, Mail
from models.shapes.mail import Addressee, Attachment, Letter, MailOutcome, Sent
from models.shapes.office import OfficeSettings
from models.words import MailState

WAITING = frozenset({MailState.PREPARED, MailState.SENDING})


@dataclass(frozen=True, slots=True)
class MailDoors:
    """Where letters go: a server for those the service sends, a tray for those people send."""

    tray: Mailer
    server: Mailer | None = None
    """None: every letter is laid into the tray."""


def send_letter(record: Record, hand: Hand, key: str, doors: MailDoors) -> str:
    """Send one letter, or lay it into the tray, and write down what became of it."""
    with record.reading() as session:
        row, letter, embargoed = _letter(record, session, key, hand.now)
    if row.state not in WAITING:
        return ""
    if row.state is MailState.SENDING:
        # A process died between handing it over and writing that down.
        _note_unknown(record, _step(hand, row, "unknown"), key, "the process stopped while sending")
        return f"Nobody knows whether “{row.subject}” was sent: look and say with `section55 sent`."
    if embargoed:
        message = f"“{row.subject}” waits until the report is released."
        raise DoorError(message)
    if row.by_hand or doors.server is None:
        sent = doors.tray.send(letter)
        return f"“{row.subject}” lies ready for a person to send: {sent.words}"
    return _over_the_wire(record, hand, row, letter, doors.server)


def _over_the_wire(record: Record, hand: Hand, row: Mail, letter: Letter, server: Mailer) -> str:
    _note_sending(record, _step(hand, row, "sending"), row.key)
    reached("mail: lease taken, not sent")
    sent = server.send(letter)
    reached("mail: sent, not recorded")
    _note_outcome(record, _step(hand, row, "outcome"), row.key, sent, as_eml(letter))
    if sent.outcome is MailOutcome.NOT_SENT:
        raise DoorError(sent.words)
    return f"“{row.subject}”: {sent.outcome.value} ({sent.words})."


def as_draft(record: Record, key: str, now: datetime) -> tuple[bytes, str]:
    """Return a prepared letter as a file that a mail program opens as a draft, and its name."""
    with record.reading() as session:
        row, letter, embargoed = _letter(record, session, key, now)
    if row.state is not MailState.PREPARED:
        raise NotAllowedError(f"The letter is {spoken(row.state)}: only a prepared one is sent.")
    if embargoed:
        message = "The letter waits until the report is released: nobody may send it before."
        raise NotAllowedError(message)
    return as_eml(letter, for_a_person_to_send=True), file_name(letter)


def _step(hand: Hand, row: Mail, what: str) -> Hand:
    number = f"mail:{row.id}:{what}:{hand.now.isoformat()}"
    return Hand(now=hand.now, acted_at=hand.acted_at, act_id=number)


@act("letter_being_sent")
def _note_sending(desk: Desk, key: str) -> bool:
    row = _row(desk, key)
    row.state = MailState.SENDING
    desk.note("letter_being_sent", _case_of(desk, row), letter=row.id)
    return True


@act("letter_outcome")
def _note_outcome(desk: Desk, key: str, sent: Sent, eml: bytes) -> str:
    row = _row(desk, key)
    match sent.outcome:
        case MailOutcome.ACCEPTED if sent.refused:
            # Taken for some and not for all: the law asks that the person was
            # reached, not that a server was.
            words = "; ".join(f"{one.recipient}: {one.words}" for one in sent.refused)
            if any(one.permanent for one in sent.refused):
                came_back(desk, row, words)
            else:
                _unknown(desk, row, words)
        case MailOutcome.ACCEPTED:
            mail_left(desk, row, MailState.ACCEPTED, sent.words, eml)
        case MailOutcome.REFUSED:
            came_back(desk, row, sent.words)
        case MailOutcome.UNKNOWN:
            _unknown(desk, row, sent.words)
        case _:
            row.state, row.reply = MailState.PREPARED, sent.words
            desk.note("letter_not_sent", _case_of(desk, row), letter=row.id)
    return row.state.value


@act("letter_unknown")
def _note_unknown(desk: Desk, key: str, words: str) -> bool:
    _unknown(desk, _row(desk, key), words)
    return True


@act("letter_confirmed_sent")
def confirm_sent(desk: Desk, key: str) -> str:
    """Take a named person's word that a letter was sent, on the day of the act."""
    row = _row(desk, key)
    if waits_for_release(desk.session, row, desk.hand.at):
        raise NotAllowedError("The report is not out yet: the letter cannot have been sent before.")
    if row.state in {MailState.BOUNCED, MailState.WITHDRAWN}:
        raise NotAllowedError(f"The letter is {row.state.value}: prepare it anew.")
    mail_left(desk, row, MailState.CONFIRMED, "sent by hand", None)
    return row.state.value


@act("letter_bounced")
def confirm_bounced(desk: Desk, message_id: str, reason: str) -> str:
    """Write down that a letter came back, by its Message-ID or its key."""
    row = desk.session.exec(
        select(Mail).where(Mail.office_id == desk.office_id, Mail.message_id == message_id)
    ).first() or _row(desk, message_id)
    came_back(desk, row, reason)
    return row.key


@act("letter_sent_again")
def send_again(desk: Desk, key: str) -> str:
    """Send a letter again that a person has found did not arrive, though nobody knew."""
    row = _row(desk, key)
    if row.state is not MailState.UNKNOWN:
        message = f"The letter is {spoken(row.state)}: only one of unknown fate is sent again."
        raise NotAllowedError(message)
    row.state, row.reply = MailState.PREPARED, ""
    desk.errand(f"mail:{key}:{desk.act.id}", Errand.SEND_MAIL, key)
    desk.note("letter_sent_again", _case_of(desk, row), letter=row.id)
    return row.state.value


@act("letter_acknowledged")
def acknowledge(desk: Desk, key: str, words: str) -> str:
    """File an acknowledgement of a letter."""
    row = _row(desk, key)
    if (row.state, row.reply) == (MailState.ACKNOWLEDGED, words):
        return row.state.value
    mail_left(desk, row, MailState.CONFIRMED, words, None)
    row.state, row.reply = MailState.ACKNOWLEDGED, words
    desk.note("letter_acknowledged", _case_of(desk, row), letter=row.id)
    return row.state.value


def _unknown(desk: Desk, row: Mail, words: str) -> None:
    row.state, row.reply = MailState.UNKNOWN, words
    desk.note("letter_unknown", _case_of(desk, row), letter=row.id)
    warn_of_unknown(desk, row, _case_of(desk, row))


def _row(desk: Desk, key: str) -> Mail:
    row = find_mail(desk, key)
    if row is None:
        raise NotFoundError(f"There is no letter “{key}”: `section55 letters` lists them.")
    _seen_of_case(desk, row)
    return row


def _seen_of_case(desk: Desk, row: Mail) -> None:
    """Put the case of a letter on the act; refuse one that rests on an older state of it."""
    case = _case_of(desk, row)
    if case:
        desk.case(case.reference)


def _case_of(desk: Desk, row: Mail) -> Case | None:
    return desk.session.get(Case, row.case_id) if row.case_id else None


def _letter(record: Record, session: Session, key: str, now: datetime) -> tuple[Mail, Letter, bool]:
    office = record.office(session)
    row = session.exec(select(Mail).where(Mail.office_id == office.id, Mail.key == key)).first()
    row = found(row)
    settings = record.settings_of(session, office)
    return row, _as_letter(session, settings, row), waits_for_release(session, row, now)


def waits_for_release(session: Session, row: Mail, now: datetime) -> bool:
    """Return whether a letter about the published report may not leave yet: asked every time."""
    case = session.get(Case, row.case_id) if row.case_id else None
    if row.not_before is None:
        return False
    return now < row.not_before or (case is not None and is_held(case, now))


def _as_letter(session: Session, settings: OfficeSettings, row: Mail) -> Letter:
    reply = settings.mail.reply_to
    return Letter(
        message_id=row.message_id,
        to=tuple(Addressee(name, email) for name, email in json.loads(row.recipients)),
        cc=(),
        sender=Addressee(settings.office.name, settings.mail.sender),
        reply_to=Addressee(settings.office.name, reply) if reply else None,
        subject=row.subject,
        text=row.text,
        html=row.html,
        attachments=tuple(
            Attachment(name, kind, fetch(session, key))
            for name, kind, key in json.loads(row.attachments)
        ),
        dated=row.prepared_at,
    )
