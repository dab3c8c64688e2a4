"""One's own calendar: its secret address made and taken back, and the calendar read there."""

from hashlib import sha256
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from casework.access import (
    calendar_link_of,
    calendar_reader,
    hash_of,
    make_calendar_link,
    new_secret,
    revoke_calendar_link,
    within_reach,
)
from casework.record.desk import found
from casework.reminders import calendar_of
from web.limits import too_many
from web.look import go, page
from web.visits import Sent, Visit, Visiting, new_act, place_of

router = APIRouter()
PER_LINK: Final = 60
UNKNOWN_PER_ADDRESS: Final = 60
"""Readings in a quarter of an hour: a calendar looks every few hours, on a few machines."""
KEPT: Final = "private, max-age=900"
SHOWN_ONCE: Final = "This address was made already and shown then: make another."


@router.get("/me/calendar")
def my_calendar(here: Visiting) -> Response:
    """Show whether one's calendar has an address, and ask for one."""
    return _page(here)


@router.post("/me/calendar")
def make(form: Sent) -> Response:
    """Make an address, and show it once: the record keeps no secret."""
    here, secret = form.visit, new_secret()
    kept = make_calendar_link(here.record, form.hand(), hash_of(secret))
    if kept != hash_of(secret):
        return go("/me/calendar", SHOWN_ONCE)
    return _page(here, f"{here.place.address}/calendar/{secret}.ics")


@router.post("/me/calendar/revoke")
def revoke(form: Sent) -> Response:
    """Take the address back."""
    revoke_calendar_link(form.visit.record, form.hand())
    return go("/me/calendar", "The address opens nothing any more.")


@router.api_route("/calendar/{secret}.ics", methods=["GET", "HEAD"])
def calendar(request: Request, secret: str) -> Response:
    """Give out the calendar of whoever this address was made for. Looking changes nothing."""
    place, key = place_of(request), hash_of(secret)
    record, now = place.doors().record, place.now
    reader = calendar_reader(record, key, now)
    if reader is None:
        neighbour = request.client.host if request.client else ""
        over = too_many("calendar:unknown", neighbour, now, UNKNOWN_PER_ADDRESS)
        return _too_often() if over else _plain("There is no such calendar.", 404)
    if too_many("calendar", key, now, PER_LINK):
        return _too_often()
    data = calendar_of(record, lambda case: within_reach(case, reader.roles, now), now)
    etag = f'"{sha256(data).hexdigest()}"'
    headers = {"etag": etag, "cache-control": KEPT, "referrer-policy": "no-referrer"}
    if etag in _known(request):
        return Response(status_code=304, headers=headers)
    headers["content-disposition"] = 'inline; filename="section55.ics"'
    return Response(data, headers=headers, media_type="text/calendar; charset=utf-8")


def _known(request: Request) -> list[str]:
    said = request.headers.get("if-none-match", "").split(",")
    return [one.strip().removeprefix("W/") for one in said]


def _too_often() -> Response:
    answer = _plain("Asked for too often: wait a quarter of an hour.", 429)
    answer.headers["retry-after"] = "900"
    return answer


def _plain(said: str, status: int) -> Response:
    headers = {"referrer-policy": "no-referrer"}
    return Response(said, status, headers, media_type="text/plain; charset=utf-8")


def _page(here: Visit, made: str = "") -> Response:
    with here.record.reading() as session:
        office = found(here.record.office(session).id)
        link = calendar_link_of(session, office, here.visitor.person.key)
    return page(
        here.request, "my_calendar.html", here.visitor, link=link, made=made, new_act=new_act
    )
