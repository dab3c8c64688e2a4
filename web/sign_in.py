"""Signing in by a link that works once, and out again.

A link lands on a page with a button: programs that read mail follow links, but
they press no buttons.
"""

import logging
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from casework.access import (
    NewSession,
    begin,
    end,
    end_all,
    hash_of,
    keep_link,
    new_secret,
    person_with_address,
)
from casework.errors import CaseworkError
from casework.record.hand import the_service
from web.letters import sign_in_letter
from web.limits import too_often
from web.look import go, page
from web.visits import SESSION, Sent, Visiting, new_act, place_of

router = APIRouter()
log = logging.getLogger(__name__)
SENT = (
    "If this address belongs to somebody who works here, a link is on its way to it. "
    "It works once, for 15 minutes."
)


@router.get("/sign-in")
def ask(request: Request) -> Response:
    """Ask for an e-mail address."""
    return page(request, "sign_in.html", address="")


@router.post("/sign-in")
def send_link(request: Request, address: Annotated[str, Form()] = "") -> Response:
    """Send a link, and say the same whether or not anybody has this address."""
    place = place_of(request)
    if too_often(request, "sign-in", address.casefold(), place.now):
        said = "Too many links were asked for. Wait a quarter of an hour, then try again."
        return page(
            request, "sign_in.html", status=429, address=address, faults=[("address", said)]
        )
    if "@" not in address:
        said = "Enter your e-mail address at work, as in a.marsh@office.example."
        return page(
            request, "sign_in.html", status=422, address=address, faults=[("address", said)]
        )
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
    """Show the button that signs in. Looking at it changes nothing."""
    return page(request, "sign_in_land.html", secret=secret)


@router.post("/sign-in/{secret}")
def enter(request: Request, secret: str) -> Response:
    """Use the link and begin a session."""
    place = place_of(request)
    own, browser = new_secret(), request.headers.get("user-agent", "")
    fresh = NewSession(hash_of(own), new_secret(), browser)
    try:
        begin(place.doors().record, the_service(place.now), hash_of(secret), fresh)
    except CaseworkError as fault:
        return page(
            request, "sign_in.html", status=403, address="", faults=[("address", str(fault))]
        )
    answer = go("/")
    answer.set_cookie(SESSION, own, **_cookie(secure=place.is_secure))
    return answer


@router.post("/sign-out")
def leave(form: Sent) -> Response:
    """End this session."""
    end(form.visit.record, form.hand(), form.visit.secret_sha256)
    return _out()


@router.post("/sign-out-everywhere")
def leave_everywhere(form: Sent) -> Response:
    """End every session of this person."""
    end_all(form.visit.record, form.hand())
    return _out()


@router.get("/me")
def me(here: Visiting) -> Response:
    """Show who is signed in, and in which roles."""
    return page(here.request, "me.html", here.visitor, act=new_act(), act_everywhere=new_act())


def _out() -> Response:
    answer = go("/sign-in", "You are signed out.")
    answer.delete_cookie(SESSION, httponly=True, samesite="lax")
    return answer


def _cookie(*, secure: bool) -> dict[str, Any]:
    # Lax, not strict: a link in an e-mail must find the session that is there.
    return {"httponly": True, "secure": secure, "samesite": "lax", "path": "/"}
