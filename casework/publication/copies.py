"""Copies of what was published: to the inspectors and the Secretary of State. s.55(6)."""

from typing import get_args

from casework.errors import NotAllowedError
from casework.record.acts import act
from casework.record.desk import Desk
from casework.record.dossier import dossier
from casework.record.post import LetterPlan, prepare_mail
from casework.rules.wording import british_date, voice_named
from models import Case, Mail
from models.shapes.office_sections import Copy
from models.words import MAIL_SENT, MailKind, Stage

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
    return len(prepare_copies_at(desk, case, seen[0]))


def prepare_copies_at(desk: Desk, case: Case, address: str) -> list[Mail]:
    """Prepare both copies in the transaction that saw the publication."""
    file = dossier(desk.session, case)
    round_ = file.round
    letters = []
    for whom in get_args(Copy):
        to = desk.settings.recipient(whom, desk.hand.today)
        if to is None or round_ is None:
            continue
        fields = {
            "to": to,
            "report": file.report.title,
            "report_published": british_date(file.published),
            "published": british_date(case.responded_on or desk.hand.today),
            "address": address,
            "reference": case.reference,
            "voice": voice_named(desk.settings.body.voice),
            "body": desk.settings.body,
            "office": desk.settings.office,
        }
        name = f"response-{case.reference}"
        plan = LetterPlan(
            kind=COPY_KINDS[whom],
            key=f"{case.reference}:copy:{whom}:{round_.number}",
            to=[(to.name, to.email)],
            template="copy",
            fields=fields,
            attachments=[(f"{name}.pdf", "application/pdf", round_.pdf_sha256)],
            case=case,
        )
        letters.append(prepare_mail(desk, plan))
    return letters


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
