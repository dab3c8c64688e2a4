"""Giving a signature by the web: confirmed first, and again if the sign-in is not fresh."""

from typing import Annotated, Final

from fastapi import APIRouter, Form
from starlette.responses import Response

from casework.errors import CaseworkError, NotAllowedError
from casework.sign_off import give_signature
from models.words import SignatureStep
from web.case_file import about, file_of
from web.forms import Faults, FieldError, faults_of
from web.look import go, page
from web.signing_view import check_turn, turn_for
from web.step_up import ask_again, sure_of
from web.visits import Sent, Visit, Visiting, new_act

router = APIRouter()
GIVEN: Final = {SignatureStep.APPROVED: "You have approved it.", SignatureStep.SIGNED: "Signed."}


@router.get("/cases/{reference}/signing/confirm")
def confirm(here: Visiting, reference: str) -> Response:
    """Show the step before a signature: who signs, as what."""
    return _confirm(here, reference)


@router.post("/cases/{reference}/signing/give")
def give(
    form: Sent,
    reference: str,
    manifest: Annotated[str, Form()] = "",
    code: Annotated[str, Form()] = "",
    *,
    agreed: Annotated[bool, Form()] = False,
    another: Annotated[bool, Form()] = False,
) -> Response:
    """Give the signature that was confirmed, on the text that was shown."""
    here = form.visit
    case = file_of(here, reference).case
    kept = [("manifest", manifest), ("agreed", "true")]
    to = f"/cases/{case.reference}/signing/give"
    try:
        if not agreed:
            raise FieldError("agreed", "Tick the box if you mean it.")
        if not manifest:
            raise NotAllowedError("This form was not sent whole: load the page again.")
        sure = sure_of(form, "" if another else code)
        if sure is None:
            check_turn(here, case.reference)
            return ask_again(form, to, kept)
        step = give_signature(here.record, form.hand(), case.reference, manifest, sure)
    except CaseworkError as fault:
        if isinstance(fault, FieldError) and fault.field == "code":
            return ask_again(form, to, kept, fault)
        return _confirm(here, reference, faults_of(fault, "agreed"))
    return go(f"/cases/{case.reference}/signing", GIVEN[SignatureStep(step)])


def _confirm(here: Visit, reference: str, faults: Faults | None = None) -> Response:
    file = file_of(here, reference)
    turn = turn_for(here, file.case.reference)
    if turn.step is None:
        raise NotAllowedError(turn.why_not)
    return page(
        here.request,
        "signing_confirm.html",
        here.visitor,
        status=422 if faults else 200,
        **about(here, file.case, current="signing"),
        faults=faults or [],
        turn=turn,
        title_of_report=file.report.title,
        dated=file.round.dated if file.round else here.place.today,
        manifest=file.round.manifest_sha256 if file.round else "",
        new_act=new_act,
    )
