"""The check of facts by a link: the draft as a PDF, and points on it, each of which is answered."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import Response

from casework.errors import CaseworkError, NotFoundError
from casework.record.bytes import fetch
from casework.review import Point, make_point
from models.words import GuestPurpose
from web.files import PDF, attachment
from web.forms import Faults, faults_of
from web.guest_visits import Guesting, GuestSent, Told, guest_page, needs
from web.pages.guests import arrived_at

router = APIRouter(prefix="/g/{secret}")


@router.get("/draft.pdf")
def draft(here: Guesting) -> Response:
    """Give the PDF that was fixed when the link was made."""
    needs(here, GuestPurpose.FACT_CHECK)
    link = here.guest.link
    if link.copy_sha256 is None:
        raise NotFoundError("This link has no draft: ask the office for a new one.")
    with here.record.reading() as session:
        data = fetch(session, link.copy_sha256)
    return attachment(data, f"{here.guest.case.reference}-draft-version-{link.version}.pdf", PDF)


@router.get("/point")
def point(here: Guesting) -> Response:
    """Ask for a point of fact."""
    needs(here, GuestPurpose.FACT_CHECK)
    return guest_page(here, "point.html")


@router.post("/point")
def send_point(
    form: GuestSent,
    teller: Told,
    words: Annotated[str, Form()] = "",
    quoted: Annotated[str, Form()] = "",
) -> Response:
    """Take a point of fact."""
    here = form.visit
    needs(here, GuestPurpose.FACT_CHECK)
    faults: Faults = list(teller.faults())
    if not words.strip():
        faults.append(("words", "Say what is wrong, and what would be right."))
    if not faults:
        try:
            given = Point(words, quoted)
            number = make_point(here.record, form.hand(), here.sha256, teller, given)
            return arrived_at(form, number)
        except CaseworkError as fault:
            faults = faults_of(fault, "words")
    return guest_page(here, "point.html", faults, teller=teller, words=words, quoted=quoted)
