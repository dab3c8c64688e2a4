"""A report of the inspectors, kept whole."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import instant, json_text, long_text, word
from models.words import DatePrecision, ReportKind


class Report(SQLModel, table=True):
    """A report as it was handed in, with what reading it gave."""

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    title: str = long_text()
    kind: ReportKind = word(ReportKind)
    address: str = ""
    file_name: str
    sha256: str = Field(foreign_key="blob.sha256")
    published: date | None = None
    """The day the page itself gives; a candidate until a person confirms it on the case."""
    published_precision: DatePrecision = word(DatePrecision)
    published_raw: str = ""
    published_from: str = ""
    date_candidates: str = json_text()
    """Every date that may be that of publication, with its source: JSON, the one proposed first."""
    warnings: str = json_text()
    received_at: datetime = instant()


class ReportKey(SQLModel, table=True):
    """One of the names a report goes by: an address, or title with date. Unique per office."""

    __table_args__ = (UniqueConstraint("office_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    report_id: int = Field(foreign_key="report.id", index=True)
    key: str
