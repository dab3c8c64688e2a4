"""Who is asking: the session behind a request, and the hand a form acts by."""

import hmac
import re
from dataclasses import dataclass
from secrets import token_urlsafe
from typing import Annotated, Any, Final

from fastapi import Depends, Form, Request

from casework.access import Visitor, hash_of, visitor
from casework.dispatch import Doors
from casework.errors import RefusedInputError
from casework.record.hand import Hand, Minding
from casework.record.record import Record
from web.held import StaleFormError
from web.place import Place

SESSION: Final = "desk"
"""The cookie that holds a session's secret."""
ACT_NUMBER: Final = re.compile(r"[A-Za-z0-9_-]{8,60}")


class SignInNeededError(Exception):
    """Nobody is signed in: the way leads to the door."""


def new_act() -> str:
    """Return a number for a form about to be shown: sent twice, it is one act."""
    return token_urlsafe(18)


@dataclass(frozen=True, slots=True)
class Visit:
    """A request by somebody who is signed in."""

    request: Request
    place: Place
    visitor: Visitor
    secret_sha256: str

    @property
    def doors(self) -> Doors:
        """Return the doors of the service."""
        return self.place.doors()

    @property
    def record(self) -> Record:
        """Return the record."""
        return self.doors.record


@dataclass(frozen=True, slots=True)
class Posted:
    """A form that was sent from one of our own pages, by somebody who is signed in."""

    visit: Visit
    act: str
    as_of: str = ""
    """Head of the case's history when the page of this form was made."""

    def hand(self, step: str = "", *, minding: Minding | None = None) -> Hand:
        """Return the hand of the person: the same form sent twice is one act.

        `minding` says what another person may not have changed since the page was made.
        """
        number = f"{self.act}:{step}" if step else self.act
        return Hand(
            now=self.visit.place.now,
            person=self.visit.visitor.person.key,
            act_id=number,
            roles=self.visit.visitor.told_roles,
            system_user="web",
            seen=self.as_of if minding else "",
            minding=minding,
        )


def session_cookie(*, secure: bool) -> dict[str, Any]:
    """Return how the cookie of a session is set."""
    # Lax, not strict: a link in an e-mail must find the session that is there.
    return {"httponly": True, "secure": secure, "samesite": "lax", "path": "/"}


def place_of(request: Request) -> Place:
    """Return what the front desk stands on."""
    place: Place = request.app.state.place
    return place


def visit(request: Request) -> Visit:
    """Return the visit behind a request; refuse one by nobody."""
    place = place_of(request)
    secret = hash_of(request.cookies.get(SESSION, ""))
    known = visitor(place.doors().record, secret, place.now)
    if known is None:
        raise SignInNeededError
    return Visit(request, place, known, secret)


Visiting = Annotated[Visit, Depends(visit)]


def posted(
    here: Visiting,
    form_token: Annotated[str, Form()] = "",
    act: Annotated[str, Form()] = "",
    as_of: Annotated[str, Form()] = "",
) -> Posted:
    """Return a form's sender; refuse a form that none of our pages made for this session."""
    if not hmac.compare_digest(form_token.encode(), here.visitor.form_token.encode()):
        raise StaleFormError(here.visitor)
    if not ACT_NUMBER.fullmatch(act):
        message = "This form was not sent whole: go back, load the page again, and send it again."
        raise RefusedInputError(message)
    return Posted(here, act, as_of)


Sent = Annotated[Posted, Depends(posted)]
