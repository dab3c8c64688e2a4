"""What was said of the response elsewhere, and what became of it."""

from typing import Annotated, Literal

from fastapi import APIRouter
from pydantic import Field
from starlette.responses import Response

from casework.review import HeardElsewhere, decide_remark, log_remarks
from models.review_words import Decision, Heard
from web.api.changes import Saying, Told, done
from web.api.document import an_act
from web.api.words import BIGGEST, Day, Line, Number, Sent, Words

router = APIRouter(prefix="/cases/{reference}/remarks")


class RemarkSent(Sent):
    """What somebody said of the response, and not in the Word file."""

    who: Annotated[Line, Field(min_length=1)]
    how: Heard
    words: Annotated[Words, Field(min_length=1)]
    on: Annotated[Day | None, Field(description="Today, if left out.")] = None
    place: Annotated[Line, Field(description="Empty: the whole document.")] = ""
    version: Annotated[int, Field(ge=0, le=BIGGEST)] = 0


class DecisionSent(Sent):
    """What becomes of a remark."""

    decision: Literal["taken", "partly", "not_taken"]
    reason: Words = ""


@router.post("", summary="Log a remark", **an_act("log_remarks"))
def logged(change: Saying, sent: RemarkSent) -> Response:
    """Take down what somebody said of the response elsewhere. It stays open until decided."""

    def deed() -> Told:
        said = HeardElsewhere(sent.who, sent.how, sent.words, sent.on, sent.place, sent.version)
        record, hand = change.visit.record, change.hand()
        number = int(log_remarks(record, hand, change.reference, [said], None)[0])
        return Told(f"Remark {number} is logged, and open.", number)

    return done(change, deed)


@router.put("/{number}/decision", summary="Decide it", **an_act("decide_remark"))
def decided(change: Saying, number: Number, sent: DecisionSent) -> Response:
    """Say what became of a remark, and why."""

    def deed() -> Told:
        record, hand, chosen = change.visit.record, change.hand(), Decision(sent.decision)
        said = decide_remark(record, hand, change.reference, number, chosen, sent.reason)
        return Told(f"Remark {number} is {said}.", number)

    return done(change, deed)
