"""Who calls: the token behind a request, the person it acts for, and how often it may ask."""

from typing import Annotated, Final

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from casework.access import Caller, caller, hash_of
from web.api.problems import RefusedError
from web.limits import TooOftenError, too_many
from web.visits import Visit, place_of

PER_TOKEN: Final = 3_000
"""Requests of one token in a quarter of an hour: three a second, all day."""
UNKNOWN_PER_ADDRESS: Final = 60
"""Requests without a token that works, from one network address, in the same time."""
BEARER: Final = HTTPBearer(
    auto_error=False,
    scheme_name="token",
    description=(
        "A token made under “Tokens” on the page of whoever it shall act for, or by "
        "`section55 tokens make`. It may do what that person may, and no more; one made to read "
        "changes nothing."
    ),
)
UNKNOWN: Final = (
    "This needs a token that works: made, not taken back, not too old, and of somebody who holds "
    "a role in this office today. Send it as Authorization: Bearer TOKEN."
)
TOO_OFTEN: Final = "Too many requests in a quarter of an hour: wait, then go on."
READ_ONLY: Final = "This token was made to read: whoever it acts for can make one that may act."


class Call:
    """A request by another system, for one person."""

    def __init__(self, visit: Visit, known: Caller) -> None:
        """Take the request as a visit of that person."""
        self.visit = visit
        self.token = known.token


def calling(
    request: Request, given: Annotated[HTTPAuthorizationCredentials | None, Depends(BEARER)]
) -> Call:
    """Return who calls; refuse nobody, and whoever calls too often."""
    place = place_of(request)
    secret = hash_of(given.credentials if given else "")
    known = caller(place.doors().record, secret, place.now) if given else None
    if known is None:
        address = request.client.host if request.client else ""
        if too_many("api:unknown", address, place.now, UNKNOWN_PER_ADDRESS):
            raise TooOftenError(TOO_OFTEN)
        raise RefusedError(401, "no-token", UNKNOWN, {"www-authenticate": "Bearer"})
    if too_many("api:token", str(known.token.id), place.now, PER_TOKEN):
        raise TooOftenError(TOO_OFTEN)
    return Call(Visit(request, place, known.visitor, secret), known)


Calling = Annotated[Call, Depends(calling)]


def acting(call: Calling) -> Call:
    """Return who calls; refuse a token that may only read."""
    if not call.token.may_write:
        raise RefusedError(403, "read-only", READ_ONLY)
    return call


Acting = Annotated[Call, Depends(acting)]
