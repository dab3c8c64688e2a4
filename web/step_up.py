"""The second step before a signature, for whoever signed in more than a quarter of an hour ago.

The form that was sent is kept on the page that asks, with its act number: the
act goes on where it was, on the text that was shown.
"""

from collections.abc import Sequence

from starlette.responses import Response

from casework.access import confirm_by_code, keep_code, new_code
from casework.errors import CaseworkError
from casework.record.hand import the_service
from models import SureBy
from models.shapes.mail import MailOutcome
from web.forms import Faults, FieldError
from web.letters import code_letter
from web.limits import too_often
from web.look import page
from web.visits import Posted, Visit

Kept = Sequence[tuple[str, str]]
"""(name, value) of the fields of the form that waits."""
TOO_OFTEN = "Too many codes were asked for. Wait a quarter of an hour, then try again."
SENT = "We have sent a code to {address}. It works once, for 10 minutes."
NO_MAIL = (
    "This service sends no mail by itself. Ask whoever looks after it for a code: they find it in "
    "the out-tray, or make one with the command users code. It works once, for 10 minutes."
)


def sure_of(form: Posted, code: str) -> SureBy | None:
    """Return what made sure of the sender of a form; None where they must confirm it first."""
    here = form.visit
    if here.visitor.is_fresh(here.place.now):
        return here.visitor.sure_by
    if not code.strip():
        return None
    if too_often(here.request, "code-tried", here.visitor.person.key, here.place.now, most=15):
        raise FieldError("code", TOO_OFTEN)
    try:
        confirm_by_code(here.record, form.hand("code"), here.visitor, code)
    except CaseworkError as fault:
        raise FieldError("code", str(fault)) from fault
    return SureBy.CODE


def ask_again(form: Posted, to: str, kept: Kept, fault: FieldError | None = None) -> Response:
    """Ask who is there: send a code, unless the one that was sent is being tried."""
    here = form.visit
    faults: Faults = [(fault.field, str(fault))] if fault else []
    told = ""
    if fault is None:
        try:
            told = _send_code(here)
        except CaseworkError as refused:
            faults = [("code", str(refused))]
    return page(
        here.request,
        "confirm_again.html",
        here.visitor,
        status=422 if faults else 200,
        faults=faults,
        said=told,
        to=to,
        act=form.act,
        kept=kept,
        provider=here.place.provider,
    )


def _send_code(here: Visit) -> str:
    """Send a code to the visitor's own address. Returns what the page says of it."""
    person, now = here.visitor.person, here.place.now
    if too_often(here.request, "code", person.key, now):
        raise FieldError("code", TOO_OFTEN)
    code = new_code()
    keep_code(here.record, the_service(now), person.key, code, here.visitor.session_id)
    doors = here.doors.mail
    letter = code_letter(here.visitor.settings, person, code, now)
    sent = (doors.server or doors.tray).send(letter)
    if sent.outcome is MailOutcome.ACCEPTED:
        return SENT.format(address=person.email)
    return NO_MAIL
