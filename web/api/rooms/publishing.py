"""Publication: the moment set and taken back, and the proof that the public has it."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from casework.publication import (
    correct,
    give_lateness_reason,
    prove,
    prove_by_hand,
    publish_now,
    schedule,
    unschedule,
)
from web.api.changes import Changing, Saying, Told, done
from web.api.document import an_act
from web.api.files import a_file
from web.api.words import Line, Moment, Sent, Words

router = APIRouter(prefix="/cases/{reference}")
SavedPage = Annotated[bytes, a_file("text/html")]
Address = Annotated[Line, Field(pattern="^https?://", max_length=1_000)]


class ScheduleSent(Sent):
    """The moment of publication."""

    moment: Annotated[Moment, Field(examples=["2022-12-05T10:00:00+00:00"])]
    late_because: Annotated[Words, Field(description="Where it is after the last day.")] = ""


class ProofSent(Sent):
    """Where the public finds the response."""

    publisher: Annotated[Line, Field(examples=["web_package"])]
    address: Address


class LatenessSent(Sent):
    """Why a response is late."""

    reason: Annotated[Words, Field(min_length=1)]


class CorrectionSent(Sent):
    """What is to be corrected: the note is published beside it."""

    note: Annotated[Words, Field(min_length=1)]


@router.put("/schedule", summary="Set the moment", **an_act("schedule"))
def set_moment(change: Saying, sent: ScheduleSent) -> Response:
    """Set the moment of publication, or another one."""

    def deed() -> Told:
        record, hand = change.visit.record, change.hand()
        said = (change.reference, sent.moment, sent.late_because)
        _, *remarks = schedule(record, hand, *said)
        return Told("The moment of publication is set.", remarks=tuple(remarks))

    return done(change, deed)


@router.delete("/schedule", summary="Take the moment back", **an_act("unschedule"))
def take_back(change: Changing, reason: Annotated[Line, Query(min_length=4)]) -> Response:
    """Take the moment of publication back; the signatures stand."""

    def deed() -> Told:
        unschedule(change.visit.record, change.hand(), change.reference, reason)
        return Told("Nothing is scheduled any more. The signatures stand.")

    return done(change, deed)


@router.post("/proofs", summary="Prove publication", **an_act("note_publication_seen"))
def proved(change: Saying, sent: ProofSent) -> Response:
    """Have the service fetch the live address, and compare it with the signed words."""
    here = change.visit

    def deed() -> Told:
        fetcher, hand = here.doors.publication.fetcher, change.hand()
        said = (change.reference, sent.publisher, sent.address)
        return Told(prove(here.record, hand, *said, fetcher))

    return done(change, deed)


@router.post(
    "/proofs/saved",
    summary="Prove it by a saved page",
    **an_act("note_publication_seen", "text/html"),
)
def proved_by_hand(
    change: Changing,
    page: SavedPage,
    publisher: Annotated[Line, Query()],
    address: Annotated[Address, Query()],
) -> Response:
    """Hand in the live page as a person saved it, where the site refuses robots."""

    def deed() -> Told:
        record, hand = change.visit.record, change.hand()
        return Told(prove_by_hand(record, hand, change.reference, publisher, address, page))

    return done(change, deed)


@router.post("/publication", summary="Publish now", **an_act("start_flow"))
def published(change: Changing) -> Response:
    """Publish now what is signed and due, and look whether it is public."""
    here = change.visit

    def deed() -> Told:
        doors = here.doors.publication
        said = publish_now(here.record, change.hand(), change.reference, doors)
        return Told(" ".join(said))

    return done(change, deed)


@router.put("/lateness", summary="Say why it is late", **an_act("give_lateness_reason"))
def late(change: Saying, sent: LatenessSent) -> Response:
    """Give the reason why a response is late."""

    def deed() -> Told:
        record, hand = change.visit.record, change.hand()
        give_lateness_reason(record, hand, change.reference, sent.reason)
        return Told("The reason is on the record.")

    return done(change, deed)


@router.post("/correction", summary="Open it for correction", **an_act("correct"))
def corrected(change: Saying, sent: CorrectionSent) -> Response:
    """Open a published response for correction. What is public stays till it is signed anew."""

    def deed() -> Told:
        correct(change.visit.record, change.hand(), change.reference, sent.note)
        return Told("It is in review again.")

    return done(change, deed)
