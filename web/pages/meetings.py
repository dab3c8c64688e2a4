"""Meetings at which a case is on the agenda, and what they agreed."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Form
from starlette.responses import Response

from casework.colleagues import NewAction, NewMeeting, note_action, note_meeting
from web.case_file import about, looking_at
from web.colleague_view import colleagues_of, given
from web.doing import Doing, do
from web.forms import Faults, FieldError, TypedDay, typed_day
from web.look import page
from web.visits import Sent, Visit, Visiting, new_act

router = APIRouter()
AT: Final = "/cases/{reference}/colleagues"
MOST_DIGITS: Final = 7


@router.get(f"{AT}/meeting")
def meeting_page(here: Visiting, reference: str) -> Response:
    """Ask for a meeting: one to come, or one that was held."""
    board = here.visitor.settings.wording.board
    return _show(here, reference, "meeting", None, board=board)


@router.post(f"{AT}/meeting")
def meeting(
    form: Sent,
    reference: str,
    on: Annotated[TypedDay, typed_day("on")],
    board: Annotated[str, Form()] = "",
    minute: Annotated[str, Form()] = "",
) -> Response:
    """Note a meeting, or add the minute of one that was noted."""

    def deed() -> str:
        named = given(board, "board", "Say which meeting it is.")
        note_meeting(form.visit.record, form.hand(), reference, NewMeeting(named, on.on, minute))
        return "The meeting is noted."

    def again(faults: Faults) -> Response:
        typed = {"board": board, "minute": minute, "on": on}
        return _show(form.visit, reference, "meeting", faults, **typed)

    return do(form, reference, Doing(f"/cases/{reference}/colleagues", again, "board"), deed)


@router.get(f"{AT}/action")
def action_page(here: Visiting, reference: str, finding: str = "", meeting: str = "") -> Response:
    """Ask for what a meeting agreed."""
    return _show(here, reference, "action", None, finding=finding, meeting=meeting)


@router.post(f"{AT}/action")
def action(
    form: Sent,
    reference: str,
    due: Annotated[TypedDay, typed_day("due")],
    meeting: Annotated[str, Form()] = "",
    finding: Annotated[str, Form()] = "",
    words: Annotated[str, Form()] = "",
    owner: Annotated[str, Form()] = "",
) -> Response:
    """Note what a meeting agreed the body will do."""

    def deed() -> str:
        number = _number(given(meeting, "meeting", "Choose the meeting that agreed it."))
        said = given(words, "words", "Write down what was agreed.")
        new = NewAction(number, said, finding, owner, due.if_any)
        note_action(form.visit.record, form.hand(), reference, new)
        return "The action is noted. It stands beside the answer to its finding."

    def again(faults: Faults) -> Response:
        typed = {"meeting": meeting, "finding": finding, "words": words, "owner": owner}
        return _show(form.visit, reference, "action", faults, due=due, **typed)

    return do(form, reference, Doing(f"/cases/{reference}/colleagues", again, "meeting"), deed)


def _number(typed: str) -> int:
    if not typed.isdecimal() or len(typed) > MOST_DIGITS:
        raise FieldError("meeting", "Choose the meeting that agreed it.")
    return int(typed)


def _show(here: Visit, reference: str, what: str, faults: Faults | None, **typed: Any) -> Response:
    with looking_at(here, reference) as (session, case):
        shown = colleagues_of(session, case)
    usual: dict[str, Any] = {"board": "", "minute": "", "on": TypedDay("on")}
    usual |= {"meeting": "", "finding": "", "words": "", "owner": "", "due": TypedDay("due")}
    held = [one for one in shown.said.meetings if one.held_on <= here.place.today]
    return page(
        here.request,
        f"colleagues/{what}.html",
        here.visitor,
        422 if faults else 200,
        **about(here, case, current="colleagues"),
        shown=shown,
        held=held,
        typed={**usual, **typed},
        act=new_act,
        faults=faults or (),
    )
