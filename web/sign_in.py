"""Signing in by a link that works once, and out again.

A link lands on a page with a button: programs that read mail follow links, but
they press no buttons.
"""

import logging
from typing import Annotated

from fastapi import APIRouter, Form, Path, Request
from starlette.responses import RedirectResponse, Response

from casework.access import (
    NewSession,
    begin,
    end,
    end_all,
    end_one,
    hash_of,
    keep_link,
    new_secret,
    person_with_address,
    sessions_of,
    signed_in_by,
)
from casework.errors import CaseworkError
from casework.record.hand import the_service
from models import SureBy
from web.letters import sign_in_letter
from web.limits import too_often
from web.look import go, page
from web.visits import SESSION, Sent, Visiting, new_act, place_of, session_cookie
from web.wanted_page import forget, wanted

router = APIRouter()
log = logging.getLogger(__name__)
SENT = (
    "If this address belongs to somebody who works here, a link is on its way to it. "
    "It works once, for 15 minutes."
)


MOST_SESSIONS = 1_000_000_000
"""More than there ever are: a larger number no database takes."""
SIGNED_OUT = "You are signed out."


@router.get("/sign-in")
def ask(request: Request) -> Response:
    """Ask for an e-mail address."""
    return _ask(request, "")


@router.post("/sign-in")
def send_link(request: Request, address: Annotated[str, Form()] = "") -> Response:
    """Send a link, and say the same whether or not anybody has this address."""
    place = place_of(request)
    if too_often(request, "sign-in", address.casefold(), place.now):
        said = "Too many links were asked for. Wait a quarter of an hour, then try again."
        return _ask(request, address, said, 429)
    if "@" not in address:
        said = "Enter your e-mail address at work, as in a.marsh@office.example."
        return _ask(request, address, said, 422)
    record = place.doors().record
    with record.reading() as session:
        settings = record.settings_of(session, record.office(session))
    person = person_with_address(settings, address, place.today)
    if person is not None:
        secret = new_secret()
        keep_link(record, the_service(place.now), person.key, hash_of(secret))
        letter = sign_in_letter(settings, person, f"{place.address}/sign-in/{secret}", place.now)
        doors = place.doors().mail
        sent = (doors.server or doors.tray).send(letter)
        log.info("sign-in link: %s", sent.outcome.value)
    return page(request, "sign_in_sent.html", said=SENT)


@router.get("/sign-in/{secret}")
def land(request: Request, secret: str) -> Response:
    """Show the button that signs in, and whom: looking at it changes nothing.

    Whoever has a link that works may come in as this person: a name tells them
    no more. Behind any other link there is nobody's name.
    """
    place = place_of(request)
    record = place.doors().record
    with record.reading() as session:
        office = record.settings_of(session, record.office(session)).office
    person = signed_in_by(record, hash_of(secret), place.now)
    return page(request, "sign_in_land.html", secret=secret, office=office, person=person)


@router.post("/sign-in/{secret}")
def enter(request: Request, secret: str) -> Response:
    """Use the link and begin a session."""
    place = place_of(request)
    own, browser = new_secret(), request.headers.get("user-agent", "")
    fresh = NewSession(hash_of(own), new_secret(), browser)
    try:
        begin(place.doors().record, the_service(place.now), hash_of(secret), fresh)
    except CaseworkError as fault:
        return _ask(request, "", str(fault), 403)
    answer = go(wanted(request))
    forget(answer)
    answer.set_cookie(SESSION, own, **session_cookie(secure=place.is_secure))
    return answer


@router.post("/sign-out")
def leave(form: Sent) -> Response:
    """End this session, and the one at the office's own sign-in if it began there."""
    here = form.visit
    end(here.record, form.hand(), here.secret_sha256)
    if here.place.provider is None or here.visitor.began_by is not SureBy.PROVIDER:
        return _out()
    # A browser lets no form lead to another website, not even round a corner: a page does.
    return _out("/sign-in-elsewhere/out")


@router.post("/sign-out-everywhere")
def leave_everywhere(form: Sent) -> Response:
    """End every session of this person."""
    end_all(form.visit.record, form.hand())
    return _out()


@router.get("/me")
def me(here: Visiting) -> Response:
    """Show who is signed in, in which roles, and where."""
    rows = sessions_of(here.record, here.visitor.person.key, here.place.now)
    return page(
        here.request,
        "me.html",
        here.visitor,
        sessions=rows,
        act=new_act(),
        act_everywhere=new_act(),
        new_act=new_act,
    )


@router.post("/me/sessions/{number:int}/end")
def leave_one(form: Sent, number: Annotated[int, Path(le=MOST_SESSIONS)]) -> Response:
    """End one session of this person, here or at another browser."""
    end_one(form.visit.record, form.hand(), number)
    if number == form.visit.visitor.session_id:
        return _out()
    return go("/me", "You are signed out there.")


def _ask(request: Request, address: str, said: str = "", status: int = 200) -> Response:
    faults = [("address", said)] if said else []
    provider = place_of(request).provider
    return page(
        request,
        "sign_in.html",
        status=status,
        address=address,
        faults=faults,
        provider=provider,
    )


def _out(to: str = "") -> Response:
    answer = RedirectResponse(to, status_code=303) if to else go("/sign-in", SIGNED_OUT)
    answer.delete_cookie(SESSION, httponly=True, samesite="lax")
    return answer
