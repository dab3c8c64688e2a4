"""The invitation to comment on its way, and the links for people of a force."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from casework.access import GUEST_DAYS, NewGuestLink, hash_of, make_guest_link, new_secret
from casework.access import revoke_guest_link as take_back
from casework.comments import chase, extend_date, invite, reissue_invitation, withdraw_invitation
from casework.record.desk import found
from casework.record.guests import links_of
from casework.record.since import head_of
from casework.rules.wording import british_date
from web.api import shapes_beside as shapes
from web.api.callers import Calling
from web.api.changes import Changing, Saying, Told, done, quoted
from web.api.document import an_act, looks
from web.api.rooms.submissions import WHICH
from web.api.words import BIGGEST, Day, Line, Number, Reference, Sent
from web.case_file import looking_at

router = APIRouter(prefix="/cases/{reference}")
Force = Annotated[Line, Field(description=WHICH)]
MADE = (
    "The link is made. Its address is given once, with this answer: if it was lost on the way, "
    "take the link back and make another."
)


class InvitationSent(Sent):
    """By when comments are asked for."""

    due: Annotated[Day | None, Field(description="The office’s own lead time, if left out.")] = None


class AnewSent(InvitationSent):
    """Which invitation is prepared anew, and by when comments are asked for."""

    force: Force = ""


class MoreTimeSent(Sent):
    """Until when a force may comment."""

    until: Day
    force: Force = ""


class ReminderSent(Sent):
    """Which force is reminded."""

    force: Force = ""


class LinkSent(Sent):
    """What a link is to open: comments, or the check of one version."""

    force: Force = ""
    version: Annotated[int, Field(ge=0, le=BIGGEST, description="0: for comments.")] = 0
    days: Annotated[int, Field(ge=0, le=10_000)] = GUEST_DAYS


@router.post("/invitations", summary="Invite", **an_act("prepare_invitations"))
def invited(change: Saying, sent: InvitationSent) -> Response:
    """Prepare the invitation of every force that has none: a person reads and sends it."""
    here = change.visit

    def deed() -> Told:
        count = invite(here.record, change.hand(), change.reference, here.doors.library, sent.due)
        return Told("The invitation is prepared." if count else "It was there already.")

    return done(change, deed)


@router.post("/invitations/anew", summary="Invite anew", **an_act("reissue_invitation"))
def invited_anew(change: Saying, sent: AnewSent) -> Response:
    """Prepare an invitation anew: it came back, was withdrawn, or names somebody who has left."""
    here = change.visit

    def deed() -> Told:
        said = (change.reference, here.doors.library, sent.due, sent.force)
        reissue_invitation(here.record, change.hand(), *said)
        return Told("The invitation is prepared anew.")

    return done(change, deed)


@router.delete("/invitations", summary="Withdraw it", **an_act("withdraw_invitation"))
def withdrawn(
    change: Changing,
    reason: Annotated[Line, Query()],
    force: Annotated[Line, Query(description=WHICH)] = "",
) -> Response:
    """Take an invitation back, with the reason."""

    def deed() -> Told:
        record, hand = change.visit.record, change.hand()
        withdraw_invitation(record, hand, change.reference, reason, force)
        return Told("The invitation is withdrawn. Prepare it anew when it may go.")

    return done(change, deed)


@router.post("/more-time", summary="Give more time", **an_act("extend_comments"))
def more_time(change: Saying, sent: MoreTimeSent) -> Response:
    """Give a force more time, and prepare the letter that says so."""
    here = change.visit

    def deed() -> Told:
        said = (change.reference, here.doors.library, sent.until, sent.force)
        extend_date(here.record, change.hand(), *said)
        return Told(f"Comments are asked for by {british_date(sent.until)} now.")

    return done(change, deed)


@router.post("/reminders", summary="Remind", **an_act("chase_comments"))
def reminded(change: Saying, sent: ReminderSent) -> Response:
    """Prepare a reminder to a chief officer now; one a day at most."""
    here = change.visit

    def deed() -> Told:
        library, hand = here.doors.library, change.hand()
        fresh = chase(here.record, hand, change.reference, library, sent.force)
        return Told("A reminder is prepared." if fresh else "Today has its reminder.")

    return done(change, deed)


@router.get("/links", summary="Links for a force", **looks())
def links(call: Calling, reference: Reference, answer: Response) -> list[shapes.LinkTold]:
    """List the links of a case, without their secrets: the record keeps none."""
    with looking_at(call.visit, reference) as (session, case):
        rows = links_of(session, found(case.id))
        answer.headers["etag"] = quoted(head_of(session, case))
    return [
        shapes.LinkTold(
            number=found(row.id),
            force=row.force_key,
            version=row.version,
            made_at=row.made_at,
            expires_at=row.expires_at,
            revoked_at=row.revoked_at,
        )
        for row in rows
    ]


@router.post("/links", summary="Make a link", **an_act("make_guest_link"))
def linked(change: Saying, sent: LinkSent) -> Response:
    """Make a link for people of a force: to comment, or to check one version."""
    here, secret = change.visit, new_secret()

    def deed() -> Told:
        new = NewGuestLink(hash_of(secret), sent.force, sent.version, sent.days)
        kept = make_guest_link(here.record, change.hand(), change.reference, new)
        address = f"{here.place.address}/g/{secret}" if kept == new.secret_sha256 else ""
        return Told(MADE, shown_once=address)

    return done(change, deed)


@router.delete("/links/{number}", summary="Take a link back", **an_act("revoke_guest_link"))
def unlinked(change: Changing, number: Number) -> Response:
    """Take a link back: it opens nothing any more."""

    def deed() -> Told:
        take_back(change.visit.record, change.hand(), change.reference, number)
        return Told(f"Link {number} opens nothing any more.", number)

    return done(change, deed)
