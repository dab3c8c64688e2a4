"""Comments typed, pasted or uploaded by a link: shown back as they were read, then sent."""

import json
from typing import Annotated

from fastapi import APIRouter, File, Form, UploadFile
from starlette.responses import Response

from casework.comments import ToSend, guest_draft, keep_guest_draft, send_comments
from casework.errors import RefusedInputError
from casework.rules.tellers import LONGEST_LINE, Teller, one_line
from models.words import CommentsClass, GuestPurpose
from web.files import optional
from web.forms import Faults, FieldError
from web.guest_visits import Guesting, GuestSent, RowNumber, Told, guest_page, needs
from web.guest_words import for_senders
from web.look import go
from web.pages.guests import arrived_at

router = APIRouter(prefix="/g/{secret}")
TYPED = "typed on the page.txt"
ON_THE_PAGE = ("text", "upload", "klass", "cleared_by", "name", "rank", "email")
"""The fields from the head of the page to its foot: faults are told in their order."""


@router.get("/comments")
def comments(here: Guesting) -> Response:
    """Ask for comments."""
    needs(here, GuestPurpose.COMMENTS)
    return guest_page(here, "comments.html")


@router.post("/comments")
def read_comments(
    form: GuestSent,
    teller: Told,
    klass: Annotated[str, Form()] = "",
    cleared_by: Annotated[str, Form()] = "",
    text: Annotated[str, Form()] = "",
    upload: Annotated[UploadFile | None, File()] = None,
) -> Response:
    """Read what was given, and show it back. Nothing is sent yet."""
    here = form.visit
    needs(here, GuestPurpose.COMMENTS)
    faults = _faults(teller, klass, cleared_by)
    try:
        data, name = _given(text, upload)
        if not faults:
            given = ToSend(teller, CommentsClass(klass), cleared_by, data, name)
            number = keep_guest_draft(here.record, here.sha256, given, here.place.now)
            return go(f"{here.root}/comments/{number}")
    except RefusedInputError as fault:
        field = fault.field if isinstance(fault, FieldError) else _own_field(upload)
        faults.append((field, for_senders(str(fault))))
    typed = {"klass": klass, "cleared_by": cleared_by, "text": text}
    faults.sort(key=lambda fault: ON_THE_PAGE.index(fault[0]))
    return guest_page(here, "comments.html", faults, teller=teller, **typed)


@router.get("/comments/{number}")
def shown_back(here: Guesting, number: RowNumber) -> Response:
    """Show comments as they were read, with the button that sends them."""
    needs(here, GuestPurpose.COMMENTS)
    draft = guest_draft(here.record, here.guest, number, here.place.now)
    return guest_page(
        here,
        "preview.html",
        draft=draft,
        paragraphs=json.loads(draft.paragraphs),
        warnings=[for_senders(said) for said in json.loads(draft.warnings)],
    )


@router.post("/comments/{number}/send")
def send(form: GuestSent, number: RowNumber) -> Response:
    """Hand the comments in, as they were shown back."""
    here = form.visit
    needs(here, GuestPurpose.COMMENTS)
    return arrived_at(form, send_comments(here.record, form.hand(), here.sha256, number))


def _faults(teller: Teller, klass: str, cleared_by: str) -> Faults:
    faults = list(teller.faults())
    if klass not in set(CommentsClass):
        faults.append(("klass", "Say what these comments are: final, a draft, or background."))
    if klass == CommentsClass.FINAL and not one_line(cleared_by):
        faults.append(("cleared_by", "Enter who cleared the comments for publication."))
    if len(cleared_by) > LONGEST_LINE:
        said = f"This is longer than {LONGEST_LINE} characters: shorten it."
        faults.append(("cleared_by", said))
    return faults


def _given(text: str, upload: UploadFile | None) -> tuple[bytes, str]:
    """Return what was typed or uploaded: one of the two."""
    file = optional(upload, "upload")
    if file and text.strip():
        message = "Type the comments or choose a file: one of the two, so that it is clear which."
        raise FieldError("text", message)
    if file:
        return file
    if not text.strip():
        raise FieldError("text", "Type or paste the comments, or choose a file.")
    return text.replace("\r\n", "\n").encode(), TYPED


def _own_field(upload: UploadFile | None) -> str:
    return "upload" if upload and upload.filename else "text"
