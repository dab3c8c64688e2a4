"""Copies of what was published: to the inspectors and the Secretary of State. s.55(6)."""

from typing import get_args

from casework.errors import NotAllowedError
from casework.record.acts import act
from casework.record.desk import Desk, spoken
from casework.record.dossier import Dossier, dossier
from casework.record.post import LetterPlan, prepare_mail
from casework.record.warnings import Remedy, warn
from casework.rules.wording import british_date, voice_named
from models import Case, Mail
from models.shapes.office_sections import Copy
from models.words import MAIL_SENT, MailKind, MailState, Stage

COPY_KINDS = {
    "inspectors": MailKind.COPY_TO_INSPECTORS,
    "secretary_of_state": MailKind.COPY_TO_SECRETARY_OF_STATE,
}


@act("prepare_copies")
def prepare_copies(desk: Desk, reference: str) -> int:
    """Prepare both copies of a published response, once. Returns how many there are."""
    case = desk.case(reference)
    if case.stage not in {Stage.PUBLISHED, Stage.CLOSED}:
        raise NotAllowedError(f"{reference} has not been published: there is nothing to copy.")
    seen = [row.address for row in dossier(desk.session, case).publications if row.seen_at]
    return len(prepare_copies_at(desk, case, seen[-1]))


def prepare_copies_at(desk: Desk, case: Case, address: str) -> list[Mail]:
    """Prepare both copies in the transaction that saw the publication."""
    file = dossier(desk.session, case)
    round_ = file.round
    letters = []
    for whom in get_args(Copy):
        to = desk.settings.recipient(whom, desk.hand.today)
        if round_ is None:
            continue
        if to is None:
            _warn_of_nobody(desk, case, whom)
            continue
        fields = {
            "to": to,
            "report": file.report.title,
            "report_published": british_date(file.published),
            "published": british_date(case.responded_on or desk.hand.today),
            "address": address,
            "corrected": file.case.correction_note,
            "reference": case.reference,
            "voice": voice_named(desk.settings.body.voice),
            "body": desk.settings.body,
            "office": desk.settings.office,
        }
        name = f"response-{case.reference}"
        plan = LetterPlan(
            kind=COPY_KINDS[whom],
            key=_key(file, whom, round_.number),
            to=[(to.name, to.email)],
            template="copy",
            fields=fields,
            attachments=[(f"{name}.pdf", "application/pdf", round_.pdf_sha256)],
            case=case,
        )
        letters.append(prepare_mail(desk, plan))
    return letters


def _key(file: Dossier, whom: str, number: int) -> str:
    """Return the key of a copy: the one there is, or a new one once that has come back."""
    kind = COPY_KINDS[whom]
    known = [m for m in file.mails if m.kind is kind and m.key.endswith(f":{number}")]
    if not known:
        return f"{file.case.reference}:copy:{whom}:{number}"
    if known[-1].state is not MailState.BOUNCED:
        return known[-1].key
    return f"{file.case.reference}:copy:{whom}:again-{len(known)}:{number}"


def _warn_of_nobody(desk: Desk, case: Case, whom: str) -> None:
    headline = f"{case.reference}: nobody to send the copy for the {spoken(whom)} to"
    text = (
        f"The office's settings name no recipient for the {spoken(whom)} on this day. Add one to "
        "the settings, then prepare the copies:"
    )
    command = f"section55 copies {case.reference} --as YOU"
    remedy = Remedy(f"/cases/{case.reference}/publishing", command)
    warn(desk, case, f"{case.reference}:no-recipient:{whom}", headline, text, remedy)


@act("close_case")
def close_when_copied(desk: Desk, reference: str) -> bool:
    """Close a published case once both copies have been sent. Returns whether it was."""
    case = desk.case(reference)
    if case.stage is not Stage.PUBLISHED:
        return False
    file = dossier(desk.session, case)
    this_round = f":{file.round.number}" if file.round else ":"
    sent = {m.kind for m in file.mails if m.state in MAIL_SENT and m.key.endswith(this_round)}
    if not set(COPY_KINDS.values()) <= sent:
        return False
    desk.move(case, Stage.CLOSED)
    return True
