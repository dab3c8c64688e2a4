"""A flow is started by a person, now: the dispatcher wakes the engine for it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from casework.errors import RefusedInputError
from casework.record.acts import act
from casework.record.desk import Desk, found
from casework.record.record import Record
from models import Act, Case, Errand, OutboxRow

STARTED_BY_HAND = ("draft-response", "invite-comments", "route-for-sign-off", "publish-response")
"""Flows about one case. Each looks first whether there is anything for it to do."""
OF_THE_OFFICE = ("watch-for-reports", "watch-deadlines", "catch-up", "reconcile-reports")
"""Flows about all cases."""
LATEST = 8
"""Runs asked for that are shown."""


@dataclass(frozen=True, slots=True)
class Started:
    """A run somebody asked for, and what became of the asking."""

    flow: str
    asked_at: datetime
    taken_at: datetime | None
    """When the dispatcher had asked the engine; None: it has not yet."""
    trouble: str


@act("start_flow")
def start_flow(desk: Desk, reference: str, flow: str) -> str:
    """Ask for one run of a flow, whatever the schedule says. Returns its name."""
    case = desk.open_case(reference)
    _ask(desk, flow, STARTED_BY_HAND, case)
    return flow


@act("start_office_flow")
def start_office_flow(desk: Desk, flow: str) -> str:
    """Ask for one run of a flow about all cases. Returns its name."""
    _ask(desk, flow, OF_THE_OFFICE, None)
    return flow


def _ask(desk: Desk, flow: str, known: Collection[str], case: Case | None) -> None:
    if flow not in known:
        whose = "of a case" if case else "of the office"
        message = f"There is no flow “{flow}” {whose}: there are {', '.join(known)}."
        raise RefusedInputError(message)
    subject = case.reference if case else ""
    if _waits(desk, flow, subject):
        return  # asked for already, and not begun: another run would find nothing to do
    desk.note("flow_started", case, flow=flow)
    key = _key(flow, subject, desk.act.id)
    desk.errand(key, Errand.RUN_FLOW, subject, flow=flow)


def _waits(desk: Desk, flow: str, subject: str) -> bool:
    waiting = select(OutboxRow.id).where(
        OutboxRow.office_id == desk.office_id,
        OutboxRow.errand == Errand.RUN_FLOW,
        OutboxRow.flow == flow,
        OutboxRow.subject == subject,
        col(OutboxRow.done_at).is_(None),
        OutboxRow.due_at <= desk.now,
    )
    return desk.session.exec(waiting).first() is not None


def _key(flow: str, subject: str, act_id: str) -> str:
    # The same words as `Desk.wake`: an act that wakes a flow wakes it once.
    return f"run:{flow}:{subject}:{act_id}"


def started(record: Record, subject: str = "") -> list[Started]:
    """Return the last runs asked for, of a case or (without one) of the office, latest first."""
    with record.reading() as session:
        wanted = (
            select(OutboxRow)
            .where(
                OutboxRow.office_id == found(record.office(session).id),
                OutboxRow.errand == Errand.RUN_FLOW,
                OutboxRow.subject == subject,
            )
            .order_by(col(OutboxRow.id).desc())
            .limit(LATEST)
        )
        return [_started(session, row) for row in session.exec(wanted)]


def _started(session: Session, row: OutboxRow) -> Started:
    asked_by = session.get(Act, row.key.removeprefix(_key(row.flow, row.subject, "")))
    asked_at = asked_by.recorded_at if asked_by else row.due_at
    return Started(row.flow, asked_at, row.done_at, row.trouble)
