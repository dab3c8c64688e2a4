"""One's own tokens, by which other systems act for one: made, shown once, taken back."""

import re
from typing import Annotated, Any, Final

from fastapi import APIRouter, Form
from starlette.responses import Response

from casework.access import (
    MOST_TOKEN_DAYS,
    NO_SIGNATURES,
    SIGNING_DAYS,
    TOKEN_DAYS,
    NewToken,
    hash_of,
    make_token,
    new_secret,
    revoke_token,
    standing,
    tokens_of,
)
from casework.errors import CaseworkError
from casework.record.desk import found
from models import SureBy
from web.forms import Faults, FieldError, faults_of
from web.guest_visits import RowNumber
from web.look import go, page
from web.step_up import ask_again, sure_of
from web.visits import Posted, Sent, Visit, Visiting, new_act

router = APIRouter(prefix="/me/tokens")
SIGNS: Final = "sign"
START: Final = "s55_"
"""By which a secret that was put where it does not belong can be found."""
DAYS: Final = re.compile("[0-9]{1,6}")
SHOWN_ONCE: Final = "This token was made already and shown then: take it back, and make another."


@router.get("")
def tokens(here: Visiting) -> Response:
    """Show one's own tokens; to an administrator, everybody's."""
    return _page(here)


@router.post("")
def make(
    form: Sent,
    name: Annotated[str, Form()] = "",
    days: Annotated[str, Form()] = "",
    writes: Annotated[str, Form()] = "",
    code: Annotated[str, Form()] = "",
    *,
    another: Annotated[bool, Form()] = False,
) -> Response:
    """Make a token, and show it once: the record keeps no secret."""
    here, secret = form.visit, f"{START}{new_secret()}"
    typed = {"called": name, "days": days, "writes": writes}
    kept_words = [("name", name), ("days", days), ("writes", writes)]
    try:
        wanted = _days(days, writes)
        sure = None
        if writes == SIGNS:
            sure = _sure(form, name, "" if another else code)
            if sure is None:
                return ask_again(form, "/me/tokens", kept_words)
        new = NewToken(hash_of(secret), name, bool(writes), wanted, sure)
        kept = make_token(here.record, form.hand(), new)
    except CaseworkError as fault:
        if isinstance(fault, FieldError) and fault.field == "code":
            return ask_again(form, "/me/tokens", kept_words, fault)
        return _page(here, faults_of(fault, "name" if not name.strip() else "days"), **typed)
    if kept != hash_of(secret):
        return go("/me/tokens", SHOWN_ONCE)
    return _page(here, made=secret)


def _days(typed: str, writes: str) -> int:
    if writes == SIGNS:
        return SIGNING_DAYS
    if not DAYS.fullmatch(typed.strip()):
        raise FieldError("days", f"Give the days as a number, 1 to {MOST_TOKEN_DAYS}.")
    return int(typed)


def _sure(form: Posted, name: str, code: str) -> SureBy | None:
    """Return what made sure of whoever makes a token that signs, as for a signature itself."""
    if not form.visit.visitor.settings.house_rules.api_signatures_allowed:
        raise FieldError("writes", NO_SIGNATURES)
    if not name.strip():
        raise FieldError("name", "Say what the token is for: the name of the other system.")
    return sure_of(form, code)


@router.post("/{number}/revoke")
def revoke(form: Sent, number: RowNumber) -> Response:
    """Take a token back."""
    name = revoke_token(form.visit.record, form.hand(), number)
    return go("/me/tokens", f"Token {number}, {name}, opens nothing any more.")


def _page(here: Visit, faults: Faults | None = None, **typed: Any) -> Response:
    everybody = here.visitor.may_administer
    key = "" if everybody else here.visitor.person.key
    with here.record.reading() as session:
        rows = tokens_of(session, found(here.record.office(session).id), key)
    return page(
        here.request,
        "tokens.html",
        here.visitor,
        422 if faults else 200,
        faults=faults or [],
        rows=[(row, person.name, standing(row, here.place.now)) for row, person in rows],
        everybody=everybody,
        most_days=MOST_TOKEN_DAYS,
        may_sign=here.visitor.settings.house_rules.api_signatures_allowed,
        signs=SIGNS,
        new_act=new_act,
        **{"called": "", "days": str(TOKEN_DAYS), "writes": "", **typed},
    )
