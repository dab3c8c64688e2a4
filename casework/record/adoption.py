"""Whether whoever signed still holds the office: else the response must be adopted anew."""

from datetime import date

from sqlmodel import Session

from casework.record.dossier import Dossier
from casework.rules.signing import still_holds
from casework.rules.wording import british_date
from models import Person
from models.shapes.office import OfficeSettings
from models.words import SignatureStep


def lapsed(session: Session, settings: OfficeSettings, file: Dossier, on: date) -> str:
    """Return why the signature does not carry publication on this day; empty if it does."""
    for row in file.signatures:
        person = session.get(Person, row.person_id)
        known = settings.person(person.key) if person else None
        if row.step is not SignatureStep.SIGNED or person is None:
            continue
        if known and still_holds(settings, known, row.role, on, file.report.kind):
            continue
        reference = file.case.reference
        return (
            f"{person.name}, who signed, no longer holds the office on {british_date(on)}: send "
            f"{reference} back with `section55 send-back {reference} REASON`, and have it signed "
            "by the holder of that day."
        )
    return ""
