"""The chief officer's comments: the invitation read and sent, what came classed, silence said."""

import json
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, UploadFile
from starlette.responses import Response

from casework.comments import (
    class_submission,
    record_nil_return,
    reissue_invitation,
    store_submission,
)
from casework.errors import NotFoundError
from casework.letters_out import confirm_sent
from casework.record.bytes import fetch
from casework.record.dossier import dossier, paragraphs_of
from casework.rules.progress import OFFICERS
from models import Mail
from models.words import CommentsClass, MailKind
from web.case_file import about, file_of, looking_at
from web.doing import Doing, do
from web.files import BYTES, attachment, optional
from web.forms import Faults, FieldError
from web.look import page
from web.visits import Posted, Sent, Visit, Visiting, new_act

router = APIRouter(prefix="/cases/{reference}/comments")
Words = Annotated[str, Form()]
LETTERS = frozenset({MailKind.INVITATION, MailKind.EXTENSION, MailKind.CHASER})
PASTED = "comments.txt"


@router.get("")
def comments(here: Visiting, reference: str) -> Response:
    """Show each force's track, its letters and what it sent."""
    return _show(here, reference, {})


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


@router.post("/anew")
def anew(form: Sent, reference: str, force: Words = "") -> Response:
    """Prepare the invitation again: after it came back, or was withdrawn."""

    def deed() -> str:
        library = form.visit.doors.library
        reissue_invitation(form.visit.record, form.hand(), reference, library, named=force)
        return "The invitation is prepared anew: read it and send it."

    return _done(form, reference, "letters", {}, deed)


@router.post("/received")
def received(
    form: Sent,
    reference: str,
    force: Words = "",
    text: Words = "",
    file: Annotated[UploadFile | None, File()] = None,
) -> Response:
    """Keep what a force sent, till somebody says what it is."""

    def deed() -> str:
        given = optional(file, "file")
        if (given is None) == (not text.strip()):
            raise FieldError("file", "Choose the file that came, or paste its text: one of both.")
        data, name = given or (text.encode(), PASTED)
        record = form.visit.record
        number = store_submission(record, form.hand(), reference, data, name, force)
        return f"It is kept as number {number}. Say now what it is."

    return _done(form, reference, "file", {"text": text, "force": force}, deed)


@router.post("/{number:int}/class")
def classed(
    form: Sent, reference: str, number: int, klass: Words = "", cleared: Words = ""
) -> Response:
    """Say what a submission is: final comments, a draft, or background."""

    def deed() -> str:
        if klass not in set(CommentsClass):
            raise FieldError(f"klass-{number}", "Say what it is: final, a draft or background.")
        kind = CommentsClass(klass)
        class_submission(form.visit.record, form.hand(), reference, number, kind, cleared)
        return f"Number {number} is {kind.value}."

    typed = {"classed": number, "klass": klass, "cleared": cleared}
    return _done(form, reference, f"cleared-{number}", typed, deed)


@router.post("/none")
def none(
    form: Sent, reference: str, force: Words = "", how: Words = "", makes: Words = ""
) -> Response:
    """Write down that a force has no comments, or makes none."""

    def deed() -> str:
        declined = makes == "declined"
        hand, record = form.hand(), form.visit.record
        record_nil_return(record, hand, reference, how, force, declined=declined)
        return "It is written down that there are no comments."

    return _done(form, reference, "how", {"how": how, "makes": makes, "force": force}, deed)


def _done(
    form: Posted, reference: str, field: str, typed: dict[str, Any], deed: Callable[[], str]
) -> Response:
    def again(faults: Faults) -> Response:
        return _show(form.visit, reference, typed, faults)

    return do(form, reference, Doing(f"/cases/{reference}/comments", again, field), deed)


def _show(
    here: Visit, reference: str, typed: dict[str, Any], faults: Faults | None = None
) -> Response:
    with looking_at(here, reference) as (session, case):
        file = dossier(session, case)
    settings = here.visitor.settings
    letters = [mail for mail in file.mails if mail.kind in LETTERS]
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
        words={one.id: paragraphs_of(one) for one in file.submissions},
        typed=typed,
        may_change=bool(OFFICERS & here.visitor.roles),
        act=new_act,
        faults=faults or (),
    )
