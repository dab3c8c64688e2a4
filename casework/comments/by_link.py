"""What the people of a force do by their link: comments, “none”, and a wish for more time.

None of it moves the track of comments: a person of the office does that.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session, col, delete

from casework.comments.receiving import keep_submission
from casework.errors import NotAllowedError, NotFoundError, RefusedInputError
from casework.reading.submission import read_submission
from casework.record.acts import act
from casework.record.desk import Desk, found
from casework.record.guests import Guest, Statement, admitted, guest_at, state
from casework.record.record import Record
from casework.rules.tellers import Teller, one_line, some_lines
from casework.rules.wording import british_date
from models import GuestDraft
from models.words import CommentsClass, GuestPurpose, SaidByLink

DRAFT_LIFE = timedelta(hours=24)
"""How long comments wait to be sent once they were shown back."""


@dataclass(frozen=True, slots=True)
class ToSend:
    """Comments about to be shown back: the original, what it is, and who brings it."""

    teller: Teller
    klass: CommentsClass
    cleared_by: str
    data: bytes
    name: str


def keep_guest_draft(record: Record, secret_sha256: str, given: ToSend, now: datetime) -> int:
    """Keep comments until they are sent, or for a day. Returns their number.

    Not on the record: nobody of the office sees them, and they leave no trace
    in the history if they are never sent.
    """
    for _, sentence in given.teller.faults():
        raise RefusedInputError(sentence)
    read = read_submission(given.data, given.name)
    if not any(line.strip() for line in read.paragraphs):
        said = " ".join(read.warnings)
        raise RefusedInputError(f"No words of comments could be found in “{given.name}”. {said}")
    with record.writing() as session:
        guest = admitted(session, found(record.office(session).id), secret_sha256, now)
        _refuse_another_purpose(guest)
        _sweep(session, now)
        row = GuestDraft(
            office_id=guest.link.office_id,
            link_id=found(guest.link.id),
            name=given.teller.name,
            rank=given.teller.rank,
            email=given.teller.email,
            klass=given.klass,
            cleared_by=one_line(given.cleared_by),
            file_name=one_line(given.name)[-200:],
            data=given.data,
            paragraphs=json.dumps(read.paragraphs, ensure_ascii=False),
            warnings=json.dumps(read.warnings, ensure_ascii=False),
            made_at=now,
        )
        session.add(row)
        session.commit()
        return found(row.id)


def guest_draft(record: Record, guest: Guest, number: int, now: datetime) -> GuestDraft:
    """Return comments that wait to be sent by this link."""
    with record.reading() as session:
        return _draft(session, guest, number, now)


@act("send_comments_by_link")
def send_comments(desk: Desk, secret_sha256: str, number: int) -> int:
    """Hand in comments as they were shown back. Returns the number of the receipt."""
    guest = guest_at(desk, secret_sha256, GuestPurpose.COMMENTS)
    draft = _draft(desk.session, guest, number, desk.now)
    original, paragraphs = (draft.data, draft.file_name), json.loads(draft.paragraphs)
    kept = keep_submission(desk, guest.case, guest.force, original, paragraphs)
    said = Statement(
        kind=SaidByLink.COMMENTS,
        teller=Teller(draft.name, draft.rank, draft.email),
        klass=draft.klass,
        cleared_by=draft.cleared_by,
        submission_id=kept,
    )
    desk.session.delete(draft)
    cleared = f" They say {draft.cleared_by} cleared them." if draft.cleared_by else ""
    text = (
        f"Comments number {kept}, which they call {draft.klass.value}.{cleared} "
        "Read them, and say what they are: nothing of them is published before that."
    )
    return state(desk, guest, said, "has sent comments", text)


@act("no_comments_by_link")
def say_no_comments(desk: Desk, secret_sha256: str, teller: Teller, words: str = "") -> int:
    """Keep the word that the chief officer has no comments. Returns the number of the receipt."""
    guest = guest_at(desk, secret_sha256, GuestPurpose.COMMENTS)
    said = Statement(SaidByLink.NO_COMMENTS, teller, some_lines(words))
    text = f"They have no comments. {said.words}\n\nRecord the nil return once you are sure of it."
    return state(desk, guest, said, "says it has no comments", text)


@act("more_time_by_link")
def ask_for_time(desk: Desk, secret_sha256: str, teller: Teller, until: date, why: str) -> int:
    """Keep a wish for more time. It moves no date. Returns the number of the receipt."""
    guest = guest_at(desk, secret_sha256, GuestPurpose.COMMENTS)
    _check_wish(desk, guest, until)
    said = Statement(SaidByLink.MORE_TIME, teller, some_lines(why), wanted_until=until)
    if not said.words:
        raise RefusedInputError("Say why more time is needed.")
    text = (
        f"They ask for time until {british_date(until)}: {said.words}\n\n"
        "The date for comments has not moved: extend it, or tell them that it stands."
    )
    return state(desk, guest, said, "asks for more time", text)


def _check_wish(desk: Desk, guest: Guest, until: date) -> None:
    due = guest.force.comments_due_on
    if until <= desk.hand.today or (due and until <= due):
        message = "Give a day that is later than today, and later than the date you have."
        raise RefusedInputError(message)
    if until > guest.file.last_day:
        message = (
            f"The response must be published by {british_date(guest.file.last_day)}: "
            "ask for a day before that. Waiting for comments does not stop the clock."
        )
        raise RefusedInputError(message)


def _refuse_another_purpose(guest: Guest) -> None:
    if guest.link.purpose is not GuestPurpose.COMMENTS:
        raise NotAllowedError("This link is for something else: it cannot do this.")


def _draft(session: Session, guest: Guest, number: int, now: datetime) -> GuestDraft:
    row = session.get(GuestDraft, number)
    # Of another link, sent, or too old: all the same to whoever asks.
    if row is None or row.link_id != guest.link.id or row.made_at + DRAFT_LIFE <= now:
        message = (
            "These comments were sent already, or have waited for more than a day: "
            "the first page shows what has arrived. If they are not there, give them in again."
        )
        raise NotFoundError(message)
    return row


def _sweep(session: Session, now: datetime) -> None:
    old = delete(GuestDraft).where(col(GuestDraft.made_at) <= now - DRAFT_LIFE)
    session.exec(old)
