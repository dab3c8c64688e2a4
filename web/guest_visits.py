"""Guests: who comes by a link for one case, and the hand a form of theirs acts by.

They have no session. The secret stands in the address, and only its hash goes further.
"""

import hmac
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated, Any, Final

from fastapi import Depends, Form, Path, Request
from starlette.responses import Response

from casework.access import guest, hash_of
from casework.errors import NotFoundError, RefusedInputError
from casework.record.guests import Guest
from casework.record.hand import Hand
from casework.record.record import Record
from casework.rules.tellers import Teller
from models.shapes.office import OfficeSettings
from models.words import GuestPurpose, Role
from web.forms import Faults
from web.limits import TooOftenError, too_often
from web.look import page
from web.place import Place
from web.visits import ACT_NUMBER, new_act, place_of

RowNumber = Annotated[int, Path(ge=1, le=2**31 - 1)]
"""Of a row, in an address: no larger than a database counts."""
MOST_FORMS: Final = 30
"""By one link in a quarter of an hour: several people may use it at once."""
MOST_GUESSES: Final = 10
TOO_OFTEN: Final = "This was tried too often. Wait a quarter of an hour, then try again."


@dataclass(frozen=True, slots=True)
class GuestVisit:
    """A request by somebody who holds a link that works."""

    request: Request
    place: Place
    guest: Guest
    settings: OfficeSettings
    secret: str

    @property
    def record(self) -> Record:
        """Return the record."""
        return self.place.doors().record

    @property
    def sha256(self) -> str:
        """Return what the record knows of the secret."""
        return hash_of(self.secret)

    @property
    def root(self) -> str:
        """Return the address of the link's first page."""
        return f"/g/{self.secret}"

    @property
    def form_token(self) -> str:
        """Return what every form sent by this link must bring along."""
        return hmac.new(self.sha256.encode(), b"a guest's form", sha256).hexdigest()

    @property
    def office_address(self) -> str:
        """Return how to reach the office, as a sentence ends."""
        return f"{self.settings.office.email} or {self.settings.office.telephone}"


@dataclass(frozen=True, slots=True)
class GuestPosted:
    """A form that was sent from a page of this very link."""

    visit: GuestVisit
    act: str

    def hand(self) -> Hand:
        """Return the service's hand: a guest is nobody of the office."""
        # With the link in it, no form can ask for the answer given to another link.
        number = f"guest-{self.visit.sha256[:16]}-{self.act}"
        now = self.visit.place.now
        return Hand(now=now, role=Role.SERVICE, act_id=number, system_user="web")


def guest_visit(request: Request, secret: str) -> GuestVisit:
    """Return the visit behind a request; refuse a link that opens nothing."""
    place = place_of(request)
    record = place.doors().record
    try:
        known = guest(record, hash_of(secret), place.now)
    except NotFoundError:
        # A whole force may stand behind one address; it holds links, and need not guess.
        neighbour = request.client.host if request.client else ""
        if too_often(request, "guess", neighbour, place.now, MOST_GUESSES):
            raise TooOftenError(TOO_OFTEN) from None
        raise
    with record.reading() as session:
        settings = record.settings_of(session, record.office(session))
    return GuestVisit(request, place, known, settings, secret)


Guesting = Annotated[GuestVisit, Depends(guest_visit)]


def guest_posted(
    here: Guesting, form_token: Annotated[str, Form()] = "", act: Annotated[str, Form()] = ""
) -> GuestPosted:
    """Return a form's sender; refuse a form that no page of this link made."""
    if too_often(here.request, "guest", here.sha256, here.place.now, MOST_FORMS):
        raise TooOftenError(TOO_OFTEN)
    if not hmac.compare_digest(form_token.encode(), here.form_token.encode()):
        message = "This form is not of this link: go back, load the page again, and send it again."
        raise RefusedInputError(message)
    if not ACT_NUMBER.fullmatch(act):
        message = "This form was not sent whole: go back, load the page again, and send it again."
        raise RefusedInputError(message)
    return GuestPosted(here, act)


GuestSent = Annotated[GuestPosted, Depends(guest_posted)]


def typed_teller(
    name: Annotated[str, Form()] = "",
    rank: Annotated[str, Form()] = "",
    email: Annotated[str, Form()] = "",
) -> Teller:
    """Return who somebody says they are."""
    return Teller.of(name, rank, email)


Told = Annotated[Teller, Depends(typed_teller)]


def needs(here: GuestVisit, purpose: GuestPurpose) -> None:
    """Refuse a page that is not for links of this purpose: to them it is not there."""
    if here.guest.link.purpose is not purpose:
        message = "There is no such page for this link: go to its first page."
        raise NotFoundError(message)


def guest_page(
    here: GuestVisit, name: str, faults: Faults | None = None, **values: Any
) -> Response:
    """Return a page of a guest; with faults it says that nothing was done."""
    file, force = here.guest.file, here.settings.force(here.guest.force.force_key)
    return page(
        here.request,
        f"guests/{name}",
        status=422 if faults else 200,
        **{
            "office": here.settings.office,
            "body": here.settings.body,
            "guest": here,
            "file": file,
            "link": here.guest.link,
            "force": here.guest.force,
            "force_name": force.name if force else here.guest.force.force_key,
            "officer": here.settings.chief_officer(force, here.place.today) if force else None,
            "today": here.place.today,
            "act": new_act(),
            "faults": faults or [],
            **values,
        },
    )
