"""Letters by e-mail, put on the record and into the outbox together."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from sqlmodel import select

from casework.mail.letters import worded
from casework.mail.pages import Days, as_page
from casework.record import tracks
from casework.record.day_strips import day_line_of, strip_of
from casework.record.desk import Desk
from casework.rules.terminal_words import in_page_words
from models import Case, Errand, Mail
from models.words import MAIL_SENT, MailKind, MailState

TO_CHIEF_OFFICERS = frozenset({MailKind.INVITATION, MailKind.EXTENSION, MailKind.CHASER})
WITHOUT_DAYS = {
    **dict.fromkeys(TO_CHIEF_OFFICERS, "how many days the office has left is no matter of theirs"),
    MailKind.COPY_TO_INSPECTORS: "the response is published: no clock runs any more",
    MailKind.COPY_TO_SECRETARY_OF_STATE: "the response is published: no clock runs any more",
}
"""Letters that leave the office, and why they draw no days; every other letter of a case does."""

Recipients = Sequence[tuple[str, str]]
"""(name, e-mail address)"""


@dataclass(frozen=True, slots=True)
class LetterPlan:
    """A letter about to be prepared."""

    kind: MailKind
    key: str
    """Makes it one letter however often it is asked for."""
    to: Recipients
    template: str
    fields: Mapping[str, object]
    attachments: Sequence[tuple[str, str, str]] = ()
    """(file name, media type, SHA-256 of kept bytes)"""
    force_key: str = ""
    by_hand: bool = False
    not_before: datetime | None = None
    case: Case | None = field(default=None)
    cases: Sequence[Case] = ()
    """Of a letter about several: each is drawn beneath the paragraph that begins with it."""


def prepare_mail(desk: Desk, plan: LetterPlan) -> Mail:
    """Put a letter on the record; ask for it to be sent unless a person shall send it."""
    known = find_mail(desk, plan.key)
    if known:
        return known
    line = day_line_of(desk, plan.case)
    subject, text = worded(plan.template, {"day_line": line, **plan.fields})
    if desk.front_desk:
        # A refusal that is told by mail was written for the terminal.
        text = in_page_words(text)
    row = Mail(
        office_id=desk.office_id,
        case_id=plan.case.id if plan.case else None,
        kind=plan.kind,
        key=plan.key,
        message_id=_message_id(desk, plan.key),
        force_key=plan.force_key,
        recipients=json.dumps([list(one) for one in plan.to], ensure_ascii=False),
        subject=subject,
        text=text,
        html=_page(desk, plan, subject, text),
        attachments=json.dumps([list(one) for one in plan.attachments]),
        by_hand=plan.by_hand,
        prepared_at=desk.now,
        not_before=plan.not_before,
    )
    desk.session.add(row)
    desk.session.flush()
    due = max(filter(None, (desk.now, plan.not_before)))
    desk.errand(f"mail:{plan.key}", Errand.SEND_MAIL, plan.key, due=due)
    desk.note("letter_prepared", plan.case, kind=plan.kind.value, letter=row.id)
    return row


def _page(desk: Desk, plan: LetterPlan, subject: str, text: str) -> str:
    """Return the letter as a page with the days of its cases, for the office's own people."""
    if plan.kind in WITHOUT_DAYS:
        return ""
    places = [(plan.case, ""), *((case, f"{case.reference}: ") for case in plan.cases)]
    days = [
        Days(drawn, day_line_of(desk, case), beneath)
        for case, beneath in places
        if (drawn := strip_of(desk, case))
    ]
    return as_page(subject, text, days) if days else ""


def find_mail(desk: Desk, key: str) -> Mail | None:
    """Return the letter with this key."""
    return desk.session.exec(
        select(Mail).where(Mail.office_id == desk.office_id, Mail.key == key)
    ).first()


def withdraw_mail(desk: Desk, row: Mail, case: Case) -> None:
    """Take back a letter that nobody has sent yet."""
    if row.state is MailState.PREPARED:
        row.state = MailState.WITHDRAWN
        desk.note("letter_withdrawn", case, letter=row.id)


def take_back_letters(desk: Desk, case: Case) -> None:
    """Take back every unsent letter to a chief officer: what it says is no longer right."""
    rows = desk.session.exec(
        select(Mail).where(Mail.case_id == case.id, Mail.state == MailState.PREPARED)
    )
    for row in rows:
        if row.kind in TO_CHIEF_OFFICERS:
            withdraw_mail(desk, row, case)


def _message_id(desk: Desk, key: str) -> str:
    # Stable: the same letter asked for twice, or sent again by a person, is
    # one message to every mail program that sees it.
    domain = desk.settings.mail.sender.rpartition("@")[2]
    return f"<{sha256(f'{desk.office.key}:{key}'.encode()).hexdigest()[:32]}@{domain}>"


def mail_left(desk: Desk, row: Mail, state: MailState, reply: str, proof: bytes | None) -> None:
    """Write down that a letter was accepted by the server, or sent by a person."""
    if row.state in MAIL_SENT:
        return
    row.state, row.sent_at, row.reply = state, desk.hand.at, reply
    row.sent_by_id = desk.person_id
    if proof is not None:
        row.proof_sha256 = desk.keep(proof)
    case = desk.session.get(Case, row.case_id) if row.case_id else None
    desk.note("letter_sent", case, letter=row.id, kind=row.kind.value, how=state.value)
    if case and _is_invitation_in_force(desk, case, row):
        tracks.invited(desk, case, row.force_key, desk.hand.today)


def mail_bounced(desk: Desk, row: Mail, reason: str) -> None:
    """Write down that a letter came back. A bounced invitation is no invitation."""
    if row.state is MailState.BOUNCED:
        return
    row.state, row.reply = MailState.BOUNCED, reason
    case = desk.session.get(Case, row.case_id) if row.case_id else None
    desk.note("letter_bounced", case, letter=row.id, kind=row.kind.value)
    if case and _is_invitation_in_force(desk, case, row):
        tracks.bounced(desk, case, row.force_key)


def _is_invitation_in_force(desk: Desk, case: Case, row: Mail) -> bool:
    # One that was issued anew since says nothing about the invitation of today.
    return row.kind is MailKind.INVITATION and any(
        row.force_key == force.force_key and row.key.endswith(f":invitation:{force.round}")
        for force in desk.forces(case)
    )
