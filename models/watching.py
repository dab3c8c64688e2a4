"""What the watcher looked at, what it saw, and what it cries about."""

from datetime import date, datetime

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
    """How many the last look that could be trusted saw."""
    last_count: int = 0
    """How many the last look saw, trusted or not."""
    newest_on: date | None = None
    """The day of the newest item ever seen here."""
    watched_since: datetime | None = instant(empty=True)
    """The first look that could be trusted: what is much older is not opened by itself."""
    looked_at: datetime | None = instant(empty=True)
    well_at: datetime | None = instant(empty=True)
    """The last look that could be trusted."""
    alarm: str = long_text(default="")
    """Why it cannot be trusted now; empty while all is well."""
    alarm_since: datetime | None = instant(empty=True)
    failures: int = 0
    """How many times in a row it refused, failed or was unreachable."""
    not_before: datetime | None = instant(empty=True)
    """The next look is not made before this moment."""


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
    """What became of it, in words: its case, or why it is not for this office."""
    published: date | None = None
    """The day its source gives."""
    last_seen_at: datetime | None = instant(empty=True)
    missed: int = 0
    """How many looks in a row did not find it on a list it should stand on."""
    withdrawn_at: datetime | None = instant(empty=True)
    """Since when it is gone from its list."""
    trouble: str = long_text(default="")
    """Why it could not be opened, and what a person must do; empty while all is well."""
    trouble_since: datetime | None = instant(empty=True)
    tries: int = 0
    not_before: datetime | None = instant(empty=True)
    """Its page is not asked again before this moment."""


class Reconciliation(SQLModel, table=True):
    """What comparing the whole published list with the record gave, one for each ISO week."""

    __table_args__ = (UniqueConstraint("office_id", "week"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    week: str
    """`2022-W41`"""
    made_at: datetime = instant()
    complete: bool
    """Whether every list could be read whole and trusted."""
    published: int
    """How many publications the lists show."""
    cases: int
    not_ours: int
    waiting: int
    """Seen, and neither opened nor settled."""
    missed: int
    """On the list, and unknown to the record until now."""
    outcome: str = long_text()
    """The result in one sentence."""
    details: str = json_text()
    """JSON list of [title, address, what became of it]."""
