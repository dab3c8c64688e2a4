"""What the watcher looked at, what it saw, and what it cries about."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import instant, json_text, long_text


class Source(SQLModel, table=True):
    """One source of reports and how it last was."""

    __table_args__ = (UniqueConstraint("office_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    key: str
    validators: str = json_text("{}")
    """ETag and Last-Modified of the last answer."""
    items: int = 0
    looked_at: datetime | None = instant(empty=True)
    alarm: str = long_text(default="")
    """Why it cannot be trusted now; empty while all is well."""
    alarm_since: datetime | None = instant(empty=True)


class Look(SQLModel, table=True):
    """One look at one source."""

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    source_id: int = Field(foreign_key="source.id", index=True)
    looked_at: datetime = instant()
    items: int = 0
    fresh: int = 0
    outcome: str = long_text()


class Sighting(SQLModel, table=True):
    """One item seen in a source; seen again, it is the same sighting."""

    __table_args__ = (UniqueConstraint("office_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    source_id: int = Field(foreign_key="source.id", index=True)
    key: str
    title: str = long_text()
    address: str = ""
    sha256: str | None = Field(default=None, foreign_key="blob.sha256")
    """The file itself, where the source handed one over."""
    seen_at: datetime = instant()
    case_id: int | None = Field(default=None, foreign_key="case.id")
    outcome: str = long_text(default="")
    """What became of it, in words: opened, not for this office because …"""
