"""The Word file goes out to another system and comes back."""

from typing import Annotated, Final

from fastapi import APIRouter, Query
from starlette.responses import Response

from casework.record.since import head_of
from casework.review import Edited, check_in, check_out, give_back
from web.api.callers import Calling
from web.api.changes import Changing, Told, done
from web.api.document import an_act, gives
from web.api.files import FileName, a_file, a_name, given
from web.api.words import Number, Reference
from web.case_file import file_of, looking_at
from web.files import WORD
from web.place_words import told
from web.version_list import MOST_VERSIONS, version_bytes

router = APIRouter(prefix="/cases/{reference}")
WordFile = Annotated[bytes, a_file(WORD)]
OUTCOMES: Final = {
    "version": "Your edit is now version {number}.",
    "branch": "Your edit is kept beside the current version, as number {number}.",
    "unchanged": "This is version {number} as we have it: nothing was changed.",
}


@router.get("/versions/{number}/file", summary="Download a version", **gives(WORD))
def download(call: Calling, reference: Reference, number: Number) -> Response:
    """Give a version of the response out."""
    with looking_at(call.visit, reference) as (session, case):
        data, name = version_bytes(session, case, number)
        head = head_of(session, case)
    return given(data, name, WORD, head)


@router.post("/versions", summary="Hand a version in", **an_act("check_in", WORD))
def hand_in(
    change: Changing,
    data: WordFile,
    name: FileName,
    made_from: Annotated[
        int,
        Query(ge=0, le=MOST_VERSIONS, description="For a file that has lost its mark."),
    ] = 0,
    *,
    voids: Annotated[
        bool, Query(description="That it voids the signatures is known, and meant.")
    ] = False,
) -> Response:
    """Hand an edited Word file in: the next version, or one kept beside it."""
    here = change.visit

    def deed() -> Told:
        edited = Edited(data, a_name(name), voids=voids, made_from=made_from)
        library, known = here.doors.library, file_of(here, change.reference)
        outcome, number, *remarks = check_in(
            here.record, change.hand(), change.reference, edited, library
        )
        said = OUTCOMES[outcome].format(number=number)
        return Told(told(known, said, *remarks), int(number), remarks=tuple(remarks))

    return done(change, deed)


@router.post("/check-outs", summary="Take it out", **an_act("check_out"))
def take_out(change: Changing) -> Response:
    """Mark that this person has the response out to edit. It warns others; it locks nothing."""

    def deed() -> Told:
        number, *remarks = check_out(change.visit.record, change.hand(), change.reference)
        return Told(f"Version {number} is out with you.", int(number), remarks=tuple(remarks))

    return done(change, deed)


@router.delete("/check-outs", summary="Give it back", **an_act("give_back"))
def put_back(change: Changing) -> Response:
    """Take this person's marker off; nothing is handed in."""

    def deed() -> Told:
        ended = give_back(change.visit.record, change.hand(), change.reference)
        none, off = "You had nothing of it out.", "The marker is off; nothing was handed in."
        return Told(off if ended else none)

    return done(change, deed)
