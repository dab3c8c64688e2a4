"""What waits beside the current version: updates from the record, and other people's edits."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field
from starlette.responses import Response

from casework.record.since import head_of
from casework.review import decline_updates, settle_branch, take_branch, take_updates
from casework.rules.wording import counted
from web.api import shapes_beside as shapes
from web.api.callers import Calling
from web.api.changes import Saying, Told, done, quoted
from web.api.document import an_act, looks
from web.api.words import Line, Number, Reference, Sent
from web.case_file import file_of, looking_at
from web.place_words import told
from web.version_list import version_list, waiting_items

router = APIRouter(prefix="/cases/{reference}")


class TakingSent(Sent):
    """That something is taken into the response."""

    voids: Annotated[
        bool, Field(description="That it voids the signatures is known, and meant.")
    ] = False


class SettlingSent(Sent):
    """Why something is not taken into the response."""

    reason: Annotated[Line, Field(min_length=1)]


@router.get("/waiting", summary="What waits beside it", **looks())
def waiting(call: Calling, reference: Reference, answer: Response) -> shapes.WaitingTold:
    """Tell which updates wait in the response, and which edits are kept beside it."""
    with looking_at(call.visit, reference) as (session, case):
        shown, items = version_list(session, case), waiting_items(session, case)
        answer.headers["etag"] = quoted(head_of(session, case))
    return shapes.WaitingTold(
        version=shown.updates.number if shown.updates else 0,
        updates=[
            shapes.UpdateTold(
                place=one.region,
                outcome=one.outcome,
                was=one.old,
                becomes=one.new,
                edited=one.theirs,
            )
            for one in items
        ],
        beside=[
            shapes.BesideTold(
                number=one.version.number,
                made_from=one.version.parent,
                made_by=shown.people.get(one.version.made_by_id, ""),
                became=one.became,
            )
            for one in shown.branches
        ],
    )


@router.post("/updates/taking", summary="Take the updates", **an_act("take_updates"))
def updates_taken(change: Saying, sent: TakingSent) -> Response:
    """Accept every update that waits, as if in Word."""
    here = change.visit

    def deed() -> Told:
        known, hand, library = file_of(here, change.reference), change.hand(), here.doors.library
        _, number, *remarks = take_updates(
            here.record, hand, change.reference, library, voids=sent.voids
        )
        said = f"The updates are taken into version {number}."
        return Told(told(known, said, *remarks), int(number), remarks=tuple(remarks))

    return done(change, deed)


@router.post("/updates/setting-aside", summary="Set them aside", **an_act("decline_updates"))
def updates_set_aside(change: Saying, sent: SettlingSent) -> Response:
    """Set the updates that wait aside, with a reason."""

    def deed() -> Told:
        record, hand = change.visit.record, change.hand()
        number = decline_updates(record, hand, change.reference, sent.reason)
        return Told(f"Set aside: {counted(number, 'update')}.")

    return done(change, deed)


@router.post("/versions/{number}/taking", summary="Take an edit over", **an_act("take_branch"))
def edit_taken(change: Saying, number: Number, sent: TakingSent) -> Response:
    """Make an edit kept beside the next version."""
    here = change.visit

    def deed() -> Told:
        known, said = file_of(here, change.reference), (change.reference, number)
        library, hand = here.doors.library, change.hand()
        outcome, fresh, *remarks = take_branch(here.record, hand, *said, library, voids=sent.voids)
        already = "was taken over before" if outcome == "unchanged" else "is taken over"
        line = f"Version {number} {already}, as version {fresh}."
        return Told(told(known, line, *remarks), int(fresh), remarks=tuple(remarks))

    return done(change, deed)


@router.post("/versions/{number}/settling", summary="Settle an edit", **an_act("settle_branch"))
def edit_settled(change: Saying, number: Number, sent: SettlingSent) -> Response:
    """Say that an edit kept beside is dealt with, and why it is not taken over."""

    def deed() -> Told:
        settle_branch(change.visit.record, change.hand(), change.reference, number, sent.reason)
        return Told(f"Version {number}, kept beside, is settled.", number)

    return done(change, deed)
