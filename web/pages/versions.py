"""The Word file goes out to a person and comes back, by the web: download, hand back."""

from typing import Annotated, Any

from fastapi import APIRouter, Form, UploadFile
from starlette.responses import Response

from casework.errors import CaseworkError
from casework.record.checkouts import out_words
from casework.review import Edited, check_in, check_out, give_back
from casework.review.working_version import OPEN_FOR_EDITS
from casework.rules.progress import EDITORS
from web.case_file import about, file_of, looking_at
from web.files import WORD, attachment, taken
from web.forms import Faults, faults_of
from web.look import go, page
from web.place_words import told
from web.version_list import MOST_VERSIONS, version_bytes, version_list
from web.visits import Sent, Visit, Visiting, new_act

router = APIRouter()
THE_FILE = "the Word file you edited"
LOST_MARK = "--made-from"
"""What the refusal of a file that has lost its mark asks for."""
OUTCOMES = {
    "version": "Your edit is now version {number}.",
    "branch": "Your edit is kept beside the current version, as number {number}.",
    "unchanged": "This is version {number} as we have it: nothing was changed.",
}


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
    known = file_of(here, reference)
    typed = {"made_from": made_from, "voids": voids}
    try:
        data, name = taken(file, "file", THE_FILE)
        edited = Edited(data, name, voids=voids, made_from=made_from)
        library = here.doors.library
        outcome, number, *remarks = check_in(here.record, form.hand(), reference, edited, library)
    except CaseworkError as fault:
        field = "made_from" if LOST_MARK in str(fault) else "file"
        return _versions(here, reference, faults_of(fault, field), **typed)
    said = told(known, OUTCOMES[outcome].format(number=number), *remarks)
    return go(f"/cases/{known.case.reference}/versions", said)


def _versions(here: Visit, reference: str, faults: Faults | None = None, **typed: Any) -> Response:
    with looking_at(here, reference) as (session, case):
        shown = version_list(session, case)
    today, key = here.place.today, here.visitor.person.name
    return page(
        here.request,
        "versions.html",
        here.visitor,
        status=422 if faults else 200,
        **about(here, case, current="versions"),
        faults=faults or [],
        shown=shown,
        outs=[out_words(out, today) for out in shown.outs],
        mine=any(out.person == key for out in shown.outs),
        may_edit=bool(EDITORS & here.visitor.roles),
        voids_needed=case.stage not in OPEN_FOR_EDITS,
        stage=case.stage,
        typed={"made_from": 0, "voids": False, **typed},
        new_act=new_act,
    )
