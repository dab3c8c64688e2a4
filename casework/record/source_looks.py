"""When each source of reports was last read, and what it is crying about."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import select

from casework.record.record import Record
from models import Office, Source


@dataclass(frozen=True, slots=True)
class SourceLook:
    """One source, as whoever relies on it needs to know it."""

    key: str
    looked_at: datetime | None
    well_at: datetime | None
    """The last look that could be trusted."""
    alarm: str
    """Why it cannot be trusted now; empty while all is well."""


def source_looks(record: Record) -> list[SourceLook]:
    """Return every source that was ever looked at."""
    with record.reading() as session:
        office = select(Office.id).where(Office.key == record.office_key).scalar_subquery()
        wanted = select(Source).where(Source.office_id == office)
        return [
            SourceLook(row.key, row.looked_at, row.well_at, row.alarm)
            for row in session.exec(wanted.order_by(Source.key))
        ]
