"""A flow of a case is started by a person, now: the dispatcher wakes the engine for it."""

from casework.errors import RefusedInputError
from casework.record.acts import act
from casework.record.desk import Desk
from casework.rules.progress import OFFICERS

STARTED_BY_HAND = ("draft-response", "invite-comments", "route-for-sign-off", "publish-response")
"""Flows about one case. Each looks first whether there is anything for it to do."""


@act("start_flow")
def start_flow(desk: Desk, reference: str, flow: str) -> str:
    """Ask for one run of a flow, whatever the schedule says. Returns its name."""
    case = desk.open_case(reference)
    desk.need(OFFICERS, "start a flow by hand")
    if flow not in STARTED_BY_HAND:
        message = f"There is no flow “{flow}” of a case: there are {', '.join(STARTED_BY_HAND)}."
        raise RefusedInputError(message)
    desk.note("flow_started", case, flow=flow)
    desk.wake(flow, case)
    return flow
