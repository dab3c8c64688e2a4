"""A way out of a case that one person proposed, and the second person agrees to."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import Response

from casework.errors import NotFoundError
from casework.findings import end_case
from casework.findings.ways_out import NEEDS_SECOND_PERSON, SECOND_PERSON
from casework.record.desk import found
from casework.record.wants import proposed_way_out
from models.words import Stage
from web.case_file import about, looking_at
from web.colleague_view import given
from web.doing import Doing, do
from web.forms import Faults
from web.look import page
from web.visits import Sent, Visit, Visiting, new_act

router = APIRouter()


@router.get("/cases/{reference}/way-out")
def way_out(here: Visiting, reference: str) -> Response:
    """Show the way out that waits for a second person."""
    return _show(here, reference)


@router.post("/cases/{reference}/way-out")
def agree(
    form: Sent,
    reference: str,
    way: Annotated[str, Form()] = "",
    reason: Annotated[str, Form()] = "",
) -> Response:
    """Agree to the way out that stands on the page, and no other."""
    here = form.visit

    def deed() -> str:
        why = given(reason, "reason", "Say in a few words why you agree.")
        with looking_at(here, reference) as (_, case):
            known = case.reference
        outcome = end_case(here.record, form.hand(), known, _way(way), why)
        if outcome == "ended":
            return "The case has ended, with your name and your reason."
        return "Noted as proposed: somebody else has to agree."

    def again(faults: Faults) -> Response:
        return _show(here, reference, faults, reason)

    return do(form, reference, Doing(f"/cases/{reference}", again, "reason"), deed)


def _way(typed: str) -> Stage:
    if typed not in NEEDS_SECOND_PERSON:
        raise NotFoundError("No such way out waits for a second person.")
    return Stage(typed)


def _show(here: Visit, reference: str, faults: Faults | None = None, reason: str = "") -> Response:
    with looking_at(here, reference) as (session, case):
        proposed = proposed_way_out(session, found(case.id))
    return page(
        here.request,
        "way_out.html",
        here.visitor,
        422 if faults else 200,
        **about(here, case, current="case"),
        proposed=proposed,
        may_agree=proposed is not None and bool(SECOND_PERSON & here.visitor.roles),
        typed=reason,
        act=new_act,
        faults=faults or (),
    )
