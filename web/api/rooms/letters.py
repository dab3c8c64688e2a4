"""Letters of a case: listed, given out to be sent by hand, and what became of each."""

import json
from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from casework.letters_out import acknowledge, as_draft, confirm_bounced, confirm_sent, send_again
from casework.publication import prepare_copies
from casework.record.since import head_of
from casework.rules.wording import british_date
from models import Mail
from web.api import shapes_beside as shapes
from web.api.callers import Calling
from web.api.changes import Change, Changing, Saying, Told, done, quoted
from web.api.document import an_act, gives, looks
from web.api.files import given
from web.api.words import Day, Number, Reference, Sent, Words
from web.case_file import looking_at
from web.comment_forms import at_noon_of
from web.files import EML
from web.letter_list import close_if_copied, letter_of, letters_of

router = APIRouter(prefix="/cases/{reference}")


class ReturnSent(Sent):
    """What came back, in words."""

    reason: Annotated[Words, Field(min_length=1)]


class ReplySent(Sent):
    """The words of an acknowledgement, as it came."""

    words: Annotated[Words, Field(min_length=1)]


@router.get("/letters", summary="The letters", **looks())
def letters(call: Calling, reference: Reference, answer: Response) -> list[shapes.LetterTold]:
    """List the letters of a case, and what became of each."""
    with looking_at(call.visit, reference) as (session, case):
        rows = letters_of(session, case)
        answer.headers["etag"] = quoted(head_of(session, case))
    return [_told(row) for row in rows]


@router.get("/letters/{number}/file", summary="Download a letter", **gives(EML))
def letter(call: Calling, reference: Reference, number: Number) -> Response:
    """Give a prepared letter out as a draft that a mail program opens, for a person to send."""
    with looking_at(call.visit, reference) as (session, case):
        row, head = letter_of(session, case, number), head_of(session, case)
    data, name = as_draft(call.visit.record, row.key, call.visit.place.now)
    return given(data, name, EML, head)


@router.post("/letters/{number}/sent", summary="Say it was sent", **an_act("letter_confirmed_sent"))
def sent(
    change: Changing,
    number: Number,
    on: Annotated[Day | None, Query(description="The day it went; today, if left out.")] = None,
) -> Response:
    """Take a person's word that a letter was sent. The last copy sent closes the case."""

    def deed(key: str) -> str:
        hand = at_noon_of(change.hand(), on, change.visit.place.now)
        confirm_sent(change.visit.record, hand, key)
        day = british_date(hand.today)
        return f"It is written down, on your word, that the letter went on {day}."

    return _done(change, number, deed)


@router.post("/letters/{number}/again", summary="Send it again", **an_act("letter_sent_again"))
def again(change: Changing, number: Number) -> Response:
    """Send a letter again of which nobody knew whether it had gone: it has not."""

    def deed(key: str) -> str:
        send_again(change.visit.record, change.hand(), key)
        return "It will be sent again within a minute."

    return _done(change, number, deed)


@router.post("/letters/{number}/returned", summary="Say it came back", **an_act("letter_bounced"))
def came_back(change: Saying, number: Number, words: ReturnSent) -> Response:
    """Write down that a letter came back: it counts as not sent."""

    def deed(key: str) -> str:
        confirm_bounced(change.visit.record, change.hand(), key, words.reason.strip())
        return "It is written down that it came back: it counts as not sent. Prepare it anew."

    return _done(change, number, deed)


@router.post(
    "/letters/{number}/acknowledgement",
    summary="File its acknowledgement",
    **an_act("letter_acknowledged"),
)
def acknowledged(change: Saying, number: Number, reply: ReplySent) -> Response:
    """File the acknowledgement of a letter, in its own words."""

    def deed(key: str) -> str:
        acknowledge(change.visit.record, change.hand(), key, reply.words.strip())
        return "The acknowledgement is filed."

    return _done(change, number, deed)


@router.post("/copies", summary="Prepare the copies", **an_act("prepare_copies"))
def copies(change: Changing) -> Response:
    """Prepare both copies of a published response, where one is missing or came back."""

    def deed() -> Told:
        prepare_copies(change.visit.record, change.hand(), change.reference)
        return Told("Both copies are prepared.")

    return done(change, deed)


def _done(change: Change, number: int, deed: Callable[[str], str]) -> Response:
    here = change.visit

    def whole() -> Told:
        with looking_at(here, change.reference) as (session, case):
            row = letter_of(session, case, number)
        said = deed(row.key)
        return Told(said + close_if_copied(here, row, change.reference, change.act), number)

    return done(change, whole)


def _told(row: Mail) -> shapes.LetterTold:
    return shapes.LetterTold(
        number=row.id or 0,
        kind=row.kind,
        force=row.force_key,
        to=[f"{name} <{address}>" for name, address in json.loads(row.recipients)],
        subject=row.subject,
        text=row.text,
        enclosed=[name for name, _, _ in json.loads(row.attachments)],
        state=row.state,
        by_hand=row.by_hand,
        prepared_at=row.prepared_at,
        not_before=row.not_before,
        sent_at=row.sent_at,
        reply=row.reply,
    )
