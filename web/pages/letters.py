"""The letters of a case: what became of each, and the papers in Word that go beside them."""

import json
from collections.abc import Callable
from typing import Annotated, Any, Final

from fastapi import APIRouter, File, Form, UploadFile
from starlette.responses import Response

from casework.letters_out import (
    acknowledge,
    as_draft,
    confirm_bounced,
    confirm_sent,
    send_again,
    waits_for_release,
)
from casework.mail.bounces import read_bounce
from casework.rules.progress import OFFICERS
from casework.rules.wording import british_date
from models.words import MailState
from web.case_file import about, looking_at
from web.comment_forms import on_a_day
from web.doing import Doing, do
from web.files import EML, attachment, optional
from web.forms import Faults, FieldError, TypedDay, typed_day
from web.letter_list import close_if_copied, is_draft, letter_of
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


@router.get("/{number:int}/draft.eml")
def draft(here: Visiting, reference: str, number: int) -> Response:
    """Give a prepared letter out as a draft, with what is attached to it, for a person to send."""
    with looking_at(here, reference) as (session, case):
        key = letter_of(session, case, number).key
    data, name = as_draft(here.record, key, here.place.now)
    return attachment(data, name, EML)


@router.post("/{number:int}/sent")
def sent(
    form: Sent, reference: str, number: int, on: Annotated[TypedDay, typed_day("went")]
) -> Response:
    """Take somebody's word that it was sent, and on which day."""

    def deed(key: str) -> str:
        hand = on_a_day(form.hand(), on, form.visit.place.now)
        confirm_sent(form.visit.record, hand, key)
        day = british_date(hand.today)
        return f"It is written down, on your word, that the letter went on {day}."

    return _done(form, reference, number, "went-day", {"went": on}, deed)


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
        with looking_at(here, reference) as (session, case):
            mail = letter_of(session, case, number)
        # What is done to letters is refused to nobody in the leg: here it is an officer's.
        if not OFFICERS & here.visitor.roles:
            raise FieldError(field, "An officer of the office says what became of a letter.")
        return deed(mail.key) + close_if_copied(here, mail, case.reference, form.act)

    to = f"/cases/{reference}/letters/{number}"
    return do(form, reference, Doing(to, shown_again, field), done)


def _show(
    here: Visit, reference: str, number: int, typed: dict[str, Any], faults: Faults | None = None
) -> Response:
    with looking_at(here, reference) as (session, case):
        mail = letter_of(session, case, number)
        waits = waits_for_release(session, mail, here.place.now)
        to_send = is_draft(here, session, mail)
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
        to_send=to_send,
        waits=waits,
        usual_day=TypedDay.of("went", here.place.today),
        typed=typed,
        act=new_act,
        faults=faults or (),
    )
