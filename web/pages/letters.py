"""The letters of a case: what became of each, and the papers in Word that go beside them."""

import json
from collections.abc import Callable
from typing import Annotated, Any, Final

from fastapi import APIRouter, File, Form, UploadFile
from starlette.responses import Response

from casework.errors import NotFoundError
from casework.letters_out import acknowledge, confirm_bounced, confirm_sent, send_again
from casework.mail.bounces import read_bounce
from casework.publication import close_when_copied
from casework.publication.copies import COPY_KINDS
from casework.record.dossier import dossier
from casework.record.hand import the_service
from casework.rules.progress import OFFICERS
from models import Mail
from models.words import MailState
from web.case_file import about, file_of, looking_at
from web.doing import Doing, do
from web.files import optional
from web.forms import Faults, FieldError
from web.look import page
from web.visits import Posted, Sent, Visit, Visiting, new_act

router = APIRouter(prefix="/cases/{reference}/letters")
Words = Annotated[str, Form()]
TO_CONFIRM: Final = frozenset({MailState.PREPARED, MailState.UNKNOWN})
GONE: Final = frozenset({MailState.ACCEPTED, MailState.CONFIRMED})


@router.get("/{number:int}")
def letter(here: Visiting, reference: str, number: int) -> Response:
    """Show a letter, and ask what became of it."""
    return _show(here, reference, number, {})


@router.post("/{number:int}/sent")
def sent(form: Sent, reference: str, number: int) -> Response:
    """Take somebody's word that it was sent."""

    def deed(key: str) -> str:
        confirm_sent(form.visit.record, form.hand(), key)
        return "It is written down, on your word, that the letter went."

    return _done(form, reference, number, "sent", {}, deed)


@router.post("/{number:int}/again")
def again(form: Sent, reference: str, number: int) -> Response:
    """Send a letter again of which nobody knew whether it had gone: it has not."""

    def deed(key: str) -> str:
        send_again(form.visit.record, form.hand(), key)
        return "It will be sent again within a minute."

    return _done(form, reference, number, "again", {}, deed)


@router.post("/{number:int}/came-back")
def came_back(
    form: Sent,
    reference: str,
    number: int,
    why_back: Words = "",
    notice: Annotated[UploadFile | None, File()] = None,
) -> Response:
    """Write down that it came back: it counts as not sent."""

    def deed(key: str) -> str:
        reason = why_back.strip() or _told_by(notice)
        if not reason:
            raise FieldError("why_back", "Say what came back, or choose the notice that did.")
        confirm_bounced(form.visit.record, form.hand(), key, reason)
        return "It is written down that it came back: it counts as not sent. Prepare it anew."

    return _done(form, reference, number, "why_back", {"why_back": why_back}, deed)


@router.post("/{number:int}/acknowledged")
def acknowledged(form: Sent, reference: str, number: int, reply: Words = "") -> Response:
    """File the acknowledgement, in its own words."""

    def deed(key: str) -> str:
        if not reply.strip():
            raise FieldError("reply", "Give the words of the acknowledgement, as it came.")
        acknowledge(form.visit.record, form.hand(), key, reply.strip())
        return "The acknowledgement is filed."

    return _done(form, reference, number, "reply", {"reply": reply}, deed)


def _told_by(notice: UploadFile | None) -> str:
    given = optional(notice, "notice")
    if given is None:
        return ""
    bounce = read_bounce(given[0])
    if bounce is None:
        said = f"{given[1]} is no notice of failed delivery: say in words what came back."
        raise FieldError("notice", said)
    return f"{bounce.recipient}: {bounce.reason}"


def _done(
    form: Posted,
    reference: str,
    number: int,
    field: str,
    typed: dict[str, Any],
    deed: Callable[[str], str],
) -> Response:
    here = form.visit

    def shown_again(faults: Faults) -> Response:
        return _show(here, reference, number, typed, faults)

    def done() -> str:
        file = file_of(here, reference)
        mail = _letter(file.mails, number)
        # What is done to letters is refused to nobody in the leg: here it is an officer's.
        if not OFFICERS & here.visitor.roles:
            raise FieldError(field, "An officer of the office says what became of a letter.")
        said = deed(mail.key)
        if mail.kind in COPY_KINDS.values():
            hand = the_service(here.place.now, f"{form.act}:close")
            closed = close_when_copied(here.record, hand, file.case.reference)
            said += " Both copies have gone: the case is closed." * closed
        return said

    to = f"/cases/{reference}/letters/{number}"
    return do(form, reference, Doing(to, shown_again, field), done)


def _letter(mails: list[Mail], number: int) -> Mail:
    for mail in mails:
        if mail.id == number:
            return mail
    message = "There is no such letter of this case: look at its letters."
    raise NotFoundError(message)


def _show(
    here: Visit, reference: str, number: int, typed: dict[str, Any], faults: Faults | None = None
) -> Response:
    with looking_at(here, reference) as (session, case):
        mail = _letter(dossier(session, case).mails, number)
    return page(
        here.request,
        "letter.html",
        here.visitor,
        422 if faults else 200,
        **about(here, case, current="letters"),
        mail=mail,
        people=json.loads(mail.recipients),
        files=json.loads(mail.attachments),
        may_change=bool(OFFICERS & here.visitor.roles),
        to_confirm=mail.state in TO_CONFIRM,
        gone=mail.state in GONE,
        typed=typed,
        act=new_act,
        faults=faults or (),
    )
