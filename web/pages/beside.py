"""What waits beside the current version: updates from the record, and other people's edits."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import Response

from casework.errors import CaseworkError, NotFoundError
from casework.record.dossier import dossier
from casework.review import decline_updates, settle_branch
from casework.review.working_version import OPEN_FOR_EDITS
from casework.rules.progress import EDITORS, OFFICERS
from casework.rules.wording import counted
from models import WorkKind
from web.case_file import about, file_of, looking_at
from web.forms import Faults, faults_of
from web.look import go, page
from web.place_words import place_words
from web.version_list import version_list, waiting_items
from web.visits import Sent, Visit, Visiting, new_act
from web.waiting import about_case, done_soon

router = APIRouter()


@router.get("/cases/{reference}/versions/updates")
def updates(here: Visiting, reference: str) -> Response:
    """List the updates that wait in the response to be decided."""
    return _updates(here, reference)


@router.post("/cases/{reference}/versions/updates/take")
def take(form: Sent, reference: str, *, voids: Annotated[bool, Form()] = False) -> Response:
    """Accept every update that waits, as if in Word."""
    here = form.visit
    case = file_of(here, reference).case

    def again(fault: CaseworkError) -> Response:
        return _updates(here, reference, faults_of(fault, "take"))

    wanted = about_case(WorkKind.TAKE_UPDATES, case, "versions/updates", {"voids": voids})
    return done_soon(form, wanted, again)


@router.post("/cases/{reference}/versions/updates/set-aside")
def set_aside(form: Sent, reference: str, reason: Annotated[str, Form()] = "") -> Response:
    """Set the updates that wait aside, with a reason."""
    here = form.visit
    path = f"/cases/{file_of(here, reference).case.reference}/versions"
    try:
        number = decline_updates(here.record, form.hand(), reference, reason)
    except CaseworkError as fault:
        return _updates(here, reference, faults_of(fault, "reason"), reason)
    were = "was" if number == 1 else "were"
    return go(path, f"{counted(number, 'update')} {were} set aside.")


@router.get("/cases/{reference}/versions/{number:int}/beside")
def branch(here: Visiting, reference: str, number: int) -> Response:
    """Show an edit kept beside, and the ways to deal with it."""
    return _branch(here, reference, number)


@router.post("/cases/{reference}/versions/{number:int}/beside/take")
def take_over(
    form: Sent, reference: str, number: int, *, voids: Annotated[bool, Form()] = False
) -> Response:
    """Make an edit kept beside the next version."""
    here = form.visit
    case = file_of(here, reference).case

    def again(fault: CaseworkError) -> Response:
        return _branch(here, reference, number, faults_of(fault, "take"))

    typed = {"number": number, "voids": voids}
    back = f"versions/{number}/beside"
    return done_soon(form, about_case(WorkKind.TAKE_BRANCH, case, back, typed), again)


@router.post("/cases/{reference}/versions/{number:int}/beside/settle")
def settle(
    form: Sent, reference: str, number: int, reason: Annotated[str, Form()] = ""
) -> Response:
    """Say that an edit kept beside is dealt with, and why."""
    here = form.visit
    path = f"/cases/{file_of(here, reference).case.reference}/versions"
    try:
        settle_branch(here.record, form.hand(), reference, number, reason)
    except CaseworkError as fault:
        return _branch(here, reference, number, faults_of(fault, "reason"), reason)
    return go(path, f"Version {number}, kept beside, is settled.")


def _updates(
    here: Visit, reference: str, faults: Faults | None = None, reason: str = ""
) -> Response:
    with looking_at(here, reference) as (session, case):
        file = dossier(session, case)
        items = waiting_items(session, case)
    return page(
        here.request,
        "updates.html",
        here.visitor,
        status=422 if faults else 200,
        **about(here, case, current="versions"),
        faults=faults or [],
        updates=file.updates,
        items=items,
        place=place_words(file),
        may_take=bool(EDITORS & here.visitor.roles),
        may_set_aside=bool(OFFICERS & here.visitor.roles),
        voids_needed=case.stage not in OPEN_FOR_EDITS,
        reason=reason,
        new_act=new_act,
    )


def _branch(
    here: Visit, reference: str, number: int, faults: Faults | None = None, reason: str = ""
) -> Response:
    with looking_at(here, reference) as (session, case):
        shown = version_list(session, case)
    beside = next((one for one in shown.branches if one.version.number == number), None)
    if beside is None:
        raise NotFoundError(f"Version {number} of {case.reference} is no edit kept beside.")
    return page(
        here.request,
        "branch.html",
        here.visitor,
        status=422 if faults else 200,
        **about(here, case, current="versions"),
        faults=faults or [],
        branch=beside,
        current=shown.current,
        who=shown.people.get(beside.version.made_by_id, "the service"),
        may_decide=bool(OFFICERS & here.visitor.roles) and beside.waits,
        voids_needed=case.stage not in OPEN_FOR_EDITS,
        reason=reason,
        new_act=new_act,
    )
