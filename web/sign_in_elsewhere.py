"""Signing in by the office's own sign-in, and confirming by it who somebody is.

What belongs to one way out and back lies in a cookie of this browser, for ten
minutes. A code that comes back to any other browser opens nothing.
"""

import logging
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from casework.access import (
    Known,
    NewSession,
    confirm_by_provider,
    enter_by_provider,
    hash_of,
    new_secret,
)
from casework.access.identities import GONE
from casework.errors import CaseworkError, NotAllowedError
from casework.identity.journey import CONFIRM, JOURNEY_LIFE, SIGN_IN, Journey
from casework.identity.provider import Provider, Told
from casework.record.hand import Hand, the_service
from models import SureBy
from web.limits import PER_NEIGHBOUR, TooOftenError, too_often
from web.look import go, page
from web.place import Place
from web.visits import SESSION, Visiting, place_of, session_cookie, visit
from web.wanted_page import forget, wanted

router = APIRouter()
log = logging.getLogger(__name__)
BACK: Final = "/sign-in-elsewhere/back"
NO_PROVIDER: Final = "This office has no sign-in of its own here: use a link by e-mail."
DECLINED: Final = (
    "You did not sign in at {label}, or it did not let you in, so nobody was signed in here."
)
LONGEST: Final = 4000
"""Characters of what a provider sends along."""


@router.get("/sign-in-elsewhere")
def out(request: Request) -> Response:
    """Send a browser to the office's own sign-in."""
    place = place_of(request)
    if too_often(request, "provider", "", place.now, most=10 * PER_NEIGHBOUR):
        raise TooOftenError("Too many people began to sign in. Wait a moment, then try again.")
    return _out(place, SIGN_IN)


@router.get("/sign-in-elsewhere/out")
def home(request: Request) -> Response:
    """Say that somebody is signed out here, and send their browser to be signed out there too."""
    place = place_of(request)
    provider = _provider(place)
    way = provider.way_home(f"{place.address}/sign-in")
    if not way:
        return go("/sign-in", "You are signed out.")
    answer = page(request, "signed_out.html", way=way, provider=provider)
    answer.headers["refresh"] = f"0; url={way}"
    return answer


@router.get("/confirm-again")
def confirm(here: Visiting) -> Response:
    """Send somebody who is signed in to be asked once more who they are."""
    return _out(here.place, CONFIRM)


@router.get(BACK)
def back(
    request: Request,
    state: Annotated[str, Query(max_length=LONGEST)] = "",
    code: Annotated[str, Query(max_length=LONGEST)] = "",
    error: Annotated[str, Query(max_length=LONGEST)] = "",
) -> Response:
    """Take somebody in who comes back from the office's own sign-in, or say why not."""
    place = place_of(request)
    try:
        provider = _provider(place)
        journey = Journey.kept(request.cookies.get(_cookie_name(place), ""))
        if journey is None or journey.is_over(place.now) or state != journey.state:
            raise NotAllowedError(GONE)
        if error or not code:
            # Its own words are not shown: whoever makes a link could write them.
            log.info("the office's own sign-in said no: %.60r", error)
            raise NotAllowedError(DECLINED.format(label=provider.label))
        told = provider.who_came(f"{place.address}{BACK}", journey, code, place.now)
        known = Known(told.issuer, told.subject, told.email, provider.label)
        if journey.purpose == CONFIRM:
            answer = _confirmed(request, known, journey)
        else:
            answer = _entered(request, known, told, journey)
    except CaseworkError as fault:
        answer = _refused(request, str(fault))
    answer.delete_cookie(_cookie_name(place), **_cookie(place))
    return answer


def _entered(request: Request, known: Known, told: Told, journey: Journey) -> Response:
    place, own = place_of(request), new_secret()
    browser = request.headers.get("user-agent", "")
    fresh = NewSession(
        hash_of(own), new_secret(), browser, began_by=SureBy.PROVIDER, roles=told.roles
    )
    enter_by_provider(place.doors().record, the_service(place.now), known, journey.state, fresh)
    answer = go(wanted(request))
    forget(answer)
    answer.set_cookie(SESSION, own, **session_cookie(secure=place.is_secure))
    return answer


def _confirmed(request: Request, known: Known, journey: Journey) -> Response:
    here = visit(request)
    hand = Hand(now=here.place.now, person=here.visitor.person.key, system_user="web")
    confirm_by_provider(here.record, hand, known, journey.state, here.visitor.session_id)
    return page(request, "confirmed.html", here.visitor)


def _refused(request: Request, said: str) -> Response:
    faults = [("address", said)]
    provider = place_of(request).provider
    return page(request, "sign_in.html", status=403, address="", faults=faults, provider=provider)


def _out(place: Place, purpose: str) -> Response:
    journey = Journey.starting(new_secret(), purpose, place.now)
    way = _provider(place).way_out(f"{place.address}{BACK}", journey)
    answer = RedirectResponse(way, status_code=303)
    seconds = int(JOURNEY_LIFE.total_seconds())
    answer.set_cookie(_cookie_name(place), journey.to_keep, max_age=seconds, **_cookie(place))
    return answer


def _provider(place: Place) -> Provider:
    if place.provider is None:
        raise NotAllowedError(NO_PROVIDER)
    return place.provider


def _cookie_name(place: Place) -> str:
    # A browser takes a cookie of this name from nobody but this very host.
    return "__Host-journey" if place.is_secure else "journey"


def _cookie(place: Place) -> dict[str, Any]:
    # Lax: the provider's page leads back here, and the cookie must come along.
    return {"httponly": True, "secure": place.is_secure, "samesite": "lax", "path": "/"}
