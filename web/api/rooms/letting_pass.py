"""What stands in the way: read, waived, explained, overridden, and looked at by a second person."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field
from starlette.responses import Response

from casework.sign_off import (
    end_excuse,
    explain_limb,
    look_at_override,
    override_block,
    waive_check,
)
from web.api.changes import Changing, Saying, Told, done
from web.api.document import an_act
from web.api.words import Line, Number, Sent

router = APIRouter(prefix="/cases/{reference}")
Key = Annotated[str, Field(pattern="^[0-9a-f]{8}$", description="The block’s key.")]


class PassSent(Sent):
    """Which block, and why it may pass."""

    key: Key
    reason: Annotated[Line, Field(min_length=8)]


@router.post("/waivers", summary="Waive an error of a check", **an_act("waive_check"))
def waived(change: Saying, sent: PassSent) -> Response:
    """Waive an error of a check, by name. It holds for the words it was given for."""

    def deed() -> Told:
        here = change.visit
        said = (change.reference, here.doors.library, sent.key, sent.reason)
        return Told("It is waived.", waive_check(here.record, change.hand(), *said))

    return done(change, deed)


@router.post("/limb-reasons", summary="Say why a duty is not kept", **an_act("explain_limb"))
def explained(change: Saying, sent: PassSent) -> Response:
    """Put on the record why a duty of section 55 is not kept."""

    def deed() -> Told:
        said = (change.reference, sent.key, sent.reason)
        number = explain_limb(change.visit.record, change.hand(), *said)
        return Told("The reason is on the record.", number)

    return done(change, deed)


@router.post("/overrides", summary="Override a block", **an_act("override_block"))
def overridden(change: Saying, sent: PassSent) -> Response:
    """Override what stands in the way, as the monitoring officer."""

    def deed() -> Told:
        here = change.visit
        said = (change.reference, here.doors.library, sent.key, sent.reason)
        number = override_block(here.record, change.hand(), *said)
        return Told("It is overridden. A second person is to look at it.", number)

    return done(change, deed)


@router.post(
    "/overrides/{number}/look", summary="Look at an override", **an_act("look_at_override")
)
def looked(change: Changing, number: Number) -> Response:
    """Say, as a second person, that an override was looked at."""

    def deed() -> Told:
        look_at_override(change.visit.record, change.hand(), change.reference, number)
        return Told("It is flagged no more.")

    return done(change, deed)


@router.delete("/let-pass/{number}", summary="Take a waiver back", **an_act("end_excuse"))
def ended(change: Changing, number: Number) -> Response:
    """Take a waiver, a reason or an override back: the block stands in the way again."""

    def deed() -> Told:
        end_excuse(change.visit.record, change.hand(), change.reference, number)
        return Told("It is taken back.")

    return done(change, deed)
