"""What a link for a force opens: what is asked, what has arrived, and the receipt of each thing."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import Response

from casework.comments import ask_for_time, say_no_comments
from casework.errors import CaseworkError, NotFoundError
from casework.record.guests import statements_of
from casework.record.remarks import remarks_of
from models.words import GuestPurpose
from web.forms import Faults, TypedDay, faults_of, typed_day
from web.guest_visits import (
    Guesting,
    GuestPosted,
    GuestSent,
    GuestVisit,
    RowNumber,
    Told,
    guest_page,
    needs,
)
from web.guest_words import Arrived, arrived
from web.look import go

router = APIRouter(prefix="/g/{secret}")
Until = Annotated[TypedDay, typed_day("until")]


@router.get("")
def asked(here: Guesting) -> Response:
    """Show what is asked and by when, and what has arrived so far."""
    is_check = here.guest.link.purpose is GuestPurpose.FACT_CHECK
    name = "check.html" if is_check else "asked.html"
    due = here.guest.force.comments_due_on
    late = due is not None and due < here.place.today
    return guest_page(here, name, arrived=everything_arrived(here), is_late=late)


@router.get("/receipt/{number}")
def receipt(here: Guesting, number: RowNumber) -> Response:
    """Show that something arrived: when, what, and by which fingerprint it can be known."""
    one = next((line for line in everything_arrived(here) if line.number == number), None)
    if one is None:
        raise NotFoundError("Nothing with this number has arrived by a link for your force.")
    return guest_page(here, "receipt.html", one=one)


@router.get("/none")
def none(here: Guesting) -> Response:
    """Ask whether there are no comments."""
    needs(here, GuestPurpose.COMMENTS)
    return guest_page(here, "none.html")


@router.post("/none")
def say_none(form: GuestSent, teller: Told, words: Annotated[str, Form()] = "") -> Response:
    """Take the word that there are no comments."""
    here = form.visit
    needs(here, GuestPurpose.COMMENTS)
    faults = list(teller.faults())
    if not faults:
        try:
            number = say_no_comments(here.record, form.hand(), here.sha256, teller, words)
            return arrived_at(form, number)
        except CaseworkError as fault:
            faults = faults_of(fault, "words")
    return guest_page(here, "none.html", faults, teller=teller, words=words)


@router.get("/more-time")
def more_time(here: Guesting) -> Response:
    """Ask how much more time is wanted."""
    needs(here, GuestPurpose.COMMENTS)
    return guest_page(here, "more_time.html")


@router.post("/more-time")
def wish_for_time(
    form: GuestSent, teller: Told, until: Until, words: Annotated[str, Form()] = ""
) -> Response:
    """Take a wish for more time."""
    here = form.visit
    needs(here, GuestPurpose.COMMENTS)
    faults: Faults = list(teller.faults())
    if not words.strip():
        faults.append(("words", "Say why more time is needed."))
    try:
        day = until.on
        if not faults:
            number = ask_for_time(here.record, form.hand(), here.sha256, teller, day, words)
            return arrived_at(form, number)
    except CaseworkError as fault:
        faults += faults_of(fault, "until-day")
    return guest_page(here, "more_time.html", faults, teller=teller, until=until, words=words)


def everything_arrived(here: GuestVisit) -> list[Arrived]:
    """Return all that has arrived for this force and purpose by any link, the latest first."""
    with here.record.reading() as session:
        case, link = here.guest.case, here.guest.link
        rows = statements_of(session, case.id or 0, link.force_key, link.purpose)
        remarks = {row.number: row for row in remarks_of(session, case)}
    submissions = {row.id: row for row in here.guest.file.submissions}
    return [arrived(row, submissions, remarks) for row in rows]


def arrived_at(form: GuestPosted, number: RowNumber) -> Response:
    """Return the way to the receipt of something that has just arrived."""
    return go(f"{form.visit.root}/receipt/{number}")
