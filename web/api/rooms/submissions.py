"""What a force sends: kept as it came, and classed by a person."""

from typing import Annotated, Final

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from casework.comments import (
    class_submission,
    decline_late_comments,
    record_nil_return,
    store_submission,
)
from models.words import CommentsClass
from web.api.changes import Changing, Saying, Told, done
from web.api.document import an_act
from web.api.files import FileName, a_file, a_name
from web.api.words import Day, Line, Number, Sent, Words
from web.comment_forms import at_noon_of
from web.files import BYTES

router = APIRouter(prefix="/cases/{reference}/submissions")
File = Annotated[bytes, a_file(BYTES)]
WHICH: Final = "Name or key of the force; may be left out where the case concerns one."


class ClassSent(Sent):
    """What a submission is. Only final comments, cleared by somebody, enter a response."""

    klass: Annotated[CommentsClass, Field(alias="class")]
    cleared_by: Annotated[Line, Field(examples=["Supt R. Talbot"])] = ""
    paragraphs: Annotated[
        list[Words] | None,
        Field(max_length=5_000, description="Its words put right, where they were misread."),
    ] = None
    include: Annotated[
        bool, Field(description="After signing began: they enter, and the signatures are void.")
    ] = False


class LeftOutSent(Sent):
    """Why what came too late is left out."""

    reason: Annotated[Line, Field(min_length=1)]


class NoneSent(Sent):
    """That a chief officer has no comments, or makes none."""

    how: Annotated[Line, Field(min_length=1, examples=["e-mail of 2 November"])]
    force: Annotated[Line, Field(description=WHICH)] = ""
    declined: bool = False


@router.post("", summary="Keep what came", **an_act("store_comments", BYTES))
def received(
    change: Changing,
    data: File,
    name: FileName,
    force: Annotated[Line, Query(description=WHICH)] = "",
    on: Annotated[Day | None, Query(description="The day it came; today, if left out.")] = None,
) -> Response:
    """Keep what a force sent, and the words taken from it, till a person says what it is."""

    def deed() -> Told:
        record, hand = change.visit.record, at_noon_of(change.hand(), on, change.visit.place.now)
        number = store_submission(record, hand, change.reference, data, a_name(name), force)
        return Told(f"It is kept as number {number}. Say now what it is.", number)

    return done(change, deed)


@router.put("/{number}/class", summary="Class it", **an_act("class_comments"))
def classed(change: Saying, number: Number, sent: ClassSent) -> Response:
    """Say what a submission is: final comments, a draft, or background."""

    def deed() -> Told:
        record, hand = change.visit.record, change.hand()
        lines = [one.strip() for one in sent.paragraphs or () if one.strip()] or None
        said = (change.reference, number, sent.klass, sent.cleared_by, lines)
        class_submission(record, hand, *said, include=sent.include)
        return Told(f"Number {number} is {sent.klass.value}.", number)

    return done(change, deed)


@router.post("/{number}/leaving-out", summary="Leave it out", **an_act("decline_comments"))
def left_out(change: Saying, number: Number, sent: LeftOutSent) -> Response:
    """Leave out what came too late, by name and with a reason. It is kept."""

    def deed() -> Told:
        record, hand = change.visit.record, change.hand()
        decline_late_comments(record, hand, change.reference, number, sent.reason)
        return Told(f"Number {number} is left out. It is kept, with the reason.", number)

    return done(change, deed)


@router.post("/none", summary="No comments", **an_act("record_nil_return"))
def none(change: Saying, sent: NoneSent) -> Response:
    """Write down that a force has no comments, or makes none."""

    def deed() -> Told:
        record, hand = change.visit.record, change.hand()
        said = (change.reference, sent.how, sent.force)
        record_nil_return(record, hand, *said, declined=sent.declined)
        return Told("It is written down that there are no comments.")

    return done(change, deed)
