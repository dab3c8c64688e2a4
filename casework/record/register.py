"""The register: which cases there are, and which still want something."""

from sqlmodel import col, select

from casework.record.record import Record
from models import Case
from models.words import FINISHED, Stage


def open_references(record: Record) -> list[str]:
    """Return the references of all cases that have not ended, oldest first."""
    return [case.reference for case in cases(record) if case.stage not in FINISHED]


def cases(record: Record, *stages: Stage) -> list[Case]:
    """Return the cases of the office by reference: all, or those at these stages."""
    with record.reading() as session:
        wanted = select(Case).where(Case.office_id == record.office(session).id)
        if stages:
            wanted = wanted.where(col(Case.stage).in_(stages))
        return list(session.exec(wanted.order_by(Case.reference)))
