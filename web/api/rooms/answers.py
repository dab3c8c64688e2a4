"""The body's own words, one place at a time."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field
from starlette.responses import Response

from casework.drafting import write_answer
from web.api.changes import Saying, Told, done
from web.api.document import an_act
from web.api.words import Day, Key, Line, Sent, Words

router = APIRouter(prefix="/cases/{reference}/answers")


class AnswerSent(Sent):
    """Words, who stands for them, and by when it is to be done."""

    text: Annotated[Words, Field(examples=["I accept this and will act by 1 March 2023."])]
    owner: Line = ""
    due: Day | None = None


@router.put("/{place}", summary="Write an answer", **an_act("write_answer"))
def answer(change: Saying, place: Key, sent: AnswerSent) -> Response:
    """Write the words of one place. Once a Word file came back, they are proposed there."""

    def deed() -> Told:
        said = (place, sent.text, sent.owner.strip(), sent.due)
        write_answer(change.visit.record, change.hand(), change.reference, *said)
        return Told("The words are written. The next draft will hold them.", key=place)

    return done(change, deed)
