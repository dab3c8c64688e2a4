"""Rounds of signing: what was frozen, and how it becomes void."""

from sqlmodel import select

from casework.record.desk import Desk
from models import Case, Publication, RoundState, SigningRound
from models.words import PublicationState, Stage


def void_round(desk: Desk, case: Case, of: SigningRound, reason: str) -> None:
    """Void a round and all its signatures, and take the case back into review.

    Any change of the text voids: a signature is bound to the bytes it was given on.
    """
    of.state = RoundState.VOID
    of.ended_because = reason
    desk.note("signatures_void", case, round=of.number, reason=reason)
    rows = desk.session.exec(select(Publication).where(Publication.round_id == of.id))
    for row in rows:
        if row.state is PublicationState.SCHEDULED:
            row.state = PublicationState.UNSCHEDULED
    case.planned_for = None
    if case.stage in {Stage.SIGNING, Stage.SIGNED, Stage.SCHEDULED}:
        desk.move(case, Stage.IN_REVIEW, reason=reason)
