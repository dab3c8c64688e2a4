"""The invitation on its way: prepared, more time given, reminded of, withdrawn, prepared anew."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Form
from starlette.responses import Response

from casework.comments import (
    chase,
    extend_date,
    invite,
    reissue_invitation,
    withdraw_invitation,
)
from casework.rules.wording import british_date
from web.doing import Doing, do
from web.forms import Faults, TypedDay, typed_day
from web.minding import of_track
from web.pages.comments import comments_page
from web.visits import Posted, Sent

router = APIRouter(prefix="/cases/{reference}/comments")
Words = Annotated[str, Form()]
Due = Annotated[TypedDay, typed_day("due")]
Until = Annotated[TypedDay, typed_day("until")]


@router.post("/prepare")
def prepare(form: Sent, reference: str, due: Due) -> Response:
    """Prepare the invitation of every force that has none."""

    def deed() -> str:
        library = form.visit.doors.library
        count = invite(form.visit.record, form.hand(), reference, library, due.if_any)
        return (
            "The invitation is prepared: read it and send it." if count else "It was there already."
        )

    return _done(form, reference, "due-day", {"due": due}, deed)


@router.post("/more-time")
def more_time(form: Sent, reference: str, until: Until, force: Words = "") -> Response:
    """Give a force more time, and prepare the letter that says so."""

    def deed() -> str:
        library, day = form.visit.doors.library, until.on
        extend_date(
            form.visit.record, form.hand(minding=of_track(force)), reference, library, day, force
        )
        told = british_date(day)
        return (
            f"Comments are asked for by {told} now. The letter that says so is prepared: send it."
        )

    return _done(form, reference, f"until-{force}-day", {"until": until, "force": force}, deed)


@router.post("/remind")
def remind(form: Sent, reference: str, force: Words = "") -> Response:
    """Prepare a reminder now."""

    def deed() -> str:
        library = form.visit.doors.library
        fresh = chase(form.visit.record, form.hand(), reference, library, force)
        return (
            "A reminder is prepared: read it and send it." if fresh else "Today has its reminder."
        )

    return _done(form, reference, f"remind-{force}", {}, deed)


@router.post("/withdraw")
def withdraw(form: Sent, reference: str, force: Words = "", reason: Words = "") -> Response:
    """Take the invitation back, with the reason."""

    def deed() -> str:
        withdraw_invitation(
            form.visit.record, form.hand(minding=of_track(force)), reference, reason, force
        )
        return "The invitation is withdrawn. Prepare it anew when it may go."

    typed = {"reason": reason, "force": force}
    return _done(form, reference, f"reason-{force}", typed, deed)


@router.post("/anew")
def anew(form: Sent, reference: str, due: Due, force: Words = "") -> Response:
    """Prepare the invitation anew: it came back, was withdrawn, or names somebody who has left."""

    def deed() -> str:
        library = form.visit.doors.library
        day = due.if_any
        reissue_invitation(
            form.visit.record, form.hand(minding=of_track(force)), reference, library, day, force
        )
        return "The invitation is prepared anew: read it and send it."

    return _done(form, reference, f"due-{force}-day", {"due": due, "force": force}, deed)


def _done(
    form: Posted, reference: str, field: str, typed: dict[str, Any], deed: Callable[[], str]
) -> Response:
    def again(faults: Faults) -> Response:
        # A date names its own fields; on this page each force has some.
        faults = [(field if name in OWN_FIELDS else name, said) for name, said in faults]
        return comments_page(form.visit, reference, typed, faults)

    return do(form, reference, Doing(f"/cases/{reference}/comments", again, field), deed)


OWN_FIELDS = frozenset({"due-day", "until-day"})
