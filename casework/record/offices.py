"""Putting an office on the record, and its settings in force."""

import getpass
from datetime import datetime

from sqlmodel import Session, select

from casework.record import bytes as kept
from casework.record import history
from casework.record.record import Record
from casework.registers.office import read_office
from models import Act, Office, Person
from models.shapes.office import OfficeSettings
from models.words import Role


def load_office(record: Record, text: str, name: str, now: datetime) -> str:
    """Put an office's settings on the record, in force from now, and return its key.

    Loaded twice, the same settings change nothing. People are never removed:
    history refers to them. Nobody is asked: it is how an office begins. Later
    changes go through `settings_acts`.
    """
    settings = read_office(text, name)
    with record.writing() as session:
        key = kept.keep(session, text.encode())
        office = _office(session, settings, key, now)
        if office.settings_sha256 != key or not _is_written(session, office):
            put_in_force(session, office, settings, key, now)
            _write_history(session, office, key, now)
        session.commit()
    return settings.office.key


def put_in_force(
    session: Session, office: Office, settings: OfficeSettings, key: str, now: datetime
) -> None:
    """Let kept settings hold from now, and know everybody they name."""
    office.settings_sha256, office.loaded_at = key, now
    session.add(office)
    _write_people(session, office, settings)


def _office(session: Session, settings: OfficeSettings, key: str, now: datetime) -> Office:
    known = session.exec(
        select(Office).where(Office.key == settings.office.key).with_for_update()
    ).first()
    if known:
        return known
    fresh = Office(key=settings.office.key, settings_sha256=key, loaded_at=now)
    session.add(fresh)
    session.flush()
    return fresh


def _is_written(session: Session, office: Office) -> bool:
    return history.head(session, f"office:{office.id}") is not None


def _write_people(session: Session, office: Office, settings: OfficeSettings) -> None:
    rows = session.exec(select(Person).where(Person.office_id == office.id))
    known = {row.key: row for row in rows}
    for person in settings.people:
        row = known.get(person.key) or Person(
            office_id=office.id or 0, key=person.key, name=person.name, email=person.email
        )
        row.name, row.email = person.name, person.email
        session.add(row)
    session.flush()


def _write_history(session: Session, office: Office, key: str, now: datetime) -> None:
    before = history.head(session, f"office:{office.id}")
    act = Act(
        id=f"office-load:{office.id}:{key[:16]}:{before.seq if before else 0}",
        office_id=office.id or 0,
        what="office_load",
        role=Role.SERVICE,
        acted_at=now,
        recorded_at=now,
        login=getpass.getuser(),
    )
    session.add(act)
    session.flush()
    body = {
        "act": act.id,
        "acted_at": now.isoformat(),
        "facts": {"settings_sha256": key},
        "person": None,
        "recorded_at": now.isoformat(),
        "role": act.role.value,
        "system_user": act.login,
        "what": "settings_loaded",
        **history.sealed(act),
    }
    history.append(session, office.id or 0, f"office:{office.id}", act.id, body)
