"""Laying out again what was published: a web server's folder may be lost, the record is not."""

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session, col, select

from casework.publication.publishing import PublicationDoors, parcel_of
from casework.publication.the_register import register_of
from casework.record.desk import found
from casework.record.dossier import dossier
from casework.record.hand import the_service
from casework.record.record import Record
from casework.record.rounds import prove_frozen
from models import Case, Publication, SigningRound
from models.words import PublicationState

GIVEN = frozenset({PublicationState.WRITTEN, PublicationState.PROVED})


def lay_out_again(record: Record, now: datetime, doors: PublicationDoors) -> list[str]:
    """Hand every published response to its publishers once more, byte for byte as signed.

    Changes nothing on the record. Returns what was laid out, one sentence each.
    """
    said = []
    with record.reading() as session:
        office = record.office(session)
        settings = record.settings_of(session, office)
        register = register_of(session, settings, found(office.id), now)
        for row in _latest(session, found(office.id)):
            publisher = doors.publishers.get(row.publisher)
            if publisher is None:
                continue
            round_ = found(session.get(SigningRound, row.round_id))
            prove_frozen(session, round_)
            file = dossier(session, found(session.get(Case, row.case_id)))
            as_then = replace(file, round=round_)
            publisher.publish(parcel_of(session, settings, as_then, the_service(now)), register)
            said.append(f"{file.case.reference}: laid out again by {row.publisher}.")
    return said


def _latest(session: Session, office_id: int) -> list[Publication]:
    """Return the last thing each publisher was given of each case."""
    rows = session.exec(
        select(Publication)
        .where(Publication.office_id == office_id, col(Publication.state).in_(GIVEN))
        .order_by(col(Publication.id))
    )
    return list({(row.case_id, row.publisher): row for row in rows}.values())
