"""Colleagues of one case: the steer, the questions, the meetings and what they agreed."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field
from starlette.responses import Response

from casework.colleagues import (
    NewAction,
    NewMeeting,
    NewQuestion,
    answer_question,
    ask_question,
    give_steer,
    note_action,
    note_meeting,
    read_answer,
    withdraw_question,
)
from casework.record.since import head_of
from models import MeetingAction, Question
from web.api import shapes_beside as shapes
from web.api.callers import Calling
from web.api.changes import Saying, Told, done, quoted
from web.api.document import an_act, looks
from web.api.words import BIGGEST, Day, Line, Number, Reference, Sent, Words
from web.case_file import looking_at
from web.colleague_view import Colleagues, colleagues_of

router = APIRouter(prefix="/cases/{reference}")
Finding = Annotated[Line, Field(description="Its key; empty: about the case as a whole.")]
Said = Annotated[Words, Field(min_length=1)]


class SteerSent(Sent):
    """What the holder of the office wants said."""

    words: Said
    finding: Finding = ""
    on: Annotated[Day | None, Field(description="Today, if left out.")] = None
    source: Annotated[Line, Field(examples=["briefing of 24 October, note 3"])] = ""


class QuestionSent(Sent):
    """A question to one colleague."""

    whom: Annotated[Line, Field(min_length=1, description="A key or a name.")]
    words: Said
    due: Day
    finding: Finding = ""


class ReplySent(Sent):
    """The reply to a question."""

    words: Said


class WithdrawalSent(Sent):
    """Why a question is taken back."""

    reason: Annotated[Line, Field(min_length=1)]


class ReadingSent(Sent):
    """Which answer was read."""

    finding: Annotated[Line, Field(min_length=1, description="Its key: f001 and so on.")]


class MeetingSent(Sent):
    """A meeting to come, or one that was held."""

    board: Annotated[Line, Field(min_length=1)]
    on: Day
    minute: Annotated[Line, Field(description="Its number, or where it is found.")] = ""


class ActionSent(Sent):
    """What a meeting agreed the body will do."""

    meeting: Annotated[int, Field(ge=1, le=BIGGEST)]
    words: Said
    finding: Finding = ""
    owner: Line = ""
    due: Day | None = None


@router.get("/colleagues", summary="What colleagues said", **looks())
def colleagues(call: Calling, reference: Reference, answer: Response) -> shapes.ColleaguesTold:
    """Tell what colleagues were asked, said and agreed about a case."""
    with looking_at(call.visit, reference) as (session, case):
        shown = colleagues_of(session, case)
        answer.headers["etag"] = quoted(head_of(session, case))
    return _told(shown)


@router.post("/steers", summary="Take the steer down", **an_act("give_steer"))
def steered(change: Saying, sent: SteerSent) -> Response:
    """Put a steer on the record, as it was given; the latest about a finding stands."""

    def deed() -> Told:
        said = (change.reference, sent.words, sent.finding, sent.on, sent.source)
        number = give_steer(change.visit.record, change.hand(), *said)
        return Told("The steer is on the record.", number)

    return done(change, deed)


@router.post("/questions", summary="Ask a colleague", **an_act("ask_question"))
def asked(change: Saying, sent: QuestionSent) -> Response:
    """Ask a colleague: it stands on their page, and a letter to them is prepared."""
    here = change.visit

    def deed() -> Told:
        new = NewQuestion(sent.whom, sent.words, sent.due, sent.finding)
        number = ask_question(here.record, change.hand(), change.reference, new)
        return Told(f"Question {number} is asked, and a letter to them is prepared.", number)

    return done(change, deed)


@router.put("/questions/{number}/reply", summary="Write a reply", **an_act("answer_question"))
def replied(change: Saying, number: Number, sent: ReplySent) -> Response:
    """Write the reply to a question down."""

    def deed() -> Told:
        record, hand = change.visit.record, change.hand()
        answer_question(record, hand, change.reference, number, sent.words)
        return Told("The reply is on the record, beside what it is about.", number)

    return done(change, deed)


@router.post(
    "/questions/{number}/withdrawal", summary="Take a question back", **an_act("withdraw_question")
)
def withdrawn(change: Saying, number: Number, sent: WithdrawalSent) -> Response:
    """Take a question back that nobody need answer any more."""

    def deed() -> Told:
        record, hand = change.visit.record, change.hand()
        withdraw_question(record, hand, change.reference, number, sent.reason)
        return Told(f"Question {number} is taken back.", number)

    return done(change, deed)


@router.post("/readings", summary="Say that an answer was read", **an_act("read_answer"))
def was_read(change: Saying, sent: ReadingSent) -> Response:
    """Write down that the finance officer has read an answer as it stands."""

    def deed() -> Told:
        record, hand = change.visit.record, change.hand()
        key = read_answer(record, hand, change.reference, sent.finding)
        return Told("It is written down that it was read.", key=key)

    return done(change, deed)


@router.post("/meetings", summary="Note a meeting", **an_act("note_meeting"))
def met(change: Saying, sent: MeetingSent) -> Response:
    """Note a meeting, or add the minute of one that was noted."""

    def deed() -> Told:
        new = NewMeeting(sent.board, sent.on, sent.minute)
        number = note_meeting(change.visit.record, change.hand(), change.reference, new)
        return Told("The meeting is noted.", number)

    return done(change, deed)


@router.post("/actions", summary="Note what was agreed", **an_act("note_action"))
def agreed(change: Saying, sent: ActionSent) -> Response:
    """Note what a meeting agreed the body will do."""

    def deed() -> Told:
        new = NewAction(sent.meeting, sent.words, sent.finding, sent.owner, sent.due)
        number = note_action(change.visit.record, change.hand(), change.reference, new)
        return Told("The action is noted. It stands beside the answer to its finding.", number)

    return done(change, deed)


def _told(shown: Colleagues) -> shapes.ColleaguesTold:
    said = shown.said
    return shapes.ColleaguesTold(
        steers=[
            shapes.SteerTold(
                number=one.number,
                finding=one.finding,
                words=one.words,
                given_on=one.given_on,
                source=one.source,
            )
            for one in said.steers
        ],
        questions=[_question(shown, one) for one in said.questions],
        meetings=[
            shapes.MeetingTold(
                number=one.number, board=one.board, held_on=one.held_on, minute=one.minute
            )
            for one in said.meetings
        ],
        actions=[_action(shown, one) for one in said.actions],
    )


def _question(shown: Colleagues, row: Question) -> shapes.QuestionTold:
    return shapes.QuestionTold(
        number=row.number,
        finding=row.finding,
        asked=shown.people.get(row.asked_id, ""),
        asked_by=shown.people.get(row.asked_by_id, ""),
        words=row.words,
        due=row.due,
        reply=row.reply,
        replied_at=row.replied_at,
        withdrawn_because=row.withdrawn_because,
    )


def _action(shown: Colleagues, row: MeetingAction) -> shapes.ActionTold:
    return shapes.ActionTold(
        number=row.number,
        meeting=shown.said.meeting_of(row).number,
        finding=row.finding,
        words=row.words,
        owner=row.owner,
        due=row.due,
    )
