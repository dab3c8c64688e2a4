"""What a meeting agreed is taken into the answer to its finding: never over what stands there."""

from typing import Annotated, Final

from fastapi import APIRouter, Form
from starlette.responses import Response

from casework.drafting import mark_of, write_answer
from casework.errors import CaseworkError, NotFoundError
from casework.record.colleagues import Consulted, consulted
from casework.record.dossier import dossier
from casework.rules.wording import british_date
from models import Meeting, MeetingAction
from web.answer_places import AnswerPlace
from web.case_file import looking_at
from web.forms import TypedDay, faults_of
from web.look import go
from web.pages.answers import Typed, show_place, the_place
from web.visits import Posted, Sent

router = APIRouter()
TOGETHER: Final = (
    "The answer held words already: what the meeting agreed stands below them. "
    "Put the two together, then save."
)


@router.post("/cases/{reference}/answers/{place}/take")
def take(form: Sent, reference: str, place: str, action: Annotated[str, Form()] = "") -> Response:
    """Take the words of an action into an empty answer; else show both, to be put together."""
    here = form.visit
    with looking_at(here, reference) as (session, case):
        file, said = dossier(session, case), consulted(session, case)
    stands = the_place(here, file, place)
    row = _action(said, stands, action)
    words = _words(row, said.meeting_of(row))
    grid = f"/cases/{file.case.reference}/answers"
    if row.words in stands.text:
        return go(grid, "The answer holds these words already.")
    if stands.text:
        return show_place(here, reference, place, _both(stands, row, words), taken=TOGETHER)
    return _write(form, reference, place, row, words)


def _write(form: Posted, reference: str, place: str, row: MeetingAction, words: str) -> Response:
    here, empty = form.visit, mark_of("")
    try:
        given = (words, row.owner, row.due, empty)
        write_answer(here.record, form.hand(), reference, place, *given)
    except CaseworkError as fault:
        typed = Typed(words, row.owner, TypedDay.of("due", row.due), empty)
        return show_place(here, reference, place, typed, faults_of(fault, "text"))
    said = "What the meeting agreed is the answer now. Read it: the next draft will hold it."
    return go(f"/cases/{reference}/answers/{place}", said)


def _both(stands: AnswerPlace, row: MeetingAction, words: str) -> Typed:
    text = f"{stands.text}\n\n{words}"
    due = TypedDay.of("due", stands.due or row.due)
    return Typed(text, stands.owner or row.owner, due, mark_of(stands.text))


def _action(said: Consulted, place: AnswerPlace, number: str) -> MeetingAction:
    about = place.finding.key if place.finding else ""
    for row in said.actions_about(about) if about else ():
        if str(row.number) == number:
            return row
    raise NotFoundError("No meeting agreed such an action about this finding.")


def _words(row: MeetingAction, meeting: Meeting) -> str:
    minute = f", minute {meeting.minute}" if meeting.minute and not _is_link(meeting) else ""
    return (
        f"{row.words}\n\nAgreed at the {meeting.board} on {british_date(meeting.held_on)}{minute}."
    )


def _is_link(meeting: Meeting) -> bool:
    return meeting.minute.startswith(("http://", "https://"))
