"""Proof that a response is public, and the copies the law asks for."""

from typing import Annotated

from fastapi import APIRouter, Form, UploadFile
from starlette.responses import Response

from casework.errors import CaseworkError, NotFoundError
from casework.letters_out import confirm_sent
from casework.publication import prepare_copies, prove, prove_by_hand
from web.case_file import file_of
from web.files import optional
from web.forms import FieldError, faults_of
from web.letter_list import close_if_copied
from web.look import go
from web.pages.publishing import copies_of, done_or_told, publishing_page
from web.visits import Sent

router = APIRouter()


@router.post("/cases/{reference}/publishing/prove")
def prove_it(
    form: Sent,
    reference: str,
    publisher: Annotated[str, Form()] = "",
    address: Annotated[str, Form()] = "",
    saved: UploadFile | None = None,
) -> Response:
    """Prove that the response is public, by its address or by a page saved by hand."""
    here = form.visit
    known = file_of(here, reference).case.reference
    record, hand = here.record, form.hand()
    try:
        if not address.strip():
            raise FieldError("address", "Give the address at which the public finds it.")
        page = optional(saved, "saved")
        if page is None:
            fetcher = here.doors.publication.fetcher
            said = prove(record, hand, known, publisher, address.strip(), fetcher)
        else:
            said = prove_by_hand(record, hand, known, publisher, address.strip(), page[0])
    except CaseworkError as fault:
        faults, typed = faults_of(fault, "address"), {"address": address, "publisher": publisher}
        return publishing_page(here, reference, faults, **typed)
    return go(f"/cases/{known}/publishing", said)


@router.post("/cases/{reference}/publishing/copies")
def make_copies(form: Sent, reference: str) -> Response:
    """Prepare both copies, where one is missing or came back."""

    def deed(known: str) -> str:
        prepare_copies(form.visit.record, form.hand(), known)
        return "Both copies are prepared."

    return done_or_told(form, reference, "copies", "", deed)


@router.post("/cases/{reference}/publishing/sent")
def say_sent(form: Sent, reference: str, key: Annotated[str, Form()] = "") -> Response:
    """Take a person's word that a copy was sent; the last one closes the case."""
    here = form.visit

    def deed(known: str) -> str:
        every = {mail.key: mail for mail in copies_of(file_of(here, known))}
        if key not in every:
            raise NotFoundError("There is no such letter in this case.")
        confirm_sent(here.record, form.hand(), key)
        return "Sent, on your word." + close_if_copied(here, every[key], known, form.act)

    return done_or_told(form, reference, "copies", "", deed)
