"""What a force said when it checked a version for facts, and what became of it.

A point is a comment received elsewhere whose sender names the force: “Supt R.
Talbot, Barsetshire Constabulary”. What colleagues said of the same version
never reaches a letter to the force.
"""

from sqlmodel import Session

from casework.errors import NotAllowedError
from casework.record.remarks import remarks_of, still_open
from casework.rules.wording import counted
from models import Case
from models.shapes.office import Force, OfficeSettings
from models.shapes.response import PointFields


def points_of(
    session: Session, settings: OfficeSettings, case: Case, force: Force, number: int
) -> tuple[PointFields, ...]:
    """Return the points of a force on a version; refuse while one is open, or there is none."""
    ours = [
        remark
        for remark in remarks_of(session, case)
        if remark.version == number and force in settings.forces_within(remark.who)
    ]
    waiting = len(still_open(ours))
    if not ours:
        message = (
            f"No point of {force.name} on version {number} is on the record: log each with "
            f"`section55 remark {case.reference}`, naming the force in who said it."
        )
        raise NotAllowedError(message)
    if waiting:
        message = (
            f"{counted(waiting, 'point')} of {force.name} on version {number} still open: "
            "`section55 decide-remark` says what becomes of each, and why."
        )
        raise NotAllowedError(message)
    return tuple(
        PointFields(row.number, tuple(row.words.split("\n")), row.decision.value, row.reason)
        for row in ours
    )
