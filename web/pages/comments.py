"""The chief officer's comments: the invitation read and sent, what came classed, silence said."""

import json
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, File, Form, UploadFile
from starlette.responses import Response

from casework.comments import (
    class_submission,
    decline_late_comments,
    record_nil_return,
    store_submission,
)
from casework.errors import NotFoundError
from casework.letters_out import confirm_sent
from casework.record.bytes import fetch
from casework.record.desk import found
from casework.record.dossier import Dossier, dossier, paragraphs_of
from casework.record.guests import statements_of
from casework.rules.progress import OFFICERS
from models import Mail
from models.words import CommentsClass, CommentsState, MailKind, MailState, Stage
from web.case_file import about, file_of, looking_at
from web.comment_forms import Came, came_words, on_a_day
from web.doing import Doing, do
from web.files import BYTES, attachment, optional
from web.forms import Faults, FieldError, TypedDay, typed_day
from web.look import page
from web.minding import of_submission, of_track
from web.visits import Posted, Sent, Visit, Visiting, new_act

router = APIRouter(prefix="/cases/{reference}/comments")
Words = Annotated[str, Form()]
LETTERS = frozenset({MailKind.INVITATION, MailKind.EXTENSION, MailKind.CHASER})
BEFORE_SIGNING = frozenset({Stage.OPENED, Stage.CONFIRMED, Stage.IN_REVIEW})


@router.get("")
def comments(here: Visiting, reference: str) -> Response:
    """Show each force's track, its letters and what it sent."""
    return comments_page(here, reference, {})


@router.get("/letters/{letter}/{number}")
def enclosed(here: Visiting, reference: str, letter: int, number: int) -> Response:
    """Return a file that is enclosed with a letter."""
    with looking_at(here, reference) as (session, case):
        row = session.get(Mail, letter)
        files = json.loads(row.attachments) if row and row.case_id == case.id else []
        if number not in range(len(files)):
            message = "There is no such enclosure: look at the letters of the case."
            raise NotFoundError(message)
        name, _, sha256 = files[number]
        return attachment(fetch(session, sha256), name, BYTES)


@router.post("/sent")
def sent(form: Sent, reference: str, key: Words = "") -> Response:
    """Take somebody's word that a letter went."""

    def deed() -> str:
        if key not in {mail.key for mail in file_of(form.visit, reference).mails}:
            message = "There is no such letter of this case: look at its letters."
            raise NotFoundError(message)
        confirm_sent(form.visit.record, form.hand(), key)
        return "It is written down, on your word, that the letter went today."

    return _done(form, reference, "letters", {}, deed)


@router.post("/received")
def received(
    form: Sent,
    reference: str,
    came: Annotated[Came, Depends(came_words)],
    on: Annotated[TypedDay, typed_day("came")],
    file: Annotated[UploadFile | None, File()] = None,
) -> Response:
    """Keep what a force sent or said, on the day it came, till somebody says what it is."""

    def deed() -> str:
        data, name = came.taken(optional(file, "file"))
        hand = on_a_day(form.hand(), on, form.visit.place.now)
        number = store_submission(form.visit.record, hand, reference, data, name, came.force)
        return f"It is kept as number {number}. Say now what it is."

    typed = {"came": came, "came_on": on, "force": came.force}
    return _done(form, reference, "file", typed, deed)


@router.post("/{number:int}/class")
def classed(
    form: Sent,
    reference: str,
    number: int,
    klass: Words = "",
    cleared: Words = "",
    words: Words = "",
    *,
    include: Annotated[bool, Form()] = False,
) -> Response:
    """Say what a submission is (final, a draft, background), and put its words right."""

    def deed() -> str:
        if klass not in set(CommentsClass):
            raise FieldError(f"klass-{number}", "Say what it is: final, a draft or background.")
        kind, record = CommentsClass(klass), form.visit.record
        hand = form.hand(minding=of_submission(number))
        lines = [line.strip() for line in words.splitlines() if line.strip()] or None
        class_submission(record, hand, reference, number, kind, cleared, lines, include=include)
        return f"Number {number} is {kind.value}."

    typed = {"classed": number, "klass": klass, "cleared": cleared, "words": words}
    return _done(form, reference, f"cleared-{number}", {**typed, "include": include}, deed)


@router.post("/{number:int}/leave-out")
def leave_out(form: Sent, reference: str, number: int, why: Words = "") -> Response:
    """Leave a submission out that came too late, by name and with a reason."""

    def deed() -> str:
        hand = form.hand(minding=of_submission(number))
        decline_late_comments(form.visit.record, hand, reference, number, why)
        return f"Number {number} is left out. It is kept, with your reason."

    return _done(form, reference, f"why-{number}", {"left": number, "why": why}, deed)


@router.post("/none")
def none(
    form: Sent, reference: str, force: Words = "", how: Words = "", makes: Words = ""
) -> Response:
    """Write down that a force has no comments, or makes none."""

    def deed() -> str:
        declined = makes == "declined"
        hand, record = form.hand(minding=of_track(force)), form.visit.record
        record_nil_return(record, hand, reference, how, force, declined=declined)
        return "It is written down that there are no comments."

    return _done(form, reference, "how", {"how": how, "makes": makes, "force": force}, deed)


def _done(
    form: Posted, reference: str, field: str, typed: dict[str, Any], deed: Callable[[], str]
) -> Response:
    def again(faults: Faults) -> Response:
        return comments_page(form.visit, reference, typed, faults)

    return do(form, reference, Doing(f"/cases/{reference}/comments", again, field), deed)


def comments_page(
    here: Visit, reference: str, typed: dict[str, Any], faults: Faults | None = None
) -> Response:
    """Return the page of the comments, with what was typed into one of its forms."""
    with looking_at(here, reference) as (session, case):
        file = dossier(session, case)
        said = {one.submission_id: one for one in statements_of(session, found(case.id))}
    settings = here.visitor.settings
    letters = [mail for mail in reversed(file.mails) if mail.kind in LETTERS]
    return page(
        here.request,
        "comments.html",
        here.visitor,
        422 if faults else 200,
        **about(here, case, current="comments"),
        file=file,
        forces=[(one, settings.force(one.force_key)) for one in file.forces],
        letters=[
            (mail, json.loads(mail.recipients), json.loads(mail.attachments)) for mail in letters
        ],
        senders=said,
        words={one.id: paragraphs_of(one) for one in file.submissions},
        typed=typed,
        usual_day=TypedDay,
        lacks_letter=_lacks_letter(file),
        signing=case.stage not in BEFORE_SIGNING,
        may_change=bool(OFFICERS & here.visitor.roles),
        act=new_act,
        faults=faults or (),
    )


def _lacks_letter(file: Dossier) -> bool:
    """Return whether an invitation is to be prepared: none is there, or it was taken back."""
    waiting = {
        mail.force_key
        for mail in file.mails
        if mail.kind is MailKind.INVITATION and mail.state is not MailState.WITHDRAWN
    }
    early = {CommentsState.TO_INVITE, CommentsState.PREPARED}
    return any(one.state in early and one.force_key not in waiting for one in file.forces)
