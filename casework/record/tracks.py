"""The comments track of each force: the one place where its state changes."""

from datetime import date

from casework.errors import NotAllowedError, RefusedInputError
from casework.record.desk import Desk, spoken
from models import Case, CaseForce
from models.words import CommentsState

C = CommentsState
INVITED = frozenset(
    {C.BOUNCED, C.EXTENDED, C.FINAL, C.LATE, C.NIL, C.DECLINED, C.WITHDRAWN, C.NONE_BY_DATE}
)
"""Where a force that was invited may go, beside being invited anew."""
TRACK = {
    C.TO_INVITE: {C.PREPARED, C.FINAL, C.NIL, C.DECLINED},
    C.PREPARED: {C.SENT, C.BOUNCED, C.WITHDRAWN, C.FINAL, C.NIL, C.DECLINED},
    C.SENT: INVITED | {C.PREPARED},
    C.EXTENDED: INVITED | {C.PREPARED},
    C.BOUNCED: {C.PREPARED, C.SENT, C.FINAL, C.NIL, C.DECLINED},
    C.WITHDRAWN: {C.PREPARED},
    C.NONE_BY_DATE: {C.LATE, C.EXTENDED, C.PREPARED},
    C.FINAL: {C.FINAL, C.PREPARED},
    C.LATE: {C.LATE, C.PREPARED},
    C.NIL: {C.FINAL, C.PREPARED},
    C.DECLINED: {C.FINAL, C.PREPARED},
}
"""From each state of the track, where it may go. Bounced is not invited."""


def go(desk: Desk, case: Case, force: CaseForce, to: CommentsState) -> None:
    """Move a force's track of comments and write it down."""
    start = force.state
    if to not in TRACK[start]:
        message = (
            f"The comments of {force_name(desk, force)} are “{spoken(start)}” "
            f"and cannot become “{spoken(to)}”."
        )
        raise NotAllowedError(message)
    force.state = to
    desk.note("comments_track", case, force=force.force_key, start=start.value, end=to.value)


def the_force(desk: Desk, case: Case, named: str = "") -> CaseForce:
    """Return one force of a case: the one named, or the only one."""
    forces = desk.forces(case)
    if named:
        wanted = desk.settings.force_named(named)
        for force in forces:
            if wanted and force.force_key == wanted.key:
                return force
    elif len(forces) == 1:
        return forces[0]
    known = ", ".join(force_name(desk, force) for force in forces)
    message = f"Say which force is meant with --force: this case concerns {known}."
    raise RefusedInputError(message)


def force_name(desk: Desk, force: CaseForce) -> str:
    """Return a force's name; its key if the settings no longer know it."""
    known = desk.settings.force(force.force_key)
    return known.name if known else force.force_key


def invited(desk: Desk, case: Case, force_key: str, on: date) -> None:
    """Write down that an invitation has gone out. Police Act 1996 s.55(4)."""
    for force in desk.forces(case):
        if force.force_key != force_key:
            continue
        force.invited_on = force.invited_on or on
        if force.state in {C.PREPARED, C.BOUNCED}:
            go(desk, case, force, C.SENT)


def bounced(desk: Desk, case: Case, force_key: str) -> None:
    """Write down that an invitation came back: the chief officer was not invited."""
    for force in desk.forces(case):
        if force.force_key == force_key and C.BOUNCED in TRACK[force.state]:
            force.invited_on = None
            go(desk, case, force, C.BOUNCED)
