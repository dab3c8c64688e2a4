"""That somebody was told something about a case: once, and on the record."""

from collections.abc import Iterable

from sqlmodel import select

from casework.record.desk import Desk, found
from models import Case, Mail, Notice
from models.shapes.office_sections import Person


def told(desk: Desk, case: Case) -> set[tuple[str, int]]:
    """Return what has been told about a case: (mark, person id)."""
    rows = desk.session.exec(select(Notice).where(Notice.case_id == case.id))
    return {(row.mark, row.person_id) for row in rows}


def write_down(desk: Desk, case: Case, marks: Iterable[str], person: Person, mail: Mail) -> None:
    """Write down that a person is told these things by this letter."""
    for mark in marks:
        desk.session.add(
            Notice(
                office_id=desk.office_id,
                case_id=found(case.id),
                mark=mark,
                person_id=found(desk.person(person.key).id),
                mail_id=found(mail.id),
            )
        )
    desk.session.flush()
