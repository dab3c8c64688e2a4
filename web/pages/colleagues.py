"""Colleagues of one case: the steer, the questions, the meetings and what they agreed."""

from typing import Annotated, Any

from fastapi import APIRouter, Form
from starlette.responses import Response

from casework.colleagues import ASKERS, MINUTE_TAKERS, STEER_TAKERS, give_steer
from casework.record.colleagues import is_open, is_overdue
from web.case_file import about, looking_at
from web.colleague_view import colleagues_of, given, meeting_warning
from web.doing import Doing, do
from web.forms import Faults, TypedDay, typed_day
from web.look import page
from web.visits import Sent, Visit, Visiting, new_act

router = APIRouter()


@router.get("/cases/{reference}/colleagues")
def colleagues(here: Visiting, reference: str) -> Response:
    """Show what colleagues were asked, said and agreed about a case."""
    with looking_at(here, reference) as (session, case):
        shown = colleagues_of(session, case)
    roles = here.visitor.roles
    return page(
        here.request,
        "colleagues/all.html",
        here.visitor,
        **about(here, case, current="colleagues"),
        shown=shown,
        warning=meeting_warning(here, shown),
        today=here.place.today,
        is_open=is_open,
        is_overdue=is_overdue,
        may_steer=shown.is_open and bool(STEER_TAKERS & roles),
        may_ask=shown.is_open and bool(ASKERS & roles),
        may_note=shown.is_open and bool(MINUTE_TAKERS & roles),
    )


@router.get("/cases/{reference}/colleagues/steer")
def steer_page(here: Visiting, reference: str, finding: str = "") -> Response:
    """Ask for the words of a steer."""
    return _steer(here, reference, None, finding=finding)


@router.post("/cases/{reference}/colleagues/steer")
def steer(
    form: Sent,
    reference: str,
    on: Annotated[TypedDay, typed_day("on")],
    words: Annotated[str, Form()] = "",
    finding: Annotated[str, Form()] = "",
    source: Annotated[str, Form()] = "",
) -> Response:
    """Put a steer on the record."""

    def deed() -> str:
        kept = given(words, "words", "Write the steer down.")
        give_steer(form.visit.record, form.hand(), reference, kept, finding, on.if_any, source)
        return "The steer is on the record."

    def again(faults: Faults) -> Response:
        typed = {"words": words, "finding": finding, "source": source, "on": on}
        return _steer(form.visit, reference, faults, **typed)

    return do(form, reference, Doing(f"/cases/{reference}/colleagues", again, "words"), deed)


def _steer(here: Visit, reference: str, faults: Faults | None, **typed: Any) -> Response:
    with looking_at(here, reference) as (session, case):
        shown = colleagues_of(session, case)
    usual = {"words": "", "finding": "", "source": "", "on": TypedDay("on")}
    return page(
        here.request,
        "colleagues/steer.html",
        here.visitor,
        422 if faults else 200,
        **about(here, case, current="colleagues"),
        shown=shown,
        typed={**usual, **typed},
        act=new_act,
        faults=faults or (),
    )
