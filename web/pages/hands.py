"""The acts beside a signature: send back, record one given elsewhere."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Form, UploadFile
from starlette.responses import Response

from casework.errors import CaseworkError, NotAllowedError
from casework.rules.progress import OFFICERS
from casework.sign_off import (
    GivenElsewhere,
    record_signature,
    send_back,
)
from web.case_file import about, file_of
from web.files import taken
from web.forms import Faults, FieldError, TypedDay, faults_of, typed_day
from web.look import go, page
from web.place import LONDON
from web.typed_time import a_time
from web.visits import Sent, Visit, Visiting, new_act

router = APIRouter()


@router.get("/cases/{reference}/signing/send-back")
def ask_why(here: Visiting, reference: str) -> Response:
    """Ask why a response is sent back."""
    return _send_back(here, reference)


@router.post("/cases/{reference}/signing/send-back")
def back(form: Sent, reference: str, reason: Annotated[str, Form()] = "") -> Response:
    """Send a response back into review, with a reason."""
    here = form.visit
    case = file_of(here, reference).case
    try:
        send_back(here.record, form.hand(), case.reference, reason)
    except CaseworkError as fault:
        return _send_back(here, reference, faults_of(fault, "reason"), reason)
    return go(f"/cases/{case.reference}/signing", "It is in review again; its signatures are void.")


@router.get("/cases/{reference}/signing/elsewhere")
def ask_for_evidence(here: Visiting, reference: str) -> Response:
    """Ask for the evidence of a signature that was given elsewhere."""
    return _elsewhere(here, reference)


@router.post("/cases/{reference}/signing/elsewhere")
def given_elsewhere(
    form: Sent,
    reference: str,
    on: Annotated[TypedDay, typed_day("given")],
    at: Annotated[str, Form()] = "",
    person: Annotated[str, Form()] = "",
    how: Annotated[str, Form()] = "",
    evidence: UploadFile | None = None,
) -> Response:
    """Record a signature given elsewhere, with its evidence."""
    here = form.visit
    case = file_of(here, reference).case
    try:
        if not person:
            raise FieldError("person", "Say who gave the signature.")
        if not how.strip():
            raise FieldError("how", "Say how it was given.")
        moment = datetime.combine(on.on, a_time(at, "at"), tzinfo=LONDON)
        data, _ = taken(evidence, "evidence", "the evidence: a scan, the message, the minute")
        given = GivenElsewhere(person, how, data)
        step = record_signature(here.record, form.hand(), case.reference, given, moment)
    except CaseworkError as fault:
        typed = {"on": on, "at": at, "person": person, "how": how}
        return _elsewhere(here, reference, faults_of(fault, "person"), **typed)
    return go(f"/cases/{case.reference}/signing", f"It is on the record as {step}.")


def _send_back(
    here: Visit, reference: str, faults: Faults | None = None, reason: str = ""
) -> Response:
    file = file_of(here, reference)
    return page(
        here.request,
        "send_back.html",
        here.visitor,
        status=422 if faults else 200,
        **about(here, file.case, current="signing"),
        faults=faults or [],
        given=len(file.signatures),
        reason=reason,
        new_act=new_act,
    )


def _elsewhere(here: Visit, reference: str, faults: Faults | None = None, **typed: Any) -> Response:
    case = file_of(here, reference).case
    if not OFFICERS & here.visitor.roles:
        raise NotAllowedError("Only the office's staff record a signature given elsewhere.")
    now = here.place.now.astimezone(LONDON)
    usual = {"on": TypedDay("given"), "at": "", "person": "", "how": ""}
    return page(
        here.request,
        "signed_elsewhere.html",
        here.visitor,
        status=422 if faults else 200,
        **about(here, case, current="signing"),
        faults=faults or [],
        people=[one for one in here.visitor.settings.people if one.roles_on(now.date())],
        typed={**usual, **typed},
        new_act=new_act,
    )
