"""The Word file goes out to a person and comes back, by the web: download, hand back."""

from typing import Annotated, Any

from fastapi import APIRouter, Form, UploadFile
from starlette.responses import Response

from casework.errors import CaseworkError
from casework.record.checkouts import out_words
from casework.record.dossier import dossier
from casework.review import check_out, give_back
from casework.review.working_version import OPEN_FOR_EDITS
from casework.rules.progress import EDITORS
from models import WorkKind
from models.review_words import Heard
from web.case_file import about, file_of, looking_at
from web.files import WORD, attachment, taken
from web.forms import Faults, faults_of
from web.look import go, page
from web.place_words import place_words
from web.version_list import MOST_VERSIONS, version_bytes, version_list
from web.visits import Sent, Visit, Visiting, new_act
from web.waiting import about_case, done_soon

router = APIRouter()
THE_FILE = "the Word file you edited"
LOST_MARK = "--made-from"
"""What the refusal of a file that has lost its mark asks for."""


@router.get("/cases/{reference}/versions")
def versions(here: Visiting, reference: str) -> Response:
    """List the versions of the response, and who has it out."""
    return _versions(here, reference)


@router.get("/cases/{reference}/versions/{number:int}/file")
def download(here: Visiting, reference: str, number: int) -> Response:
    """Give a version out, to read."""
    with looking_at(here, reference) as (session, case):
        data, name = version_bytes(session, case, number)
    return attachment(data, name, WORD)


@router.post("/cases/{reference}/versions/out")
def take_out(form: Sent, reference: str) -> Response:
    """Mark that a person has the version to edit, and give it out."""
    here = form.visit
    file_of(here, reference)
    try:
        number, *_ = check_out(here.record, form.hand(), reference)
    except CaseworkError as fault:
        return _versions(here, reference, faults_of(fault, "take-out"))
    with looking_at(here, reference) as (session, case):
        editing = version_list(session, case).editing
        data, name = version_bytes(session, case, int(number))
    if int(number) != editing:
        # The page was left open while work went on: its button would give out an old text.
        said = f"Version {editing} has come in since you loaded this page: download that one."
        return go(f"/cases/{case.reference}/versions", said)
    return attachment(data, name, WORD)


@router.post("/cases/{reference}/versions/give-back")
def put_back(form: Sent, reference: str) -> Response:
    """Take a person's marker off; nothing is handed in."""
    file = file_of(form.visit, reference)
    ended = give_back(form.visit.record, form.hand(), reference)
    said = "The marker is off; nothing was handed in." if ended else "You had nothing of it out."
    return go(f"/cases/{file.case.reference}/versions", said)


@router.post("/cases/{reference}/versions/hand-back")
def hand_back(
    form: Sent,
    reference: str,
    file: UploadFile | None = None,
    made_from: Annotated[int, Form(ge=0, le=MOST_VERSIONS)] = 0,
    *,
    voids: Annotated[bool, Form()] = False,
) -> Response:
    """Take an edited file in, or say why not."""
    here = form.visit
    case = file_of(here, reference).case
    typed = {"made_from": made_from, "voids": voids}

    def again(fault: CaseworkError) -> Response:
        field = "made_from" if LOST_MARK in str(fault) else "file"
        return _versions(here, reference, faults_of(fault, field), **typed)

    try:
        given = taken(file, "file", THE_FILE)
    except CaseworkError as fault:
        return again(fault)
    wanted = about_case(WorkKind.HAND_BACK, case, "versions", typed, given)
    return done_soon(form, wanted, again)


def _versions(here: Visit, reference: str, faults: Faults | None = None, **typed: Any) -> Response:
    with looking_at(here, reference) as (session, case):
        shown, file = version_list(session, case), dossier(session, case)
    asked = [row for row in file.open_remarks if row.heard is Heard.CONDITION]
    today, key = here.place.today, here.visitor.person.name
    return page(
        here.request,
        "versions.html",
        here.visitor,
        status=422 if faults else 200,
        **about(here, case, current="versions"),
        faults=faults or [],
        shown=shown,
        amendments=asked,
        place=place_words(file),
        outs=[out_words(out, today) for out in shown.outs],
        mine=any(out.person == key for out in shown.outs),
        may_edit=bool(EDITORS & here.visitor.roles),
        voids_needed=case.stage not in OPEN_FOR_EDITS,
        stage=case.stage,
        typed={"made_from": 0, "voids": False, **typed},
        new_act=new_act,
    )
