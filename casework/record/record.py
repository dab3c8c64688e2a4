"""The record of one office: where it lies, and how it is read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session, select

from casework.errors import NotFoundError
from casework.record import bytes as kept
from casework.record.database import in_plain_words
from casework.record.search_keeping import keep_in_step
from casework.registers.office import read_office
from models import Office
from models.shapes.office import OfficeSettings


@dataclass
class Record:
    """One office's record: a database, and the folder of copies for people."""

    engine: Engine
    office_key: str
    outputs: Path
    front_desk: str = ""
    """Address under which people reach the front desk; empty: mail names commands instead."""
    unreadable: set[int] = field(default_factory=set)
    """Marks of texts that could not be read for the index: the next process tries them again."""
    _read: dict[str, OfficeSettings] = field(default_factory=dict)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give a session that will write; nothing is kept unless it is committed."""
        with in_plain_words(), Session(self.engine, expire_on_commit=False) as session:
            keep_in_step(session)
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that only reads, and holds up nobody who writes."""
        engine = self.engine.execution_options(reading=True)
        with in_plain_words(), Session(engine, expire_on_commit=False) as session:
            yield session
            # Rows outlive the session as plain values; a roll-back would empty them.
            session.expunge_all()

    def office(self, session: Session) -> Office:
        """Return the office's row."""
        row = session.exec(select(Office).where(Office.key == self.office_key)).first()
        if row is None:
            which = f"The office {self.office_key}" if self.office_key else "No office"
            is_missing = "is not" if self.office_key else "is"
            message = f"{which} {is_missing} on this record: run `section55 office load FILE`."
            raise NotFoundError(message)
        return row

    def settings_of(self, session: Session, office: Office) -> OfficeSettings:
        """Return the office's settings in force, read once for each edition."""
        key = office.settings_sha256
        if key not in self._read:
            text = kept.fetch(session, key).decode()
            self._read[key] = read_office(text, "the settings on the record")
        return self._read[key]
